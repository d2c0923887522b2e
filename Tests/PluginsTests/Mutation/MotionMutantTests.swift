import Plugins
import TestKit
import Testing
import Values

/// What is changed on purpose in the cycle of motions.
@Suite struct MotionMutantTests {
  private static func mutants() throws -> [Mutant] {
    Mutant.all(
      of: try YAML.parse(SampleRules.text + "\n" + SampleRules.motions, file: "m.yaml"))
  }

  @Test(arguments: [
    ("transitions.take_up.supporters", ["1 > 2", "1 > nothing"]),
    ("transitions.send_back.by", ["[chair, board] > nothing"]),
    (
      "transitions.take_back.from",
      ["[debated, tabled] > [tabled]", "[debated, tabled] > [debated]"]
    ),
    ("transitions.take_up.from", []), ("states.tabled.amendable", ["true > nothing"]),
    ("states.adopted.final", []),
  ])
  func `A value has these neighbours`(_ row: (path: String, changes: [String])) throws {
    let found = try Self.mutants().filter { $0.path == "motions.\(row.path)" }
    #expect(
      found.map { "\($0.from ?? "nothing") > \($0.to ?? "nothing")" }.sorted()
        == row.changes.sorted())
  }

  @Test func `Each change that gives rules changes the cycle and nothing else`() throws {
    let before = try SampleRules.motionRules()
    let changed = try Self.mutants().filter { $0.path.hasPrefix("motions.") }
    #expect(changed.count == 7)
    for mutant in changed {
      let rules = try #require(mutant.rules, "\(mutant.path)")
      #expect(rules.motions != before.motions && rules.bodies == before.bodies, "\(mutant.path)")
    }
  }
}
