import Governance
import Plugins
import TestKit
import Testing
import Values

/// A quorum of so many members: what is counted, how it is derived, and that its guard says the same.
@Suite struct QuorumNumberLawTests {
  private static func edit(_ number: Int) -> [(String, String)] {
    [("quorum: {more_than: 1/2, of: members", "quorum: {members: \(number)")]
  }

  private func count(_ number: Int, entitled: [String], present: [String]) throws -> QuorumCount {
    let rule = try #require(
      try SampleRules.amendedRules(Self.edit(number)).body("plenary")?.quorum)
    return rule.count(
      of: Electorate(entitled.compactMap { MemberID($0) }),
      present: Set(present.compactMap { MemberID($0) }))
  }

  @Test(arguments: [
    (3, "PT ES FR IT", "PT ES FR", 3, true), (3, "PT ES FR IT", "PT ES NO", 2, false),
    (3, "PT ES", "PT ES", 2, false), (1, "PT", "PT", 1, true), (2, "PT ES FR", "", 0, false),
  ])
  func `Those entitled who are there are counted against the number`(
    _ row: (number: Int, entitled: String, present: String, found: Int, holds: Bool)
  ) throws {
    let words = { (text: String) in text.split(separator: " ").map { String($0) } }
    let count = try count(
      row.number, entitled: words(row.entitled), present: words(row.present))
    #expect(count.needed == row.number && count.found == row.found && count.holds == row.holds)
    #expect(count.base == words(row.entitled).count)
    #expect(count.missing == max(0, row.number - row.found))
  }

  @Test func `The derivation names the number and those who were counted`() throws {
    let rules = try SampleRules.amendedRules(Self.edit(3))
    let notice = Convocation(
      on: PartialDay(try #require(Day("2026-11-02"))), agenda: [], isUrgent: false)
    let given = try Given(rules: rules).admitted("AT BE BG CZ DE")
      .planned(1, from: "2026-11-23").met(1, .convened(notice), on: "2026-11-02")
    let opened = try given.when(
      "meeting open", ["meeting": "plenary-1", "present": "AT,BE,BG"]
    ).then("meeting.opened", ["quorum": ["needed": 3, "found": 3, "base": 5]])
    let derivation = try #require(opened.derivations.first)
    #expect(derivation.question == "quorum")
    #expect(derivation.inputs["measure"] == "number" && derivation.inputs["threshold"] == nil)
    #expect(derivation.inputs["present_members"] == ["AT", "BE", "BG"])
    try given.when("meeting open", ["meeting": "plenary-1", "present": "AT,BE"])
      .thenRefused("quorum-missing", clause: "bodies.plenary.quorum")
  }

  @Test(arguments: 1...5)
  func `The number and its guard give one verdict, whoever is there`(_ number: Int) throws {
    var expanded = try ExpandedRules(Self.edit(number))
    let members = ["ES", "FR", "MT", "PT"]
    for member in members {
      try expanded.network.record(
        "member admit", ["member": [member], "class": ["member"]], on: "2026-01-10")
    }
    try expanded.network.convene("plenary-1", for: "2026-11-20", on: "2026-02-02")
    for chosen in 0..<16 {
      let present = members.enumerated().filter { chosen >> $0.offset & 1 == 1 }.map(\.element)
      try expanded.compare(
        "meeting open", ["meeting": ["plenary-1"], "present": present], on: "2026-11-20")
    }
    #expect(expanded.differences == [])
    #expect(expanded.refused.contains("bodies.plenary.quorum"))
    #expect(expanded.held.contains("bodies.plenary.quorum") == (number <= 4))
  }
}
