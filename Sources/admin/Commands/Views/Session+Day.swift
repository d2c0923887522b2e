internal import EventStore
internal import Values

extension Session {
  /// The day that an answer is about: `--as-of`, else today in the network's zone.
  func day(in log: Log) throws -> Day {
    if let asOf = globals.asOf { return asOf }
    return try Circumstances(self, zone: log.zoneName()).today
  }

  /// The last position that was known by `--known-at`; nil when the option was not given.
  ///
  /// A number is a position, a moment is that of recording, and a day means until its end.
  ///
  /// - Throws: `option-unreadable` for a text that is none of these.
  func knownPosition(in log: Log) throws -> Int64? {
    guard let text = globals.knownAt else { return nil }
    if let position = Int64(text), position >= 0 { return position }
    guard let moment = try moment(text, in: log) else {
      throw Failure(
        .optionUnreadable,
        [
          "found": .text(text), "option": .text("--known-at"),
          "expected": .word("expected.known-at"),
        ])
    }
    return try log.lastPosition(recordedBy: moment)
  }

  private func moment(_ text: String, in log: Log) throws -> Instant? {
    guard let day = Day(text) else { return Instant(text) }
    let zone = try log.zoneName().flatMap { Zone.named($0) } ?? .utc
    let midnight = Instant(startOf: Day(number: day.number + 1))
    let end = midnight.microseconds - Int64(zone.offset(at: midnight)) * 1_000_000
    return Instant(microseconds: end - 1)
  }
}

extension Log {
  /// The position of the last event recorded by a moment; 0 for none.
  ///
  /// Recorded time never goes back, so that the events can be halved again and again.
  func lastPosition(recordedBy moment: Instant) throws -> Int64 {
    var lower: Int64 = 0
    var upper = try head().position
    while lower < upper {
      let middle = lower + (upper - lower + 1) / 2
      guard let event = try event(at: middle) else { return lower }
      if event.recorded <= moment { lower = middle } else { upper = middle - 1 }
    }
    return lower
  }
}
