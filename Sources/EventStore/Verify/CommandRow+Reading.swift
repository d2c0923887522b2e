internal import Values

extension CommandRow {
  static let columns = """
    SELECT id, command_id, request_hash, name, actor, correlation, causation, rules, verdict, \
    first_position, last_position, recorded, body, answer, ordinal, leaf, hash FROM commands 
    """

  static let query = columns + "ORDER BY id"

  /// Reads a row of `columns`.
  init(_ statement: Statement) throws {
    let correlation = try statement.optionalBlob(at: 5)
    guard let id = try statement.identifier(at: 1),
      correlation == nil || correlation?.count == EntryID.count
    else { throw statement.damage }
    self.init(
      row: try statement.int(at: 0), id: id, requestHash: try statement.blob(at: 2),
      name: try statement.utf8(at: 3), actor: try statement.utf8(at: 4),
      correlation: correlation.flatMap { EntryID($0) },
      causation: try statement.optionalInt(at: 6), rules: try statement.optionalDigest(at: 7),
      verdict: try statement.utf8(at: 8), firstPosition: try statement.optionalInt(at: 9),
      lastPosition: try statement.optionalInt(at: 10), recorded: try statement.int(at: 11),
      body: try statement.utf8(at: 12), answer: try statement.utf8(at: 13))
  }

  /// Whether each value is one that this program writes.
  var isWellFormed: Bool {
    requestHash.count == Sodium.requestHashCount
      && Verdict.allSpelled.contains(verdict)
      && (firstPosition == nil) == (lastPosition == nil)
      && JSON.isReadable(body) && JSON.isReadable(answer)
  }
}
