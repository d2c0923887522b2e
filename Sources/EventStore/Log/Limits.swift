internal import Values

/// The bounds of what one entry may hold, checked before anything is written.
enum Limits {
  static let nameBytes = 100
  static let actorBytes = 200
  static let documentBytes = 16 << 20
  static let sealedBytes = 64 << 10
  static let eventsInCommand = 10_000

  /// The bytes are those of the command and of the events.
  static func check(_ command: NewCommand, _ events: [NewEvent], _ bytes: EntryBytes) throws {
    try checkName(command.name, field: "command", limit: nameBytes)
    try checkName(command.actor, field: "actor", limit: actorBytes)
    try check(bytes.body.count, field: "body", limit: documentBytes)
    try check(bytes.answer.count, field: "answer", limit: documentBytes)
    try check(events.count, field: "events", limit: eventsInCommand)
    guard command.verdict != .refused || events.isEmpty else {
      throw unfit("verdict", command.verdict.rawValue)
    }
    for (event, data) in zip(events, bytes.data) { try check(event, data: data) }
  }

  /// Of the data the canonical bytes are asked for.
  static func check(_ event: NewEvent, data: [UInt8]) throws {
    try checkName(event.type, field: "type", limit: nameBytes)
    guard (1...65_535).contains(event.schema) else { throw unfit("schema", String(event.schema)) }
    try check(data.count, field: "data", limit: documentBytes)
    var slots: Set<[UInt8]> = []
    for field in event.sealed {
      try checkName(field.slot, field: "slot", limit: nameBytes)
      try checkName(field.subject, field: "subject", limit: actorBytes)
      try check(field.plaintext.count, field: field.slot, limit: sealedBytes)
      // The value is the sign for bytes that are no text: it must not quote a person's words.
      guard String(utf8: field.plaintext.span) != nil else { throw unfit(field.slot, "\u{FFFD}") }
      guard slots.insert(Array(field.slot.utf8)).inserted else { throw unfit("slot", field.slot) }
    }
  }

  /// Names are printable, not empty and short.
  private static func checkName(_ name: String, field: String, limit: Int) throws {
    guard !name.isEmpty, name.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else {
      throw unfit(field, name)
    }
    try check(name.utf8.count, field: field, limit: limit)
  }

  private static func check(_ count: Int, field: String, limit: Int) throws {
    guard count <= limit else {
      let values: [String: Failure.Value] = [
        "field": .text(field), "found": .int(count), "limit": .int(limit),
      ]
      throw Failure(.entryTooLarge, values)
    }
  }

  private static func unfit(_ field: String, _ value: String) -> Failure {
    Failure(.entryUnfit, ["field": .text(field), "value": .text(value)])
  }
}
