import Testing
import Values

@testable import Plugins

/// What votes weigh, and majorities of shares, as a plugin writes them.
@Suite struct WeightRuleTests {
  private static let quorum =
    "quorum: {more_than: 1/2, of: members, source: assumption, "
    + "second_call: {after: P14D, at_least: 1/3, source: assumption}}"
  private static let rule = "rules: {first: consensus,"

  private func load(_ weights: String?, _ shares: String?) throws -> Rules {
    var text = SamplePlugin.text
    if let weights {
      text = text.replacing(Self.quorum, with: "\(Self.quorum)\n      weights: \(weights)")
    }
    if let shares { text = text.replacing(Self.rule, with: "\(Self.rule) shares: \(shares),") }
    return try PluginFile.load(text: text, file: "s.yaml").rules
  }

  private static let weights =
    "{members: {PT: 5, EUROJUST: 0}, classes: {member: 2}, source: statute}"
  private static let shares = "{at_least: 13/20, of: all_members, source: assumption}"

  @Test func `Weights are read by members and by classes, a member's own first`() throws {
    let rule = try #require(try load(Self.weights, Self.shares).body("plenary")?.weights)
    #expect(rule.members == ["PT": 5, "EUROJUST": 0] && rule.classes == ["member": 2])
    #expect(rule.clause.id == "bodies.plenary.weights")
    #expect(rule.weight(of: "PT", in: "member") == 5)
    #expect(rule.weight(of: "ES", in: "member") == 2)
    #expect(rule.weight(of: "ES", in: "observer") == nil && rule.weight(of: "ES", in: nil) == nil)
  }

  @Test func `A matter that needs shares has threshold, base and a clause of its own`() throws {
    let body = try #require(try load(Self.weights, Self.shares).body("plenary"))
    let shares = try #require(body.decision(on: "rules")?.terms.shares)
    #expect(shares.threshold == Threshold(.atLeast, try #require(Fraction(13, 20))))
    #expect(shares.base == .allMembers)
    #expect(shares.clause.id == "bodies.plenary.decides.rules.shares")
    #expect(body.decision(on: "default")?.terms.shares == nil)
    let ids = try load(Self.weights, Self.shares).decidingClauses.map(\.id)
    #expect(ids.contains("bodies.plenary.weights"))
    #expect(ids.contains("bodies.plenary.decides.rules.shares"))
  }

  @Test(
    arguments: [
      (nil, shares, "key-missing"), ("{source: statute}", shares, "keys-neither"),
      ("{members: {XX: 1}, source: statute}", shares, "jurisdiction-unknown"),
      ("{classes: {guest: 1}, source: statute}", shares, "reference-unknown"),
      ("{members: {PT: -1}, source: statute}", shares, "value-out-of-range"),
      ("{members: {PT: 100000001}, source: statute}", shares, "value-out-of-range"),
      ("{members: {PT: 0.5}, source: statute}", shares, "value-unreadable"),
      ("{members: {PT: 1}}", shares, "key-missing"),
      (weights, "{of: present, source: statute}", "keys-neither"),
      (weights, "{more_than: 1/2, at_least: 1/2, of: present, source: statute}", "keys-exclusive"),
      (weights, "{more_than: 1/1, of: present, source: statute}", "threshold-impossible"),
      (weights, "{more_than: 1/2, of: states, source: statute}", "choice-unknown"),
      (weights, "{more_than: 1/2, of: present}", "key-missing"),
    ] as [(String?, String, String)])
  func `What cannot be counted is refused at its place`(
    _ row: (weights: String?, shares: String, code: String)
  ) throws {
    let refused = try #require(throws: PluginRefused.self) { try load(row.weights, row.shares) }
    #expect(
      refused.errors.map(\.code.name).contains(row.code), "\(refused.errors.map(\.code.name))")
    #expect(refused.errors.allSatisfy { $0.place != nil })
  }

  @Test func `Weights alone change nothing, and consensus alone has no shares`() throws {
    #expect(try load(Self.weights, nil).body("plenary")?.weights != nil)
    let text = SamplePlugin.text.replacing(
      "names: {only: consensus,", with: "names: {only: consensus, shares: \(Self.shares),")
    let refused = try #require(throws: PluginRefused.self) {
      try PluginFile.load(text: text, file: "s.yaml")
    }
    #expect(refused.errors.map(\.code).contains(.keysExclusive))
  }

  @Test func `The guard of a majority asks for the sums that a decision carries`() throws {
    let rules = try load(Self.weights, Self.shares)
    let own = rules.expandedGuards.filter { $0.path == "bodies.plenary.decides.rules.shares" }
    #expect(own.map(\.keys) == [["at_least", "of"]])
    #expect(own.first?.require.text == "payload.method == 'consensus' || has(payload.shares)")
    let majority = rules.expandedGuards.first { $0.path == "bodies.plenary.decides.rules" }
    #expect(
      majority?.require.text.contains(
        "atLeast(payload.shares.for, '13/20', payload.shares.entitled)") == true)
    let environment = RuleEnvironment(rules)
    for item in own + [majority].compactMap(\.self) {
      for type in item.on { #expect(try environment.checked(item.require, on: type).kind == .bool) }
    }
  }

  @Test func `Threshold and base of the shares are changed to see whether a case notices`() throws {
    let text = SamplePlugin.text.replacing(
      Self.quorum, with: "\(Self.quorum)\n      weights: \(Self.weights)"
    ).replacing(Self.rule, with: "\(Self.rule) shares: \(Self.shares),")
    let mutants = Mutant.all(of: try YAML.parse(text, file: "s.yaml")).filter {
      $0.path.hasPrefix("bodies.plenary.decides.rules.shares")
    }
    #expect(Set(mutants.map(\.kind)) == ["shares", "fraction", "strictness", "base"])
    #expect(mutants.allSatisfy { $0.rules != nil })
  }
}
