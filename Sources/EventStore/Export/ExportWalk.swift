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
      var before: [Digest] = []
      try forEachAct(from: 1) { row, leaf in
        guard row.firstPosition != nil else { return before.append(try leaf()) }
        try forEachEvent(of: row) { event, hash in
          try body(event, before, hash)
          before = []
        }
      }
      return before
    }
  }

  /// Hands out the lines of an export that an import can make the log from again.
  ///
  /// - Parameters:
  ///   - start: A position: the export begins with the act that brought this event, so that whoever holds the
  ///     log up to there can tell that it continues; 0 for the whole log.
  ///   - body: Takes each line, in the order of the log.
  /// - Returns: The leaves of refused acts after the last event.
  /// - Throws: `database-damaged` with the first position that can't be read; what `body` throws.
  package func forEachLine(
    from start: Int64 = 0, _ body: (ExportLine) throws -> Void
  ) throws -> [Digest] {
    try snapshot {
      let first = try start > 0 ? command(ofEventAt: start)?.row ?? 1 : 1
      var walk = LineWalk(log: self, head: try head())
      try forEachAct(from: first) { row, leaf in
        guard row.firstPosition != nil else { return walk.refused(row, try leaf()) }
        var act: CommandRow? = row
        try forEachEvent(of: row) { event, hash in
          let line = walk.add(event, hash, of: act, words: try words(of: event))
          if let line { try body(line) }
          act = nil
        }
      }
      if let line = walk.last() { try body(line) }
      return walk.trailing
    }
  }

  private func forEachAct(
    from first: Int64, _ body: (CommandRow, _ leaf: () throws -> Digest) throws -> Void
  ) throws {
    let commands = try connection.cursor(CommandRow.columns + "WHERE id >= ? ORDER BY id")
    try commands.bind([.int(first)])
    while try commands.step() {
      try body(try CommandRow(commands)) { try commands.digest(at: 15) }
    }
  }

  private func forEachEvent(
    of row: CommandRow, _ body: (ProvedEvent, _ hash: Digest) throws -> Void
  ) throws {
    guard let first = row.firstPosition, let last = row.lastPosition else { return }
    let command = row.hash
    var position = first - 1
    while position < last {
      let page = try events(after: position, limit: Int(min(1_000, last - position)))
      for event in page { try body(try proved(event, command: command), event.hash) }
      guard let end = page.last?.position else { throw damage(at: position + 1) }
      position = end
    }
  }

  /// Nonce and ciphertext of each sealed field of an event.
  private func words(of event: ProvedEvent) throws -> [[UInt8]?] {
    guard !event.sealed.isEmpty else { return [] }
    var words: [[UInt8]?] = []
    let sql = "SELECT nonce, ciphertext FROM sealed WHERE position = ? ORDER BY slot"
    try connection.query(sql, [.int(event.position)]) { row in
      let (nonce, ciphertext) = (try row.optionalBlob(at: 0), try row.optionalBlob(at: 1))
      words.append(nonce.flatMap { nonce in ciphertext.map { nonce + $0 } })
    }
    return words
  }
}

/// Holds one line back, since the last one carries what was refused after it.
private struct LineWalk {
  let log: Log
  let head: Head
  private var held: ExportLine?
  private var rows: [CommandRow] = []
  private(set) var trailing: [Digest] = []

  init(log: Log, head: Head) { (self.log, self.head) = (log, head) }

  mutating func refused(_ row: CommandRow, _ leaf: Digest) {
    rows.append(row)
    trailing.append(leaf)
  }

  /// Takes an event and gives the line before it; nil for the first.
  mutating func add(
    _ event: ProvedEvent, _ hash: Digest, of act: CommandRow?, words: [[UInt8]?]
  ) -> ExportLine? {
    let former = held
    let end = former == nil ? ExportActs.End(leaves: head.ordinal, head: head.hash) : nil
    let acts = ExportActs(end: end, act: act, before: rows, words: words)
    held = ExportLine(
      event: event, log: log.id, created: former == nil ? log.created : nil, before: trailing,
      leaf: event.leaf, hash: hash, whole: acts.isEmpty ? nil : acts)
    (rows, trailing) = ([], [])
    return former
  }

  /// The last line, with the acts that were refused after it.
  func last() -> ExportLine? {
    held.map { line in
      let acts = line.whole ?? ExportActs()
      let whole = ExportActs(
        end: acts.end, act: acts.act, before: acts.before, after: rows, words: acts.words)
      return ExportLine(
        event: line.event, log: line.log, created: line.created, before: line.before,
        leaf: line.leaf, hash: line.hash, whole: whole.isEmpty ? nil : whole)
    }
  }
}

extension Log {
  /// The place among the leaves of the event at a position, counted from 1.
  package func ordinal(ofEventAt position: Int64) throws -> Int64 {
    try connection.number("SELECT ordinal FROM events WHERE position = ?", [.int(position)])
  }
}
