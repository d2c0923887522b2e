import Governance
import Plugins
import TestKit
import Testing
import Values

/// The votes of a round as they are recorded: numbers, names, and what stands against them.
@Suite struct ElectionVoteTests {
  private static let states = "PT ES FR IT DE SE FI NL"

  private func given(
    _ seats: Int, among candidates: String, _ change: (inout BallotRule) -> Void = { _ in }
  ) throws -> Given {
    try Given(rules: .electing(change)).admitted(Self.states).open(present: Self.states)
      .election(seats, among: candidates)
  }

  private func fields(_ votes: String, _ ballots: String = "8", _ more: [String: String] = [:])
    -> [String: String]
  {
    ["election": "E-1", "meeting": "plenary-1", "votes": votes, "ballots": ballots]
      .merging(more) { $1 }
  }

  private func names(_ names: String) -> [String: String] {
    ["election": "E-1", "meeting": "plenary-1", "names": names]
  }

  // MARK: - What is kept

  @Test func `A round keeps its numbers, and who is elected follows from them`() throws {
    let decision = try given(2, among: "PT ES FR").when(
      "election vote", fields("FR=3,PT=6,ES=4", "8", ["abstain": "1"])
    ).then(
      ["election.counted", "election.closed"],
      [
        "round": 1, "meeting": "plenary-1", "body": "bureau", "entitled": 8, "present": 8,
        "ballots": 8, "abstain": 1, "invalid": 0, "marks": 13, "places": 2, "base": 7, "needed": 4,
        "results": [
          ["member": "PT", "votes": 6], ["member": "ES", "votes": 4],
          ["member": "FR", "votes": 3],
        ], "elected": ["PT", "ES"], "next": [],
      ])
    #expect(decision.derivations.map(\.question) == ["quorum", "election-round"])
    #expect(decision.derivations.last?.holds == true)
    let closing = try #require(decision.events.last?.event.data)
    #expect(closing["elected"] == ["PT", "ES"] && closing["vacant"] == 0)
  }

  @Test(arguments: [
    (DecisionRule.Base.votesCast, DecisionRule.Abstentions.ignored, 5, 3),
    (.votesCast, .counted, 7, 4), (.present, .ignored, 8, 5), (.allMembers, .ignored, 9, 5),
  ])
  func `The majority is taken of what the rule says`(
    _ row: (
      base: DecisionRule.Base, abstentions: DecisionRule.Abstentions, number: Int, needed: Int
    )
  ) throws {
    let given = try Given(
      rules: .electing {
        ($0.base, $0.abstentions) = (row.base, row.abstentions)
      }
    ).admitted(Self.states + " AT").open(present: Self.states).election(1, among: "PT ES")
    let decision = try given.when(
      "election vote",
      fields("PT=4,ES=1", "8", ["abstain": "2", "invalid": "1"])
    ).result.get()
    let round = try #require(decision.events.first?.event.data)
    #expect(round["base"] == .int(Int64(row.number)))
    #expect(round["needed"] == .int(Int64(row.needed)))
    #expect((round["elected"] == ["PT"]) == (4 >= row.needed))
  }

  @Test func `After the rounds of the majority the most votes elect`() throws {
    let first = try given(1, among: "PT ES FR")
    let counted = try first.when("election vote", fields("PT=3,ES=3,FR=2"))
      .then("election.counted", ["elected": [], "next": ["PT", "ES", "FR"], "needed": 5])
    let second = try first.recorded(counted).when("election vote", fields("PT=4,ES=3,FR=1"))
      .then(["election.counted", "election.closed"], ["round": 2, "elected": ["PT"]])
    #expect(second.events.first?.event.data["needed"] == nil)
    #expect(second.derivations.last?.inputs["mode"] == "relative")
  }

  @Test func `Votes by name are counted, with who abstained`() throws {
    let open = try given(2, among: "PT ES FR") { $0.isOpen = true }
    let decision = try open.when(
      "election vote", names("PT=PT+ES,ES=PT+ES,FR=FR,IT=PT+FR,DE=PT,SE=ES,FI=abstain")
    ).then(
      ["election.counted"],
      ["ballots": 7, "abstain": 1, "marks": 9, "base": 6, "needed": 4, "elected": ["PT"]])
    let names = try #require(decision.events.first?.event.data["names"]?.list)
    #expect(names.first == ["member": "PT", "for": ["PT", "ES"]])
    #expect(names.last == ["member": "FI", "for": []])
  }

  @Test func `A vote by name is refused where the rules do not open it`() throws {
    let refusal = try given(1, among: "PT ES").when("election vote", names("PT=PT,ES=ES"))
      .thenRefused("names-not-open", clause: "bodies.bureau.elected.ballot")
    #expect(refusal.ways.map(\.code) == ["count-votes"])
  }

  // MARK: - Ties

  @Test(arguments: [
    (DecisionRule.Tie.lot, ["seed": "autumn"], ["election.counted", "election.closed"]),
    (.chairDecides, ["chosen": "ES"], ["election.counted", "election.closed"]),
    (.secondRound, [:], ["election.counted"]),
    (.rejected, [:], ["election.counted", "election.closed"]),
  ])
  func `A tie for the last seat ends as each of the four rules says`(
    _ row: (tie: DecisionRule.Tie, given: [String: String], events: [String])
  ) throws {
    let decision = try given(1, among: "PT ES FR") {
      ($0.tie, $0.relativeAfter, $0.threshold) = (row.tie, nil, Threshold(.atLeast, Fraction.half))
    }.when("election vote", fields("PT=4,ES=4,FR=0", "8", row.given)).then(row.events)
    let round = try #require(decision.events.first?.event.data)
    #expect(round["tied"] == ["PT", "ES"])
    switch row.tie {
    case .lot:
      let drawn = Lot(seed: "autumn", subject: "E-1/1").order(["PT", "ES"])
      #expect(round["elected"] == [.text(drawn[0].alternative)])
      #expect(
        round["lot"]?["tickets"]?.list?.compactMap { $0["digest"]?.text } == drawn.map(\.digest))
    case .chairDecides: #expect(round["elected"] == ["ES"] && round["chosen"] == ["ES"])
    case .secondRound: #expect(round["elected"] == [] && round["next"] == ["PT", "ES"])
    case .rejected:
      #expect(round["elected"] == [] && round["vacant"] == 1)
      #expect(decision.events.last?.event.data["vacant"] == 1)
    }
  }

  @Test(arguments: [
    (DecisionRule.Tie.lot, [:] as [String: String], "seat-tie-open", true),
    (.chairDecides, [:], "seat-tie-open", true),
    (.lot, ["chosen": "ES"], "seat-tie-otherwise", true),
    (.chairDecides, ["seed": "x"], "seat-tie-otherwise", true),
    (.rejected, ["seed": "x"], "seat-tie-otherwise", true),
    (.secondRound, ["chosen": "ES"], "seat-tie-otherwise", true),
    (.chairDecides, ["chosen": "FR"], "choice-unfit", false),
    (.chairDecides, ["chosen": "PT,ES"], "choice-unfit", false),
  ])
  func `A tie is decided in the way of the rule and in no other`(
    _ row: (tie: DecisionRule.Tie, given: [String: String], code: String, hasClause: Bool)
  ) throws {
    let clause = row.hasClause ? "bodies.bureau.elected.ballot" : nil
    try given(1, among: "PT ES FR") {
      ($0.tie, $0.threshold) = (row.tie, Threshold(.atLeast, Fraction.half))
    }.when("election vote", fields("PT=4,ES=4,FR=0", "8", row.given))
      .thenRefused(row.code, clause: clause)
  }

  @Test(arguments: [(DecisionRule.Tie.lot, ["seed": "x"]), (.chairDecides, ["chosen": "PT"])])
  func `Where nothing is tied nothing is drawn or chosen`(
    _ row: (tie: DecisionRule.Tie, given: [String: String])
  ) throws {
    try given(1, among: "PT ES") { $0.tie = row.tie }
      .when("election vote", fields("PT=5,ES=3", "8", row.given)).thenRefused("seats-without-tie")
  }
}
