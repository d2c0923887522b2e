import TestKit
import Testing
import Values

@testable import Plugins

/// What is changed of a network's own guards.
@Suite struct GuardMutantTests {
  private static let guards = """

    guards:
      - id: own.first
        on: [meeting.convened]
        when: "meeting.series == 'plenary'"
        require: "size(payload.agenda) > 0"
        message: {en: "No."}
        source: assumption
      - id: own.second
        on: [member.admitted]
        require: "atLeast(size(members), '1/2', 4) || !(payload.class in ['observer'])"
        severity: warn
        message: {en: "No."}
        source: practice
    """

  private func loaded() throws -> Loaded {
    try PluginFile.load(text: SampleRules.text + Self.guards, file: "s.yaml")
  }

  private func mutants(at path: String) throws -> [Mutant] {
    Mutant.all(of: try loaded().tree).filter { $0.path == path }
  }

  @Test func `Each node of a condition is changed, and the condition taken away`() throws {
    #expect(
      try mutants(at: "own.first.when").map { $0.to } == ["meeting.series != 'plenary'", nil])
    #expect(
      try mutants(at: "own.first.require").map { $0.to } == [
        "size(payload.agenda) >= 0", "size(payload.agenda) <= 0", "size(payload.agenda) > 1",
        "size(payload.agenda) > -1",
      ])
    #expect(try mutants(at: "own.second.when").isEmpty)
  }

  @Test func `A guard that denies warns instead, and one that warns denies`() throws {
    let first = try #require(try mutants(at: "own.first.severity").first)
    #expect(first.from == nil && first.to == "warn" && first.kind == "severity")
    let second = try #require(try mutants(at: "own.second.severity").first)
    #expect(second.from == "warn" && second.to == "deny")
  }

  @Test func `A change of one guard leaves everything else as it is`() throws {
    let original = try loaded().rules
    for mutant in try mutants(at: "own.first.require") {
      let rules = try #require(mutant.rules)
      #expect(rules.guards.map(\.id) == ["own.first", "own.second"])
      #expect(rules.guards[0].require.text == mutant.to)
      #expect(rules.guards[0].when == original.guards[0].when)
      #expect(rules.guards[1] == original.guards[1])
      #expect(rules.bodies == original.bodies)
    }
  }

  @Test func `Every changed expression still has its type`() throws {
    let all = Mutant.all(of: try loaded().tree).filter { $0.path.hasPrefix("own.") }
    #expect(all.count > 12)
    for mutant in all {
      let rules = try #require(mutant.rules)
      let environment = RuleEnvironment(rules)
      for rule in rules.guards {
        for text in [rule.when, rule.require].compactMap(\.self) {
          #expect(try environment.checked(text, on: rule.on[0]).kind == .bool, "\(text.text)")
        }
      }
    }
  }

  @Test func `A mutant of a guard stands at its line`() throws {
    let line = try #require(
      (SampleRules.text + Self.guards).split(separator: "\n", omittingEmptySubsequences: false)
        .firstIndex { $0.contains("size(payload.agenda)") })
    let places = try mutants(at: "own.first.require").map { $0.place?.line }
    #expect(places.allSatisfy { $0 == line + 1 })
  }

  @Test func `Guards decide acts, and stand where they are written`() throws {
    let loaded = try loaded()
    #expect(loaded.rules.decidingClauses.suffix(2).map(\.id) == ["own.first", "own.second"])
    let places = ClausePlaces(of: loaded.tree)
    let first = try #require(places["own.first"]?.line)
    let second = try #require(places["own.second"]?.line)
    #expect(first < second)
  }
}
