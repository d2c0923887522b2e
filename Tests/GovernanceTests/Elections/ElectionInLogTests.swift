import EventStore
import Governance
import Plugins
import TestKit
import Testing
import Values

/// Elections on their whole way through the log, with the rules of the day on which they were opened.
@Suite struct ElectionInLogTests {
  static let ballot = """
    elected: {min: 1, max: 3, by: plenary, term: P2Y, one_per_member: true, source: assumption, ballot: {more_than: 1/2, of: votes_cast, abstentions: ignored, relative_after: 1, rounds: 3, next: double, tie: lot, contested: true, open: true, quotas: {north: {members: [FI, SE], min: 1, max: 2, source: assumption}, south: {members: [ES, IT, PT], max: 2, source: assumption}}, source: assumption}}
    """

  static let edit = (
    "elected: {min: 2, max: 3, by: plenary, term: P2Y, one_per_member: true, source: assumption}",
    ballot
  )

  private static let members = ["DE", "ES", "FI", "FR", "IT", "NL", "PT", "SE"]

  static func network() throws -> SampleNetwork {
    let network = try SampleNetwork(under: SampleRules.amended([edit]))
    for member in members {
      try network.record(
        "member admit", ["member": [member], "class": ["member"]], on: "2026-01-10")
    }
    try network.convene("plenary-1", for: "2026-03-20", until: "2026-03-21", on: "2026-02-02")
    try network.record("election open", ["body": ["bureau"], "seats": ["3"]], on: "2026-02-02")
    for member in ["PT", "ES", "IT", "FR", "FI"] {
      try network.record(
        "election nominate", ["election": ["E-1"], "member": [member], "proposer": [member]],
        on: "2026-02-03")
    }
    try network.open("plenary-1", on: "2026-03-20", present: members)
    return network
  }

  @discardableResult
  static func vote(
    _ network: SampleNetwork, _ votes: [String], ballots: String = "8",
    more: [String: [String]] = [:]
  ) throws -> Answer {
    try network.record(
      "election vote",
      ["election": ["E-1"], "meeting": ["plenary-1"], "votes": votes, "ballots": [ballots]]
        .merging(more) { $1 }, on: "2026-03-20")
  }

  private static let first = ["PT=7", "ES=6", "IT=5", "FR=4", "FI=2"]

  @Test func `The worked example goes from the opening to the seats`() throws {
    let network = try Self.network()
    let round = try Self.vote(network, Self.first)
    #expect(round.verdict == .accepted)
    #expect(round.events.map(\.type) == ["election.counted"])
    let closed = try network.record("election close", ["election": ["E-1"]], on: "2026-03-20")
    #expect(closed.events.first?.data["elected"] == ["PT", "ES", "FI"])
    let seated = try network.record(
      "board elect", ["body": ["bureau"], "election": ["E-1"]], on: "2026-03-20")
    #expect(seated.events.first?.data["members"] == ["PT", "ES", "FI"])
    #expect(try network.keptStates() == network.foldedStates())
  }

  @Test func `A withdrawal between two rounds opens the vote to those who waited`() throws {
    let network = try Self.network()
    try network.record(
      "election nominate", ["election": ["E-1"], "member": ["NL"], "proposer": ["NL"]],
      on: "2026-02-03")
    try Self.vote(network, ["PT=7", "ES=6", "IT=2", "FR=3", "FI=1", "NL=3"])
    let early = try Self.vote(network, ["FR=5", "NL=3"], ballots: "8", more: [:])
    #expect(early.reasons.refusals.map(\.code) == ["not-candidate"])
    try network.record(
      "election withdraw", ["election": ["E-1"], "member": ["FI"], "reason": ["Another office"]],
      on: "2026-03-20")
    let second = try Self.vote(network, ["FR=5", "NL=3"])
    #expect(second.events.map(\.type) == ["election.counted", "election.closed"])
    #expect(second.events.last?.data["elected"] == ["PT", "ES", "FR"])
    #expect(second.events.first?.data["needed"] == nil, "the most votes elect in the second round")
  }

  @Test func `An election goes on under the rules under which it was opened`() throws {
    let network = try Self.network()
    let stricter = try SampleRules.amended(
      [
        (
          Self.edit.0,
          Self.ballot.replacing("more_than: 1/2, of: votes", with: "at_least: 4/5, of: votes")
        )
      ], version: "1.2.0")
    let digest = Digest.sha256(try RulesDocument.rules(resolved: stricter).resolved.canonical).hex
    try network.record(
      "deliberation record",
      [
        "meeting": ["plenary-1"], "title": ["Rules"], "matter": ["rules"], "for": ["8"],
        "digest": [digest],
      ], on: "2026-03-20")
    let adopted = try network.record(
      "rules adopt", ["rules": [stricter.canonicalText], "adopted-by": ["D-1"]], on: "2026-03-20")
    #expect(adopted.verdict == .accepted)
    let round = try Self.vote(network, Self.first)
    #expect(round.events.first?.data["needed"] == 5)
    #expect(try network.version(of: round) == "1.1.0")
    try network.record("election close", ["election": ["E-1"]], on: "2026-03-20")
    try network.record(
      "election open", ["body": ["bureau"], "seats": ["1"]], on: "2026-03-20")
    for member in ["DE", "NL"] {
      try network.record(
        "election nominate", ["election": ["E-2"], "member": [member], "proposer": [member]],
        on: "2026-03-20")
    }
    let next = try network.record(
      "election vote",
      [
        "election": ["E-2"], "meeting": ["plenary-1"], "votes": ["DE=6", "NL=2"], "ballots": ["8"],
      ], on: "2026-03-20")
    #expect(next.events.first?.data["needed"] == 7, "four fifths of eight")
  }

  @Test func `A lot is drawn again from the seed that the log keeps`() throws {
    let network = try Self.network()
    let tied = try Self.vote(
      network, ["PT=7", "ES=5", "IT=5", "FR=4", "FI=2"], more: ["seed": ["2026-03-20 closing"]])
    let data = try #require(tied.events.first?.data)
    let lot = Lot(seed: try #require(data["lot"]?["seed"]?.text), subject: "E-1/1")
    let order = lot.order(try #require(data["tied"]?.list).compactMap(\.text))
    #expect(data["elected"] == ["PT", .text(order[0].alternative)])
    #expect(data["lot"]?["method"] == .text(Lot.method))
  }

  @Test func `A round that is struck leaves the election as it was before`() throws {
    let network = try Self.network()
    let round = try Self.vote(network, Self.first)
    let position = try #require(round.events.first?.position)
    try network.record(
      "event correct",
      ["event": ["\(position)"], "strike": ["true"], "reason": ["counted wrongly"]],
      on: "2026-03-20")
    let again = try Self.vote(network, ["PT=7", "ES=6", "IT=5", "FR=4", "FI=2"])
    #expect(again.events.first?.data["round"] == 1)
    #expect(try network.keptStates() == network.foldedStates())
  }

  @Test func `Who voted for whom is kept where the rules are open, with who voted by proxy`() throws
  {
    let network = try Self.network()
    let names = [
      "DE=PT+ES", "ES=PT+ES", "FI=FI", "FR=FR+PT", "IT=PT+ES", "NL=abstain", "PT=PT+ES", "SE=FI",
    ]
    let round = try network.record(
      "election vote", ["election": ["E-1"], "meeting": ["plenary-1"], "names": names],
      on: "2026-03-20")
    let data = try #require(round.events.first?.data)
    #expect(data["names"]?.list?.count == 8)
    #expect(data["elected"] == ["PT", "ES"] && data["abstain"] == 1)
    #expect(data["results"]?.list?.first == ["member": "PT", "votes": 5])
  }
}
