package import EventStore

/// What the log knows of copies of a person's words that were handed out or put away.
package enum CopiesInLog {
  /// Events that tell of a copy of the whole network; a new kind of copy is added here and nowhere else.
  static let ofNetwork = ["backup.made"]

  /// The events that tell of a copy made since a person was registered, in the order of the log.
  ///
  /// - Parameters:
  ///   - person: Whose words the copies hold.
  ///   - log: Where they are recorded; a copy that somebody made with other tools is not known to it.
  /// - Returns: The events, none for somebody whom the log does not know.
  /// - Throws: What is wrong with the log.
  package static func since(_ person: PersonID, in log: Log) throws -> [RecordedEvent] {
    let own = try log.events(of: EntityKey(person).stream())
    guard let first = own.first?.position else { return [] }
    var copies = own.filter { $0.type == PersonDisclosure.type }
    for type in ofNetwork {
      var last = first
      while true {
        let page = try log.events(ofType: type, after: last, limit: Log.maximumPage)
        guard let end = page.last?.position else { break }
        copies += page
        last = end
      }
    }
    return copies.sorted { $0.position < $1.position }
  }
}
