import TestKit
import Testing
import Values

@testable import Plugins

/// A quorum of so many members, as the rules write it.
@Suite struct QuorumNumberTests {
  private static let usual = "quorum: {more_than: 1/2, of: members, source: assumption}"

  private func rules(_ quorum: String) throws -> Rules {
    try SampleRules.amendedRules([(Self.usual, quorum)])
  }

  /// The faults of the sample rules with other words, as `code`.
  private func faults(_ edits: [(String, String)]) -> [Failure] {
    let text = edits.reduce(SampleRules.text) { $0.replacing($1.0, with: $1.1) }
    do throws(PluginRefused) {
      _ = try PluginFile.load(text: text, file: "s.yaml")
      return []
    } catch {
      return error.errors
    }
  }

  @Test(arguments: [1, 3, 500])
  func `A quorum can be a number of members`(_ number: Int) throws {
    let quorum = try #require(
      try rules("quorum: {members: \(number), source: assumption}").body("plenary")?.quorum)
    #expect(quorum.measure == .number(number))
    #expect(quorum.threshold == nil)
    for base in [0, 2, 40] { #expect(quorum.needed(of: base) == number) }
  }

  @Test func `A quorum that is a share is what it was`() throws {
    let quorum = try #require(try rules(Self.usual).body("plenary")?.quorum)
    #expect(quorum.threshold?.strictness == .moreThan)
    #expect([0, 1, 2, 7, 8].map(quorum.needed(of:)) == [1, 1, 2, 4, 5])
  }

  @Test(arguments: [
    ("{members: 0, source: assumption}", "value-out-of-range"),
    ("{members: 501, source: assumption}", "value-out-of-range"),
    ("{members: three, source: assumption}", "value-unreadable"),
    ("{members: 1/2, source: assumption}", "value-unreadable"),
    ("{members: 3}", "key-missing"),
    ("{members: 3, of: members, source: assumption}", "keys-exclusive"),
    ("{members: 3, at_least: 1/2, source: assumption}", "keys-exclusive"),
    ("{of: members, source: assumption}", "keys-neither"),
  ])
  func `A number that cannot be, or that stands beside a share, is a fault`(
    _ row: (quorum: String, code: String)
  ) {
    let codes = faults([(Self.usual, "quorum: " + row.quorum)]).map(\.code.name)
    #expect(codes == [row.code])
  }

  @Test(arguments: [
    ("composition: elected", "elected: {min: 2, max: 3", 3, 4),
    ("composition: rotation", "rotation: {chair_period", 3, 4),
    ("composition: coordinator", "coordinator: {named_by", 1, 2),
  ])
  func `More than can sit in a body is out of reach`(
    _ row: (composition: String, key: String, most: Int, beyond: Int)
  ) throws {
    for number in [row.most, row.beyond] {
      let faults = faults([
        (
          row.composition,
          "quorum: {members: \(number), source: assumption}\n      \(row.composition)"
        )
      ])
      guard number > row.most else {
        #expect(faults == [])
        continue
      }
      let fault = try #require(faults.first)
      #expect(fault.code == .quorumOutOfReach)
      #expect(fault.values == ["members": .int(row.beyond), "most": .int(row.most)])
      #expect(fault.place != nil)
    }
  }

  @Test func `The number can be a parameter`() throws {
    let text =
      SampleRules.text.replacing(
        Self.usual, with: "quorum: {members: {param: least}, source: assumption}")
      + "\nparameters: {least: {type: int, default: 3, min: 2, max: 9, source: assumption}}\n"
    let rules = try PluginFile.load(text: text, file: "s.yaml").rules
    #expect(rules.body("plenary")?.quorum?.measure == .number(3))
    #expect(rules.parameterUses["bodies.plenary.quorum.members"] == "least")
    let later = try PluginFile.load(resolved: rules.resolved, settings: ["least": "5"])
    #expect(later.body("plenary")?.quorum?.measure == .number(5))
    let guards = rules.expandedGuards.filter { $0.path == "bodies.plenary.quorum" }
    #expect(guards.allSatisfy { $0.require.text.hasSuffix(" >= params.least") })
  }

  @Test func `A guard says the same as the number`() throws {
    let guards = try rules("quorum: {members: 3, source: assumption}").expandedGuards
      .filter { $0.path == "bodies.plenary.quorum" }
    #expect(guards.map(\.keys) == [["members"], ["members"]])
    #expect(
      guards.map(\.require.text)
        == ["payload.present", "meeting.present"].map {
          "size(members.filter(m, m.votes).map(m, m.id).filter(e, e in \($0))) >= 3"
        })
  }

  @Test(arguments: [
    ("plenary-of-states", "{members: 3, source: act}", QuorumRule.Measure.number(3)),
    ("blank", "{members: 7}", .number(7)),
  ])
  func `Over the share of a template a number takes its place`(
    _ row: (template: String, quorum: String, measure: QuorumRule.Measure)
  ) throws {
    let rules = try PluginFile.load(
      text: """
        format: plugin/1
        id: child
        version: 1.0.0
        extends: \(row.template)@1
        recording_since: 2026-01-01
        languages: [en]
        timezone: UTC
        title: {en: Child}
        basis: {act: Founding act}
        founding: {on: 2026, instrument: Act, source: act}
        governance: {bodies: {plenary: {quorum: \(row.quorum)}}}

        """, file: "network.yaml"
    ).rules
    #expect(rules.body("plenary")?.quorum?.measure == row.measure)
    #expect(
      rules.resolved["governance"]?["bodies"]?["plenary"]?["quorum"]?.fields?.names
        == ["members", "source"])
  }

  @Test func `And a share takes the place of the number of a template`() {
    let path = ["governance", "bodies", "plenary", "quorum"]
    let gone = { (names: Set<String>) in
      ExclusiveKeys.replaced(by: names, composition: nil, at: path)
    }
    #expect(gone(["at_least", "of"]).contains("members"))
    #expect(gone(["members"]).isSuperset(of: ["more_than", "at_least", "of"]))
    #expect(gone(["source"]).isEmpty)
  }

  @Test func `Cases are tried with one more and one fewer`() throws {
    let node = try YAML.parse(
      SampleRules.text.replacing(
        Self.usual, with: "quorum: {members: 3, source: assumption}"), file: "s.yaml")
    let mutants = Mutant.all(of: node).filter { $0.path == "bodies.plenary.quorum.members" }
    #expect(mutants.map(\.to) == ["4", "2"])
  }
}
