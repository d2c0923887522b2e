import TestKit
import Testing
import Values

@testable import Plugins

/// A quorum with a number or a share for each number of those entitled, as the rules write it.
@Suite struct QuorumStepTests {
  private static let usual = "quorum: {more_than: 1/2, of: members, source: assumption}"
  private static let steps =
    "steps: [{up_to: 10, members: 6}, {up_to: 30, more_than: 1/2}, {members: 16}]"

  private func rules(_ quorum: String) throws -> Rules {
    try SampleRules.amendedRules([(Self.usual, "quorum: {\(quorum), source: assumption}")])
  }

  private func quorum(_ written: String) throws -> QuorumRule {
    try #require(try rules(written).body("plenary")?.quorum)
  }

  /// What is wrong with the sample rules under another quorum, as codes; warnings stand with `?`.
  private func findings(_ quorum: String, _ edits: [(String, String)] = []) -> [String] {
    let text = (edits + [(Self.usual, "quorum: {\(quorum), source: assumption}")])
      .reduce(SampleRules.text) { $0.replacing($1.0, with: $1.1) }
    do throws(PluginRefused) {
      return try PluginFile.load(text: text, file: "s.yaml").warnings.map {
        $0.failure.code.name + "?"
      }
    } catch {
      return error.errors.map(\.code.name)
    }
  }

  @Test func `Each size has the step whose end it does not pass`() throws {
    let rule = try quorum(Self.steps)
    #expect(rule.threshold == nil && rule.counting == nil)
    #expect(
      [1, 6, 10, 11, 12, 30, 31, 400].map(rule.needed(of:)) == [6, 6, 6, 6, 7, 16, 16, 16])
    #expect(
      [0, 1, 10, 11, 30, 31, 99].map(rule.measure.span(of:))
        == ["1–10", "1–10", "1–10", "11–30", "11–30", "≥ 31", "≥ 31"])
    #expect(rule.measure.settled(for: 31) == .number(16))
  }

  @Test func `A step for one size alone is told by that size`() throws {
    let rule = try quorum("steps: [{up_to: 1, members: 1}, {up_to: 2, members: 2}, {members: 3}]")
    #expect([1, 2, 3].map(rule.measure.span(of:)) == ["1", "2", "≥ 3"])
  }

  @Test(arguments: ["{members: 3}", "{more_than: 1/2}"])
  func `One step alone says what the key without steps says`(_ step: String) throws {
    let (table, plain) = try (
      quorum("steps: [\(step)]"),
      quorum("\(step.dropFirst().dropLast())\(step.contains("members") ? "" : ", of: members")")
    )
    for base in 0...40 { #expect(table.needed(of: base) == plain.needed(of: base)) }
  }

  @Test(arguments: [
    ("steps: []", ["list-empty"]),
    ("steps: [{up_to: 10, members: 6}]", ["quorum-steps-gap"]),
    ("steps: [{members: 6}, {members: 16}]", ["quorum-steps-overlap"]),
    (
      "steps: [{up_to: 9, members: 6}, {up_to: 9, members: 7}, {members: 8}]",
      ["quorum-steps-overlap"]
    ),
    (
      "steps: [{up_to: 9, members: 6}, {up_to: 8, members: 7}, {members: 8}]",
      ["quorum-steps-overlap"]
    ),
    ("steps: [{up_to: 5, members: 6}, {members: 6}]", ["quorum-step-out-of-reach"]),
    (
      "steps: [{up_to: 5, members: 3}, {up_to: 9, members: 9}, {members: 9}]",
      ["quorum-step-out-of-reach?"]
    ),
    ("steps: [{up_to: 5, members: 3}, {up_to: 9, members: 6}, {members: 10}]", []),
    ("steps: [{up_to: 0, members: 1}, {members: 2}]", ["value-out-of-range"]),
    ("steps: [{up_to: 9, members: 501}, {members: 2}]", ["value-out-of-range"]),
    ("steps: [{up_to: ten, members: 5}, {members: 6}]", ["value-unreadable"]),
    ("steps: [{up_to: 9}, {members: 6}]", ["keys-neither"]),
    ("steps: [{up_to: 9, members: 4, at_least: 1/2}, {members: 6}]", ["keys-exclusive"]),
    ("steps: [{up_to: 9, more_than: 1/1}, {members: 6}]", ["threshold-impossible"]),
    ("steps: [{up_to: 9, members: {param: least}}, {members: 6}]", ["value-unreadable"]),
    ("steps: [{up_to: 9, members: 4, source: charter}, {members: 6}]", ["key-unknown"]),
    ("steps: [{members: 6}], of: members", ["keys-exclusive"]),
    ("steps: [{members: 6}], more_than: 1/2", ["keys-exclusive"]),
    ("steps: [{members: 6}], members: 3", ["keys-exclusive"]),
    ("steps: [{members: 6}], counted: week", ["choice-unknown"]),
    ("steps: {members: 6}", ["value-unreadable"]),
  ])
  func `What is no table of steps is a fault`(_ row: (quorum: String, codes: [String])) {
    #expect(findings(row.quorum) == row.codes)
  }

  @Test func `A table has at most twelve steps`() {
    func table(_ count: Int) -> String {
      let steps = (1..<count).map { "{up_to: \($0 * 10), at_least: 1/2}" } + ["{at_least: 1/3}"]
      return "steps: [\(steps.joined(separator: ", "))]"
    }
    #expect(findings(table(12)) == [])
    #expect(findings(table(13)) == ["list-too-long"])
  }

  @Test(arguments: [
    ("[{up_to: 2, members: 1}, {members: 3}]", []),
    ("[{up_to: 2, members: 1}, {members: 4}]", ["quorum-step-out-of-reach"]),
    ("[{up_to: 3, members: 2}, {members: 4}]", []),
  ])
  func `A number that the seats of a body put out of reach is a fault, beyond them it is not`(
    _ row: (steps: String, codes: [String])
  ) {
    let edit = (
      "composition: elected",
      "quorum: {steps: \(row.steps), source: assumption}\n      composition: elected"
    )
    #expect(findings("more_than: 1/2, of: members", [edit]) == row.codes)
  }

  @Test(arguments: [
    ("month", QuorumCounting.month, "2026-11-23", "2026-11-01"),
    ("year", .year, "2026-11-23", "2026-01-01"),
    ("month", .month, "2026-12-01", "2026-12-01"), ("year", .year, "2026-01-01", "2026-01-01"),
  ])
  func `Those entitled are counted on the first day`(
    _ row: (word: String, counting: QuorumCounting, day: String, first: String)
  ) throws {
    for measure in ["members: 3", "at_least: 1/2, of: members", Self.steps] {
      let rule = try quorum("\(measure), counted: \(row.word)")
      #expect(rule.counting == row.counting)
    }
    #expect(row.counting.first(of: try #require(Day(row.day))) == Day(row.first))
  }

  @Test func `The rules in the log are read as they were written`() throws {
    let rules = try rules(Self.steps + ", counted: year")
    #expect(try PluginFile.load(resolved: JSON(parsing: rules.resolved.canonical)) == rules)
  }

  @Test func `A guard asks one step after the other`() throws {
    let guards = try rules(Self.steps).expandedGuards.filter {
      $0.path == "bodies.plenary.quorum"
    }
    #expect(guards.map(\.keys) == [["steps"], ["steps"]])
    #expect(
      guards.map(\.require.text)
        == ["payload.present", "meeting.present"].map {
          "cel.bind(entitled, members.filter(m, m.votes).map(m, m.id), cel.bind(found, "
            + "size(entitled.filter(e, e in \($0))), size(entitled) <= 10 ? found >= 6 : "
            + "size(entitled) <= 30 ? moreThan(found, '1/2', size(entitled)) : found >= 16))"
        })
  }

  @Test func `No guard counts on an earlier day, and the key says why`() throws {
    let call = "second_call: {after: P14D, at_least: 1/3, source: assumption}"
    let guards = try rules("\(Self.steps), counted: month, \(call)").expandedGuards
    let found = guards.filter { $0.path.hasPrefix("bodies.plenary.quorum") }
    #expect(found.map(\.keys) == [["after"]])
    #expect(UnguardedKeys.reason(for: "bodies.plenary.quorum.counted") == .unseen)
  }

  @Test
  func `Of steps, a number and a share, the one that a network writes takes the others' place`() {
    let path = ["governance", "bodies", "plenary", "quorum"]
    let gone = { (names: Set<String>) in
      ExclusiveKeys.replaced(by: names, composition: nil, at: path)
    }
    #expect(gone(["steps"]) == ["more_than", "at_least", "of", "members"])
    #expect(gone(["members"]).contains("steps") && gone(["at_least"]).contains("steps"))
    #expect(gone(["counted"]).isEmpty)
  }

  @Test func `Cases are tried with each value of each step changed`() throws {
    let node = try YAML.parse(
      SampleRules.text.replacing(
        Self.usual,
        with: "quorum: {steps: [{up_to: 10, members: 6}, {at_least: 1/2}], counted: month, "
          + "source: assumption}"), file: "s.yaml")
    let mutants = Mutant.all(of: node).filter { $0.path.hasPrefix("bodies.plenary.quorum.") }
    let steps = mutants.filter { $0.path.hasSuffix("steps") }
    #expect(
      steps.compactMap(\.to).filter { !$0.hasPrefix("at_least") } == [
        "up_to: 11", "up_to: 9", "members: 7", "members: 5", "without step 1",
      ])
    #expect(steps.count { $0.to?.hasPrefix("at_least") == true } == 2)
    #expect(mutants.filter { $0.path.hasSuffix("counted") }.map(\.to) == ["year", nil])
    #expect(mutants.allSatisfy { $0.rules != nil })
  }
}
