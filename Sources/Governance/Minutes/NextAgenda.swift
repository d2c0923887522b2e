import Plugins
import Values

/// Puts the approval of minutes on the agenda of the next meeting of the series.
struct NextAgenda {
  /// The item that joins it; nil when there is no such meeting or its agenda is frozen.
  let event: PlannedEvent?
  let note: Note?

  /// - Parameters:
  ///   - meeting: Whose minutes are to be approved.
  ///   - ledger: With all meetings and all agendas.
  ///   - rules: Of the series.
  ///   - occasion: When this is asked.
  init(
    toApprove meeting: Meeting, in ledger: Ledger, under rules: Rules, on occasion: Occasion
  ) {
    guard let next = Self.meeting(after: meeting, in: ledger),
      let item = ItemID("minutes-\(meeting.id.text)")
    else {
      event = nil
      note = Note("no-next-meeting", ["meeting": .text(meeting.id.text)])
      return
    }
    let id = AgendaID(sharedWith: next.id)
    let agenda = ledger[id] ?? Agenda(id: id)
    let rule = next.series.flatMap(rules.series)?.agenda
    let isLate = Lateness(of: item, on: occasion.day, next, agenda, rule).isLate
    let values: [String: Failure.Value] = [
      "meeting": .text(meeting.id.text), "next": .text(next.id.text),
    ]
    guard agenda.item(item) == nil, !isLate else {
      event = nil
      note = isLate ? Note("next-agenda-frozen", values) : nil
      return
    }
    let addition = ItemAddition(
      meeting: next.id, item: item, on: occasion.effective, title: meeting.id.text,
      approves: meeting.id)
    event = PlannedEvent(AgendaEvent.added(addition), to: id, effective: occasion.day)
    note = Note("approval-on-agenda", values)
  }

  /// The first that is still to come of the same series.
  private static func meeting(after meeting: Meeting, in ledger: Ledger) -> Meeting? {
    let first = meeting.from?.first ?? meeting.opening?.facts.on.first
    let later = ledger.all(Meeting.self).filter { other in
      guard other.id != meeting.id, other.series == meeting.series, let from = other.from?.first
      else { return false }
      return [.planned, .convened].contains(other.stage) && first.map { $0 <= from } != false
    }
    return later.min { ($0.from?.first.number ?? 0, $0.id) < ($1.from?.first.number ?? 0, $1.id) }
  }
}
