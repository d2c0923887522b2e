internal import Values

extension Log {
  /// The most events or commands that one call reads: bounded, so that no reader holds a long snapshot.
  package static let maximumPage = 5_000

  private static let columns = """
    SELECT position, stream, version, type, schema, command, event_id, recorded, effective, \
    slots, data, hash FROM events 
    """

  /// Events after a position, oldest first.
  ///
  /// - Parameters:
  ///   - position: The last position already seen; 0 for the beginning.
  ///   - limit: 1 to 5,000; more is read as 5,000.
  /// - Returns: Fewer than the limit only at the end of the log.
  /// - Throws: `database-damaged` with the position of the first event that can't be read.
  package func events(after position: Int64, limit: Int) throws -> [RecordedEvent] {
    try events(
      "WHERE position > ? ORDER BY position LIMIT ?", [.int(position), Self.page(limit)])
  }

  /// All events of one stream, oldest first; empty for a stream that does not exist.
  package func events(of stream: StreamName) throws -> [RecordedEvent] {
    guard let row = try streamRow(stream) else { return [] }
    return try events("WHERE stream = ? ORDER BY version", [.int(row.id)])
  }

  /// Events of one type after a position, oldest first.
  package func events(
    ofType type: String, after position: Int64, limit: Int
  ) throws -> [RecordedEvent] {
    let id = try connection.first("SELECT id FROM event_types WHERE name = ?", [.text(type)]) {
      try $0.int(at: 0)
    }
    guard let id else { return [] }
    return try events(
      "WHERE type = ? AND position > ? ORDER BY position LIMIT ?",
      [.int(id), .int(position), Self.page(limit)])
  }

  /// The event at a position; nil beyond the end.
  package func event(at position: Int64) throws -> RecordedEvent? {
    try events("WHERE position = ?", [.int(position)]).first
  }

  static func page(_ limit: Int) -> SQLValue { .int(Int64(min(max(limit, 1), maximumPage))) }

  private func events(_ condition: String, _ values: [SQLValue]) throws -> [RecordedEvent] {
    var events: [RecordedEvent] = []
    try connection.query(Self.columns + condition, values) { events.append(try event($0)) }
    return events
  }

  private func event(_ row: Statement) throws -> RecordedEvent {
    let position = try row.int(at: 0)
    let effective = Instant(microseconds: try row.int(at: 8))
    guard let schema = Int(exactly: try row.int(at: 4)),
      let id = try row.identifier(at: 6), Instant(startOf: effective.day) == effective,
      (0...3_652_058).contains(effective.day.number + 719_162),
      let data = try? JSON(parsing: try row.utf8(at: 10))
    else { throw damage(at: position) }
    return RecordedEvent(
      position: position, stream: try streamName(try row.int(at: 1)),
      version: try row.int(at: 2), type: try typeName(try row.int(at: 3)), schema: schema,
      effective: effective.day, recorded: Instant(microseconds: try row.int(at: 7)), data: data,
      command: try row.int(at: 5), id: id, hash: try row.digest(at: 11),
      sealed: try row.int(at: 9) == 0 ? [] : try references(of: position))
  }

  private func references(of position: Int64) throws -> [SealedReference] {
    var references: [SealedReference] = []
    let sql = "SELECT slot, subject FROM sealed WHERE position = ? ORDER BY slot"
    try connection.query(sql, [.int(position)]) { row in
      references.append(
        SealedReference(slot: try row.text(at: 0), subject: try row.text(at: 1)))
    }
    return references
  }

  /// The stream under a number.
  func streamName(_ id: Int64) throws -> StreamName {
    if let name = names.stream(id) { return name }
    let text = try connection.first("SELECT name FROM streams WHERE id = ?", [.int(id)]) {
      try $0.text(at: 0)
    }
    guard let name = text.flatMap({ StreamName($0) }) else { throw damage }
    names.keep(name, for: id)
    return name
  }

  func typeName(_ id: Int64) throws -> String {
    if let name = names.type(id) { return name }
    let text = try connection.first("SELECT name FROM event_types WHERE id = ?", [.int(id)]) {
      try $0.text(at: 0)
    }
    guard let text else { throw damage }
    names.keep(type: text, for: id)
    return text
  }
}
