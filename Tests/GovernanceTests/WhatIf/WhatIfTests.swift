import EventStore
import Foundation
import Plugins
import TestKit
import Testing
import Values

@testable import Governance

/// How the acts of a log would have been decided under other rules.
@Suite struct WhatIfTests {
  /// A plenary that adopted one matter by two of three, and rejected another one.
  private static func voted() throws -> SampleNetwork {
    let network = try SampleNetwork.sitting()
    try network.vote(2, against: 1, on: "2026-03-20")
    try network.vote(1, against: 2, on: "2026-03-20")
    return network
  }

  private static func report(
    _ edits: [(String, String)], on network: SampleNetwork, from day: String? = nil
  ) throws -> WhatIf.Report {
    try WhatIf(SampleRules.amendedRules(edits), from: day.flatMap { Day($0) })
      .report(on: network.log)
  }

  /// `outcome deliberation record D-1`, for each difference.
  private static func lines(_ report: WhatIf.Report) -> [String] {
    report.differences.map { "\($0.kind.rawValue) \($0.act) \($0.subject)" }
  }

  @Test func `Rules that decide alike show no difference, and every act was looked at`() throws {
    let network = try Self.voted()
    let same = try WhatIf(SampleRules.rules()).report(on: network.log)
    #expect(same.differences.isEmpty && same.unread == 0)
    #expect(same.decided == 8)
    let texts = try Self.report([("charter: Charter", "charter: The charter")], on: network)
    #expect(texts.differences.isEmpty && texts.decided == 8)
  }

  struct Row: Sendable {
    let name: String
    let edits: [(String, String)]
    let lines: [String]
  }

  private static let rows = [
    Row(
      name: "a stricter majority", edits: SampleRules.strict,
      lines: ["outcome deliberation record D-1"]),
    Row(
      name: "a weaker majority",
      edits: [
        ("default: {first: consensus, more_than: 1/2", "default: {first: consensus, at_least: 1/3")
      ], lines: ["outcome deliberation record D-2"]),
    Row(
      name: "a longer notice", edits: [("period: P14D", "period: P60D")],
      lines: ["refused meeting convene plenary-1"]),
    Row(
      name: "a notice kept to the day", edits: [("period: P14D", "period: P46D")], lines: []),
    Row(
      name: "a notice missed by a day", edits: [("period: P14D", "period: P47D")],
      lines: ["refused meeting convene plenary-1"]),
    Row(
      name: "consensus only",
      edits: [
        (
          "default: {first: consensus, more_than: 1/2, of: all_members, abstentions: counted, tie: rejected,",
          "default: {only: consensus,"
        )
      ], lines: ["refused deliberation record D-1", "refused deliberation record D-2"]),
    Row(
      name: "a class that is gone",
      edits: [
        ("          member: {may", "          full: {may"),
        ("classes: [member]", "classes: [full]"),
      ],
      lines: [
        "refused member admit ES", "refused member admit MT", "refused member admit PT",
        "refused meeting open plenary-1", "refused deliberation record D-1",
        "refused deliberation record D-2",
      ]),
    Row(
      name: "a series that is gone",
      edits: [
        (
          "        plenary: {title: {en: Plenary meetings}",
          "        assembly: {title: {en: Plenary meetings}"
        ), ("series: plenary}", "series: assembly}"),
      ],
      lines: [
        "refused meeting plan plenary-1", "refused deliberation record D-1",
        "refused deliberation record D-2",
      ]),
  ]

  @Test(arguments: rows)
  func `Each act that would have gone otherwise is listed, in the order of the log`(
    _ row: Row
  ) throws {
    let network = try Self.voted()
    let edits = row.edits.map { ($0.0.trimmedStart, $0.1.trimmedStart) }
    #expect(try Self.lines(Self.report(edits, on: network)) == row.lines, "\(row.name)")
  }

  @Test func `A difference carries both answers with their numbers`() throws {
    let network = try Self.voted()
    let difference = try #require(Self.report(SampleRules.strict, on: network).differences.first)
    #expect(difference.before.events == ["deliberation.adopted"])
    #expect(difference.after.events == ["deliberation.rejected"])
    #expect(difference.before.rules.version == "1.0.0")
    #expect(difference.after.rules.version == "1.1.0")
    let needed = [difference.before, difference.after].map { judged in
      judged.reasons.derivations.last?.inputs["needed"]
    }
    #expect(needed == [2, 3])
    let event = try #require(try network.log.event(at: difference.position ?? 0))
    #expect(event.type == "deliberation.adopted" && event.stream.id == difference.subject)
    #expect(difference.effective == Day("2026-03-20"))
  }

  @Test func `A refusal by the other rules has clause, numbers and ways out`() throws {
    let network = try Self.voted()
    let report = try Self.report([("period: P14D", "period: P60D")], on: network)
    let refusal = try #require(report.differences.first?.after.reasons.refusals.first)
    #expect(refusal.code == "notice-too-short" && refusal.rule == "series.plenary.notice")
    #expect(!refusal.ways.isEmpty && refusal.derivation != nil)
    #expect(report.differences.first?.after.events == [])
  }

  @Test func `What was refused then and would pass is found too`() throws {
    let network = try SampleNetwork.sitting()
    try network.record(
      "meeting plan", ["series": ["plenary"], "from": ["2026-04-01"]], on: "2026-03-20")
    let refused = try network.record(
      "meeting convene", ["meeting": ["plenary-2"]], on: "2026-03-20")
    #expect(refused.verdict == .refused)
    let report = try Self.report([("period: P14D", "period: P10D")], on: network)
    #expect(Self.lines(report) == ["accepted meeting convene plenary-2"])
    let difference = try #require(report.differences.first)
    #expect(difference.position == nil && difference.command == refused.command)
    #expect(difference.before.reasons.refusals.map(\.code) == ["notice-too-short"])
    #expect(difference.after.verdict == .accepted)
  }

  @Test func `What both refuse is no difference, whatever the reasons`() throws {
    let network = try SampleNetwork.sitting()
    try network.record(
      "meeting plan", ["series": ["plenary"], "from": ["2026-04-01"]], on: "2026-03-20")
    try network.record("meeting convene", ["meeting": ["plenary-2"]], on: "2026-03-20")
    #expect(
      try Self.report([("urgent: P4D", "urgent: P5D")], on: network).differences.isEmpty)
  }

  @Test func `A past that was taken over is never refused, but gets a note`() throws {
    let network = try SampleNetwork()
    for member in ["ES", "PT"] {
      try network.record(
        "member admit", ["member": [member], "class": ["member"]], on: "2020-01-10")
    }
    try network.record(
      "meeting plan", ["series": ["plenary"], "from": ["2020-03-20"]], on: "2020-02-02")
    try network.record("meeting convene", ["meeting": ["plenary-1"]], on: "2020-02-02")
    let report = try Self.report([("period: P14D", "period: P60D")], on: network)
    #expect(Self.lines(report) == ["note meeting convene plenary-1"])
    #expect(report.differences.first?.notes.map(\.code) == ["notice-too-short"])
    #expect(report.differences.first?.after.verdict == .takenOver)
  }

  // MARK: - From a day

  @Test func `Before their first day the other rules decide nothing`() throws {
    let network = try Self.voted()
    try network.convene("plenary-2", for: "2026-06-01", on: "2026-04-01")
    try network.open("plenary-2", on: "2026-06-01")
    try network.vote(2, against: 1, in: "plenary-2", on: "2026-06-01")
    let all = ["outcome deliberation record D-1", "outcome deliberation record D-3"]
    for (day, lines) in [
      (nil, all), ("2026-01-01", all), ("2026-02-02", all), ("2026-04-01", [all[1]]),
      ("2026-04-02", []), ("2027-01-01", []),
    ] {
      let report = try Self.report(SampleRules.strict, on: network, from: day)
      #expect(Self.lines(report) == lines, "\(day ?? "always")")
      #expect(report.decided == 12)
    }
  }

  @Test func `A meeting convened before keeps its rules, unless the others take it over`() throws {
    let network = try Self.voted()
    let day = "2026-03-01"
    #expect(try Self.report(SampleRules.strict, on: network, from: day).differences.isEmpty)
    let taking = SampleRules.strict + SampleRules.adopting
    #expect(
      try Self.lines(Self.report(taking, on: network, from: day))
        == ["outcome deliberation record D-1"])
  }

  // MARK: - The state that came about

  @Test func `Both versions decide in the state that really came about`() throws {
    let network = try Self.voted()
    let edits = [("period: P14D", "period: P60D")]
    // The convocation would have been refused; the meeting opened all the same, and so it is judged.
    #expect(
      try Self.lines(Self.report(edits, on: network)) == ["refused meeting convene plenary-1"])
  }

  @Test func `A correction changes what later acts met, and not what earlier ones met`() throws {
    let network = try Self.voted()
    let stream = try #require(StreamName("member-MT"))
    let admitted = try #require(try network.log.events(of: stream).first?.position)
    try network.record(
      "event correct",
      ["event": ["\(admitted)"], "strike": ["true"], "reason": ["Never happened"]],
      on: "2026-03-20")
    let after = try network.vote(2, against: 0, on: "2026-03-20")
    #expect(after.reasons.derivations.last?.inputs["entitled"] == 2)
    let report = try Self.report(SampleRules.strict, on: network)
    #expect(Self.lines(report) == ["outcome deliberation record D-1"])
    #expect(report.unread == 0)
  }

  @Test func `Rules that were adopted meanwhile are what the past is held to`() throws {
    let network = try Self.voted()
    try network.adopt(try SampleRules.amended(SampleRules.strict), from: "2026-04-01")
    try network.convene("plenary-2", for: "2026-06-01", on: "2026-04-02")
    try network.open("plenary-2", on: "2026-06-01")
    try network.vote(2, against: 1, in: "plenary-2", on: "2026-06-01")
    let back = try WhatIf(SampleRules.rules()).report(on: network.log)
    #expect(Self.lines(back) == ["outcome deliberation record D-4"])
    #expect(back.differences.first?.before.rules.version == "1.1.0")
    #expect(
      try Self.lines(Self.report(SampleRules.strict, on: network)) == [
        "outcome deliberation record D-1"
      ])
  }

  // MARK: - What it needs and leaves

  @Test func `No key of a person is needed, and not a byte of the log changes`() throws {
    let network = try Self.voted()
    try network.record("person add", ["name": ["Ana Example"], "languages": ["pt"]])
    try network.record("person edit", ["person": ["H-1"], "phone": ["+351 1"]])
    let folder = URL(filePath: network.folder.path)
    network.log.close()
    try FileManager.default.removeItem(at: folder.appending(path: "keys.db"))
    let before = try Data(contentsOf: folder.appending(path: "log.db"))
    let log = try Log.open(in: network.folder.path, for: .reading)
    let report = try WhatIf(SampleRules.amendedRules(SampleRules.strict)).report(on: log)
    log.close()
    #expect(Self.lines(report) == ["outcome deliberation record D-1"])
    #expect(report.decided == 10 && report.unread == 0)
    #expect(try Data(contentsOf: folder.appending(path: "log.db")) == before)
  }

  @Test func `An adoption that was refused cannot be decided again, and is counted`() throws {
    let network = try Self.voted()
    let refused = try network.record(
      "rules adopt",
      ["rules": [try SampleRules.amended([]).canonicalText], "adopted-by": ["D-1"]],
      on: "2026-03-21")
    #expect(refused.verdict == .refused)
    let report = try Self.report(SampleRules.strict, on: network)
    #expect(report.unread == 1 && report.decided == 8)
  }

  @Test func `A log of many pages gives each act once`() throws {
    let network = try SampleNetwork()
    let count = Log.maximumPage + 7
    try network.log.write(now: SampleNetwork.now) { transaction in
      var session = Session(
        transaction, panel: GuardPanel(zones: .utc), inForce: RulesInForce())
      for number in 1...count {
        guard let kind = ActCatalogue.command(named: "person add")?.kind else { return }
        let request = ActRequest(
          id: CommandID("person \(number)"), input: try ActInput(kind, ["name": ["P \(number)"]]),
          actor: "secretariat", effective: PartialDay(SampleNetwork.today),
          today: SampleNetwork.today)
        _ = try session.answer(request)
      }
    }
    let report = try Self.report(SampleRules.strict, on: network)
    #expect(report.decided == count && report.differences.isEmpty)
  }
}

extension String {
  /// Without spaces before its first word.
  fileprivate var trimmedStart: String { String(drop { $0 == " " }) }
}
