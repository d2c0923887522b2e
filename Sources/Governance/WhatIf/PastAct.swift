import EventStore
import Plugins
import Values

/// An act of the log, with what it met.
struct PastAct {
  let recorded: RecordedCommand
  /// What it led to; empty for one that was refused.
  let events: [RecordedEvent]
  /// Nil when the log does not keep all that was asked.
  let command: (any ActCommand)?
  /// Before the act.
  let state: PastState
  /// The position of the act's first event, or of the next one where it has none.
  let position: Int64

  /// The day from which it counts, as far as it is known.
  var effective: PartialDay? { recorded.body["effective"]?.text.flatMap { PartialDay($0) } }

  /// What it is about: the thing of its first event, else what it names first.
  var subject: String {
    if let stream = events.first?.stream { return stream.id }
    let kind = ActCatalogue.command(named: recorded.name)?.kind
    let field = kind?.fields.first { $0.isPositional && !$0.isPersonal }?.name
    return field.flatMap { recorded.body["fields"]?[$0]?.text } ?? ""
  }

  /// Decides the act anew under some rules, in the state that it met.
  ///
  /// - Parameters:
  ///   - command: What was asked.
  ///   - found: The rules by which to decide; the registrar picks others only by the day and the proceeding.
  ///   - panel: Asks their guards.
  /// - Returns: A judgement; one that refuses where the rules do not even know what the act names.
  /// - Throws: What is wrong with the log.
  func judged(
    _ command: some ActCommand, under found: RulesInForce.Found, _ panel: GuardPanel
  ) throws -> Judgement {
    let effective = effective ?? PartialDay(recorded.recorded.day)
    let found = state.carrying(found, on: effective.first, in: command.proceeding)
    let rules = found.rules
    let zone = try panel.clock(of: rules, for: command)
    let today =
      type(of: command).tellsMoments
      ? zone.day(of: recorded.recorded) : try panel.day(of: recorded.recorded, under: rules)
    let occasion = Occasion(
      effective: effective, today: today,
      isTakenOver: effective.first < rules.recordingSince, actor: recorded.actor,
      recorded: recorded.recorded, zone: zone)
    let ledger = try state.ledger(for: command.needs(under: rules), before: position)
    do {
      let circumstances = GuardPanel.Circumstances(
        occasion: occasion, recorded: recorded.recorded)
      return try Judgement(command, in: ledger, under: rules, on: occasion) { decision in
        try panel.review(decision, under: found, circumstances) { needs in
          try state.ledger(for: needs, before: position)
        }
      }
    } catch let refusal as Refusal {
      return Judgement(refusedBy: refusal)
    }
  }
}
