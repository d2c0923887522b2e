internal import Values

/// The row of a command in an extract: each part that its hash covers.
extension CommandRow {
  var json: JSON {
    .object(compacting: [
      ("row", .int(row)), ("id", .text(id.description)), ("request", .text(requestHash.hex)),
      ("act", .text(String(decoding: name, as: UTF8.self))),
      ("actor", .text(String(decoding: actor, as: UTF8.self))),
      ("correlation", correlation.map { .text($0.description) }),
      ("causation", causation.map { .int($0) }), ("rules", rules.map { .text($0.hex) }),
      ("verdict", .text(String(decoding: verdict, as: UTF8.self))),
      ("first", firstPosition.map { .int($0) }), ("last", lastPosition.map { .int($0) }),
      ("recorded", .text(Instant(microseconds: recorded).description)),
      ("body", Self.readable(body)), ("answer", Self.readable(answer)),
    ])
  }

  private static func readable(_ bytes: [UInt8]) -> JSON { (try? JSON(parsing: bytes)) ?? .null }

  /// Reads what `json` gives; nil for anything else.
  init?(_ json: JSON) {
    guard let row = json["row"]?.int, let id = json["id"]?.text.flatMap({ EntryID(uuid: $0) }),
      let request = json["request"]?.text.flatMap({ [UInt8](hex: $0) }),
      let name = json["act"]?.text, let actor = json["actor"]?.text,
      let verdict = json["verdict"]?.text,
      let recorded = json["recorded"]?.text.flatMap({ Instant($0) }), let body = json["body"],
      let answer = json["answer"]
    else { return nil }
    self.init(
      row: row, id: id, requestHash: request, name: Array(name.utf8), actor: Array(actor.utf8),
      correlation: json["correlation"]?.text.flatMap { EntryID(uuid: $0) },
      causation: json["causation"]?.int,
      rules: json["rules"]?.text.flatMap { Digest(hex: $0) }, verdict: Array(verdict.utf8),
      firstPosition: json["first"]?.int, lastPosition: json["last"]?.int,
      recorded: recorded.microseconds, body: body.canonical, answer: answer.canonical)
  }

  /// The command in a row, as it is stored; nil when there is none.
  static func row(_ row: Int64, in connection: Connection) throws -> CommandRow? {
    try connection.first(columns + "WHERE id = ?", [.int(row)]) { try CommandRow($0) }
  }
}
