import Testing
import Values

@testable import Plugins

/// What a rule says of a vote beside its majority, as a plugin writes it.
@Suite struct VoteTermsTests {
  private static let vote = "rules: {first: consensus,"
  private static let only = "names: {only: consensus, of: present,"

  private func terms(_ key: String, _ value: String, of matter: String = "rules") throws
    -> VoteTerms
  {
    let line = matter == "rules" ? Self.vote : Self.only
    let text = SamplePlugin.text.replacing(line, with: "\(line) \(key): \(value),")
    let rules = try PluginFile.load(text: text, file: "s.yaml").rules
    return try #require(rules.body("plenary")?.decision(on: matter)).terms
  }

  private func refused(_ key: String, _ value: String, of matter: String = "rules") throws
    -> [Failure]
  {
    let refused = try #require(throws: PluginRefused.self) { try terms(key, value, of: matter) }
    return refused.errors
  }

  @Test func `A rule that says nothing of them has the terms of older rules`() throws {
    let rules = try PluginFile.load(text: SamplePlugin.text, file: "s.yaml").rules
    let bodies = rules.bodies.flatMap(\.decisions).map(\.terms)
    #expect(bodies.count == 3 && bodies.allSatisfy { $0 == VoteTerms() })
    #expect(VoteTerms().recusal == .stays)
  }

  @Test(arguments: VoteTerms.Recusal.allCases)
  func `What those aside leave is read for a vote and for consensus alone`(
    _ recusal: VoteTerms.Recusal
  ) throws {
    #expect(try terms("recused", recusal.rawValue).recusal == recusal)
    #expect(try terms("recused", recusal.rawValue, of: "names").recusal == recusal)
  }

  @Test(arguments: [
    ("leave_base", "choice-misspelt"), ("true", "choice-unknown"), ("[stays]", "value-unreadable"),
    ("{}", "value-unreadable"),
  ])
  func `Another word for what they leave is a fault with its place`(
    _ row: (value: String, code: String)
  ) throws {
    for matter in ["rules", "names"] {
      let failure = try #require(try refused("recused", row.value, of: matter).first)
      #expect(failure.code.name == row.code)
      #expect(failure.place != nil)
    }
  }

  @Test func `Each word of what they leave is tried in the place of another`() throws {
    let text = SamplePlugin.text.replacing(Self.vote, with: "\(Self.vote) recused: leaves_base,")
    let mutants = Mutant.all(of: try YAML.parse(text, file: "s.yaml"))
      .filter { $0.path == "bodies.plenary.decides.rules.recused" }
    #expect(
      mutants.map { "\($0.from ?? "") > \($0.to ?? "")" } == [
        "leaves_base > stays", "leaves_base > leaves_base_and_quorum",
      ])
    #expect(mutants.allSatisfy { $0.kind == "recusal" && $0.rules != nil })
  }

  @Test(arguments: [
    ("all_members", "size(members.filter(m, m.votes).map(m, m.id)) - payload.votes.recused"),
    ("present", "payload.present - payload.votes.recused"),
  ])
  func `The guard of a majority takes those aside out of its base`(
    _ row: (base: String, text: String)
  ) throws {
    let text = SamplePlugin.text.replacing(
      "rules: {first: consensus, at_least: 2/3, of: all_members",
      with: "rules: {first: consensus, recused: leaves_base, at_least: 2/3, of: \(row.base)")
    let rules = try PluginFile.load(text: text, file: "s.yaml").rules
    let guards = rules.expandedGuards.filter { $0.path == "bodies.plenary.decides.rules" }
    #expect(guards.first?.keys == ["first", "at_least", "of", "abstentions", "recused"])
    #expect(guards.first?.require.text.contains("'2/3', \(row.text))") == true)
    #expect(!rules.expandedGuards.contains { $0.require.text.contains("cel.bind(aside") })
  }

  @Test func `The guard of a quorum leaves them out on the matters of which the rule says so`()
    throws
  {
    let text = SamplePlugin.text.replacing(
      Self.vote, with: "\(Self.vote) recused: leaves_base_and_quorum,")
    let rules = try PluginFile.load(text: text, file: "s.yaml").rules
    let quorum = rules.expandedGuards.filter { $0.path == "bodies.plenary.quorum" }
    #expect(quorum.map { $0.require.text.contains("cel.bind(aside") } == [false, true])
    #expect(quorum.last?.require.text.contains("payload.matter == 'rules' ? votes.filter") == true)
    let environment = RuleEnvironment(rules)
    for item in quorum {
      for type in item.on { #expect(try environment.checked(item.require, on: type).kind == .bool) }
    }
  }

  @Test(arguments: VoteTerms.SecondVote.allCases)
  func `What becomes of a second vote is read, and is refused where nothing is said`(
    _ rule: VoteTerms.SecondVote
  ) throws {
    #expect(try terms("second_vote", rule.rawValue).secondVote == rule)
    #expect(VoteTerms().secondVote == .refused)
  }

  @Test func `Where nobody votes there is no second vote, and no other word for it`() throws {
    let exclusive = try refused("second_vote", "void", of: "names")
    #expect(exclusive.map(\.code) == [.keysExclusive])
    let unknown = try #require(try refused("second_vote", "counts").first)
    #expect(unknown.code.name == "choice-unknown" && unknown.place != nil)
  }
}
