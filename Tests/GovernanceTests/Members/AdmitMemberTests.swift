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

  @Test(arguments: ["XX", "pt", "Portugal"])
  func `A code that no state and no institution has is refused`(_ code: String) throws {
    try Given(rules: .sample)
      .when("member admit", ["member": code, "class": "member"])
      .thenRefused("member-code-unknown")
  }
}
