package import Plugins
import Values

/// Changes each value of the rules in turn and looks whether a case notices.
package struct MutationRun: Sendable {
  /// Changes that every case still passes: a promise that nobody wrote down.
  package let survivors: [Mutant]
  /// How many changes gave rules that could be tried.
  package let tried: Int

  package var killed: Int { tried - survivors.count }

  /// - Parameters:
  ///   - tree: The whole plugin, as `Loaded.tree` has it.
  ///   - rules: The same, unchanged.
  ///   - suite: Cases that all pass under `rules`.
  /// - Throws: What keeps a network from being founded.
  package init(_ tree: Node, _ rules: Rules, _ suite: CaseSuite) throws {
    var runner = CaseRunner(rules, suite)
    let coverage = try runner.run().coverage
    var (tried, survivors) = (0, [Mutant]())
    for mutant in Mutant.all(of: tree) {
      guard let changed = mutant.rules else { continue }
      tried += 1
      if try !Self.isNoticed(changed, Self.ordered(suite.cases, for: mutant, coverage), suite) {
        survivors.append(mutant)
      }
    }
    (self.tried, self.survivors) = (tried, survivors)
  }

  private static func isNoticed(
    _ rules: Rules, _ cases: [CaseSuite.Case], _ suite: CaseSuite
  ) throws -> Bool {
    var runner = CaseRunner(rules, suite)
    for item in cases where try !runner.passes(item) { return true }
    return false
  }

  /// The cases that came upon the changed clause first, since they are the likeliest to notice.
  private static func ordered(
    _ cases: [CaseSuite.Case], for mutant: Mutant, _ coverage: RuleCoverage
  ) -> [CaseSuite.Case] {
    let likely = coverage.cases.filter { clause, _ in
      mutant.path.hasPrefix(clause) || clause.hasPrefix(mutant.path)
    }.values.reduce(into: Set<String>()) { $0.formUnion($1) }
    return cases.filter { likely.contains($0.worked.name) }
      + cases.filter { !likely.contains($0.worked.name) }
  }
}
