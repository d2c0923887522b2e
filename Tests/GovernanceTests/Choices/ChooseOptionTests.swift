import EventStore
import Plugins
import TestKit
import Testing
import Values

@testable import Governance

/// One of several options: each way with worked examples, ties among them.
@Suite struct ChooseOptionTests {
  private static let states = "PT ES FR IT DE SE FI NL"

  static func rules(
    _ choice: VoteTerms.Choice?, _ tie: DecisionRule.Tie = .rejected
  ) -> Rules {
    var rules = Rules.sample
    rules.bodies = rules.bodies.map { body in
      var body = body
      body.decisions = body.decisions.map { decision in
        guard decision.matter == "default" else { return decision }
        var decision = decision
        (decision.terms.choice, decision.tie) = (choice, tie)
        (decision.base, decision.abstentions) = (.votesCast, .ignored)
        return decision
      }
      return body
    }
    return rules
  }

  private func choose(
    _ fields: [String: String], _ choice: VoteTerms.Choice?, _ tie: DecisionRule.Tie = .rejected
  ) throws -> Given.Outcome {
    try Given(rules: Self.rules(choice, tie)).admitted(Self.states).open(present: Self.states)
      .when(
        "deliberation choose", ["meeting": "plenary-1", "title": "Host"].merging(fields) { $1 })
  }

  struct Example: CustomTestStringConvertible, Sendable {
    let name: String
    let way: VoteTerms.Choice
    var tie = DecisionRule.Tie.rejected
    let fields: [String: String]
    let event: String
    var chosen: String?
    var tied: [String] = []

    var testDescription: String { name }
  }

  static let plurality = [
    Example(
      name: "the most votes", way: .plurality, fields: ["options": "rome=4,lyon=3,bonn=1"],
      event: "deliberation.adopted", chosen: "rome"),
    Example(
      name: "with abstentions", way: .plurality,
      fields: ["options": "rome=2,lyon=1", "abstain": "5"], event: "deliberation.adopted",
      chosen: "rome"),
    Example(
      name: "by names", way: .plurality,
      fields: ["choices": "PT=rome,ES=lyon,FR=rome,IT=abstain"], event: "deliberation.adopted",
      chosen: "rome"),
    Example(
      name: "nobody chose", way: .plurality, fields: ["options": "rome=0,lyon=0", "abstain": "4"],
      event: "deliberation.rejected"),
    Example(
      name: "a tie that falls", way: .plurality, fields: ["options": "rome=3,lyon=3,bonn=1"],
      event: "deliberation.rejected", tied: ["lyon", "rome"]),
    Example(
      name: "a tie that goes to a second round", way: .plurality, tie: .secondRound,
      fields: ["options": "rome=3,lyon=3,bonn=1"], event: "deliberation.tied",
      tied: ["lyon", "rome"]),
    Example(
      name: "a tie that the chair decides", way: .plurality, tie: .chairDecides,
      fields: ["options": "rome=3,lyon=3,bonn=1", "chair-choice": "rome"],
      event: "deliberation.adopted", chosen: "rome", tied: ["lyon", "rome"]),
  ]

  static let majority = [
    Example(
      name: "more than half", way: .majority, fields: ["options": "rome=5,lyon=2,bonn=1"],
      event: "deliberation.adopted", chosen: "rome"),
    Example(
      name: "in front, without the majority", way: .majority,
      fields: ["options": "rome=4,lyon=3,bonn=1"], event: "deliberation.rejected"),
    Example(
      name: "abstentions that do not count", way: .majority,
      fields: ["options": "rome=2,lyon=1", "abstain": "5"], event: "deliberation.adopted",
      chosen: "rome"),
    Example(
      name: "a tie that one vote would decide", way: .majority, tie: .chairDecides,
      fields: ["options": "rome=4,lyon=4", "chair-choice": "lyon"], event: "deliberation.adopted",
      chosen: "lyon", tied: ["lyon", "rome"]),
    Example(
      name: "a tie that one vote would not decide", way: .majority, tie: .secondRound,
      fields: ["options": "rome=3,lyon=3,bonn=2"], event: "deliberation.rejected"),
  ]

  static let ranking = [
    Example(
      name: "the last leaves", way: .ranking,
      fields: ["rankings": "rome/bonn=3,lyon/rome=3,bonn/lyon=1"], event: "deliberation.adopted",
      chosen: "lyon"),
    Example(
      name: "by names, with one that abstains", way: .ranking,
      fields: ["choices": "PT=rome/lyon,ES=lyon/bonn,FR=rome,IT=abstain,DE=bonn/rome"],
      event: "deliberation.adopted", chosen: "rome"),
    Example(
      name: "all tied", way: .ranking, tie: .secondRound,
      fields: ["rankings": "rome=2,lyon=2,bonn=2"], event: "deliberation.tied",
      tied: ["bonn", "lyon", "rome"]),
  ]

  @Test(arguments: plurality + majority + ranking)
  func `A choice has the documented outcome`(_ example: Example) throws {
    let decision = try choose(example.fields, example.way, example.tie).then(example.event)
    let data = try #require(decision.events.first?.event.data)
    #expect(data["choice"]?["way"] == .text(example.way.rawValue))
    #expect(data["choice"]?["chosen"]?.text == example.chosen)
    let tied = data["choice"]?["tied"]?.list?.compactMap(\.text) ?? []
    #expect(tied == example.tied)
    let derivation = try #require(decision.derivations.last)
    #expect(derivation.question == "choice" && derivation.holds == (example.chosen != nil))
  }

  @Test func `The derivation names every count and the ballots that count no more`() throws {
    let decision = try choose(
      ["rankings": "rome=3,lyon/rome=2,bonn=2", "abstain": "1"], .ranking
    ).then("deliberation.adopted")
    let derivation = try #require(decision.derivations.last)
    #expect(derivation.inputs["counts"] == ["(1) bonn 2, lyon 2, rome 3", "(2) rome 5"])
    #expect(derivation.inputs["exhausted"] == 2 && derivation.inputs["valid"] == 7)
    #expect(derivation.inputs["option"] == "rome" && derivation.inputs["abstain"] == 1)
  }

  @Test func `A lot among options can be drawn again from its seed`() throws {
    let decision = try choose(
      ["options": "rome=3,lyon=3,bonn=1", "seed": "autumn"], .plurality, .lot
    ).then("deliberation.adopted")
    let data = try #require(decision.events.first?.event.data["choice"])
    let order = Lot(seed: "autumn", subject: "D-1").order(["lyon", "rome"])
    #expect(data["chosen"] == .text(order[0].alternative))
    #expect(data["lot"]?["slips"]?.list?.compactMap { $0["digest"]?.text } == order.map(\.digest))
    let read = try DeliberationEvent(
      type: "deliberation.adopted", data: try #require(decision.events.first?.event.data))
    #expect(read.data.canonicalText == decision.events.first?.event.data.canonicalText)
  }

  @Test func `The numbers of a choice are those of a vote for the option in front`() throws {
    let decision = try choose(
      ["options": "rome=4,lyon=2,bonn=1", "abstain": "1"], .majority
    ).then("deliberation.adopted")
    let data = try #require(decision.events.first?.event.data)
    #expect(data["votes"]?["for"] == 4 && data["votes"]?["against"] == 3)
    #expect(data["votes"]?["abstain"] == 1 && data["method"] == "counts")
    #expect(
      data["choice"]?["counts"] == [
        ["count": 1, "option": "bonn", "votes": 1], ["count": 1, "option": "lyon", "votes": 2],
        ["count": 1, "option": "rome", "votes": 4],
      ])
  }

  struct Wrong: CustomTestStringConvertible, Sendable {
    let fields: [String: String]
    var way: VoteTerms.Choice? = .plurality
    var tie = DecisionRule.Tie.rejected
    let code: String
    var isOfRule = false
    var testDescription: String { "\(code) \(fields)" }
  }

  static let wrong = [
    Wrong(
      fields: ["options": "rome=4,lyon=3"], way: nil, code: "choice-not-provided", isOfRule: true),
    Wrong(fields: ["rankings": "rome/lyon=4"], code: "choice-otherwise", isOfRule: true),
    Wrong(
      fields: ["options": "rome=4,lyon=3"], way: .ranking, code: "choice-otherwise", isOfRule: true),
    Wrong(fields: ["options": "rome=4"], code: "options-too-few"),
    Wrong(fields: ["options": "rome=6,lyon=3"], code: "votes-exceed-present"),
    Wrong(fields: ["choices": "PT=rome,AT=lyon"], code: "delegation-unknown"),
    Wrong(
      fields: ["options": "rome=3,lyon=3"], tie: .lot, code: "option-tie-open", isOfRule: true),
    Wrong(
      fields: ["options": "rome=3,lyon=3"], tie: .chairDecides, code: "option-tie-open",
      isOfRule: true),
    Wrong(
      fields: ["options": "rome=3,lyon=3,bonn=0", "chair-choice": "bonn"], tie: .chairDecides,
      code: "option-tie-otherwise", isOfRule: true),
    Wrong(
      fields: ["options": "rome=3,lyon=3", "seed": "x"], code: "option-tie-otherwise",
      isOfRule: true),
    Wrong(
      fields: ["options": "rome=4,lyon=3", "seed": "x"], tie: .lot, code: "options-without-tie"),
    Wrong(
      fields: ["options": "rome=4,lyon=3", "chair-choice": "rome"], tie: .chairDecides,
      code: "options-without-tie"),
  ]

  @Test(arguments: wrong)
  func `What the rule does not let is refused with the way out`(_ row: Wrong) throws {
    let refusal = try choose(row.fields, row.way, row.tie).thenRefused(
      row.code, clause: row.isOfRule ? "bodies.plenary.decides.default" : nil)
    #expect(!refusal.ways.isEmpty)
  }

  @Test(arguments: [
    [:] as [String: String], ["options": "rome=1,lyon=1", "rankings": "rome=1"],
    ["choices": "PT=rome", "abstain": "1"], ["abstain": "3"],
  ])
  func `A choice is told in one way`(_ fields: [String: String]) {
    let failure = #expect(throws: Failure.self) { try choose(fields, .plurality) }
    #expect(failure?.code == .choiceUnclear)
  }

  @Test(arguments: [
    ["options": "rome=many,lyon=1"], ["options": "rome=-1,lyon=1"], ["options": "rome,lyon"],
    ["rankings": "rome/lyon"], ["rankings": "rome/rome=1"], ["rankings": "=1"],
    ["rankings": "rome/=1"], ["choices": "PT=rome/rome"], ["choices": "PT=ro me"],
    ["options": "rome=1,rome=2"],
  ])
  func `What has not the form of a choice is none`(_ fields: [String: String]) {
    #expect(throws: Failure.self) { try choose(fields, .ranking) }
  }

  @Test func `A second round is on the options that were tied`() throws {
    let given = try Given(rules: Self.rules(.plurality, .secondRound)).admitted(Self.states)
      .open(present: Self.states)
    let fields = ["meeting": "plenary-1", "title": "Host"]
    let first = try given.when(
      "deliberation choose", fields.merging(["options": "rome=3,lyon=3,bonn=1"]) { $1 }
    ).then("deliberation.tied")
    let event = try #require(first.events.first?.event as? DeliberationEvent)
    let after = try given.happened(
      event, to: try #require(DeliberationID("D-1")), on: "2026-11-23")
    let second = ["second-round-of": "D-1"]
    try after.when(
      "deliberation choose",
      fields.merging(second.merging(["options": "rome=4,bonn=3"]) { $1 }) { $1 }
    ).thenRefused("option-not-tied")
    try after.when(
      "deliberation record",
      fields.merging(second.merging(["for": "5", "against": "2"]) { $1 }) { $1 }
    ).thenRefused("second-round-otherwise")
    let chosen = try after.when(
      "deliberation choose",
      fields.merging(second.merging(["options": "rome=4,lyon=3"]) { $1 }) { $1 }
    ).then("deliberation.adopted")
    #expect(chosen.events.first?.event.data["choice"]?["chosen"] == "rome")
    try after.when(
      "deliberation choose",
      fields.merging(second.merging(["options": "rome=4,lyon=4"]) { $1 }) { $1 }
    ).then("deliberation.rejected")
  }
}
