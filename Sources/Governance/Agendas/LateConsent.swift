import Plugins
import Values

/// The consent of all those present to a late item, as a deliberation has it.
///
/// Source: the survey of features, row B3: after the freeze an item is added only with the recorded consent that the
/// rule asks for, such as unanimity of those present.
struct LateConsent {
  private let deliberation: Deliberation
  private let meeting: MeetingID

  /// - Parameters:
  ///   - deliberation: One that was adopted.
  ///   - meeting: To whose agenda the item would be added.
  init(_ deliberation: Deliberation, in meeting: MeetingID) {
    self.deliberation = deliberation
    self.meeting = meeting
  }

  /// Whether nobody who was present was against, abstained, stood aside from a consensus, or did not answer.
  ///
  /// Whoever declared a conflict of interest has no say. A choice among several options is no consent, and a past
  /// that does not say who was present has none.
  var isGiven: Bool {
    guard let facts = deliberation.resolution?.facts, facts.meeting == meeting,
      facts.conduct.selection == nil
    else { return false }
    guard let tally = facts.tally else {
      return facts.method == .consensus && facts.conduct.aside.isEmpty
    }
    return tally.inFavour > 0 && tally.against == 0 && tally.abstaining == 0
      && tally.notVoting == 0
  }

  /// What stands against an item without it.
  func objection(to item: ItemID, under rule: AgendaRule, _ derivation: Derivation?) -> Refusal {
    let facts = deliberation.resolution?.facts
    let tally = facts?.tally
    return Refusal(
      .lateWithoutConsent,
      [
        "item": .text(item.text), "meeting": .text(meeting.text),
        "deliberation": .text(deliberation.id.text),
        "elsewhere": .text(facts?.meeting == meeting ? "no" : "yes"),
        "counted": .text(tally == nil ? "no" : "yes"), "for": .int(tally?.inFavour ?? 0),
        "present": .int(tally?.present ?? facts?.present ?? 0),
      ], clause: rule.clause, derivation: derivation,
      ways: [
        Note("late-with-consent", ["item": .text(item.text), "meeting": .text(meeting.text)]),
        Note("next-agenda", ["item": .text(item.text), "meeting": .text(meeting.text)]),
      ])
  }
}

extension RefusalCode {
  static let lateWithoutConsent = RefusalCode("late-without-consent")
}
