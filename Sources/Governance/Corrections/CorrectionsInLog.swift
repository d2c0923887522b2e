package import EventStore
import Values

/// The corrections on record, by the event that each is about.
package enum CorrectionsInLog {
  /// Reads the log once.
  ///
  /// - Returns: For each event that was corrected or struck the positions of its corrections, oldest first.
  /// - Throws: What is wrong with the log.
  package static func all(in log: Log) throws -> [Int64: [Int64]] {
    var found: [Int64: [Int64]] = [:]
    var position: Int64 = 0
    while true {
      let page = try log.events(ofType: Correction.type, after: position, limit: Log.maximumPage)
      for event in page {
        guard let corrected = event.data["corrects"]?.int else { continue }
        found[corrected, default: []].append(event.position)
      }
      guard page.count == Log.maximumPage, let last = page.last?.position else { return found }
      position = last
    }
  }
}
