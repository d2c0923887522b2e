package import EventStore
package import Plugins
package import Values

/// Asks of each act of a log how other rules would have decided it; nothing is written.
///
/// Both versions decide in the same state, the one that really came about: an act that the other rules
/// would have refused still counts for those after it.
///
/// ```swift
/// let report = try WhatIf(draft, from: day).report(on: log)
/// report.differences  // in the order of the log, each with both explanations
/// ```
package struct WhatIf {
  /// What was found in one pass.
  package struct Report: Sendable {
    /// In the order of the log.
    package var differences: [ActDifference] = []
    /// How many acts both versions decided, the founding not among them.
    package var decided = 0
    /// How many could not be decided again: adoptions of rules that were refused, which the log does not keep, and
    /// what two persons did, one after the other.
    package var unread = 0
  }

  private let rules: Rules
  private let name: RulesName
  private let from: Day?
  private let zones: ZoneSource

  /// Asks as if the rules had come into force on a day; without one, before the first act.
  ///
  /// - Parameters:
  ///   - rules: The other rules.
  ///   - from: Their first day.
  ///   - zones: Gives the zones in which guards count days.
  package init(_ rules: Rules, from: Day? = nil, zones: ZoneSource = .utc) {
    self.rules = rules
    self.zones = zones
    name = RulesName(rules)
    self.from = from
  }

  /// - Throws: What is wrong with the log.
  package func report(on log: Log) throws -> Report {
    var report = Report()
    var names: [String: RulesName] = [:]
    let panel = GuardPanel(zones: zones)
    let other = RulesInForce.Found(rules: rules, digest: name.digest)
    var walk = PastWalk(log)
    try walk.visit { act in
      guard let recorded = act.recorded.rules else { return }
      let digest = recorded.hex
      guard let command = act.command else {
        report.unread += 1
        return
      }
      guard command.ownRules == nil, let rules = act.state.rules(named: digest) else { return }
      report.decided += 1
      guard digest != name.digest.hex, applies(to: act, command) else { return }
      let own = names[digest] ?? RulesName(rules)
      names[digest] = own
      let before = try Judged(
        act.judged(command, under: .init(rules: rules, digest: recorded), panel), under: own)
      let after = try Judged(act.judged(command, under: other, panel), under: name)
      if let difference = ActDifference(act, before: before, after: after) {
        report.differences.append(difference)
      }
    }
    return report
  }

  /// Whether the rules would have decided the act: by its day, and by the day on which its proceeding began.
  private func applies(to act: PastAct, _ command: any ActCommand) -> Bool {
    guard let from else { return true }
    guard let day = act.effective?.first, from <= day else { return false }
    guard rules.inProgress == .keep, let proceeding = command.proceeding,
      let beginning = act.state.beginning(of: proceeding)
    else { return true }
    return from <= beginning.effective
  }
}
