import Governance
import Plugins
import TestKit
import Testing
import Values

/// Replacing, confirming and ending.
@Suite struct HolderChangeTests {
  private func given() throws -> Given {
    try Given(rules: .sample).admitted("PT").registered(2).seated("PT.contact_point.1=H-1")
  }

  private let successor = ["seat": "PT.contact_point.1", "person": "H-2"]

  @Test func `A successor serves the rest of the term`() throws {
    let decision = try given().when("seat replace", successor, on: "2026-11-23")
      .then(
        ["appointment.ended", "appointment.made"],
        ["reason": "replaced", "until": "2026-11-23"])
    #expect(decision.events.last?.event.data["until"] == "2030-01-10")
    #expect(decision.derivations.map(\.question) == ["term"])
  }

  @Test func `Where the rules know no remainder a successor has a whole term`() throws {
    var rules = Rules.sample
    rules.seats[0].servesRemainder = false
    let decision = try Given(rules: rules).admitted("PT").registered(2)
      .seated("PT.contact_point.1=H-1").when("seat replace", successor, on: "2026-11-23")
      .then(["appointment.ended", "appointment.made"])
    #expect(decision.events.last?.event.data["until"] == "2030-11-23")
  }

  @Test func `After a lapsed term nothing of it is left to serve`() throws {
    let decision = try Given(rules: .sample).admitted("PT").registered(2)
      .seated("PT.contact_point.1=H-1", until: "2026-11-23")
      .when("seat replace", successor, on: "2026-11-23")
      .then(["appointment.ended", "appointment.made"])
    #expect(decision.events.last?.event.data["until"] == "2030-11-23")
  }

  @Test func `A holder is not replaced by the same person`() throws {
    try given().when("seat replace", ["seat": "PT.contact_point.1", "person": "H-1"])
      .thenRefused("appointed-already")
  }

  @Test func `A successor must be registered`() throws {
    try given().when("seat replace", ["seat": "PT.contact_point.1", "person": "H-9"])
      .thenRefused("person-unknown")
  }

  @Test func `A member that has left replaces nobody`() throws {
    let portugal = try #require(MemberID("PT"))
    let end = try #require(PartialDay("2026-03-01"))
    try given().happened(.ended(from: end, reason: nil), to: portugal, on: "2026-03-01")
      .when("seat replace", successor).thenRefused("member-not-then")
  }

  @Test func `A seat of a kind that the rules no longer have is not filled again`() throws {
    var rules = Rules.sample
    rules.seats = []
    try Given(rules: rules).admitted("PT").registered(2).seated("PT.contact_point.1=H-1")
      .when("seat replace", successor).thenRefused("seat-kind-unknown")
  }

  @Test(arguments: [
    ("seat replace", ["person": "H-2"]), ("seat confirm", [:]), ("seat end", ["reason": "Retired"]),
  ])
  func `An unknown and a vacant seat are refused`(_ act: String, _ fields: [String: String]) throws
  {
    let unknown = fields.merging(["seat": "PT.contact_point.9"]) { $1 }
    let refusal = try given().when(act, unknown).thenRefused("seat-unknown")
    #expect(refusal.code.exit == .notFound)
    let vacant = fields.merging(["seat": "PT.contact_point.1"]) { $1 }
    try given().when(act, vacant, on: "2026-01-09").thenRefused("seat-vacant")
  }

  @Test func `A holder is confirmed on a day`() throws {
    try given().when("seat confirm", ["seat": "PT.contact_point.1"], on: "2026-11")
      .then("appointment.confirmed", ["on": "2026-11"])
  }

  @Test func `An appointment ends with its reason`() throws {
    try given().when("seat end", ["seat": "PT.contact_point.1", "reason": "Retired"])
      .then("appointment.ended", ["until": "2026-11-23", "reason": "Retired"])
  }
}
