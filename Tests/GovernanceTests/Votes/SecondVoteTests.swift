import Plugins
import TestKit
import Testing
import Values

@testable import Governance

/// One state, several contact points, one vote: what becomes of a second one, the rule says.
@Suite struct SecondVoteTests {
  private let clause = "bodies.plenary.decides.default"

  private func sitting(_ rule: VoteTerms.SecondVote) throws -> Given {
    var rules = Rules.sample
    rules.bodies[0].decisions[0].terms.secondVote = rule
    return try Given(rules: rules).admitted("AT BE BG CZ DE").open(present: "AT BE BG CZ DE")
  }

  private func vote(_ names: String, _ more: [String: String] = [:]) -> [String: String] {
    ["meeting": "plenary-1", "title": "A matter", "names": names].merging(more) { $1 }
  }

  private let roll = "AT=for,BE=for,CZ=for,CZ=against,DE=against"

  @Test func `Where a second vote is refused, it stands against the ballot by its clause`() throws {
    let outcome = try sitting(.refused).when("deliberation record", vote(roll))
    let refusal = try outcome.thenRefused("second-vote", clause: clause)
    #expect(refusal.values["member"] == .text("CZ"))
    #expect(refusal.derivation?.question == "second-vote" && refusal.derivation?.holds == false)
    #expect(refusal.ways.map(\.code) == ["leave-second-vote-out"])
    let data = try #require(outcome.result.get().events.first?.event.data)
    #expect(data["votes"]?["for"] == 3 && data["votes"]?["against"] == 1)
    #expect(data["struck"] == [["member": "CZ", "vote": "against"]])
  }

  @Test func `Where it replaces, the last one is the vote of the state`() throws {
    let decision = try sitting(.replaces).when("deliberation record", vote(roll))
      .then(
        "deliberation.rejected",
        [
          "struck": [["member": "CZ", "vote": "for"]],
          "names": [
            ["member": "AT", "vote": "for"], ["member": "BE", "vote": "for"],
            ["member": "CZ", "vote": "against"], ["member": "DE", "vote": "against"],
          ],
        ])
    #expect(decision.derivations.map(\.question) == ["quorum", "second-vote", "majority"])
    #expect(
      JSON.object(decision.derivations[1].inputs) == [
        "second_vote": "replaces", "second_voters": ["CZ"], "struck": ["CZ=for"],
      ])
    #expect(decision.derivations.last?.inputs["for"] == 2)
  }

  @Test func `Where it is void, the state is in the room and has no vote`() throws {
    let decision = try sitting(.void).when("deliberation record", vote(roll, ["not-voting": "2"]))
      .then(
        "deliberation.rejected",
        ["struck": [["member": "CZ", "vote": "for"], ["member": "CZ", "vote": "against"]]])
    let inputs = decision.derivations.last?.inputs
    #expect(inputs?["for"] == 2 && inputs?["against"] == 1 && inputs?["cast"] == 3)
    #expect(inputs?["present"] == 5)
  }

  @Test(arguments: [
    (VoteTerms.SecondVote.refused, 3, 1), (.replaces, 2, 2), (.void, 2, 1),
  ])
  func `The same roll gives another count under each rule`(
    _ row: (rule: VoteTerms.SecondVote, inFavour: Int64, against: Int64)
  ) throws {
    let decision = try sitting(row.rule).when("deliberation record", vote(roll)).result.get()
    let votes = decision.events.first?.event.data["votes"]
    #expect(votes?["for"] == .int(row.inFavour) && votes?["against"] == .int(row.against))
  }

  @Test func `Two contact points that agree gave two votes all the same`() throws {
    let names = "AT=for,BE=for,CZ=for,CZ=for"
    try sitting(.refused).when("deliberation record", vote(names))
      .thenRefused("second-vote", clause: clause)
    try sitting(.replaces).when("deliberation record", vote(names)).then("deliberation.adopted")
    try sitting(.void).when("deliberation record", vote(names)).then("deliberation.rejected")
  }

  @Test func `A roll with one vote each keeps nothing of the rule`() throws {
    for rule in VoteTerms.SecondVote.allCases {
      let decision = try sitting(rule)
        .when("deliberation record", vote("AT=for,BE=for,CZ=for")).then("deliberation.adopted")
      #expect(decision.events.first?.event.data["struck"] == nil)
      #expect(decision.derivations.map(\.question) == ["quorum", "majority"])
    }
  }

  @Test func `A past in which a state voted twice keeps the first vote and the objection`() throws {
    let decision = try sitting(.refused)
      .when("deliberation record", vote(roll), takenOver: true).result.get()
    #expect(decision.objections.map(\.code.name) == ["second-vote"])
    #expect(decision.events.map(\.event.type) == ["deliberation.adopted"])
  }

  @Test(arguments: UInt64(1)...10)
  func `Every vote of a roll is counted or struck, and no member is counted twice`(
    _ seed: UInt64
  ) throws {
    var random = Seeded(seed: seed)
    let ids = try ["AT", "BE", "BG"].map { try #require(MemberID($0)) }
    for _ in 1...60 {
      let given = (0..<Int.random(in: 0...8, using: &random)).compactMap { _ in
        ids.randomElement(using: &random).flatMap { id in
          Resolution.Vote.allCases.randomElement(using: &random).map {
            Resolution.Cast(member: id, vote: $0)
          }
        }
      }
      for rule in VoteTerms.SecondVote.allCases {
        let roll = Roll(given, rule)
        #expect(roll.counted.count + roll.struck.count == given.count)
        #expect(Set(roll.counted.map(\.member)).count == roll.counted.count)
        for id in ids {
          let votes = given.filter { $0.member == id }
          let expected =
            switch rule {
            case .refused: votes.first
            case .replaces: votes.last
            case .void: votes.count == 1 ? votes.first : nil
            }
          #expect(roll.counted.first { $0.member == id } == expected)
          #expect(roll.repeated.contains(id) == (votes.count > 1))
        }
      }
    }
  }
}
