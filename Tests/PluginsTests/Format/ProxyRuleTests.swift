import Testing
import Values

@testable import Plugins

/// What a plugin says of proxies in a body.
@Suite struct ProxyRuleTests {
  private static let line =
    "proxies: {per_holder: 2, quorum: true, longest: P3Y, source: assumption}"

  private static let quorum =
    "quorum: {more_than: 1/2, of: members, source: assumption, "
    + "second_call: {after: P14D, at_least: 1/3, source: assumption}}"

  private func text(_ line: String = Self.line) -> String {
    SamplePlugin.text.replacing(Self.quorum, with: "\(Self.quorum)\n      \(line)")
  }

  private func load(_ line: String) throws -> Rules {
    try PluginFile.load(text: text(line), file: "s.yaml").rules
  }

  @Test func `Limit, quorum and length are read with their clause`() throws {
    let rule = try #require(try load(Self.line).body("plenary")?.proxies)
    #expect(rule.perHolder == 2 && rule.countsForQuorum && rule.longest == Period(years: 3))
    #expect(rule.clause == Clause(id: "bodies.plenary.proxies", source: .assumption))
    #expect(try load(Self.line).body("board")?.proxies == nil)
  }

  @Test func `Without a longest there is no limit of time`() throws {
    let rules = try load("proxies: {per_holder: 1, quorum: false, id: in-hand, source: practice}")
    let rule = try #require(rules.body("plenary")?.proxies)
    #expect(rule.longest == nil && !rule.countsForQuorum && rule.clause.id == "in-hand")
  }

  @Test(arguments: [
    ("{quorum: true, source: assumption}", "key-missing"),
    ("{per_holder: 2, source: assumption}", "key-missing"),
    ("{per_holder: 2, quorum: true}", "key-missing"),
    ("{per_holder: 0, quorum: true, source: assumption}", "value-out-of-range"),
    ("{per_holder: two, quorum: true, source: assumption}", "value-unreadable"),
    ("{per_holder: 2, quorum: often, source: assumption}", "value-unreadable"),
    ("{per_holder: 2, quorum: true, longest: P0D, source: assumption}", "period-zero"),
    ("{per_holder: 2, quorum: true, holder: 3, source: assumption}", "key-misspelt"),
    ("2", "value-unreadable"),
  ])
  func `A broken rule is refused at its place`(_ row: (text: String, code: String)) throws {
    let refused = try #require(throws: PluginRefused.self) { try load("proxies: \(row.text)") }
    let lines = text().split(separator: "\n", omittingEmptySubsequences: false)
    let line = try #require(lines.firstIndex { $0.contains("proxies:") }) + 1
    #expect(refused.errors.allSatisfy { $0.place?.line == line })
    #expect(
      refused.errors.map(\.code.name).contains(row.code), "\(refused.errors.map(\.code.name))")
  }

  @Test func `Its clause decides acts, and is found where it stands`() throws {
    let loaded = try PluginFile.load(text: text(), file: "s.yaml")
    let ids = loaded.rules.decidingClauses.map(\.id)
    #expect(ids.contains("bodies.plenary.proxies"))
    let lines = text().split(separator: "\n", omittingEmptySubsequences: false)
    let line = try #require(lines.firstIndex { $0.contains("proxies:") }) + 1
    #expect(ClausePlaces(of: loaded.tree)["bodies.plenary.proxies"]?.line == line)
  }

  @Test func `Each of its values is changed to see whether a case notices`() throws {
    let mutants = Mutant.all(of: try YAML.parse(text(), file: "s.yaml"))
      .filter { $0.path.hasPrefix("bodies.plenary.proxies") }
    #expect(
      mutants.map { "\($0.path.dropFirst("bodies.plenary.".count)): \($0.to ?? "nothing")" } == [
        "proxies: nothing", "proxies.per_holder: 3", "proxies.per_holder: 1",
        "proxies.quorum: false", "proxies.longest: P3Y1M", "proxies.longest: P2Y11M",
        "proxies.longest: nothing",
      ])
  }

  @Test func `Limit and length stand as guards, and a quorum counts those represented`() throws {
    let rules = try load(Self.line)
    let found = rules.expandedGuards.filter { $0.path == "bodies.plenary.proxies" }
    #expect(found.map(\.keys) == [["per_holder"], ["longest"]])
    #expect(found.map(\.on) == [["proxy.given"], ["proxy.given"]])
    #expect(found.first?.require.text == "payload.held <= 2")
    let quorum = rules.expandedGuards.filter { $0.path == "bodies.plenary.quorum" }
    #expect(quorum.allSatisfy { $0.require.text.hasPrefix("cel.bind(represented, ") })
    let environment = RuleEnvironment(rules)
    for item in found + quorum {
      for type in item.on { #expect(try environment.checked(item.require, on: type).kind == .bool) }
    }
  }

  @Test func `A quorum that counts nobody by proxy says nothing of them`() throws {
    let rules = try load("proxies: {per_holder: 1, quorum: false, source: practice}")
    #expect(!rules.expandedGuards.contains { $0.require.text.contains("represented") })
    #expect(rules.expandedGuards.filter { $0.path == "bodies.plenary.proxies" }.count == 1)
  }
}
