package import Values

/// When a meeting is to begin: a day, the time that the clocks of a place show then, and which place that is.
///
/// What is kept is the time that the members were told, with its zone: where a state changes its summer time,
/// the moment moves and the time on the invitation stays.
package struct PlannedStart: Hashable, Sendable {
  package let day: Day
  package let time: TimeOfDay
  /// A name of the IANA time zone data, such as `Europe/Amsterdam`.
  package let zone: String

  package init(day: Day, time: TimeOfDay, zone: String) {
    self.day = day
    self.time = time
    self.zone = zone
  }

  /// What the clocks of a reader show when it begins, with how far they are from UTC.
  ///
  /// - Parameters:
  ///   - reader: The reader's zone; nil for that of the meeting.
  ///   - zones: Where zones come from.
  /// - Returns: Such as `2026-12-14T10:00+02:00`.
  /// - Throws: `zone-missing` when there are no data of a zone: install the system's package of time zones.
  package func text(in reader: String? = nil, _ zones: ZoneSource) throws(Failure) -> String {
    let moment = try zones.zone(zone).moment(on: day, at: time)
    return try zones.zone(reader ?? zone).stamp(of: moment)
  }
}

extension Meeting {
  package var starts: TimeOfDay? { latest(\.starts) ?? plan?.facts.starts }

  package var zone: String? { latest(\.zone) ?? plan?.facts.zone }

  /// Where those who are not in the room attend; nil for a meeting in one place, whatever was told before.
  package var link: String? { format == .inPerson ? nil : latest(\.link) ?? plan?.facts.link }

  /// Nil while the day or the time is not known.
  package var start: PlannedStart? {
    guard let from, from.precision == .day, let starts, let zone else { return nil }
    return PlannedStart(day: from.first, time: starts, zone: zone)
  }
}
