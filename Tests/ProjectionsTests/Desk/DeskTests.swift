import EventStore
import Governance
import TestKit
import Testing
import Values

@testable import Projections

/// What wants doing, by day, each with the line that does it.
@Suite struct DeskTests {
  private func entries(_ network: SampleNetwork, on day: String, within period: String? = nil)
    throws -> [DeskEntry]
  {
    try Desk.entries(
      try Views.open(for: network.log), on: try #require(Day(day)),
      within: try period.map { try #require(Period($0)) })
  }

  private func lines(_ entries: [DeskEntry]) -> [String] {
    entries.map { "\($0.due) \($0.kind.rawValue) \($0.subject): \($0.line.joined(separator: " "))" }
  }

  private func lines(
    of kind: DeskEntry.Kind, _ network: SampleNetwork, on day: String
  ) throws -> [String] {
    lines(try entries(network, on: day).filter { $0.kind == kind })
  }

  private func network() throws -> SampleNetwork {
    let network = try SampleNetwork()
    for code in ["PT", "ES"] { try network.admit(code, on: "2026-01-10") }
    try network.record(
      "meeting plan", ["series": ["plenary"], "from": ["2026-12-15"]], on: "2026-11-01")
    return network
  }

  /// The first plenary, with its opening recorded.
  private func held() throws -> SampleNetwork {
    let network = try network()
    try network.record("meeting convene", ["meeting": ["plenary-1"]], on: "2026-12-01")
    try network.record(
      "meeting open", ["meeting": ["plenary-1"], "present": ["PT", "ES"]], on: "2026-12-15")
    return network
  }

  @Test func `A planned meeting is to be convened by the last lawful day`() throws {
    let network = try network()
    let convene = "2026-12-01 convene plenary-1: meeting convene plenary-1"
    #expect(try lines(of: .convene, network, on: "2026-11-23") == [convene])
    #expect(try lines(of: .convene, network, on: "2026-12-02") == [convene])
    let entry = try #require(try entries(network, on: "2026-11-23").first { $0.kind == .convene })
    #expect(entry.clause == "series.plenary.notice")
    try network.record("meeting convene", ["meeting": ["plenary-1"]], on: entry.due.description)
    #expect(try lines(of: .convene, network, on: "2026-12-02") == [])
  }

  @Test func `A convened meeting is to be opened on its first day, and an open one to be closed`()
    throws
  {
    let network = try network()
    try network.record("meeting convene", ["meeting": ["plenary-1"]], on: "2026-12-01")
    #expect(
      try lines(of: .open, network, on: "2026-12-02") == [
        "2026-12-15 open plenary-1: meeting open plenary-1"
      ])
    try network.record(
      "meeting open", ["meeting": ["plenary-1"], "present": ["PT", "ES"]], on: "2026-12-15")
    #expect(try lines(of: .open, network, on: "2026-12-15") == [])
    #expect(
      try lines(of: .close, network, on: "2026-12-15") == [
        "2026-12-15 close plenary-1: meeting close plenary-1"
      ])
  }

  @Test func `Minutes that were sent round are to be approved`() throws {
    let network = try held()
    try network.record("meeting close", ["meeting": ["plenary-1"]], on: "2026-12-15")
    try network.record("minutes draft", ["meeting": ["plenary-1"]], on: "2026-12-16")
    #expect(try lines(of: .minutes, network, on: "2026-12-17") == [])
    try network.record("minutes circulate", ["meeting": ["plenary-1"]], on: "2026-12-18")
    #expect(
      try lines(of: .minutes, network, on: "2026-12-18") == [
        "2026-12-18 minutes plenary-1: minutes approve plenary-1"
      ])
  }

  @Test func `What the rules expect stands there with the act that meets it`() throws {
    let network = try held()
    try network.record("meeting close", ["meeting": ["plenary-1"]], on: "2026-12-15")
    let owed = try entries(network, on: "2026-12-20").filter { $0.kind == .obligation }
    let said = Dictionary(owed.map { ($0.subject, $0.line.joined(separator: " ")) }) { $1 }
    #expect(
      said["outputs.outcome_report:plenary-1"]
        == "report publish outcome_report --meeting plenary-1")
    #expect(said["seats.contact_point:PT"] == "seat appoint PT --kind contact_point")
    #expect(said["series.plenary:plenary"] == "meeting plan plenary")
    let report = try #require(owed.first { $0.subject == "outputs.outcome_report:plenary-1" })
    #expect(report.due == Day("2027-01-14"))
    #expect(report.clause == "outputs.outcome_report")
  }

  @Test func `Open actions of meetings and programmes stand there with what closes them`() throws {
    let network = try held()
    try network.record(
      "action assign",
      ["title": ["Ask"], "owner": ["PT"], "due": ["2027-01-10"], "meeting": ["plenary-1"]],
      on: "2026-12-15")
    try network.record(
      "programme draft", ["title": ["Work"], "from": ["2027-01-01"]], on: "2026-12-15")
    try network.record(
      "programme add",
      ["programme": ["programme-1"], "title": ["Guide"], "due": ["2027-01-05"]], on: "2026-12-15")
    try network.record(
      "deliverable add",
      ["action": ["programme-1.1"], "title": ["Book"], "due": ["2027-01-04"]], on: "2026-12-15")
    #expect(
      try lines(of: .action, network, on: "2026-12-20") == [
        "2027-01-05 action programme-1.1: programme close programme-1.1",
        "2027-01-10 action action-1: action close action-1",
      ])
    #expect(
      try lines(of: .deliverable, network, on: "2026-12-20") == [
        "2027-01-04 deliverable programme-1.1.1: deliverable publish programme-1.1.1"
      ])
    try network.record(
      "action close", ["action": ["action-1"], "outcome": ["done"], "result": ["Asked"]],
      on: "2026-12-20")
    #expect(
      try lines(of: .action, network, on: "2026-12-20") == [
        "2027-01-05 action programme-1.1: programme close programme-1.1"
      ])
  }

  @Test func `An open election stands there until it is closed`() throws {
    let ballot = ("one_per_member: true,", "one_per_member: true, \(SampleHistory.ballot),")
    let network = try SampleNetwork(under: SampleRules.amended([ballot]))
    try network.record(
      "election open", ["body": ["bureau"], "seats": ["2"], "until": ["2026-12-10"]],
      on: "2026-11-20")
    #expect(
      try lines(of: .election, network, on: "2026-12-10") == [
        "2026-12-10 election E-1: election nominate E-1"
      ])
    #expect(
      try lines(of: .election, network, on: "2026-12-11") == [
        "2026-12-10 election E-1: election vote E-1"
      ])
    try network.record("election close", ["election": ["E-1"]], on: "2026-12-12")
    #expect(try lines(of: .election, network, on: "2026-12-12") == [])
  }

  @Test func `Terms of seats, boards and subgroups stand there by their last day`() throws {
    let network = try held()
    try network.addPerson("Ana Example")
    try network.appoint("H-1", for: "PT", on: "2026-12-15")
    try network.record(
      "deliberation record",
      [
        "meeting": ["plenary-1"], "title": ["Cloud"], "consensus": ["true"],
        "decides": ["cloud", "bureau"],
      ], on: "2026-12-15")
    try network.record(
      "subgroup add",
      [
        "subgroup": ["cloud"], "title": ["Cloud"], "mandate": ["Study"], "until": ["2027-06-30"],
        "by": ["D-1"],
      ], on: "2026-12-15")
    try network.record(
      "board elect",
      ["body": ["bureau"], "members": ["PT", "ES"], "by": ["D-1"], "until": ["2027-05-31"]],
      on: "2026-12-15")
    #expect(
      try lines(of: .term, network, on: "2026-12-20") == [
        "2027-05-31 term bureau: board elect bureau", "2027-06-30 term cloud: subgroup end cloud",
        "2030-12-15 term PT.contact_point.1: seat replace PT.contact_point.1",
      ])
    #expect(
      try lines(of: .term, network, on: "2027-07-05").contains(
        "2027-06-30 term cloud: subgroup end cloud"), "a mandate that ran out waits for its end")
    try network.record("subgroup end", ["subgroup": ["cloud"]], on: "2027-07-05")
    #expect(
      try !lines(of: .term, network, on: "2027-07-05").contains { $0.contains("cloud") })
  }

  @Test(arguments: [("P0D", []), ("P7D", []), ("P8D", ["plenary-1"]), ("P1Y", ["plenary-1"])])
  func `What is due later than the time asked about is not there yet`(
    _ row: (period: String, subjects: [String])
  ) throws {
    let found = try entries(network(), on: "2026-11-23", within: row.period)
    #expect(found.filter { $0.kind == .convene }.map(\.subject) == row.subjects)
  }

  @Test func `What is overdue is there however short the time asked about`() throws {
    let found = try entries(network(), on: "2027-02-01", within: "P0D")
    #expect(found.contains { $0.kind == .convene && $0.subject == "plenary-1" })
  }

  @Test func `The desk is sorted by day`() throws {
    let days = try entries(held(), on: "2026-12-20").map(\.due.number)
    #expect(days.count > 3)
    #expect(days == days.sorted())
  }

  @Test func `A network before its founding has an empty desk`() throws {
    #expect(try entries(network(), on: "2016-01-01") == [])
  }
}
