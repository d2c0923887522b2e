import Plugins
import Values

/// Whether an item comes after the agenda was frozen, and what the rules say to that.
struct Lateness {
  let isLate: Bool
  private(set) var derivation: Derivation?
  private let rule: AgendaRule?
  private let meeting: Meeting
  private let item: ItemID

  /// - Parameters:
  ///   - item: What would be added.
  ///   - day: On which.
  ///   - meeting: Whose first day counts, where it is known to the day.
  ///   - agenda: Which somebody may have frozen.
  ///   - rule: Of the series; nil where nothing is laid down.
  init(of item: ItemID, on day: Day, _ meeting: Meeting, _ agenda: Agenda, _ rule: AgendaRule?) {
    self.item = item
    self.meeting = meeting
    self.rule = rule
    let frozenOn = agenda.freezing?.mark.effective
    let isFrozen = frozenOn.map { $0 <= day } ?? false
    guard let rule, let from = meeting.from, from.precision == .day else {
      isLate = isFrozen
      return
    }
    let found = rule.derivation(addedOn: day, opening: from.first, frozenOn: frozenOn)
    derivation = found
    isLate = !found.holds
  }

  /// What stands against a late item; nil for one in time, and for one that has what the rule asks for.
  ///
  /// - Throws: `agenda-frozen` where no rule says what a late item needs.
  func objection(reason: String?, deliberation: DeliberationID?) throws(Refusal) -> Refusal? {
    guard isLate else { return nil }
    let values: [String: Failure.Value] = [
      "item": .text(item.text), "meeting": .text(meeting.id.text),
    ]
    guard let rule else {
      throw Refusal(.agendaFrozen, values, ways: [Note("next-agenda", values)])
    }
    let way: Note?
    switch rule.late {
    case .never: way = nil
    case .reason where reason != nil: return nil
    case .reason: way = Note("late-with-reason", values)
    case .decision where deliberation != nil: return nil
    case .decision: way = Note("late-with-decision", values)
    // Whether all those present agreed, the deliberation says.
    case .consent where deliberation != nil: return nil
    case .consent: way = Note("late-with-consent", values)
    }
    return Refusal(
      .itemLate, values, clause: rule.clause, derivation: derivation,
      ways: [way, Note("next-agenda", values)].compactMap(\.self))
  }
}

extension RefusalCode {
  static let agendaFrozen = RefusalCode("agenda-frozen")
  static let itemLate = RefusalCode("item-late")
}
