import EventStore
import Governance
import TestKit
import Testing
import Values

@testable import Projections

/// What was done in a period, by the network, a member or a subgroup.
@Suite struct ActivityTests {
  private func network() throws -> SampleNetwork {
    let network = try SampleNetwork()
    for code in ["PT", "ES"] { try network.admit(code, on: "2026-01-10") }
    try network.admit("FR", on: "2026-05-02")
    try network.record(
      "meeting plan", ["series": ["plenary"], "from": ["2026-03-20"], "place": ["Porto"]],
      on: "2026-02-01")
    try network.record("meeting convene", ["meeting": ["plenary-1"]], on: "2026-02-02")
    try network.record(
      "meeting open", ["meeting": ["plenary-1"], "present": ["PT", "ES"]], on: "2026-03-20")
    for title in ["Subgroup", "Guide"] {
      try network.record(
        "deliberation record",
        ["meeting": ["plenary-1"], "title": [title], "consensus": ["true"]], on: "2026-03-20")
    }
    try network.record(
      "subgroup add",
      ["subgroup": ["cloud"], "title": ["Cloud"], "mandate": ["Study"], "by": ["D-1"]],
      on: "2026-03-21")
    try network.record(
      "subgroup coordinate", ["subgroup": ["cloud"], "member": ["ES"]], on: "2026-03-22")
    for (title, owner) in [("Write", "PT"), ("Count", "cloud")] {
      try network.record(
        "action assign",
        ["title": [title], "owner": [owner], "due": ["2026-05-01"], "meeting": ["plenary-1"]],
        on: "2026-03-20")
    }
    try network.record(
      "action report", ["action": ["action-1"], "text": ["Half of it"]], on: "2026-04-10")
    try network.record(
      "action close", ["action": ["action-2"], "outcome": ["done"], "result": ["27 of them"]],
      on: "2026-04-15")
    try network.record("meeting close", ["meeting": ["plenary-1"]], on: "2026-03-20")
    try network.record(
      "report publish", ["output": ["outcome_report"], "meeting": ["plenary-1"]],
      on: "2026-04-01")
    try network.record(
      "subgroup report", ["subgroup": ["cloud"], "text": ["Met once"]], on: "2026-04-20")
    try network.record("member end", ["member": ["FR"], "reason": ["Left"]], on: "2026-09-01")
    return network
  }

  private func activity(
    _ network: SampleNetwork, _ from: String, _ until: String, _ scope: Activity.Scope = .network,
    for audience: Activity.Audience = .restricted
  ) throws -> Activity {
    try Activity(
      Views.open(for: network.log), from: try #require(Day(from)),
      until: try #require(Day(until)), scope: scope, for: audience)
  }

  private func codes(_ activity: Activity) -> [String] {
    activity.sections.flatMap { section in
      section.lines.map { "\(section.subject.rawValue) \($0.code)" }
    }
  }

  @Test func `A period has what happened in it, by subject, and nothing else`() throws {
    let spring = try activity(network(), "2026-03-01", "2026-04-30")
    #expect(
      codes(spring) == [
        "meetings meeting", "decisions decision", "decisions decision", "actions action-given",
        "actions action-reported", "actions action-given", "actions action-closed",
        "reports report", "subgroups subgroup-created", "subgroups subgroup-reported",
      ])
    #expect(try codes(activity(network(), "2026-06-01", "2026-08-31")) == [])
  }

  @Test(
    arguments: [
      ("2026-01-01", "2026-01-31", ["members member-joined", "members member-joined"]),
      ("2026-05-02", "2026-05-02", ["members member-joined"]),
      ("2026-05-03", "2026-08-31", []), ("2026-09-01", "2026-09-30", ["members member-left"]),
    ] as [(String, String, [String])])
  func `Who joins and who leaves is told in the period in which it happened`(
    _ row: (from: String, until: String, lines: [String])
  ) throws {
    #expect(try codes(activity(network(), row.from, row.until)) == row.lines)
  }

  @Test func `The first and the last day belong to a period`() throws {
    func reports(_ from: String, _ until: String) throws -> Int {
      try codes(activity(network(), from, until)).count { $0.hasPrefix("reports") }
    }
    #expect(try reports("2026-04-01", "2026-04-01") == 1)
    #expect(try reports("2026-03-01", "2026-03-31") == 0)
    #expect(try reports("2026-04-02", "2026-04-30") == 0)
  }

  @Test func `A member's report has the meetings it was at and the actions that it answers for`()
    throws
  {
    let portugal = try activity(network(), "2026-01-01", "2026-12-31", .member("PT"))
    #expect(
      codes(portugal) == [
        "meetings meeting", "actions action-given", "actions action-reported",
        "members member-joined",
      ])
    let spain = try activity(network(), "2026-02-01", "2026-12-31", .member("ES"))
    #expect(
      codes(spain) == [
        "meetings meeting", "subgroups subgroup-created", "subgroups subgroup-reported",
      ])
    #expect(try codes(activity(network(), "2026-05-03", "2026-08-31", .member("FR"))) == [])
  }

  @Test func `A subgroup's report has its decision, its actions and what it told`() throws {
    let cloud = try activity(network(), "2026-01-01", "2026-12-31", .subgroup("cloud"))
    #expect(
      codes(cloud) == [
        "decisions decision", "actions action-given", "actions action-closed",
        "subgroups subgroup-created", "subgroups subgroup-reported",
      ])
    #expect(cloud.sections.first?.lines.first?.values["deliberation"] == .text("D-1"))
  }

  @Test func `The end of the period counts what is open and overdue then`() throws {
    let april = try activity(network(), "2026-03-01", "2026-04-10")
    #expect([april.openActions, april.overdueActions] == [2, 0])
    let may = try activity(network(), "2026-05-01", "2026-05-02")
    #expect([may.openActions, may.overdueActions] == [1, 1])
  }

  @Test func `Each line names the event that explains it`() throws {
    let network = try network()
    for line in try activity(network, "2026-01-01", "2026-12-31").sections.flatMap(\.lines) {
      let event = try #require(line.event, "\(line.code)")
      #expect(try network.log.event(at: event) != nil, "\(line.code)")
    }
  }

  /// The types of the events behind the lines of a subject.
  private func types(
    _ activity: Activity, _ subject: ActivitySection.Subject, in network: SampleNetwork
  ) throws -> [String] {
    try activity.sections.first { $0.subject == subject }?.lines.map { line in
      let event = try #require(line.event, "\(line.code)")
      return try #require(try network.log.event(at: event)).type
    } ?? []
  }

  @Test func `Each step of an action and of a subgroup names the event that took it`() throws {
    let network = try network()
    try network.record(
      "action extend",
      ["action": ["action-1"], "until": ["2026-06-01"], "reason": ["More time"]], on: "2026-04-12")
    try network.record("subgroup end", ["subgroup": ["cloud"]], on: "2026-05-10")
    let year = try activity(network, "2026-01-01", "2026-12-31")
    #expect(
      try types(year, .actions, in: network) == [
        "assignment.made", "assignment.reported", "assignment.made", "assignment.closed",
      ])
    #expect(
      try types(year, .subgroups, in: network) == [
        "subgroup.created", "subgroup.reported", "subgroup.ended",
      ])
  }

  @Test func `The steps of a programme's action are told apart on one and the same day`() throws {
    let network = try network()
    let day = "2026-03-20"
    try network.record(
      "programme draft", ["title": ["Work"], "from": ["2026-04-01"]], on: day)
    try network.record(
      "programme add", ["programme": ["programme-1"], "title": ["Guide"], "owner": ["PT"]], on: day)
    for text in ["Begun", "Ready"] {
      try network.record(
        "programme report", ["action": ["programme-1.1"], "text": [text]], on: day)
    }
    try network.record(
      "programme close", ["action": ["programme-1.1"], "outcome": ["done"]], on: day)
    let lines = try activity(network, day, day).sections.first { $0.subject == .actions }?.lines
      .filter { $0.values["action"] == .text("programme-1.1") }
    let events = try (lines ?? []).map { line in
      let position = try #require(line.event)
      return try #require(try network.log.event(at: position))
    }
    #expect(events.map(\.type) == ["action.added", "action.reported", "action.closed"])
    #expect(events.map { $0.data["text"]?.text } == [nil, "Ready", nil])
  }

  @Test func `A struck report is not cited, nor what is recorded of a later day`() throws {
    let network = try network()
    let past = try activity(network, "2026-04-01", "2026-04-30", .member("PT"))
    let first = try #require(past.sections.first { $0.subject == .actions }?.lines.first?.event)
    try network.record(
      "action report", ["action": ["action-1"], "text": ["Wrong"]], on: "2026-04-11")
    let wrong = try #require(
      try activity(network, "2026-04-01", "2026-04-30", .member("PT")).sections
        .first { $0.subject == .actions }?.lines.first?.event)
    #expect(wrong > first)
    try network.record(
      "event correct", ["event": ["\(wrong)"], "strike": ["true"], "reason": ["Never said"]],
      on: "2026-05-01")
    let mended = try activity(network, "2026-04-01", "2026-04-30", .member("PT"))
    #expect(mended.sections.first { $0.subject == .actions }?.lines.first?.event == first)
  }

  @Test func `A meeting and a report carry what their titles are made of`() throws {
    let year = try activity(network(), "2026-01-01", "2026-12-31")
    let meeting = try #require(year.sections.first { $0.subject == .meetings }?.lines.first)
    #expect(meeting.values["series"] == .text("plenary"))
    #expect(meeting.values["number"] == .text("1"))
    let report = try #require(year.sections.first { $0.subject == .reports }?.lines.first)
    #expect(report.values["meeting"] == .text("plenary-1") && report.values["met"] == .text("yes"))
  }

  @Test func `What is recorded of later days changes nothing of an earlier period`() throws {
    let network = try network()
    let before = try activity(network, "2026-03-01", "2026-04-30")
    try network.record(
      "action close", ["action": ["action-1"], "outcome": ["done"], "result": ["All of it"]],
      on: "2026-11-20")
    try network.record("subgroup end", ["subgroup": ["cloud"]], on: "2026-11-21")
    #expect(try activity(network, "2026-03-01", "2026-04-30") == before)
  }
}
