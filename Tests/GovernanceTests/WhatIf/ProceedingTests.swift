import EventStore
import Plugins
import TestKit
import Testing
import Values

@testable import Governance

/// Which version of the rules decides an act: that of the day, or that under which its proceeding began.
@Suite struct ProceedingTests {
  private static func amended() throws -> JSON { try SampleRules.amended(SampleRules.strict) }

  @Test func `A meeting convened under one version ends under it`() throws {
    let network = try SampleNetwork.sitting()
    try network.adopt(try Self.amended(), from: "2026-03-21")
    let answer = try network.vote(2, against: 1, on: "2026-03-21")
    #expect(answer.events.map(\.type) == ["deliberation.adopted"])
    #expect(try network.version(of: answer) == "1.0.0")
    let closed = try network.record("meeting close", ["meeting": ["plenary-1"]], on: "2026-03-22")
    #expect(try network.version(of: closed) == "1.0.0")
  }

  @Test func `A meeting convened under the new version is decided by it`() throws {
    let network = try SampleNetwork.sitting()
    try network.adopt(try Self.amended(), from: "2026-03-21")
    try network.convene("plenary-2", for: "2026-06-01", on: "2026-04-01")
    let opened = try network.open("plenary-2", on: "2026-06-01")
    let answer = try network.vote(2, against: 1, in: "plenary-2", on: "2026-06-01")
    #expect(answer.events.map(\.type) == ["deliberation.rejected"])
    #expect(try network.version(of: opened) == "1.1.0")
    #expect(try network.version(of: answer) == "1.1.0")
  }

  @Test func `A meeting that was only planned is convened by the new version`() throws {
    let network = try SampleNetwork.sitting()
    try network.record(
      "meeting plan", ["series": ["plenary"], "from": ["2026-04-15"]], on: "2026-03-20")
    let longer = try SampleRules.amended([("period: P14D", "period: P21D")])
    try network.adopt(longer, from: "2026-03-21")
    let late = try network.record(
      "meeting convene", ["meeting": ["plenary-2"]], on: "2026-03-27")
    #expect(late.reasons.refusals.map(\.code) == ["notice-too-short"])
    #expect(try network.version(of: late) == "1.1.0")
  }

  @Test func `An amendment may take over what is in progress`() throws {
    let network = try SampleNetwork.sitting()
    let taking = try SampleRules.amended(SampleRules.strict + SampleRules.adopting)
    try network.adopt(taking, from: "2026-03-21")
    let before = try network.vote(2, against: 1, on: "2026-03-20")
    let after = try network.vote(2, against: 1, on: "2026-03-21")
    #expect(before.events.map(\.type) == ["deliberation.adopted"])
    #expect(after.events.map(\.type) == ["deliberation.rejected"])
    #expect(try network.version(of: after) == "1.1.0")
  }

  @Test func `What one amendment took over, the next one leaves to it`() throws {
    let network = try SampleNetwork.sitting()
    try network.adopt(
      try SampleRules.amended(SampleRules.strict + SampleRules.adopting), from: "2026-03-21")
    try network.adopt(
      try SampleRules.amended([("urgent: P4D", "urgent: P5D")], version: "1.2.0"),
      decidedOn: "2026-03-21", from: "2026-03-22")
    let answer = try network.vote(2, against: 1, on: "2026-03-23")
    #expect(try network.version(of: answer) == "1.1.0")
  }

  @Test func `A programme is adopted by the rules under which it was drafted`() throws {
    let network = try SampleNetwork.sitting()
    try network.record(
      "programme draft", ["title": ["Work"], "from": ["2026-04-01"]], on: "2026-03-20")
    let other = try SampleRules.amended([
      ("by: plenary, matter: programme", "by: plenary, matter: default")
    ])
    try network.adopt(other, from: "2026-03-21")
    let decided = try network.vote(3, against: 0, on: "2026-03-22", matter: "programme")
    let id = try #require(decided.events.first?.stream.dropFirst("deliberation-".count))
    let adopted = try network.record(
      "programme adopt", ["programme": ["programme-1"], "by": [String(id)]], on: "2026-03-23")
    #expect(adopted.verdict == .accepted)
    #expect(try network.version(of: adopted) == "1.0.0")
  }

  @Test func `An act that belongs to no proceeding is decided by the rules of its day`() throws {
    let network = try SampleNetwork.sitting()
    try network.adopt(try Self.amended(), from: "2026-03-21")
    for (day, version) in [("2026-03-20", "1.0.0"), ("2026-03-21", "1.1.0")] {
      let answer = try network.record("person add", ["name": ["Ana Example"]], on: day)
      #expect(try network.version(of: answer) == version, "\(day)")
    }
  }

  @Test func `Within one import, a meeting keeps the rules under which the import convened it`()
    throws
  {
    let network = try SampleNetwork.sitting()
    let amended = try Self.amended()
    try network.adopt(amended, from: "2026-03-21")
    let file = """
      - {do: meeting plan, series: plenary, from: 2026-05-02, effective: 2026-03-20}
      - {do: meeting convene, meeting: plenary-2, effective: 2026-03-20}
      - {do: meeting open, meeting: plenary-2, present: [ES, MT, PT], effective: 2026-05-02}
      - {do: deliberation record, meeting: plenary-2, title: One, for: 2, against: 1, effective: 2026-05-02}
      """
    let findings = Findings()
    let entries = ImportFile.read(Array(file.utf8), file: "acts.yaml", into: findings)
    #expect(!findings.hasErrors)
    let header = ImportHeader(actor: "secretariat", today: SampleNetwork.today) {
      CommandID("entry \($0)")
    }
    let answers = try network.registrar.record(entries, under: header, now: SampleNetwork.now)
    #expect(try answers.map { try network.version(of: $0) } == Array(repeating: "1.0.0", count: 4))
    #expect(answers.last?.events.map(\.type) == ["deliberation.adopted"])
  }

  @Test func `After three versions, every state still equals a fold from the first event`() throws {
    let network = try SampleNetwork.sitting()
    try network.adopt(try Self.amended(), from: "2026-03-21")
    try network.adopt(
      try SampleRules.amended(SampleRules.adopting, version: "1.2.0"), decidedOn: "2026-03-21",
      from: "2026-03-25")
    try network.vote(2, against: 1, on: "2026-03-26")
    #expect(try network.keptStates() == network.foldedStates())
    #expect(try Verifier.verify(directory: network.folder.path).isWhole)
  }
}

/// The choice among versions itself, without a log.
@Suite struct VersionChoiceTests {
  /// Versions a, b, c, d from the first of January to April, of which some take over.
  private static func chosen(
    on day: String, begun: String, under digest: String, adopting: Set<String>
  )
    throws -> String?
  {
    let id = try #require(Identifier<Network>("sample"))
    var network = Network(id: id)
    for (index, name) in ["a", "b", "c", "d"].enumerated() {
      let from = try #require(Day(year: 2026, month: index + 1, day: 1))
      let adopted = NetworkEvent.RulesAdopted(
        version: name, digest: name, from: from, deliberation: nil, rules: [:])
      network.evolve(
        with: .rulesAdopted(adopted), at: Mark(position: Int64(index + 1), effective: from))
    }
    return network.rules(
      on: try #require(Day(day)), begunOn: try #require(Day(begun)), under: digest
    ) { adopting.contains($0.version) }?.version
  }

  struct Row: Sendable {
    let name: String
    let day: String
    let begun: String
    let digest: String
    let adopting: Set<String>
    let expected: String?
  }

  @Test(arguments: [
    Row(
      name: "same day", day: "2026-01-20", begun: "2026-01-20", digest: "a", adopting: [],
      expected: "a"),
    Row(
      name: "kept", day: "2026-04-20", begun: "2026-01-20", digest: "a", adopting: [], expected: "a"
    ),
    Row(
      name: "taken over", day: "2026-04-20", begun: "2026-01-20", digest: "a", adopting: ["d"],
      expected: "d"),
    Row(
      name: "taken over once", day: "2026-04-20", begun: "2026-01-20", digest: "a", adopting: ["b"],
      expected: "b"),
    Row(
      name: "not yet", day: "2026-03-31", begun: "2026-01-20", digest: "a", adopting: ["d"],
      expected: "a"),
    Row(
      name: "on its first day", day: "2026-04-01", begun: "2026-01-20", digest: "a",
      adopting: ["d"], expected: "d"),
    Row(
      name: "an older one does not", day: "2026-04-20", begun: "2026-03-20", digest: "c",
      adopting: ["a", "b"], expected: "c"),
    Row(
      name: "its own word is no other", day: "2026-04-20", begun: "2026-03-20", digest: "c",
      adopting: ["c"], expected: "c"),
    Row(
      name: "an act of an earlier day", day: "2026-01-05", begun: "2026-03-20", digest: "c",
      adopting: ["b", "d"], expected: "c"),
    Row(
      name: "rules nobody adopted", day: "2026-04-20", begun: "2026-01-20", digest: "z",
      adopting: [], expected: nil),
  ])
  func `The version of the beginning stays until one takes over`(_ row: Row) throws {
    let chosen = try Self.chosen(
      on: row.day, begun: row.begun, under: row.digest, adopting: row.adopting)
    #expect(chosen == row.expected, "\(row.name)")
  }

  @Test func `Of rules that came back, those in force at the beginning are meant`() throws {
    let id = try #require(Identifier<Network>("sample"))
    var network = Network(id: id)
    for (index, digest) in ["a", "b", "a"].enumerated() {
      let from = try #require(Day(year: 2026, month: index + 1, day: 1))
      let adopted = NetworkEvent.RulesAdopted(
        version: "\(index)", digest: digest, from: from, deliberation: nil, rules: [:])
      network.evolve(
        with: .rulesAdopted(adopted), at: Mark(position: Int64(index + 1), effective: from))
    }
    let (april, january, march) = try (
      #require(Day("2026-04-01")), #require(Day("2026-01-10")), #require(Day("2026-03-10"))
    )
    let first = network.rules(on: april, begunOn: january, under: "a") { $0.digest == "b" }
    #expect(first?.version == "1")
    let last = network.rules(on: april, begunOn: march, under: "a") { $0.digest == "b" }
    #expect(last?.version == "2")
  }

  @Test func `A meeting begins with its convocation, a programme with its draft`() throws {
    let id = try #require(MeetingID("plenary-1"))
    let day = try #require(Day("2026-02-02"))
    var meeting = Meeting(id: id)
    let plan = MeetingPlan(series: "plenary", number: 1, from: PartialDay(day))
    meeting.evolve(with: .planned(plan), at: Mark(position: 1, effective: day))
    #expect(meeting.beginning == nil && meeting.isOpen)
    let convocation = Convocation(on: PartialDay(day), agenda: [], isUrgent: false)
    meeting.evolve(with: .convened(convocation), at: Mark(position: 2, effective: day))
    #expect(meeting.beginning?.position == 2 && meeting.isOpen)
    let end = Closing(on: PartialDay(day), time: nil)
    meeting.evolve(with: .closed(end), at: Mark(position: 3, effective: day))
    #expect(meeting.beginning?.position == 2 && !meeting.isOpen)
  }
}
