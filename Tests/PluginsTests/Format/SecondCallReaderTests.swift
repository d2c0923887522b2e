import Plugins
import TestKit
import Testing
import Values

/// The second call as a plugin lays it down.
@Suite struct SecondCallReaderTests {
  private static func edits(_ call: String) -> [(String, String)] {
    [
      (
        "quorum: {more_than: 1/2, of: members, source: assumption}",
        "quorum: {more_than: 1/2, of: members, source: assumption, second_call: \(call)}"
      )
    ]
  }

  private static func codes(_ call: String) -> [String] {
    do {
      _ = try PluginFile.load(resolved: SampleRules.amended(edits(call)))
      return []
    } catch {
      return (error as? PluginRefused)?.findings.map(\.failure.code.name) ?? ["\(error)"]
    }
  }

  @Test func `A second call is read with its quorum and its days`() throws {
    let rules = try SampleRules.amendedRules(
      Self.edits("{after: P14D, at_least: 1/3, source: charter}"))
    let rule = try #require(rules.body("plenary")?.quorum?.secondCall)
    #expect(rule.threshold == Threshold(.atLeast, try #require(Fraction("1/3"))))
    #expect(rule.after == Period("P14D"))
    #expect(rule.clause.id == "bodies.plenary.quorum.second_call")
    #expect(rule.clause.source.key == "charter")
    #expect(rules.decidingClauses.map(\.id).contains(rule.clause.id))
    #expect(try PluginFile.load(resolved: JSON(parsing: rules.resolved.canonical)) == rules)
  }

  @Test func `A second call without a quorum is read, and rules without one have none`() throws {
    let rules = try SampleRules.amendedRules(
      Self.edits("{after: P15D, quorum: none, source: assumption}"))
    #expect(rules.body("plenary")?.quorum?.secondCall?.threshold == nil)
    #expect(rules.body("plenary")?.quorum?.secondCall != nil)
    #expect(try SampleRules.rules().body("plenary")?.quorum?.secondCall == nil)
  }

  @Test(arguments: [
    ("{at_least: 1/3, source: assumption}", "key-missing"),
    ("{after: soon, at_least: 1/3, source: assumption}", "value-unreadable"),
    ("{after: P14D, source: assumption}", "keys-neither"),
    ("{after: P14D, at_least: 1/3, more_than: 1/4, source: assumption}", "keys-exclusive"),
    ("{after: P14D, at_least: 1/3, quorum: none, source: assumption}", "keys-exclusive"),
    ("{after: P14D, quorum: half, source: assumption}", "choice-"),
    ("{after: P14D, more_than: 1/1, source: assumption}", "threshold-impossible"),
    ("{after: P14D, at_least: 1/3}", "key-missing"),
    ("{after: P14D, at_least: 1/3, of: members, source: assumption}", "key-"),
  ])
  func `A wrong value is a finding`(_ row: (call: String, code: String)) {
    let codes = Self.codes(row.call)
    #expect(codes.contains { $0.hasPrefix(row.code) }, "\(codes)")
  }

  @Test func `Its guards ask for the lower number, and the others only where it does not hold`()
    throws
  {
    let rules = try SampleRules.amendedRules(
      Self.edits("{after: P14D, at_least: 1/3, source: assumption}"))
    let path = "bodies.plenary.quorum"
    let second = rules.expandedGuards.filter { $0.path == path + ".second_call" }
    #expect(second.map(\.keys) == [["after"], ["at_least"], ["at_least"]])
    #expect(
      second.dropFirst().allSatisfy { $0.when?.text.contains(" meeting.second_call") == true })
    #expect(second.last?.require.text.contains("'1/3'") == true)
    let first = rules.expandedGuards.filter { $0.path == path }
    #expect(first.count == 2)
    #expect(first.allSatisfy { $0.when?.text.hasSuffix(" && !meeting.second_call") == true })
    let without = try SampleRules.rules().expandedGuards.filter { $0.path == path }
    #expect(without.allSatisfy { $0.when?.text.contains("second_call") == false })
  }
}
