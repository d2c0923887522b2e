internal import EventStore
internal import Values

/// The rules of a network as the log keeps them, for reading only.
struct RulesInForceReader {
  private let log: Log

  init(_ log: Log) { self.log = log }

  /// The adoptions, in the order in which they were recorded.
  private func adoptions() throws -> [RecordedEvent] {
    try log.events(ofType: "rules.adopted", after: 0, limit: Log.maximumPage)
  }

  /// The resolved plugin in force on a day.
  ///
  /// - Throws: `rules-missing` before the first rules came into force.
  func resolved(on day: Day) throws -> JSON {
    let inForce = try adoptions().filter { event in
      event.data["from"]?.text.flatMap { Day($0) }.map { $0 <= day } ?? true
    }
    guard let rules = inForce.max(by: isEarlier)?.data["rules"] else {
      throw Failure(.rulesMissing, ["day": .day(day)])
    }
    return rules
  }

  private func isEarlier(_ left: RecordedEvent, _ right: RecordedEvent) -> Bool {
    (left.data["from"]?.text ?? "", left.position) < (
      right.data["from"]?.text ?? "", right.position
    )
  }
}
