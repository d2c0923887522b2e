import Governance
import Plugins
import TestKit
import Testing
import Values

/// A vote is only held where the rules ask for one; else those who stand are elected, or seats stay vacant.
@Suite struct CloseElectionTests {
  private static let states = "PT ES FR IT DE SE"

  private func given(
    _ seats: Int, among candidates: String, contested: Bool = true,
    quotas: [SeatQuota] = []
  ) throws -> Given {
    try Given(
      rules: .electing {
        ($0.isContestedOnly, $0.quotas) = (contested, quotas)
      }
    ).admitted(Self.states).open(present: Self.states).election(seats, among: candidates)
  }

  private func close(_ given: Given) throws -> Given.Outcome {
    try given.when("election close", ["election": "E-1"])
  }

  @Test(arguments: [
    (3, "PT ES", ["PT", "ES"], 1), (2, "PT ES", ["PT", "ES"], 0), (1, "", [], 1),
  ])
  func `No more candidates than seats are elected without a vote`(
    _ row: (seats: Int, candidates: String, elected: [String], vacant: Int)
  ) throws {
    let decision = try close(given(row.seats, among: row.candidates)).then(
      "election.closed",
      ["elected": .texts(row.elected), "vacant": .int(Int64(row.vacant))])
    let unopposed = decision.events.first?.event.data["unopposed"]
    #expect(unopposed == (row.elected.isEmpty ? nil : .texts(row.elected)))
    #expect(
      decision.derivations.map(\.question) == (row.elected.isEmpty ? [] : ["election-contest"]))
  }

  @Test func `More candidates than seats are voted on`() throws {
    let refusal = try close(given(2, among: "PT ES FR"))
      .thenRefused("election-undecided", clause: "bodies.bureau.elected.ballot")
    #expect(refusal.values["candidates"] == .list(["PT", "ES", "FR"]))
    #expect(refusal.ways.map(\.code) == ["count-next-round"])
  }

  @Test func `Where the rules do not say so, as many candidates as seats are voted on too`() throws
  {
    try close(given(2, among: "PT ES", contested: false))
      .thenRefused("election-undecided", clause: "bodies.bureau.elected.ballot")
    try close(given(2, among: "", contested: false)).then("election.closed", ["vacant": 2])
  }

  @Test(arguments: [(2, false), (1, true)])
  func `A vote without a contest is refused with the way to close`(
    _ row: (seats: Int, isHeld: Bool)
  ) throws {
    let outcome = try given(row.seats, among: "PT ES").when(
      "election vote",
      ["election": "E-1", "meeting": "plenary-1", "votes": "PT=4,ES=2", "ballots": "6"])
    guard !row.isHeld else {
      try outcome.then(["election.counted", "election.closed"])
      return
    }
    let refusal = try outcome.thenRefused(
      "election-uncontested", clause: "bodies.bureau.elected.ballot")
    #expect(refusal.ways.map(\.code) == ["close-election"])
    #expect(refusal.derivation?.inputs["places"] == 2)
  }

  @Test func `Quotas hold without a vote too`() throws {
    let south = SeatQuota("south", "PT,ES,IT", 0, 1)
    try close(given(3, among: "PT ES FR", quotas: [south])).then(
      "election.closed", ["elected": ["PT", "FR"], "vacant": 1])
  }

  @Test(arguments: [
    (2, ["election.counted"]), (1, ["election.counted", "election.closed"]),
  ])
  func `After the last round that the rules let, seats stay vacant`(
    _ row: (rounds: Int, events: [String])
  ) throws {
    let given = try Given(rules: .electing { $0.rounds = row.rounds }).admitted(Self.states)
      .open(present: Self.states).election(2, among: "PT ES FR")
    let decision = try given.when(
      "election vote",
      ["election": "E-1", "meeting": "plenary-1", "votes": "PT=5,ES=2,FR=1", "ballots": "6"]
    ).then(row.events, ["elected": ["PT"]])
    if row.rounds == 1 { #expect(decision.events.last?.event.data["vacant"] == 1) }
  }
}
