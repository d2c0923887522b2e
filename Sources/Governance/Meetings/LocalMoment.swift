import Values

/// A day of a meeting and, where it is known, the time of that day.
///
/// Two moments of one day are in order as far as both times are known: what is not known is never held
/// against a record.
struct LocalMoment: Hashable {
  let day: Day
  let time: TimeOfDay?

  init(_ day: Day, _ time: TimeOfDay?) {
    self.day = day
    self.time = time
  }

  /// Whether it is surely before another one.
  func isBefore(_ other: LocalMoment) -> Bool {
    guard day == other.day else { return day < other.day }
    guard let time, let other = other.time else { return false }
    return time < other
  }

  /// `2026-11-23 10:00`, without the time where none is known.
  var text: String {
    [day.description, time?.description].compactMap(\.self).joined(separator: " ")
  }
}

extension Meeting {
  /// When the meeting began, as far as it is known; nil when no opening is recorded.
  var beganAt: LocalMoment? {
    opening.map { LocalMoment($0.facts.on.first, $0.facts.time) }
  }

  /// The last coming or going that is recorded, with the position of its event.
  ///
  /// Movements without a time stand where their day begins, so that they hold nothing up.
  var lastMovement: (moment: LocalMoment, position: Int64)? {
    let comings = stays.map { (LocalMoment($0.day, $0.time), $0.begunBy) }
    let goings = stays.compactMap { stay in
      stay.leftOn.flatMap { day in
        stay.endedBy.map { (LocalMoment(day, stay.leftAt), $0) }
      }
    }
    return (comings + goings).max { left, right in
      (left.0.day, left.0.time?.minutes ?? 0) < (right.0.day, right.0.time?.minutes ?? 0)
    }
  }
}
