extension Zone {
  /// The moment at which a day begins: midnight, or the first moment after it where the clocks skip it.
  package func start(of day: Day) -> Instant {
    let midnight = Instant(startOf: day)
    let guess = moment(midnight, offset: offset(at: midnight))
    return moment(midnight, offset: offset(at: guess))
  }

  private func moment(_ local: Instant, offset: Int) -> Instant {
    Instant(microseconds: local.microseconds - Int64(offset) * 1_000_000)
  }
}

/// Where time zones come from: the machine's data, or a fixed few in a test.
package struct ZoneSource: Sendable {
  /// Knows UTC and no other.
  package static let utc = ZoneSource { $0 == "UTC" ? .utc : nil }

  private let find: @Sendable (String) -> Zone?

  package init(_ find: @escaping @Sendable (String) -> Zone?) { self.find = find }

  /// The zone of a name such as `Europe/Lisbon`.
  ///
  /// - Throws: `zone-missing` when there are no data of it: install the system's package of time zones.
  package func zone(_ name: String) throws(Failure) -> Zone {
    guard let zone = find(name) else { throw Failure(.zoneMissing, ["zone": .text(name)]) }
    return zone
  }
}

extension Failure.Code {
  /// The machine has no data of a time zone that the rules name: install the package `tzdata`.
  package static let zoneMissing = Failure.Code("zone-missing", exit: .configuration)
}
