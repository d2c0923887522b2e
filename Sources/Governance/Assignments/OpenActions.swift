import Plugins
import Values

/// Keeps the open actions of a series on the agendas of its meetings to come.
///
/// One stands on each of them from the day on which it was given, or on which the meeting was planned, until it
/// ends: so that no meeting passes over what an earlier one ordered.
enum OpenActions {
  /// An action joins the agendas of all meetings of its series that are still to come.
  ///
  /// - Returns: What is added, and a note for each meeting that it joins or whose agenda is frozen.
  static func join(
    _ id: AssignmentID, _ facts: AssignmentMaking, in ledger: Ledger, under rules: Rules,
    on occasion: Occasion
  ) -> (events: [PlannedEvent], notes: [Note]) {
    guard let series = facts.series else { return ([], []) }
    let item = ItemID(following: id)
    var events: [PlannedEvent] = []
    var notes: [Note] = []
    for meeting in meetings(of: series, but: facts.meeting, in: ledger, from: occasion.day) {
      let agenda = AgendaID(sharedWith: meeting.id)
      let found = ledger[agenda] ?? Agenda(id: agenda)
      let values: [String: Failure.Value] = [
        "action": .text(id.text), "meeting": .text(meeting.id.text),
      ]
      let rule = rules.series(series)?.agenda
      guard !Lateness(of: item, on: occasion.day, meeting, found, rule).isLate else {
        notes.append(Note("action-agenda-frozen", values))
        continue
      }
      guard found.item(item) == nil, found.items.count < AgendaChecks.most else { continue }
      events.append(addition(id, facts.title, to: meeting.id, on: occasion))
      notes.append(Note("action-on-agenda", values))
    }
    if events.isEmpty && notes.isEmpty {
      notes = [
        Note("action-waits-for-meeting", ["action": .text(id.text), "series": .text(series)])
      ]
    }
    return (events, notes)
  }

  /// A meeting that is being planned begins with the open actions of its series on its agenda.
  static func joining(
    _ meeting: MeetingID, of series: SeriesID, in ledger: Ledger, on occasion: Occasion
  ) -> [PlannedEvent] {
    ledger.all(Assignment.self).sorted { $0.making?.position ?? 0 < $1.making?.position ?? 0 }
      .compactMap { action in
        guard action.isOpen, let facts = action.making?.facts, facts.series == series.text else {
          return nil
        }
        return addition(action.id, facts.title, to: meeting, on: occasion)
      }
  }

  /// What ended leaves the agendas of meetings to come, unless one of them is frozen or took it up.
  static func leave(
    _ action: Assignment, because result: String, in ledger: Ledger, on occasion: Occasion
  ) -> [PlannedEvent] {
    guard let series = action.making?.facts.series else { return [] }
    let item = ItemID(following: action.id)
    return meetings(of: series, but: nil, in: ledger, from: occasion.day).compactMap { meeting in
      guard let agenda = ledger[AgendaID(sharedWith: meeting.id)], agenda.freezing == nil,
        let found = agenda.item(item), found.withdrawal == nil, found.takings.isEmpty,
        found.addition.facts.follows == action.id
      else { return nil }
      let withdrawal = ItemWithdrawal(
        meeting: meeting.id, item: item, on: occasion.effective, reason: result)
      return PlannedEvent(
        AgendaEvent.withdrawn(withdrawal), to: agenda.id, effective: occasion.day)
    }
  }

  /// The meetings of a series that are planned or convened and begin after a day, the nearest first.
  private static func meetings(
    of series: String, but other: MeetingID?, in ledger: Ledger, from day: Day
  ) -> [Meeting] {
    ledger.all(Meeting.self).filter { meeting in
      guard meeting.series == series, meeting.id != other, let from = meeting.from else {
        return false
      }
      return [.planned, .convened].contains(meeting.stage) && day < from.last
    }.sorted { ($0.from?.first.number ?? 0, $0.id) < ($1.from?.first.number ?? 0, $1.id) }
  }

  private static func addition(
    _ id: AssignmentID, _ title: String, to meeting: MeetingID, on occasion: Occasion
  ) -> PlannedEvent {
    let addition = ItemAddition(
      meeting: meeting, item: ItemID(following: id), on: occasion.effective, title: title,
      follows: id)
    return PlannedEvent(
      AgendaEvent.added(addition), to: AgendaID(sharedWith: meeting), effective: occasion.day)
  }
}

extension Identifier where Kind == AgendaItem {
  /// The item that follows up an action has the action's id.
  init(following action: AssignmentID) { self.init(sharedWith: action) }
}
