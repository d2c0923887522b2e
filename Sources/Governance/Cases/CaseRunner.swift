package import Plugins
import Values

/// Tries worked cases against rules, each through the registrar on a network in memory.
///
/// ```swift
/// var runner = CaseRunner(rules, suite)
/// let report = try runner.run()
/// report.failed.map(\.worked.name)
/// ```
///
/// A fixture is recorded once; each case is rehearsed on it and taken back.
package struct CaseRunner {
  private let rules: Rules
  private let suite: CaseSuite
  private var networks: [String: Result<ScratchNetwork, CaseStop>] = [:]

  package init(_ rules: Rules, _ suite: CaseSuite) {
    self.rules = rules
    self.suite = suite
  }

  /// Tries every case.
  ///
  /// - Throws: What keeps the network from being founded, such as a want of memory.
  package mutating func run() throws -> CaseReport {
    var coverage = RuleCoverage(rules)
    var results: [CaseResult] = []
    for item in suite.cases { results.append(try result(of: item, noting: &coverage)) }
    return CaseReport(results: results, coverage: coverage)
  }

  /// Whether a case still passes; asked of each mutant until one case does not.
  mutating func passes(_ item: CaseSuite.Case) throws -> Bool {
    var unread = RuleCoverage(rules)
    return try result(of: item, noting: &unread).passes
  }

  private mutating func result(
    of item: CaseSuite.Case, noting coverage: inout RuleCoverage
  ) throws -> CaseResult {
    do {
      let network = try network(with: item.worked.fixture ?? "").get()
      let (before, answer) = try network.ask(item)
      coverage.note(network.answers + before, answer, of: item.worked.name)
      return CaseResult(item.worked, answered: answer)
    } catch let stop as CaseStop {
      return CaseResult(item.worked, stopped: stop)
    }
  }

  private mutating func network(with fixture: String) throws -> Result<ScratchNetwork, CaseStop> {
    if let known = networks[fixture] { return known }
    let made: Result<ScratchNetwork, CaseStop>
    do {
      made = .success(try ScratchNetwork(rules, fixture: suite.fixtures[fixture] ?? []))
    } catch let stop as CaseStop {
      made = .failure(stop)
    }
    networks[fixture] = made
    return made
  }
}

/// How all cases of a plugin went, and which rules they came upon.
package struct CaseReport: Sendable {
  package let results: [CaseResult]
  package let coverage: RuleCoverage

  package var failed: [CaseResult] { results.filter { !$0.passes } }
  package var passes: Bool { failed.isEmpty }
}
