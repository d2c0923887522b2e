import EventStore
import Governance
import Plugins
import TestKit
import Testing
import Values

/// A majority of members and a majority of shares, both needed.
@Suite struct WeightedVoteTests {
  private func vote(_ roll: String, _ more: [String: String] = [:]) -> [String: String] {
    ["meeting": "plenary-1", "title": "A matter", "names": roll].merging(more) { $1 }
  }

  @Test
  func `Fifteen of twenty-seven states under the share limit fail, and one large state turns it`()
    throws
  {
    let given = try SampleWeights.given(SampleWeights.rules())
    let failed = try given.when(
      "deliberation record", vote(SampleWeights.roll(for: SampleWeights.fifteen))
    ).then("deliberation.rejected")
    #expect(failed.derivations.map(\.question) == ["quorum", "majority", "shares"])
    #expect(failed.derivations.map(\.holds) == [true, true, false])
    let passed = try given.when(
      "deliberation record", vote(SampleWeights.roll(for: SampleWeights.fifteen + ["DE"]))
    ).then("deliberation.adopted")
    #expect(passed.derivations.map(\.holds) == [true, true, true])
    let swapped = SampleWeights.fifteen.filter { $0 != "MT" } + ["DE"]
    try given.when("deliberation record", vote(SampleWeights.roll(for: swapped)))
      .then("deliberation.adopted")
  }

  @Test func `Shares enough of too few members fail too`() throws {
    let large = [
      "DE", "FR", "IT", "ES", "PL", "RO", "NL", "BE", "CZ", "GR", "SE", "PT", "HU", "AT",
    ]
    #expect(large.count == 14)
    let decision = try SampleWeights.given(SampleWeights.rules())
      .when("deliberation record", vote(SampleWeights.roll(for: large)))
      .then("deliberation.rejected")
    #expect(decision.derivations.map(\.holds) == [true, false, true])
  }

  @Test func `Both counts are in the result, with every weight that they follow from`() throws {
    let decision = try SampleWeights.given(SampleWeights.rules())
      .when("deliberation record", vote(SampleWeights.roll(for: SampleWeights.fifteen)))
      .then(
        "deliberation.rejected",
        [
          "votes": ["for": 15, "against": 12, "abstain": 0, "recused": 0, "represented": 0],
          "shares": [
            "entitled": 9997, "present": 9997, "proxied": 0, "recused": 0, "for": 5418,
            "against": 4579, "abstain": 0,
          ],
        ])
    let shares = try #require(decision.derivations.last)
    #expect(shares.clause.id == SampleWeights.clause)
    #expect(shares.inputs["base"] == 9997 && shares.inputs["needed"] == 6499)
    let words = shares.inputs["weights"]?.list?.compactMap(\.text) ?? []
    #expect(words.count == 27 && words.contains("DE=1859") && words.first == "AT=199")
    let sum = words.compactMap { $0.split(separator: "=").last.flatMap { Int($0) } }.reduce(0, +)
    #expect(sum == 9997)
  }

  @Test(arguments: [
    (DecisionRule.Base.allMembers, Int64(9997), Int64(6499)), (.present, 8138, 5290),
    (.votesCast, 8138, 5290),
  ])
  func `The shares are taken of those of which the rule says so`(
    _ row: (base: DecisionRule.Base, of: Int64, needed: Int64)
  ) throws {
    let given = try SampleWeights.given(SampleWeights.rules(base: row.base))
      .met(1, .departed(Departure(member: #require(MemberID("DE")))))
    let roll = SampleWeights.roll(for: SampleWeights.fifteen)
      .split(separator: ",").filter { !$0.hasPrefix("DE=") }.joined(separator: ",")
    let decision = try given.when("deliberation record", vote(roll)).result.get()
    let inputs = try #require(decision.derivations.last?.inputs)
    #expect(inputs["base"] == .int(row.of) && inputs["needed"] == .int(row.needed))
    #expect(decision.derivations.last?.holds == (row.base != .allMembers))
  }

  @Test func `A member of its own weight has that, and any other the weight of its class`() throws {
    let rules = try SampleWeights.rules(["DE": 7], classes: ["member": 3])
    let decision = try Given(rules: rules).admitted("AT BE DE").open(present: "AT BE DE")
      .when("deliberation record", vote("AT=for,BE=for,DE=against"))
      .then("deliberation.rejected")
    #expect(decision.derivations.last?.inputs["weights"] == ["AT=3", "BE=3", "DE=7"])
    #expect(decision.derivations.last?.inputs["for"] == 6)
    #expect(decision.derivations.last?.inputs["entitled"] == 13)
  }

  @Test func `A member to which the rules give no weight stands against the vote`() throws {
    let rules = try SampleWeights.rules(["DE": 7])
    let refusal = try Given(rules: rules).admitted("AT BE DE").open(present: "AT BE DE")
      .when("deliberation record", vote("AT=for,BE=for,DE=for"))
      .thenRefused("weight-missing", clause: "bodies.plenary.weights")
    #expect(refusal.values["members"] == .list(["AT", "BE"]))
    #expect(refusal.ways == [Note("amend-weights")])
  }

  @Test func `Numbers alone cannot be weighed, and a consensus need not be`() throws {
    let given = try SampleWeights.given(SampleWeights.rules())
    let refusal = try given.when(
      "deliberation record", ["meeting": "plenary-1", "title": "A matter", "for": "27"]
    ).thenRefused("names-needed", clause: SampleWeights.clause)
    #expect(refusal.ways == [Note("record-names")])
    let decision = try given.when(
      "deliberation record", ["meeting": "plenary-1", "title": "A matter", "consensus": "true"]
    ).then("deliberation.adopted")
    #expect(decision.events.first?.event.data["shares"] == nil)
  }

  @Test func `Who stands aside leaves the base of the shares with its weight`() throws {
    var rules = try SampleWeights.rules()
    rules.bodies[0].decisions[0].terms.recusal = .leavesBase
    let decision = try SampleWeights.given(rules).when(
      "deliberation record",
      vote(
        SampleWeights.roll(for: SampleWeights.fifteen, "recused"))
    ).then("deliberation.adopted")
    let inputs = decision.derivations.last?.inputs
    #expect(inputs?["recused"] == 4579 && inputs?["base"] == 5418 && inputs?["needed"] == 3522)
  }

  @Test func `A vote by proxy weighs what the giver's vote weighs`() throws {
    var rules = try SampleWeights.rules()
    rules.bodies[0].proxies = SampleProxies.rules().bodies[0].proxies
    let decision = try SampleWeights.given(rules)
      .met(1, .departed(Departure(member: #require(MemberID("DE")))))
      .proxy("X-1", SampleProxies.grant("DE", to: "FR"))
      .when("deliberation record", vote(SampleWeights.roll(for: SampleWeights.fifteen + ["DE"])))
      .then("deliberation.adopted")
    let inputs = decision.derivations.last?.inputs
    #expect(inputs?["for"] == 7277 && inputs?["proxied"] == 1859 && inputs?["present"] == 8138)
  }

  @Test func `A majority of shares stands beside that of members in the minutes`() throws {
    let network = try SampleNetwork(
      under: SampleRules.amended([
        (
          "title: {en: Plenary}\n",
          "title: {en: Plenary}\n      weights: {members: {PT: 5}, classes: {member: 2}, source: charter}\n"
        ),
        (
          "programme: {more_than: 1/2, of: votes_cast, ",
          "programme: {shares: {at_least: 2/3, of: all_members, source: charter}, "
            + "more_than: 1/2, of: votes_cast, "
        ),
      ]))
    for member in ["ES", "MT", "PT"] {
      try network.record(
        "member admit", ["member": [member], "class": ["member"]], on: "2026-01-10")
    }
    try network.convene("plenary-1", for: "2026-03-20", on: "2026-02-02")
    try network.open("plenary-1", on: "2026-03-20")
    try network.record(
      "deliberation record",
      [
        "meeting": ["plenary-1"], "title": ["A matter"], "matter": ["programme"],
        "names": ["ES=for", "MT=for", "PT=against"],
      ], on: "2026-03-20")
    let statements = try SampleSitting.file(network).record.statements
    let places = statements.map(\.place)
    let index = try #require(places.firstIndex(of: "D-1.shares"))
    #expect(places[index - 1] == "D-1.votes")
    #expect(
      statements[index].values == [
        "entitled": .int(9), "for": .int(4), "against": .int(5), "abstain": .int(0),
        "recused": .int(0), "base": .int(9), "needed": .int(6),
        "clause": .text("bodies.plenary.decides.programme.shares"),
      ])
    #expect(statements.first { $0.place == "D-1.outcome" }?.values["outcome"] == .text("rejected"))
    #expect(try network.keptStates() == network.foldedStates())
  }
}
