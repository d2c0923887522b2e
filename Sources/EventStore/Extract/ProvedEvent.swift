package import Values

/// An event with all that its leaf is made of, so that a reader can hash it again.
package struct ProvedEvent: Hashable, Sendable {
  /// What the leaf says of personal words: whose and what they are, and the hash of their ciphertext.
  package struct Field: Hashable, Sendable {
    package let slot: String
    package let subject: String
    package let digest: Digest

    package init(slot: String, subject: String, digest: Digest) {
      (self.slot, self.subject, self.digest) = (slot, subject, digest)
    }
  }

  package var ordinal: Int64
  package var position: Int64
  package var stream: StreamName
  package var version: Int64
  package var type: String
  package var schema: Int64
  package var recorded: Instant
  package var effective: Day
  package var id: EntryID
  package var data: JSON
  /// In the order of the slots' bytes.
  package var sealed: [Field]
  /// The hash of the command that brought it.
  package var command: Digest

  package init(
    ordinal: Int64, position: Int64, stream: StreamName, version: Int64, type: String,
    schema: Int64, recorded: Instant, effective: Day, id: EntryID, data: JSON, sealed: [Field],
    command: Digest
  ) {
    (self.ordinal, self.position, self.stream) = (ordinal, position, stream)
    (self.version, self.type, self.schema) = (version, type, schema)
    (self.recorded, self.effective, self.id) = (recorded, effective, id)
    (self.data, self.sealed, self.command) = (data, sealed, command)
  }

  /// The leaf as docs/log-format.md writes it, with the zero before it.
  package var leafBytes: [UInt8] { leafContent.bytes }

  package var leaf: Digest { leafContent.hash }

  var leafContent: LogFormat.EventLeaf {
    LogFormat.EventLeaf(
      ordinal: ordinal, position: position, stream: Array(stream.text.utf8), version: version,
      type: Array(type.utf8), schema: schema, recorded: recorded.microseconds,
      effective: Instant(startOf: effective).microseconds, id: id, data: data.canonical,
      command: command,
      sealed: sealed.map { field in
        LogFormat.SealedLeaf(
          slot: Array(field.slot.utf8), subject: Array(field.subject.utf8), digest: field.digest)
      })
  }
}

extension Log {
  /// The event at a position with all that its leaf covers; nil beyond the end.
  package func provedEvent(at position: Int64) throws -> ProvedEvent? {
    guard let event = try event(at: position),
      let row = try CommandRow.row(event.command, in: connection)
    else { return nil }
    return try proved(event, command: row.hash)
  }

  func proved(_ event: RecordedEvent, command: Digest) throws -> ProvedEvent {
    let sql = "SELECT ordinal FROM events WHERE position = ?"
    return ProvedEvent(
      ordinal: try connection.number(sql, [.int(event.position)]), position: event.position,
      stream: event.stream, version: event.version, type: event.type, schema: Int64(event.schema),
      recorded: event.recorded, effective: event.effective, id: event.id, data: event.data,
      sealed: try event.sealed.isEmpty ? [] : fields(at: event.position), command: command)
  }

  private func fields(at position: Int64) throws -> [ProvedEvent.Field] {
    var fields: [ProvedEvent.Field] = []
    let sql = "SELECT slot, subject, digest FROM sealed WHERE position = ? ORDER BY slot"
    try connection.query(sql, [.int(position)]) { row in
      fields.append(
        ProvedEvent.Field(
          slot: try row.text(at: 0), subject: try row.text(at: 1), digest: try row.digest(at: 2)))
    }
    return fields
  }
}
