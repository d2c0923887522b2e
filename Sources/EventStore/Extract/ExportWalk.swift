extension Log {
  /// Walks over the events with what proves them, oldest first, in one state of the log.
  ///
  /// - Parameter body: Takes an event, the leaves of refused acts between it and the event before, and the
  ///   chain's hash after it.
  /// - Returns: The leaves of refused acts after the last event.
  /// - Throws: `database-damaged` with the first position that can't be read; what `body` throws.
  package func forEachProved(
    _ body: (ProvedEvent, _ before: [Digest], _ hash: Digest) throws -> Void
  ) throws -> [Digest] {
    try snapshot {
      let commands = try connection.cursor(CommandRow.query)
      var before: [Digest] = []
      while try commands.step() {
        let row = try CommandRow(commands)
        guard let first = row.firstPosition, let last = row.lastPosition else {
          before.append(try commands.digest(at: 15))
          continue
        }
        let command = row.hash
        var position = first - 1
        while position < last {
          let page = try events(after: position, limit: Int(min(1_000, last - position)))
          for event in page {
            try body(try proved(event, command: command), before, event.hash)
            before = []
          }
          guard let end = page.last?.position else { throw damage(at: position + 1) }
          position = end
        }
      }
      return before
    }
  }
}

extension Log {
  /// The place among the leaves of the event at a position, counted from 1.
  package func ordinal(ofEventAt position: Int64) throws -> Int64 {
    try connection.number("SELECT ordinal FROM events WHERE position = ?", [.int(position)])
  }
}
