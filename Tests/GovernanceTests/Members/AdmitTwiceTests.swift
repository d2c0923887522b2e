import Governance
import Plugins
import TestKit
import Testing
import Values

/// An admission on a day before one that is recorded already.
@Suite struct AdmitTwiceTests {
  private let cambodia: MemberID

  init() throws { cambodia = try #require(MemberID("KH")) }

  private func admitted(_ from: String) throws -> Given {
    try Given(rules: .sample).happened(
      .admitted(memberClass: "member", from: try #require(PartialDay(from))), to: cambodia,
      on: from)
  }

  private let fields = ["member": "KH", "class": "member"]

  @Test(arguments: ["2026-02-01", "2026-11-25"])
  func `A member is not admitted before the day from which it is recorded`(_ day: String) throws {
    let refusal = try admitted("2026-11-26").when("member admit", fields, on: day)
      .thenRefused("member-admitted-later")
    #expect(
      refusal.ways == [
        Note("correct-first-day", ["position": .text("1"), "day": .text(day)])
      ])
  }

  @Test func `A past that is taken over admits nobody twice either`() throws {
    try admitted("2026-11-26").when("member admit", fields, on: "2020-01-01", takenOver: true)
      .thenRefused("member-admitted-later")
  }

  @Test func `From its first day on it is a member already`() throws {
    try admitted("2026-11-26").when("member admit", fields, on: "2026-11-26")
      .thenRefused("member-admitted-already")
  }

  @Test func `Whoever left and came back is not admitted a third time between`() throws {
    let left = try #require(PartialDay("2026-03-01"))
    let back = try #require(PartialDay("2026-09-01"))
    let given = try admitted("2026-01-10")
      .happened(.ended(from: left, reason: nil), to: cambodia, on: "2026-03-01")
      .happened(.admitted(memberClass: "observer", from: back), to: cambodia, on: "2026-09-01")
    let refusal = try given.when("member admit", fields, on: "2026-06-01")
      .thenRefused("member-admitted-later")
    #expect(refusal.ways.first?.values["position"] == .text("3"))
    try given.when("member admit", fields, on: "2026-02-01").thenRefused("member-admitted-already")
  }

  @Test func `An earlier membership that ended before may still be recorded`() throws {
    let left = try #require(PartialDay("2026-03-01"))
    let given = try Given(rules: .sample)
      .happened(.ended(from: left, reason: nil), to: cambodia, on: "2026-03-01")
    try given.when("member admit", fields, on: "2026-01-10").then("member.admitted")
  }
}
