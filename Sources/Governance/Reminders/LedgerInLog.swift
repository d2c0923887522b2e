package import EventStore
package import Plugins
package import Values

/// The states of a log as it was known at a position, for those who read.
package enum LedgerInLog {
  /// What some needs name.
  ///
  /// - Parameters:
  ///   - needs: Whole categories or single things.
  ///   - log: Where.
  ///   - end: The last position that counts; nil for all, which reads the states that are kept.
  /// - Returns: A ledger with nothing else in it.
  /// - Throws: What is wrong with the log.
  package static func ledger(_ needs: [Need], in log: Log, until end: Int64? = nil) throws -> Ledger
  {
    guard let end else {
      var shelf = Shelf(reading: log)
      try shelf.load(needs)
      return shelf.ledger
    }
    var state = PastState(log)
    var last: Int64 = 0
    while last < end {
      let page = try log.events(after: last, limit: Log.maximumPage).filter { $0.position <= end }
      guard let position = page.last?.position else { break }
      try state.evolve(with: page)
      last = position
    }
    return try state.ledger(for: needs, before: end + 1)
  }
}

/// What letters are due or to come, as a log tells it.
package struct RemindersInLog {
  private let log: Log
  private let end: Int64?
  private let zones: ZoneSource
  private let rules: (Day) throws -> Rules?

  /// - Parameters:
  ///   - log: Where.
  ///   - end: The last position that counts; nil for all.
  ///   - zones: Gives the zones in which days are counted.
  ///   - rules: Those in force on a day; nil before the first.
  package init(
    _ log: Log, until end: Int64? = nil, zones: ZoneSource,
    rules: @escaping (Day) throws -> Rules?
  ) {
    (self.log, self.end, self.zones, self.rules) = (log, end, zones, rules)
  }

  /// Every step of what is open on a day and was not written, in the order of their days.
  ///
  /// - Returns: None before the first rules.
  /// - Throws: `zone-missing`, and what is wrong with the log.
  package func unwritten(on day: Day) throws -> [Reminder] {
    guard let rules = try rules(day) else { return [] }
    let needs = ReminderCatalogue.needs + [.all(category: Letter.category)]
    let ledger = try LedgerInLog.ledger(needs, in: log, until: end)
    let owed = try OwnObligations(log, until: end, zones: zones, rules: self.rules).all(on: day)
    let scene = try ReminderScene(
      ledger, under: rules, on: day, zones: zones, obligations: owed)
    return ReminderCatalogue.reminders(in: scene).filter { reminder in
      reminder.letterID(in: rules.id).map { ledger[$0] == nil } ?? true
    }
  }
}
