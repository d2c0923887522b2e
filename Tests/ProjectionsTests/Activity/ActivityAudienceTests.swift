import EventStore
import Governance
import TestKit
import Testing
import Values

@testable import Projections

/// What an activity report tells those who hear every session, and what everybody.
@Suite struct ActivityAudienceTests {
  /// Three items of three sessions, each with a decision, an action by it and a subgroup.
  private func network(_ edits: [(String, String)] = []) throws -> SampleNetwork {
    let network = try SampleNetwork(under: SampleRules.amended(edits))
    for member in ["ES", "FR", "PT"] { try network.admit(member) }
    try network.convene("plenary-1", for: "2026-03-20", on: "2026-02-02")
    for session in ["open", "restricted", "closed"] {
      try network.record(
        "agenda add",
        [
          "item": [session], "meeting": ["plenary-1"], "title": ["Item \(session)"],
          "session": [session],
        ], on: "2026-02-03")
    }
    try network.open("plenary-1", on: "2026-03-20", present: ["ES", "FR", "PT"])
    for (index, session) in ["open", "restricted", "closed"].enumerated() {
      try network.record(
        "deliberation record",
        [
          "meeting": ["plenary-1"], "title": ["Matter \(session)"], "item": [session],
          "consensus": ["true"],
        ], on: "2026-03-20")
      try network.record(
        "action assign",
        [
          "title": ["Work \(session)"], "owner": ["PT"], "due": ["2026-04-30"],
          "by": ["D-\(index + 1)"],
        ], on: "2026-03-20")
      try network.record(
        "subgroup add",
        [
          "subgroup": ["group-\(session)"], "title": ["Group \(session)"], "mandate": ["Study"],
          "by": ["D-\(index + 1)"],
        ], on: "2026-03-20")
    }
    try network.record(
      "action report", ["action": ["action-1"], "text": ["In our words"]], on: "2026-03-25")
    return network
  }

  private func told(
    _ network: SampleNetwork, _ audience: Activity.Audience
  ) throws -> Activity {
    try Activity(
      Views.open(for: network.log), from: try #require(Day("2026-03-01")),
      until: try #require(Day("2026-03-31")), for: audience)
  }

  /// All that the lines say, in one text.
  private func words(_ activity: Activity) -> String {
    activity.sections.flatMap(\.lines).flatMap { line in
      [line.code] + line.values.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    }.joined(separator: "\n")
  }

  private func lines(
    _ activity: Activity, _ subject: ActivitySection.Subject
  ) -> [ActivityLine] {
    activity.sections.first { $0.subject == subject }?.lines ?? []
  }

  @Test func `Those who hear every session are told of all, with the session`() throws {
    let activity = try told(network(), .restricted)
    #expect(
      lines(activity, .decisions).map { $0.values["session"] } == [
        .text("open"), .text("restricted"), .text("closed"),
      ])
    #expect(lines(activity, .decisions).map(\.code) == ["decision", "decision", "decision"])
    #expect(lines(activity, .actions).count == 4 && lines(activity, .subgroups).count == 3)
    #expect(activity.openActions == 3)
  }

  @Test func `Everybody is told the number of a restricted decision, and of a closed one nothing`()
    throws
  {
    let activity = try told(network(), .everybody)
    let decisions = lines(activity, .decisions)
    #expect(decisions.map(\.code) == ["decision", "decision-reserved"])
    #expect(decisions.map { $0.values["deliberation"] } == [.text("D-1"), .text("D-2")])
    #expect(decisions.last?.values["title"] == nil)
    for secret in ["Matter restricted", "Matter closed", "D-3", "Work restricted", "Group closed"] {
      #expect(!words(activity).contains(secret), "\(secret)")
    }
    #expect(words(activity).contains("Work open") && words(activity).contains("Group open"))
    #expect(activity.openActions == 1)
  }

  @Test func `What an owner wrote is not for everybody`() throws {
    let reported = try lines(told(network(), .everybody), .actions).last
    #expect(reported?.code == "action-reported" && reported?.values["worded"] == .text("no"))
    let whole = try lines(told(network(), .restricted), .actions)
    #expect(whole.contains { $0.values["worded"] == .text("yes") })
  }

  @Test func `Where the rules let a guest hear a session, everybody is told of it`() throws {
    let seen = (
      "  programme: {length: P2Y",
      "  visibility: {name: [member], restricted: [member, guest], closed: [member], "
        + "source: assumption}\n  programme: {length: P2Y"
    )
    let decisions = try lines(told(network([seen]), .everybody), .decisions)
    #expect(decisions.map(\.code) == ["decision", "decision"])
  }

  @Test func `An item below a closed one is as closed as that, though it says that it is open`()
    throws
  {
    let network = try network()
    try network.record(
      "agenda add",
      [
        "item": ["below"], "meeting": ["plenary-1"], "title": ["Below"], "parent": ["closed"],
        "session": ["open"], "reason": ["late"],
      ], on: "2026-03-20")
    let answer = try network.record(
      "deliberation record",
      [
        "meeting": ["plenary-1"], "title": ["Matter below"], "item": ["below"],
        "consensus": ["true"],
      ], on: "2026-03-20")
    #expect(answer.verdict == .accepted, "\(answer.reasons.refusals)")
    #expect(try words(told(network, .restricted)).contains("Matter below"))
    #expect(try !words(told(network, .everybody)).contains("Matter below"))
  }
}
