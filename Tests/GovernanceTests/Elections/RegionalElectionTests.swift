import Governance
import Plugins
import TestKit
import Testing
import Values

/// The worked example of the page: three seats, of which the north has one or two and the south at most two.
///
/// The same story runs through the log in `ElectionInLogTests`, and through the command line in `ElectionTalkTests`.
@Suite struct RegionalElectionTests {
  private static let states = "PT ES IT FR FI SE DE NL"

  private static let rules = Rules.electing { ballot in
    ballot.isContestedOnly = true
    ballot.quotas = [SeatQuota("north", "FI,SE", 1, 2), SeatQuota("south", "ES,IT,PT", 0, 2)]
  }

  private func first() throws -> (given: Given, decision: Decision) {
    let given = try Given(rules: Self.rules).admitted(Self.states).open(present: Self.states)
      .election(3, among: "PT ES IT FR FI")
    let decision = try given.when(
      "election vote",
      [
        "election": "E-1", "meeting": "plenary-1", "votes": "PT=7,ES=6,IT=5,FR=4,FI=2",
        "ballots": "8",
      ]
    ).then(
      "election.counted", ["elected": ["PT", "ES"], "next": ["FR", "FI"], "needed": 5])
    return (try given.recorded(decision), decision)
  }

  @Test func `Italy has the majority, and the south has its two`() throws {
    let (_, decision) = try first()
    let round = try #require(decision.derivations.last)
    #expect(round.question == "election-round" && !round.holds)
    #expect(round.inputs["quotas"] == ["north 1-2: FI SE", "south 0-2: ES IT PT"])
    #expect(
      round.inputs["votes"] == ["PT=7", "ES=6", "IT=5", "FR=4", "FI=2"])
  }

  @Test func `The last seat is kept for the north, so that Finland gets it without a vote`() throws
  {
    let (given, _) = try first()
    let refusal = try given.when(
      "election vote",
      ["election": "E-1", "meeting": "plenary-1", "votes": "FI=5", "ballots": "8", "abstain": "3"]
    ).thenRefused("election-uncontested", clause: "bodies.bureau.elected.ballot")
    #expect(refusal.values["candidates"] == .list(["FI"]))
    try given.when("election close", ["election": "E-1"]).then(
      "election.closed", ["elected": ["PT", "ES", "FI"], "unopposed": ["FI"], "vacant": 0])
  }

  @Test func `When Finland withdraws between the rounds, nobody of the north stands any more`()
    throws
  {
    let (given, _) = try first()
    try given.withdrew("FI").when("election close", ["election": "E-1"]).then(
      "election.closed", ["elected": ["PT", "ES", "FR"], "unopposed": ["FR"], "vacant": 0])
  }

  @Test func `When both withdraw the seat stays vacant, since Italy did not go on`() throws {
    let (given, _) = try first()
    try given.withdrew("FI").withdrew("FR").when("election close", ["election": "E-1"]).then(
      "election.closed", ["elected": ["PT", "ES"], "vacant": 1])
  }

  @Test func `Whoever was elected cannot withdraw, and Italy is no candidate any more`() throws {
    let (given, _) = try first()
    try given.when("election withdraw", ["election": "E-1", "member": "PT"])
      .thenRefused("candidate-elected")
    try given.withdrew("FI").when(
      "election vote",
      ["election": "E-1", "meeting": "plenary-1", "votes": "FR=4,IT=4", "ballots": "8"]
    ).thenRefused("not-candidate")
  }

  @Test func `The winners are seated by the election, and by nothing that somebody types`() throws {
    let (given, _) = try first()
    let closed = try given.when("election close", ["election": "E-1"]).then("election.closed")
    let decision = try given.recorded(closed)
      .when("board elect", ["body": "bureau", "election": "E-1"]).then(
        "board.elected",
        ["members": ["PT", "ES", "FI"], "election": "E-1", "until": "2028-11-23"])
    #expect(decision.events.first?.event.data["deliberation"] == nil)
  }

  @Test func `A derivation tells enough to compute the round again`() throws {
    let (_, decision) = try first()
    let inputs = try #require(decision.derivations.last?.inputs)
    let votes = try #require(inputs["votes"]?.list).compactMap(\.text).map { text in
      (String(text.prefix { $0 != "=" }), Int(text.drop { $0 != "=" }.dropFirst()) ?? -1)
    }
    let needed = try #require(inputs["needed"]?.int)
    let groups = try #require(inputs["quotas"]?.list).compactMap(\.text).map { text in
      let words = text.split { " :".contains($0) }.map { String($0) }
      let bounds = words[1].split(separator: "-").map { Int($0) ?? .max }
      return (least: bounds[0], most: bounds[1], members: Set(words[2...]))
    }
    var elected: [String] = []
    for (member, count) in votes where count >= needed {
      let next = elected + [member]
      let isOver = groups.contains { $0.members.intersection(next).count > $0.most }
      let lacking = groups.reduce(0) { sum, group in
        sum + max(0, group.least - group.members.intersection(next).count)
      }
      if !isOver, lacking <= 3 - next.count { elected = next }
    }
    #expect(inputs["elected"] == .texts(elected))
  }
}
