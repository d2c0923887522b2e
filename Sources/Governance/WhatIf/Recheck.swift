package import EventStore
import Plugins
package import Values

/// Decides acts of a log again, by the rules that decided them, and compares the answers.
package enum Recheck {
  /// What came of one act.
  package enum Outcome: String, Sendable {
    /// Verdict, events and reasons are those of the log.
    case same
    case different
    /// The log does not keep what was asked.
    case unread
  }

  /// - Parameters:
  ///   - rows: The acts, by their row among the commands; nil for all.
  ///   - log: Read from the beginning to the last of them.
  ///   - zones: Gives the zones in which guards count days.
  /// - Returns: What came of each, by its row.
  /// - Throws: What is wrong with the log.
  package static func outcomes(
    of rows: Set<Int64>?, in log: Log, zones: ZoneSource = .utc
  ) throws -> [Int64: Outcome] {
    let panel = GuardPanel(zones: zones)
    var outcomes: [Int64: Outcome] = [:]
    guard rows?.isEmpty != true else { return outcomes }
    var walk = PastWalk(log)
    try walk.visit(until: rows?.max()) { act in
      guard rows?.contains(act.recorded.row) != false else { return }
      outcomes[act.recorded.row] = try outcome(of: act, panel)
    }
    return outcomes
  }

  private static func outcome(of act: PastAct, _ panel: GuardPanel) throws -> Outcome {
    guard let command = act.command,
      let rules = command.ownRules ?? act.recorded.rules.flatMap({ act.state.rules(named: $0.hex) })
    else { return .unread }
    let digest = act.recorded.rules ?? Digest.sha256(rules.resolved.canonical)
    let judgement = try act.judged(command, under: .init(rules: rules, digest: digest), panel)
    let isSame =
      judgement.verdict == act.recorded.verdict
      && judgement.reasons.json.canonical == act.recorded.answer.canonical
      && hasSameEvents(judgement, act)
    return isSame ? .same : .different
  }

  private static func hasSameEvents(_ judgement: Judgement, _ act: PastAct) -> Bool {
    guard judgement.verdict != .refused else { return act.events.isEmpty }
    let planned = judgement.decision.events
    return planned.count == act.events.count
      && zip(planned, act.events).allSatisfy { planned, recorded in
        planned.key.text == recorded.stream.text && planned.event.type == recorded.type
          && planned.effective == recorded.effective
          && planned.event.data.canonical == recorded.data.canonical
      }
  }
}
