import EventStore
import Governance
import TestKit
import Testing
import Values

@Suite struct ErasePersonTests {
  private static let fields = ["person": "H-1", "basis": "GDPR art. 17(1)(a)"]

  private func erased() throws -> Given {
    let person = try #require(PersonID("H-1"))
    return try Given(rules: .sample).registered(2)
      .happened(.erased(PersonErasure(basis: "law", reason: nil)), to: person)
  }

  @Test func `An erasure says by which law, and nothing of the person`() throws {
    let decision = try Given(rules: .sample).registered(1)
      .when("person erase", Self.fields.merging(["reason": "letter 12/2026"]) { $1 })
      .then("person.erased", ["basis": "GDPR art. 17(1)(a)", "reason": "letter 12/2026"])
    let event = try #require(decision.events.first)
    #expect(event.key.id == "H-1" && event.event.personal == [] && decision.notes == [])
    #expect(event.event.data.fields?.names.sorted() == ["basis", "reason"])
  }

  @Test func `Nobody is erased without a law`() throws {
    #expect(throws: Failure.self) {
      try Given(rules: .sample).registered(1).when("person erase", ["person": "H-1"])
    }
  }

  @Test(arguments: ["person erase", "person export"])
  func `A person who is not registered is neither erased nor handed out`(_ act: String) throws {
    let fields = act == "person erase" ? Self.fields : ["person": "H-1"]
    let refusal = try Given(rules: .sample).when(act, fields).thenRefused("person-unknown")
    #expect(refusal.code.exit == .notFound)
  }

  @Test func `Seats that the person still holds are named`() throws {
    let decision = try Given(rules: .sample).registered(2)
      .seated("PT.contact_point.1=H-1 ES.contact_point.1=H-2")
      .when("person erase", Self.fields).then("person.erased")
    #expect(decision.notes.map(\.code) == ["erased-holds-seats"])
    #expect(decision.notes.first?.values["seats"] == .list(["PT.contact_point.1"]))
  }

  @Test(arguments: [
    ("person edit", ["person": "H-1", "phone": "+351 1"]),
    (
      "seat appoint",
      ["member": "PT", "kind": "contact_point", "person": "H-1"]
    ),
    ("person erase", Self.fields),
  ])
  func `Nothing new is kept under the number of an erased person`(
    _ row: (act: String, fields: [String: String])
  ) throws {
    let given = try erased().happened(
      MemberEvent.admitted(memberClass: "member", from: PartialDay(SampleNetwork.today)),
      to: try #require(MemberID("PT")))
    let refusal = try given.when(row.act, row.fields).thenRefused("person-erased")
    #expect(!refusal.ways.isEmpty)
  }

  @Test func `What is left of an erased person can be handed out`() throws {
    try erased().when("person export", ["person": "H-1", "reason": "art. 15"])
      .then("person.exported", ["reason": "art. 15"])
  }

  @Test(arguments: [
    ["event": "3", "strike": "true", "reason": "by mistake"],
    ["event": "3", "set": "basis=another law", "reason": "by mistake"],
    ["event": "3", "counts-from": "2026-01-01", "reason": "by mistake"],
  ])
  func `An erasure is neither struck nor changed`(_ fields: [String: String]) throws {
    try erased().when("event correct", fields).thenRefused("erasure-final")
  }

  @Test func `An erased person has no languages, whatever an event says afterwards`() throws {
    var person = Person(id: try #require(PersonID("H-1")))
    let day = SampleNetwork.today
    let profile = PersonEvent.Profile(languages: ["pt"], specialities: ["evidence"])
    person.evolve(
      with: .registered(profile, personal: []), at: Mark(position: 1, effective: day))
    person.evolve(
      with: .exported(PersonDisclosure(reason: nil)), at: Mark(position: 2, effective: day))
    #expect(person.revisedBy == 1 && person.erasedBy == nil && person.languages == ["pt"])
    person.evolve(
      with: .erased(PersonErasure(basis: "law", reason: nil)), at: Mark(position: 3, effective: day)
    )
    person.evolve(with: .revised(profile, personal: []), at: Mark(position: 4, effective: day))
    #expect(person.languages.isEmpty && person.specialities.isEmpty)
    #expect((person.registeredBy, person.revisedBy, person.erasedBy) == (1, 3, 3))
    #expect(try Person(id: person.id, state: person.state) == person)
  }
}
