import Governance
import TestKit
import Testing
import Values

@Suite struct EditMemberTests {
  @Test func `A member changes to another class`() throws {
    try Given(rules: .sample).admitted("PT")
      .when("member edit", ["member": "PT", "class": "observer"], on: "2026-03")
      .then("member.reclassified", ["class": "observer", "from": "2026-03"])
  }

  @Test func `The class that a member has is not given again`() throws {
    let refusal = try Given(rules: .sample).admitted("PT")
      .when("member edit", ["member": "PT", "class": "member"])
      .thenRefused("class-held-already")
    #expect(refusal.ways.map(\.code) == ["use-one-of"])
  }

  @Test func `A class that the rules do not have is refused`() throws {
    let refusal = try Given(rules: .sample).admitted("PT")
      .when("member edit", ["member": "PT", "class": "guest"]).thenRefused("class-unknown")
    #expect(refusal.code.exit == .badData)
  }

  @Test func `What was never admitted has no class to change`() throws {
    let refusal = try Given(rules: .sample)
      .when("member edit", ["member": "PT", "class": "observer"]).thenRefused("member-unknown")
    #expect(refusal.code.exit == .notFound)
  }

  @Test func `Before its admission a member has no class to change`() throws {
    try Given(rules: .sample).admitted("PT")
      .when("member edit", ["member": "PT", "class": "observer"], on: "2026-01-09")
      .thenRefused("member-not-then")
  }

  @Test func `Seats that the new class does not have are noted with their holders`() throws {
    let decision = try Given(rules: .sample).admitted("PT ES").registered(2)
      .seated("PT.contact_point.1=H-1 ES.contact_point.1=H-2")
      .when("member edit", ["member": "PT", "class": "observer"]).then("member.reclassified")
    #expect(
      decision.notes == [
        Note(
          "class-leaves-holders",
          ["seat": .text("PT.contact_point.1"), "class": .text("observer")])
      ])
  }
}

@Suite struct EndMemberTests {
  @Test func `A membership ends from a day on, with the reason as given`() throws {
    try Given(rules: .sample).admitted("PT")
      .when("member end", ["member": "PT", "reason": "Withdrew"], on: "2026-06")
      .then("member.ended", ["from": "2026-06", "reason": "Withdrew"])
  }

  @Test func `What is no member cannot leave`() throws {
    try Given(rules: .sample).when("member end", ["member": "PT"]).thenRefused("member-unknown")
  }

  @Test func `A member leaves once`() throws {
    let portugal = try #require(MemberID("PT"))
    let end = try #require(PartialDay("2026-03-01"))
    let given = try Given(rules: .sample).admitted("PT")
      .happened(.ended(from: end, reason: nil), to: portugal, on: "2026-03-01")
    try given.when("member end", ["member": "PT"], on: "2026-03-01").thenRefused("member-not-then")
    try given.when("member end", ["member": "PT"], on: "2026-02-28").then("member.ended")
  }

  @Test func `Seats that still have holders are noted`() throws {
    let decision = try Given(rules: .sample).admitted("PT").registered(1)
      .seated("PT.contact_point.1=H-1").when("member end", ["member": "PT"]).then("member.ended")
    #expect(decision.notes.map(\.code) == ["member-leaves-holders"])
  }
}
