internal import Values

/// An act on its way from one copy of a log into another, with the lines of its events.
struct TakenAct {
  let row: CommandRow
  var lines: [ExportLine] = []

  /// Whether all its events are there.
  var isComplete: Bool {
    guard let first = row.firstPosition, let last = row.lastPosition else { return true }
    return first <= last && Int64(lines.count) == last - first + 1
  }
}

extension Transaction {
  /// Appends an act as another copy of the log holds it: nothing is decided, and every hash is made anew.
  ///
  /// - Throws: `export-unfit` for what does not follow from the log as it is.
  func take(_ act: TakenAct) throws {
    let row = act.row
    let isRefused = row.firstPosition == nil
    guard row.row == lastRow + 1, row.recorded >= head.recorded.microseconds, row.isWellFormed,
      row.firstPosition ?? head.position + 1 == head.position + 1,
      isRefused == (act.lines.isEmpty && row.lastPosition == nil), try isFit(row)
    else { throw unfit(.command) }
    recorded = Instant(microseconds: row.recorded)
    try append(row, hasEvents: !isRefused)
    let hash = row.hash
    for (index, line) in act.lines.enumerated() {
      try take(line, at: index, of: row, hash)
    }
  }

  private func isFit(_ row: CommandRow) throws -> Bool {
    guard let body = try? JSON(parsing: row.body), let answer = try? JSON(parsing: row.answer),
      let verdict = Verdict(rawValue: String(decoding: row.verdict, as: UTF8.self))
    else { return false }
    let command = NewCommand(
      id: CommandID(row.id), name: String(decoding: row.name, as: UTF8.self),
      actor: String(decoding: row.actor, as: UTF8.self), body: body, verdict: verdict,
      answer: answer)
    try Limits.check(command, [], EntryBytes(command, []))
    return try requestHash(under: command.id) == nil
  }

  private func take(
    _ line: ExportLine, at index: Int, of row: CommandRow, _ rowHash: Digest
  ) throws {
    let event = line.event
    let id = LogFormat.eventID(log: log.id, command: CommandID(row.id), index: index)
    guard event.position == head.position + 1, event.ordinal == head.ordinal + 1,
      event.recorded == recorded, event.id == id, event.command == rowHash
    else { throw unfit(.event) }
    guard event.leaf == line.leaf else { throw unfit(.leaf) }
    var stream = try stream(event.stream) ?? begin(event.stream)
    stream.version += 1
    guard event.version == stream.version, let schema = Int(exactly: event.schema) else {
      throw unfit(.stream)
    }
    let new = NewEvent(
      stream: event.stream, type: event.type, schema: schema, effective: event.effective,
      data: event.data)
    try Limits.check(new, data: new.data.canonical)
    try insert(event.leafContent, try sealed(line), of: row, to: stream)
    guard head.hash == line.hash else { throw unfit(.chain) }
    let sql = "UPDATE streams SET version = ? WHERE id = ?"
    try change(sql, [.int(stream.version), .int(stream.id)])
    keep(stream, of: event.stream)
  }

  private func sealed(_ line: ExportLine) throws -> [SealedRow] {
    let words = line.whole?.words ?? []
    guard words.count == line.event.sealed.count else { throw unfit(.sealed) }
    let rows = zip(line.event.sealed, words).compactMap { SealedRow($0, $1) }
    guard rows.count == words.count else { throw unfit(.sealed) }
    return rows
  }

  /// What is wrong with the act after the head.
  func unfit(_ reason: Flaw.Reason) -> Failure {
    Failure(
      .exportUnfit,
      ["position": .text("\(head.position + 1)"), "reason": .word("verify.\(reason.rawValue)")])
  }
}
