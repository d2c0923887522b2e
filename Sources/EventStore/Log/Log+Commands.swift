internal import Values

extension Log {
  private static let columns = """
    SELECT id, command_id, name, actor, correlation, causation, rules, verdict, first_position, \
    last_position, recorded, body, answer FROM commands 
    """

  /// The command under a caller's id; nil when it never came.
  package func command(_ id: CommandID) throws -> RecordedCommand? {
    try commands("WHERE command_id = ?", [.blob(id.identifier.bytes)]).first
  }

  /// The command in a row, counted from 1; nil beyond the last.
  package func command(row: Int64) throws -> RecordedCommand? {
    try commands("WHERE id = ?", [.int(row)]).first
  }

  /// Commands after a row, refused ones too, oldest first; at most 5,000.
  package func commands(after row: Int64, limit: Int) throws -> [RecordedCommand] {
    try commands("WHERE id > ? ORDER BY id LIMIT ?", [.int(row), Self.page(limit)])
  }

  /// The command that brought the event at a position; nil beyond the end.
  package func command(ofEventAt position: Int64) throws -> RecordedCommand? {
    try commands(
      "WHERE id = (SELECT command FROM events WHERE position = ?)", [.int(position)]
    ).first
  }

  private func commands(_ condition: String, _ values: [SQLValue]) throws -> [RecordedCommand] {
    var commands: [RecordedCommand] = []
    try connection.query(Self.columns + condition, values) { commands.append(try command($0)) }
    return commands
  }

  private func command(_ row: Statement) throws -> RecordedCommand {
    let correlation = try row.optionalBlob(at: 4)
    guard let id = try row.identifier(at: 1), let verdict = Verdict(rawValue: try row.text(at: 7)),
      let body = try? JSON(parsing: try row.utf8(at: 11)),
      let answer = try? JSON(parsing: try row.utf8(at: 12)),
      correlation == nil || correlation?.count == EntryID.count
    else { throw damage }
    return RecordedCommand(
      row: try row.int(at: 0), id: CommandID(id), name: try row.text(at: 2),
      actor: try row.text(at: 3), body: body, verdict: verdict, answer: answer,
      rules: try row.optionalDigest(at: 6),
      correlation: correlation.flatMap { EntryID($0) }.map { CommandID($0) },
      causation: try row.optionalInt(at: 5), positions: try positions(row),
      recorded: Instant(microseconds: try row.int(at: 10)))
  }

  private func positions(_ row: Statement) throws -> ClosedRange<Int64>? {
    let (first, last) = (try row.optionalInt(at: 8), try row.optionalInt(at: 9))
    guard let first, let last else {
      guard first == nil, last == nil else { throw damage }
      return nil
    }
    guard first >= 1, first <= last else { throw damage }
    return first...last
  }
}
