import Governance
import Plugins
import TestKit
import Testing
import Values

@Suite struct AdmitMemberTests {
  let portugal = MemberID("PT")

  @Test func `A state is admitted in a class of the rules`() throws {
    try Given(rules: .sample)
      .when("member admit", ["member": "PT", "class": "observer"], on: "2026-03")
      .then("member.admitted", ["class": "observer", "from": "2026-03"])
  }

  @Test func `A member is not admitted twice`() throws {
    let portugal = try #require(portugal)
    let start = try #require(PartialDay("2026-01-10"))
    try Given(rules: .sample)
      .happened(.admitted(memberClass: "member", from: start), to: portugal)
      .when("member admit", ["member": "PT", "class": "observer"])
      .thenRefused("member-admitted-already")
  }

  @Test func `A class that the rules do not have is refused with those they have`() throws {
    let refusal = try Given(rules: .sample)
      .when("member admit", ["member": "PT", "class": "guest"]).thenRefused("class-unknown")
    #expect(refusal.code.exit == .badData)
    #expect(refusal.ways == [Note("use-one-of", ["known": .list(["member", "observer"])])])
  }

  @Test func `An institution that the rules name is admitted by its code`() throws {
    try Given(rules: .sample).when("member admit", ["member": "EUROJUST", "class": "observer"])
      .then("member.admitted")
  }

  @Test func `Whoever left may be admitted again, from the day it left`() throws {
    let left = try #require(PartialDay("2026-03-01"))
    let given = try Given(rules: .sample).admitted("PT")
      .happened(.ended(from: left, reason: nil), to: try #require(portugal), on: "2026-03-01")
    try given.when("member admit", ["member": "PT", "class": "member"], on: "2026-03-01")
      .then("member.admitted")
    try given.when("member admit", ["member": "PT", "class": "member"], on: "2026-02-28")
      .thenRefused("member-admitted-already")
  }

  @Test(arguments: ["XX", "pt", "Portugal"])
  func `A code that no state and no institution has is refused`(_ code: String) throws {
    try Given(rules: .sample)
      .when("member admit", ["member": code, "class": "member"])
      .thenRefused("member-code-unknown")
  }
}
