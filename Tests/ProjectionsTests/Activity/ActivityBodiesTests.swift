import EventStore
import Governance
import TestKit
import Testing
import Values

@testable import Projections

/// Meetings that were called off, elections and the composition of bodies, as an activity report tells them.
@Suite struct ActivityBodiesTests {
  private static let ballot = (
    "elected: {min: 2, max: 3, by: plenary, term: P2Y, one_per_member: true, source: assumption}",
    "elected: {min: 1, max: 3, by: plenary, one_per_member: true, source: assumption, ballot: "
      + "{more_than: 1/2, of: votes_cast, abstentions: ignored, relative_after: 1, tie: lot, "
      + "contested: true, source: assumption}}"
  )

  /// An election of one seat, opened on 2 February and decided on 20 March.
  private func network() throws -> SampleNetwork {
    let network = try SampleNetwork(under: SampleRules.amended([Self.ballot]))
    for member in ["ES", "FR", "PT"] { try network.admit(member) }
    try network.convene("plenary-1", for: "2026-03-20", on: "2026-02-02")
    try open("1", "2026-02-02", in: network)
    for member in ["PT", "ES"] {
      try network.record(
        "election nominate", ["election": ["E-1"], "member": [member], "proposer": [member]],
        on: "2026-02-03")
    }
    try network.open("plenary-1", on: "2026-03-20", present: ["ES", "FR", "PT"])
    let answer = try network.record(
      "election vote",
      [
        "election": ["E-1"], "meeting": ["plenary-1"], "votes": ["PT=2", "ES=1"],
        "ballots": ["3"],
      ], on: "2026-03-20")
    #expect(answer.verdict == .accepted, "\(answer.reasons.refusals)")
    return network
  }

  private func open(_ seats: String, _ day: String, in network: SampleNetwork) throws {
    let answer = try network.record(
      "election open", ["body": ["bureau"], "seats": [seats]], on: day)
    #expect(answer.verdict == .accepted, "\(answer.reasons.refusals)")
  }

  private func lines(
    _ network: SampleNetwork, _ subject: ActivitySection.Subject, _ from: String, _ until: String
  ) throws -> [ActivityLine] {
    let activity = try Activity(
      Views.open(for: network.log), from: try #require(Day(from)),
      until: try #require(Day(until)), for: .restricted)
    return activity.sections.first { $0.subject == subject }?.lines ?? []
  }

  @Test func `An election is open until its end, and told with who was elected`() throws {
    let network = try network()
    let before = try lines(network, .elections, "2026-02-01", "2026-02-28")
    #expect(before.map(\.code) == ["election-open"])
    #expect(before.first?.values["seats"] == .int(1))
    let after = try lines(network, .elections, "2026-03-01", "2026-03-31")
    #expect(after.map(\.code) == ["election-closed"])
    #expect(after.first?.values["members"] == .list(["PT"]))
    #expect(after.first?.values["vacant"] == .int(0))
    #expect(try lines(network, .elections, "2026-04-01", "2026-04-30") == [])
  }

  @Test func `Who took the seats of an election of the period is not told twice`() throws {
    let network = try network()
    let answer = try network.record(
      "board elect", ["body": ["bureau"], "election": ["E-1"]], on: "2026-03-21")
    #expect(answer.verdict == .accepted, "\(answer.reasons.refusals)")
    #expect(
      try lines(network, .elections, "2026-03-01", "2026-03-31").map(\.code) == ["election-closed"])
    let later = try lines(network, .elections, "2026-03-21", "2026-03-31")
    #expect(later.map(\.code) == ["seated"])
    #expect(later.first?.values["members"] == .list(["PT"]))
  }

  @Test func `Each composition of a body is told in the period in which it began`() throws {
    let network = try network()
    for title in ["Coordination of PT", "Coordination of ES"] {
      try network.record(
        "deliberation record",
        ["meeting": ["plenary-1"], "title": [title], "consensus": ["true"]], on: "2026-03-20")
    }
    for (day, member, by) in [("2026-05-01", "PT", "D-1"), ("2026-06-01", "ES", "D-2")] {
      let answer = try network.record(
        "board coordinate", ["body": ["lead"], "member": [member], "by": [by]], on: day)
      #expect(answer.verdict == .accepted, "\(answer.reasons.refusals)")
    }
    let both = try lines(network, .elections, "2026-05-01", "2026-06-30")
    #expect(both.map { $0.values["members"] } == [.list(["PT"]), .list(["ES"])])
    #expect(both.map { $0.values["by"] } == [.text("D-1"), .text("D-2")])
    #expect(both.map { $0.values["origin"] } == [.text("coordination"), .text("coordination")])
    for line in both {
      let event = try #require(line.event)
      #expect(try network.log.event(at: event)?.type == "coordinator.named")
    }
    #expect(try lines(network, .elections, "2026-06-02", "2026-06-30") == [])
  }

  @Test func `A meeting that was called off is told when it was, with the reason`() throws {
    let network = try network()
    try network.convene("plenary-2", for: "2026-09-20", on: "2026-08-02")
    let answer = try network.record(
      "meeting cancel", ["meeting": ["plenary-2"], "reason": ["A flood"]], on: "2026-08-20")
    #expect(answer.verdict == .accepted, "\(answer.reasons.refusals)")
    let told = try lines(network, .meetings, "2026-08-01", "2026-08-31")
    #expect(told.map(\.code) == ["meeting-cancelled"])
    #expect(told.first?.values["reason"] == .text("A flood"))
    #expect(told.first?.values["on"] == .text("2026-08-20"))
    #expect(told.first?.values["from"] == .text("2026-09-20"))
    #expect(try lines(network, .meetings, "2026-09-01", "2026-09-30") == [])
  }
}
