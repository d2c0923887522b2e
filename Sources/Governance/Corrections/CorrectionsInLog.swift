package import EventStore
package import Values

/// The corrections on record, by the event that each is about.
package enum CorrectionsInLog {
  /// A correction as a paper tells it.
  package struct Told: Hashable, Sendable {
    /// Of the event that corrects.
    package let position: Int64
    /// On which it was corrected.
    package let on: Day
    package let reason: String

    package init(position: Int64, on: Day, reason: String) {
      self.position = position
      self.on = on
      self.reason = reason
    }
  }

  /// Reads the log once.
  ///
  /// - Returns: For each event that was corrected or struck the positions of its corrections, oldest first.
  /// - Throws: What is wrong with the log.
  package static func all(in log: Log) throws -> [Int64: [Int64]] {
    try told(in: log).mapValues { $0.map(\.position) }
  }

  /// The same with the day and the reason of each, oldest first.
  package static func told(in log: Log) throws -> [Int64: [Told]] {
    var found: [Int64: [Told]] = [:]
    var position: Int64 = 0
    while true {
      let page = try log.events(ofType: Correction.type, after: position, limit: Log.maximumPage)
      for event in page {
        guard let corrected = event.data["corrects"]?.int else { continue }
        let told = Told(
          position: event.position, on: event.effective, reason: event.data["reason"]?.text ?? "")
        found[corrected, default: []].append(told)
      }
      guard page.count == Log.maximumPage, let last = page.last?.position else { return found }
      position = last
    }
  }
}
