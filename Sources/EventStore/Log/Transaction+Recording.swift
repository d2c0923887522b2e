package import Values

extension Transaction {
  /// Records one command with its verdict, its events and the states they lead to.
  ///
  /// - Parameters:
  ///   - command: What was asked and what became of it. A refused one has no events.
  ///   - request: What the caller sent, personal words included: only its keyed hash is stored.
  ///   - events: What happened, in order.
  ///   - expecting: What the caller believes of the streams; a stream not named may have any version.
  ///   - states: The states after the events, of streams that the events belong to or that exist.
  /// - Returns: Positions, versions and the head.
  /// - Throws: `stream-moved` when a belief is wrong, `command-reused` when the id came before,
  ///   `entry-unfit` and `entry-too-large` for what can't be stored, `subject-erased`.
  package func record(
    _ command: NewCommand, request: JSON, events: [NewEvent] = [],
    expecting: [StreamName: ExpectedVersion] = [:],
    states: [StreamName: (fold: Int, data: JSON)] = [:]
  ) throws -> Appended {
    try checkFlaw()
    let bytes = EntryBytes(command, events)
    try Limits.check(command, events, bytes)
    try check(expecting)
    guard try requestHash(under: command.id) == nil else {
      throw Failure(.commandReused, ["command": .text(command.id.description)])
    }
    do {
      let row = try commandRow(command, request: request, bytes)
      try append(row, hasEvents: !events.isEmpty)
      let versions = try append(events, bytes, of: row, id: command.id)
      try keep(states, versions)
      let positions = row.firstPosition.map { $0...head.position }
      return Appended(command: row.row, positions: positions, versions: versions, head: head)
    } catch {
      flaw = error
      throw error
    }
  }

  private func check(_ expecting: [StreamName: ExpectedVersion]) throws {
    for (stream, expected) in expecting.sorted(by: { $0.key < $1.key }) {
      let version = try version(of: stream)
      let isAsExpected =
        switch expected {
        case .noStream: version == 0
        case .exactly(let number): version == number && number > 0
        }
      guard isAsExpected else {
        let values: [String: Failure.Value] = [
          "stream": .text(stream.text), "found": .int(Int(version)),
        ]
        throw Failure(.streamMoved, values)
      }
    }
  }

  private func commandRow(
    _ command: NewCommand, request: JSON, _ bytes: EntryBytes
  ) throws -> CommandRow {
    let hasEvents = !bytes.data.isEmpty
    return CommandRow(
      row: lastRow + 1, id: command.id.identifier, requestHash: try requestHash(request),
      name: Array(command.name.utf8), actor: Array(command.actor.utf8),
      correlation: command.correlation?.identifier, causation: command.causation,
      rules: command.rules, verdict: Array(command.verdict.rawValue.utf8),
      firstPosition: hasEvents ? head.position + 1 : nil,
      lastPosition: hasEvents ? head.position + Int64(bytes.data.count) : nil,
      recorded: recorded.microseconds, body: bytes.body, answer: bytes.answer)
  }

  /// Writes the command; one without events is a leaf of its own.
  func append(_ row: CommandRow, hasEvents: Bool) throws {
    var chain: [SQLValue] = [.null, .null, .null]
    if !hasEvents {
      let leaf = LogFormat.commandLeaf(ordinal: head.ordinal + 1, command: row.hash)
      advance(to: head.position, leaf)
      chain = [.int(head.ordinal), .blob(leaf.bytes), .blob(head.hash.bytes)]
    }
    try change(
      """
      INSERT INTO commands(id, command_id, request_hash, name, actor, correlation, causation, \
      rules, verdict, first_position, last_position, recorded, body, answer, ordinal, leaf, hash) \
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .int(row.row), .blob(row.id.bytes), .blob(row.requestHash), .utf8(row.name),
        .utf8(row.actor), .optional(blob: row.correlation?.bytes), .optional(row.causation),
        .optional(blob: row.rules?.bytes), .utf8(row.verdict), .optional(row.firstPosition),
        .optional(row.lastPosition), .int(row.recorded), .utf8(row.body), .utf8(row.answer),
      ] + chain)
    lastRow = row.row
    unused = nil
  }

  /// The head after one more leaf.
  func advance(to position: Int64, _ leaf: Digest) {
    head = Head(
      position: position, ordinal: head.ordinal + 1, hash: LogFormat.chain(head.hash, leaf),
      recorded: recorded)
  }

  /// Inserts or updates one row, and makes sure that it did.
  func change(_ sql: String, _ values: [SQLValue]) throws {
    guard try log.connection.run(sql, values) == 1 else { throw log.damage }
  }

  /// Moves the stored head forward, last of all, after the keys are durable.
  func finish() throws {
    try checkFlaw()
    guard head != start else { return }
    try log.keepNewKeys()
    try change(
      "UPDATE head SET position = ?, ordinal = ?, hash = ?, recorded = ? WHERE id = 1",
      [
        .int(head.position), .int(head.ordinal), .blob(head.hash.bytes),
        .int(head.recorded.microseconds),
      ])
  }

  /// Refuses to go on after an act was written by half.
  func checkFlaw() throws {
    if let flaw { throw flaw }
  }
}
