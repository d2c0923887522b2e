import TestKit
import Testing
import Values

@testable import Plugins

/// The ways of motions as guards.
@Suite struct ExpandedMotionsTests {
  private func guards(_ way: String, _ edits: [(String, String)] = []) throws -> [ExpandedGuard] {
    try SampleRules.motionRules(edits).expandedGuards.filter {
      $0.path == "motions.transitions.\(way)"
    }
  }

  @Test(arguments: [
    (
      "take_up", "motion.moved",
      [
        "payload.from in ['tabled'] && payload.to == 'debated'", "payload.supporters >= 1",
      ]
    ),
    (
      "send_back", "motion.moved",
      [
        "payload.from in ['debated'] && payload.to == 'tabled'",
        "actor.id in ['chair', 'board']",
      ]
    ),
    (
      "take_back", "motion.withdrawn",
      ["payload.from in ['debated', 'tabled'] && payload.to == 'withdrawn'"]
    ),
    ("adopt", "motion.decided", ["payload.from in ['debated'] && payload.to == 'adopted'"]),
    ("reject", "motion.decided", ["payload.from in ['debated'] && payload.to == 'rejected'"]),
  ])
  func `A way is written with what it asks`(
    _ row: (way: String, type: String, require: [String])
  ) throws {
    let found = try guards(row.way)
    #expect(found.map(\.require.text) == row.require)
    #expect(found.allSatisfy { $0.on == [row.type] })
    let isVote = row.type == "motion.decided"
    let taken = "payload.transition == '\(row.way)'"
    #expect(
      found.allSatisfy { $0.when?.text == (isVote ? "has(payload.transition) && \(taken)" : taken) }
    )
  }

  @Test func `A number of supporters that is a parameter is named`() throws {
    let edits = [
      (
        "governance:\n",
        "parameters: {behind: {type: int, default: 2, source: assumption}}\ngovernance:\n"
      ), ("supporters: 1", "supporters: {param: behind}"),
    ]
    #expect(
      try guards("take_up", edits).last?.require.text == "payload.supporters >= params.behind")
    #expect(try SampleRules.motionRules(edits).motions?.transitions.last?.supporters == 2)
  }

  @Test func `Every guard of a way is true or false for the event that it names`() throws {
    let rules = try SampleRules.motionRules()
    let environment = RuleEnvironment(rules)
    let found = rules.expandedGuards.filter { $0.path.hasPrefix("motions.") }
    #expect(found.count == 7)
    for item in found {
      for text in [item.when, item.require].compactMap(\.self) {
        #expect(try environment.checked(text, on: item.on[0]).kind == .bool, "\(text.text)")
      }
    }
  }

  @Test func `Each way is a clause that decides, and has its place`() throws {
    let rules = try SampleRules.motionRules()
    let ids = rules.decidingClauses.map(\.id).filter { $0.hasPrefix("motions") }
    #expect(
      ids
        == ["adopt", "reject", "send_back", "take_back", "take_up"].map {
          "motions.transitions.\($0)"
        })
  }
}
