package import Plugins
package import Values

/// Says later what an event should have said, or that it did not happen; both stay in the log.
///
/// `counts-from` gives the right effective day. Where the event also names that day in its data, as `from`,
/// `until` or `on`, both are corrected together. `votes.for` names one number of a vote: the others stay, and
/// the correction holds them all.
///
/// A further correction of the same event adds to the one that holds, and its event holds both, so that whoever puts
/// one thing right does not undo another; `anew` begins again from the event as it was recorded.
package struct CorrectEvent: ActCommand {
  package static let kind = ActKind(
    "event", "correct",
    fields: [
      .subject("event", .int), .optional("set", .pairs("key", nil)),
      .optional("counts-from", .day), .optional("strike", .flag), .optional("anew", .flag),
      .required("reason", .text),
    ], alternatives: [["strike"], ["set", "counts-from", "anew"]])

  let position: Int64
  let changes: [(key: String, text: String)]
  let countsFrom: Day?
  let strikes: Bool
  let isAnew: Bool
  let reason: String

  package init(_ input: ActInput) throws(Failure) {
    position = Int64(try input.int("event"))
    changes = try input.pairs("set", of: Correction.self).map { (key: $0.0.text, text: $0.1) }
    countsFrom = try input.optional("counts-from", ActInput.day)
    strikes = try input.flag("strike")
    isAnew = try input.flag("anew")
    reason = try input.text("reason")
  }

  package func needs(under rules: Rules) -> [Need] { [.event(position)] }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    guard let event = ledger.events[position],
      let kind = EntityCatalogue.kind(of: event.key.category)
    else {
      throw Refusal(
        .eventNotFound, ["event": .text(String(position))],
        ways: [Note("see-list", ["noun": .text("log")])])
    }
    try checkRequest(of: event)
    let former = isAnew ? nil : StandingCorrection(of: event, in: ledger)
    let standing = former?.applied(to: event) ?? event
    let new = Correction(
      corrects: position, changes: try newValues(for: standing, as: kind), effective: countsFrom,
      strikes: strikes, reason: reason)
    let asked = former.map { new.adding(to: $0.correction) } ?? new
    let correction = try RegisterChecks.typed(asked, of: event, under: rules)
    try checkReadable(event, corrected: correction, as: kind)
    try ParameterChecks.check(correction, of: event, under: rules)
    let vote = try VoteCorrection(new, of: standing)?.answer(under: rules)
    return Decision(
      [PlannedEvent(correction, to: event.key, effective: occasion.day)],
      derivations: vote?.derivations ?? [], objections: vote?.objections ?? [],
      notes: former.map { [strikes ? $0.struck : $0.added] } ?? [])
  }

  /// Something must be said, and of an event whose data an act may change.
  private func checkRequest(of event: PastEvent) throws(Refusal) {
    let at: [String: Failure.Value] = ["event": .text(String(position))]
    guard event.type != Correction.type else {
      throw Refusal(
        .correctionOfCorrection, at,
        ways: [Note("correct-again", ["event": .text(corrected(by: event))])])
    }
    guard event.type != PersonErasure.type else { throw Refusal(.erasureFinal, at) }
    guard strikes || countsFrom != nil || !changes.isEmpty else {
      throw Refusal(.nothingCorrected, at)
    }
    guard !strikes || (countsFrom == nil && changes.isEmpty) else {
      throw Refusal(.strikeOrChange, at)
    }
    guard event.key.category != Network.category || (!strikes && countsFrom == nil) else {
      throw Refusal(.foundationFixed, at, ways: [Note("adopt-rules")])
    }
  }

  private func corrected(by event: PastEvent) -> String {
    event.data["corrects"]?.int.map { String($0) } ?? ""
  }

  /// Keys that carry the rules and what identifies them, which only an adoption changes.
  private static let fixed: Set<String> = ["rules", "digest", "version", "deliberation", "from"]

  /// The new values in the form of the old ones, the effective day among them where the data names it.
  private func newValues(for event: PastEvent, as kind: any Entity.Type) throws(Refusal)
    -> JSON.Fields
  {
    var values = JSON.Fields()
    for change in changes {
      guard event.type != "rules.adopted" || !Self.fixed.contains(change.key) else {
        throw Refusal(
          .foundationFixed, ["event": .text(String(position))], ways: [Note("adopt-rules")])
      }
      if let part = EventPart(change.key, in: event.data) {
        values[part.key] = try part.corrected(
          to: change.text, in: values[part.key], of: event, as: kind)
      } else {
        values[change.key] = try Self.value(change, in: event, as: kind)
      }
    }
    guard let countsFrom else { return values }
    for key in ["from", "until", "on"] where values[key] == nil {
      guard let stated = event.data[key]?.text.flatMap({ PartialDay($0) }),
        stated.first == event.effective
      else { continue }
      values[key] = .text(countsFrom.description)
      break
    }
    return values
  }

  private static func value(
    _ change: (key: String, text: String), in event: PastEvent, as kind: any Entity.Type
  ) throws(Refusal) -> JSON {
    let forms = EventForm.forms(of: change.text, under: change.key, like: event.data[change.key])
    for form in forms where EventForm.isKnown(change.key, form, in: event, as: kind) { return form }
    let known = event.data.fields?.names ?? []
    guard event.data[change.key] != nil else {
      throw Refusal(
        .keyUnknown, ["key": .text(change.key), "type": .text(event.type)],
        ways: [Note("use-one-of", ["known": .list(known)])])
    }
    throw Refusal(
      .correctionUnreadable, ["key": .text(change.key), "type": .text(event.type)],
      ways: [Note("strike-and-record", ["event": .text(String(event.position))])])
  }

  private func checkReadable(
    _ event: PastEvent, corrected correction: Correction, as kind: any Entity.Type
  ) throws(Refusal) {
    guard !strikes else { return }
    guard EventForm.reads(correction.corrected(event.data), of: event.type, as: kind) else {
      let keys = correction.changes.names.joined(separator: ", ")
      throw Refusal(
        .correctionUnreadable, ["key": .text(keys), "type": .text(event.type)],
        ways: [Note("strike-and-record", ["event": .text(String(position))])])
    }
  }
}

extension RefusalCode {
  static let eventNotFound = RefusalCode("event-not-found", exit: .notFound)
  static let correctionOfCorrection = RefusalCode("correction-of-correction")
  static let nothingCorrected = RefusalCode("nothing-corrected", exit: .badData)
  static let strikeOrChange = RefusalCode("strike-or-change", exit: .badData)
  static let foundationFixed = RefusalCode("foundation-fixed")
  static let erasureFinal = RefusalCode("erasure-final")
  static let keyUnknown = RefusalCode("key-unknown", exit: .badData)
  static let correctionUnreadable = RefusalCode("correction-unreadable", exit: .badData)
}
