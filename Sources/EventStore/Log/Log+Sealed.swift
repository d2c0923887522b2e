internal import Values

extension Log {
  /// The personal words of an event, by slot.
  ///
  /// - Returns: nil under a slot whose key is gone or whose ciphertext was scrubbed: the person
  ///   was erased, or this copy of the log has no `keys.db`.
  /// - Throws: `database-damaged` when key and ciphertext do not belong together.
  package func unseal(_ event: RecordedEvent) throws -> [String: String?] {
    var words: [String: String?] = [:]
    guard !event.sealed.isEmpty else { return words }
    let sql = "SELECT slot, subject, nonce, ciphertext FROM sealed WHERE position = ?"
    try connection.query(sql, [.int(event.position)]) { row in
      let slot = try row.text(at: 0)
      let text = try unseal(row, slot: slot, position: event.position)
      words.updateValue(text, forKey: slot)
    }
    return words
  }

  private func unseal(_ row: Statement, slot: String, position: Int64) throws -> String? {
    guard let nonce = try row.optionalBlob(at: 2), let ciphertext = try row.optionalBlob(at: 3),
      let key = try readingKeys()?.key(of: try row.text(at: 1))
    else { return nil }
    let context = LogFormat.sealContext(log: id, position: position, slot: slot)
    guard let bytes = Sodium.open(ciphertext, context: context, nonce: nonce, key: key),
      let text = String(validating: bytes, as: UTF8.self)
    else { throw damage(at: position) }
    return text
  }

  /// The keys, or nil where the log stands without them, as in a public copy.
  func readingKeys() throws -> KeyStore? {
    do { return try keys() } catch let failure as Failure where failure.code == .keysMissing {
      return nil
    }
  }

  /// Destroys a person's key: that person's words can't be read any more in any copy of the log.
  package func destroyKey(of subject: String) throws {
    try locked { try keys().destroyKey(of: subject) }
  }
}
