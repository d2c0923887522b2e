internal import Values

extension Transaction {
  /// Writes the events of a command and the versions of their streams.
  func append(
    _ events: [NewEvent], _ bytes: EntryBytes, of row: CommandRow, id: CommandID
  ) throws -> [StreamName: Int64] {
    var rows: [StreamName: Log.StreamRow] = [:]
    let commandHash = row.hash
    for (index, event) in events.enumerated() {
      var stream = try rows[event.stream] ?? stream(event.stream) ?? begin(event.stream)
      stream.version += 1
      rows[event.stream] = stream
      let eventID = LogFormat.eventID(log: log.id, command: id, index: index)
      try append(event, bytes.data[index], eventID, row, commandHash, to: stream)
    }
    for (name, stream) in rows.sorted(by: { $0.value.id < $1.value.id }) {
      let sql = "UPDATE streams SET version = ? WHERE id = ?"
      try change(sql, [.int(stream.version), .int(stream.id)])
      keep(stream, of: name)
    }
    return rows.mapValues(\.version)
  }

  private func append(
    _ event: NewEvent, _ data: [UInt8], _ eventID: EntryID, _ row: CommandRow,
    _ commandHash: Digest,
    to stream: Log.StreamRow
  ) throws {
    let position = head.position + 1
    let sealed = try event.sealed.sorted { $0.slot.utf8.lexicographicallyPrecedes($1.slot.utf8) }
      .map { try SealedRow($0, log: log.id, position: position, keys: log.keys()) }
    let leaf = LogFormat.EventLeaf(
      ordinal: head.ordinal + 1, position: position, stream: Array(event.stream.text.utf8),
      version: stream.version, type: Array(event.type.utf8), schema: Int64(event.schema),
      recorded: recorded.microseconds,
      effective: Instant(startOf: event.effective).microseconds, id: eventID,
      data: data, command: commandHash, sealed: sealed.map(\.leaf))
    try insert(leaf, sealed, of: row, to: stream)
  }

  /// Writes one event after the head, with its sealed fields.
  func insert(
    _ leaf: LogFormat.EventLeaf, _ sealed: [SealedRow], of row: CommandRow, to stream: Log.StreamRow
  ) throws {
    let hash = leaf.hash
    advance(to: leaf.position, hash)
    try change(
      """
      INSERT INTO events(position, ordinal, stream, version, type, schema, command, event_id, \
      recorded, effective, slots, data, leaf, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .int(leaf.position), .int(leaf.ordinal), .int(stream.id), .int(stream.version),
        .int(try typeID(String(decoding: leaf.type, as: UTF8.self))), .int(leaf.schema),
        .int(row.row), .blob(leaf.id.bytes),
        .int(leaf.recorded), .int(leaf.effective), .int(Int64(sealed.count)), .utf8(leaf.data),
        .blob(hash.bytes), .blob(head.hash.bytes),
      ])
    for field in sealed { try append(field, at: leaf.position) }
  }

  private func append(_ field: SealedRow, at position: Int64) throws {
    try change(
      """
      INSERT INTO sealed(position, slot, subject, nonce, ciphertext, digest) \
      VALUES (?, ?, ?, ?, ?, ?)
      """,
      [
        .int(position), .text(field.slot), .text(field.subject), .optional(blob: field.nonce),
        .optional(blob: field.ciphertext), .blob(field.digest.bytes),
      ])
  }

  /// Gives a new stream its number.
  func begin(_ name: StreamName) throws -> Log.StreamRow {
    let id = try log.connection.number("SELECT coalesce(max(id), 0) + 1 FROM streams")
    try change(
      "INSERT INTO streams(id, name, category, version) VALUES (?, ?, ?, 0)",
      [.int(id), .text(name.text), .text(name.category)])
    return Log.StreamRow(id: id, version: 0)
  }

  private func typeID(_ name: String) throws -> Int64 {
    if let known = log.names.number(ofType: name) { return known }
    let id = try readTypeID(name)
    log.names.keep(number: id, ofType: name)
    return id
  }

  /// Gives a new type its number.
  private func readTypeID(_ name: String) throws -> Int64 {
    let known = try log.connection.first(
      "SELECT id FROM event_types WHERE name = ?", [.text(name)]
    ) { try $0.int(at: 0) }
    if let known { return known }
    let id = try log.connection.number("SELECT coalesce(max(id), 0) + 1 FROM event_types")
    try change("INSERT INTO event_types(id, name) VALUES (?, ?)", [.int(id), .text(name)])
    return id
  }

  /// Keeps the states that the caller folded, each with the version of its stream.
  func keep(
    _ states: [StreamName: (fold: Int, data: JSON)], _ versions: [StreamName: Int64]
  ) throws {
    for (name, state) in states.sorted(by: { $0.key < $1.key }) {
      guard let stream = try stream(name) else {
        throw Failure(.entryUnfit, ["field": .text("state"), "value": .text(name.text)])
      }
      let (fold, data) = (Int64(state.fold), state.data.canonical)
      let digest = StoredState.digest(of: name, version: stream.version, fold: fold, data: data)
      let values: [SQLValue] = [
        .int(stream.version), .int(fold), .utf8(data), .blob(digest.bytes), .int(stream.id),
      ]
      let changed = try log.connection.run(
        "UPDATE states SET version = ?, fold = ?, data = ?, digest = ? WHERE stream = ?", values)
      guard changed == 0 else { continue }
      try change(
        "INSERT INTO states(version, fold, data, digest, stream) VALUES (?, ?, ?, ?, ?)", values)
    }
  }
}
