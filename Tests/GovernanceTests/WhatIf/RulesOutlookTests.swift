import EventStore
import Plugins
import TestKit
import Testing
import Values

@testable import Governance

/// What the record of a network says about a draft of its rules.
@Suite struct RulesOutlookTests {
  private static func warnings(
    _ edits: [(String, String)], on network: SampleNetwork, today: String = "2026-11-23"
  ) throws -> [RulesOutlook.Warning] {
    try RulesOutlook.warnings(
      of: SampleRules.amendedRules(edits), on: network.log, today: #require(Day(today)))
  }

  private static func lines(_ warnings: [RulesOutlook.Warning]) -> [String] {
    warnings.map { "\($0.failure.code.name) \($0.path.joined(separator: "."))" }
  }

  /// Meetings of three members, each with so many of them in the room.
  private static func attended(_ counts: [Int]) throws -> SampleNetwork {
    let network = try SampleNetwork()
    for member in ["ES", "MT", "PT"] {
      try network.record(
        "member admit", ["member": [member], "class": ["member"]], on: "2026-01-10")
    }
    for (index, count) in counts.enumerated() {
      let day = try #require(Day(year: 2026, month: index + 3, day: 20)).description
      try network.convene("plenary-\(index + 1)", for: day, on: "2026-02-02")
      let present = Array(["ES", "MT", "PT"].prefix(count))
      try network.open("plenary-\(index + 1)", on: day, present: present)
      try network.record("meeting close", ["meeting": ["plenary-\(index + 1)"]], on: day)
    }
    return network
  }

  private static let all = [("quorum: {more_than: 1/2", "quorum: {more_than: 2/3")]

  @Test(arguments: [
    ([2], true, 1, 2), ([2, 2, 2], true, 3, 2), ([3, 2, 2, 2], true, 3, 2),
    ([2, 2, 3], false, 0, 0), ([2, 3, 2], false, 0, 0), ([3], false, 0, 0), ([], false, 0, 0),
  ])
  func `A quorum that none of the last three meetings had is warned of`(
    _ row: (counts: [Int], isWarned: Bool, meetings: Int, found: Int)
  ) throws {
    let warnings = try Self.warnings(Self.all, on: Self.attended(row.counts))
    guard row.isWarned else {
      #expect(warnings.isEmpty)
      return
    }
    #expect(Self.lines(warnings) == ["quorum-never-met governance.bodies.plenary.quorum"])
    let values = warnings.first?.failure.values
    #expect(values?["meetings"] == .int(row.meetings) && values?["found"] == .int(row.found))
    #expect(values?["needed"] == .int(3))
  }

  @Test func `The quorum is that of the opening, whoever left afterwards`() throws {
    let network = try Self.attended([])
    try network.convene("plenary-1", for: "2026-03-20", on: "2026-02-02")
    try network.open("plenary-1", on: "2026-03-20")
    try network.record(
      "attendance leave", ["meeting": ["plenary-1"], "member": ["MT"]], on: "2026-03-20")
    #expect(try Self.warnings(Self.all, on: network).isEmpty)
  }

  @Test
  func `A body without a quorum, and a meeting of which nobody knows who came, warn of nothing`()
    throws
  {
    let silent = [(" quorum: {more_than: 1/2, of: members, source: assumption}", " # none")]
    #expect(try Self.warnings(silent, on: Self.attended([2])).isEmpty)
    let network = try SampleNetwork()
    try network.record(
      "meeting plan", ["series": ["plenary"], "from": ["2020-03-20"]], on: "2020-02-02")
    try network.record("meeting open", ["meeting": ["plenary-1"]], on: "2020-03-20")
    #expect(try Self.warnings(Self.all, on: network).isEmpty)
  }

  @Test(arguments: [
    ("P46D", false), ("P47D", true), ("P1Y", true),
  ])
  func `A notice that no meeting of the last year kept is warned of`(
    _ row: (period: String, isWarned: Bool)
  ) throws {
    let network = try Self.attended([3])
    let warnings = try Self.warnings([("period: P14D", "period: \(row.period)")], on: network)
    let expected = ["notice-never-kept governance.series.plenary.notice.period"]
    #expect(Self.lines(warnings) == (row.isWarned ? expected : []))
    if row.isWarned { #expect(warnings.first?.failure.values["longest"] == .int(46)) }
  }

  @Test func `One meeting that kept it is enough, and an older year does not count`() throws {
    let network = try Self.attended([3, 3])
    let edits = [("period: P14D", "period: P60D")]
    #expect(try Self.warnings(edits, on: network).isEmpty)
    let single = try Self.attended([3])
    #expect(try !Self.warnings(edits, on: single, today: "2027-02-02").isEmpty)
    #expect(try Self.warnings(edits, on: single, today: "2027-02-03").isEmpty)
  }

  @Test func `A class that members have cannot go unseen`() throws {
    let network = try Self.attended([])
    let edits = [("member: {may", "full: {may"), ("classes: [member]", "classes: [full]")]
    let warnings = try Self.warnings(edits, on: network)
    #expect(Self.lines(warnings) == ["class-in-use governance.membership.classes"])
    #expect(warnings.first?.failure.values["members"] == .list(["ES", "MT", "PT"]))
    for member in ["ES", "MT", "PT"] {
      try network.record("member end", ["member": [member], "reason": ["Left"]], on: "2026-05-01")
    }
    #expect(try Self.warnings(edits, on: network).isEmpty)
  }

  private static let withoutSeries = [
    ("        plenary: {title: {en: Plenary meetings}", "        assembly: {title: {en: Assembly}"),
    ("series: plenary}", "series: assembly}"),
  ].map { (String($0.0.drop { $0 == " " }), $0.1.drop { $0 == " " }.description) }

  @Test func `A series that has meetings ahead cannot go unseen`() throws {
    let network = try Self.attended([])
    #expect(try Self.warnings(Self.withoutSeries, on: network).isEmpty)
    try network.convene("plenary-1", for: "2026-12-20", on: "2026-02-02")
    let warnings = try Self.warnings(Self.withoutSeries, on: network)
    #expect(Self.lines(warnings) == ["series-in-use governance.series"])
    #expect(warnings.first?.failure.values["meetings"] == .list(["plenary-1"]))
    try network.record(
      "meeting cancel", ["meeting": ["plenary-1"], "reason": ["No host"]], on: "2026-03-01")
    #expect(try Self.warnings(Self.withoutSeries, on: network).isEmpty)
  }

  @Test func `A body that has open matters cannot go unseen`() throws {
    let network = try Self.attended([])
    try network.record(
      "programme draft", ["title": ["Work"], "from": ["2026-04-01"]], on: "2026-03-22")
    let rules = try SampleRules.rules()
    var draft = rules
    draft.bodies.removeAll { $0.id == "plenary" }
    var shelf = Shelf(reading: network.log)
    try shelf.load([.all(category: Programme.category), .all(category: Member.category)])
    let warnings = RulesOutlook.warnings(
      of: draft, after: rules, in: shelf.ledger, today: SampleNetwork.today)
    #expect(Self.lines(warnings) == ["body-in-use governance.bodies"])
    #expect(warnings.first?.failure.values["matters"] == .list(["programme-1"]))
    #expect(
      RulesOutlook.warnings(
        of: rules, after: rules, in: shelf.ledger, today: SampleNetwork.today
      ).isEmpty)
  }

  @Test func `The rules of another network are not held to this log`() throws {
    let network = try Self.attended([2])
    #expect(try Self.warnings(Self.all + [("id: sample", "id: other")], on: network).isEmpty)
  }
}
