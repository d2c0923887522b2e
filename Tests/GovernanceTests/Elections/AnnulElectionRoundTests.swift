import EventStore
import Governance
import Plugins
import TestKit
import Testing
import Values

/// A round that does not count: by whom it is annulled, until when, and what becomes of the election.
@Suite struct AnnulElectionRoundTests {
  private static let day = "2026-03-20"

  private static func network() throws -> SampleNetwork {
    let network = try ElectionInLogTests.network()
    try ElectionInLogTests.vote(network, ["PT=7", "ES=6", "IT=5", "FR=4", "FI=2"])
    return network
  }

  private static func annul(
    _ network: SampleNetwork, by deliberation: String? = nil,
    on day: String = AnnulElectionRoundTests.day
  ) throws -> Answer {
    let by = deliberation.map { ["by": [$0]] } ?? [:]
    return try network.record(
      "election annul", ["election": ["E-1"], "reason": ["A guest voted"]].merging(by) { $1 },
      on: day)
  }

  private static func election(_ network: SampleNetwork) throws -> Election {
    let id = try #require(ElectionID("E-1"))
    return try #require(
      try LedgerInLog.ledger([.one(EntityKey(id))], in: network.log)[id])
  }

  @Test func `The chair annuls it in the meeting, and it is voted on again under its number`()
    throws
  {
    let network = try Self.network()
    let answer = try Self.annul(network)
    #expect(answer.verdict == .accepted, "\(answer.reasons.refusals)")
    #expect(answer.events.first?.data["round"] == 1)
    let annulled = try Self.election(network)
    #expect(annulled.stage == .open && annulled.elected.isEmpty && annulled.seatsLeft == 3)
    #expect(annulled.annulled.map(\.round.facts.number) == [1])
    let again = try ElectionInLogTests.vote(network, ["PT=2", "ES=4", "IT=4", "FR=4", "FI=7"])
    #expect(again.events.first?.data["round"] == 1)
    #expect(try Self.election(network).elected.map(\.text) == ["FI"])
    #expect(try network.keptStates() == network.foldedStates())
  }

  @Test func `What was closed after the round is open again, and that is told`() throws {
    let network = try Self.network()
    try network.record("election close", ["election": ["E-1"]], on: Self.day)
    #expect(try Self.election(network).stage == .closed)
    let answer = try Self.annul(network)
    #expect(answer.verdict == .accepted)
    #expect(answer.reasons.notes.map(\.code) == ["election-reopened"])
    let election = try Self.election(network)
    #expect(election.stage == .open && election.elected.isEmpty && election.annulled.count == 1)
    #expect(try network.keptStates() == network.foldedStates())
  }

  @Test func `After the meeting only the body that elects annuls it`() throws {
    let network = try Self.network()
    try network.record("meeting close", ["meeting": ["plenary-1"]], on: "2026-03-21")
    let late = try Self.annul(network, on: "2026-04-01")
    #expect(late.reasons.refusals.map(\.code) == ["round-annulment-late"])
    #expect(late.reasons.refusals.first?.ways.map(\.code) == ["decide-annulment"])
    try network.convene("plenary-2", for: "2026-06-20", until: "2026-06-20", on: "2026-05-02")
    try network.open("plenary-2", on: "2026-06-20", present: ["DE", "ES", "FI", "FR", "IT", "PT"])
    try network.record(
      "deliberation record", ["meeting": ["plenary-2"], "title": ["Round 1"], "for": ["6"]],
      on: "2026-06-20")
    let answer = try Self.annul(network, by: "D-1", on: "2026-06-20")
    #expect(answer.verdict == .accepted, "\(answer.reasons.refusals)")
    #expect(answer.events.first?.data["deliberation"] == "D-1")
    for (meeting, code) in [("plenary-1", "round-annulled"), ("plenary-2", "follows-round")] {
      let id = try #require(MeetingID(meeting))
      let file = try #require(
        try MeetingFile(id, in: network.log, today: SampleNetwork.today))
      #expect(file.record.statements.filter { $0.code == code }.count == 1, "\(meeting)")
    }
  }

  @Test(arguments: [("board", "annulled-by-other-body"), ("plenary", nil)] as [(String, String?)])
  func `Only a deliberation of the body that elects annuls a round`(
    _ body: String, _ code: String?
  ) throws {
    let given = try Given(rules: .electing()).admitted("PT ES MT").election(2, among: "PT ES")
      .open(present: "PT ES MT")
    let counted = try given.when(
      "election vote",
      ["election": "E-1", "meeting": "plenary-1", "votes": "PT=3,ES=2", "ballots": "3"]
    ).then(["election.counted", "election.closed"])
    let decision: JSON = [
      "body": .text(body), "title": "Round 1", "matter": "default", "method": "consensus",
    ]
    let outcome = try given.recorded(counted).happened(
      DeliberationEvent(type: "deliberation.adopted", data: decision),
      to: try #require(DeliberationID("D-1"))
    ).when("election annul", ["election": "E-1", "reason": "A guest voted", "by": "D-1"])
    guard let code else {
      try outcome.then("election.annulled", ["round": 1, "deliberation": "D-1"])
      return
    }
    let refusal = try outcome.thenRefused(code)
    #expect(refusal.ways.map(\.code) == ["decide-annulment"])
    #expect(refusal.values["deliberation"] == .text("E-1"))
  }

  @Test func `There is nothing to annul before the first round, and nothing twice`() throws {
    let network = try ElectionInLogTests.network()
    #expect(try Self.annul(network).reasons.refusals.map(\.code) == ["round-none"])
    try ElectionInLogTests.vote(network, ["PT=7", "ES=6", "IT=5", "FR=4", "FI=2"])
    #expect(try Self.annul(network).verdict == .accepted)
    #expect(try Self.annul(network).reasons.refusals.map(\.code) == ["round-none"])
  }

  @Test func `Who sits by the election stands against it, with the way out`() throws {
    let network = try Self.network()
    try network.record("election close", ["election": ["E-1"]], on: Self.day)
    try network.record("board elect", ["body": ["bureau"], "election": ["E-1"]], on: Self.day)
    let answer = try Self.annul(network)
    #expect(answer.reasons.refusals.map(\.code) == ["election-seated"])
    #expect(answer.reasons.refusals.first?.ways.map(\.code) == ["correct-event"])
    #expect(try Self.election(network).rounds.count == 1)
  }

  @Test func `The minutes keep the round and say that it was annulled`() throws {
    let network = try Self.network()
    #expect(try Self.annul(network).verdict == .accepted)
    try ElectionInLogTests.vote(network, ["PT=2", "ES=6", "IT=5", "FR=4", "FI=7"])
    let meeting = try #require(MeetingID("plenary-1"))
    let file = try #require(
      try MeetingFile(meeting, in: network.log, today: SampleNetwork.today))
    let statements = file.record.electionStatements
    #expect(statements.filter { $0.code == "election-count" }.count == 2)
    #expect(statements.filter { $0.code == "round-annulled" }.count == 1)
    #expect(Set(statements.map(\.place)).count == statements.count)
  }
}
