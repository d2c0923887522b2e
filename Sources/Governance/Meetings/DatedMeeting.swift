package import EventStore
package import Plugins
package import Values

/// A meeting as a calendar shows it: with a name that stays, and how often it was changed.
package struct DatedMeeting: Sendable {
  package let meeting: Meeting
  /// Those under which the meeting proceeds.
  package let rules: Rules
  /// Of its first event: unique among all logs, whatever happens to the meeting later.
  package let id: EntryID
  /// How often it was moved, cancelled or corrected; it never falls, even where a move is struck.
  package let revision: Int
  /// When the log took the last event that says when and whether it is held.
  package let changed: Instant

  private static let changing: Set<String> = [
    "meeting.moved", "meeting.cancelled", Correction.type,
  ]
  private static let telling: Set<String> = ["meeting.planned", "meeting.convened"]

  /// - Returns: Nil for a meeting whose first day is not known, which no calendar can hold.
  private init?(
    _ meeting: Meeting, _ inForce: inout RulesInForce, in log: Log
  ) throws {
    guard meeting.plan != nil, let from = meeting.from, from.precision == .day,
      let stream = StreamName(category: Meeting.category, id: meeting.id.text)
    else { return nil }
    let events = try log.events(of: stream)
    guard let first = events.first else { return nil }
    self.meeting = meeting
    rules = try inForce.find(
      on: meeting.opening?.facts.on.first ?? from.first, inProceedingSince: meeting.beginning,
      in: log
    ).rules
    id = first.id
    revision = events.count { Self.changing.contains($0.type) }
    changed =
      events.last { Self.changing.contains($0.type) || Self.telling.contains($0.type) }?.recorded
      ?? first.recorded
  }

  /// A meeting by its id; nil for one of which no day is known.
  ///
  /// - Throws: What is wrong with the log.
  package static func one(_ meeting: Meeting, in log: Log) throws -> DatedMeeting? {
    var inForce = RulesInForce()
    return try DatedMeeting(meeting, &inForce, in: log)
  }

  /// The meetings that are still to be held or were called off, by their days.
  ///
  /// A meeting that was called off stays among them, so that it goes from the calendars that had it.
  ///
  /// - Throws: What is wrong with the log.
  package static func all(in log: Log) throws -> [DatedMeeting] {
    var shelf = Shelf(reading: log)
    try shelf.load([.all(category: Meeting.category)])
    var inForce = RulesInForce()
    return try shelf.ledger.all(Meeting.self)
      .filter { [.planned, .convened, .open, .cancelled].contains($0.stage) }
      .compactMap { try DatedMeeting($0, &inForce, in: log) }
      .sorted { ($0.day, $0.meeting.id) < ($1.day, $1.meeting.id) }
  }

  /// The first day, which every dated meeting has.
  package var day: Day { meeting.from?.first ?? Day(number: 0) }
}
