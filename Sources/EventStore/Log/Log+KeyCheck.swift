internal import Values

extension Log {
  /// What `keys.db` lacks for the log that it stands beside.
  package enum KeyFlaw: Equatable, Sendable {
    /// The file cannot be read as what was written, or belongs to another log.
    case unreadable
    /// The words of the event at this position, the first of its kind, open with no key, though the
    /// person's key was not destroyed.
    case shut(at: Int64)
    /// The file is not there, though the event at this position, the first of its kind, has words of a person
    /// who was not erased.
    case missing(at: Int64)
  }

  /// Holds the keys to what they must open.
  ///
  /// - Returns: nil when every key fits, for a log that stands without its keys and seals no words that an erasure
  ///   has left, and for one whose keys this account may not read.
  /// - Throws: What is wrong with the log itself.
  package func keyFlaw() throws -> KeyFlaw? {
    let keys: KeyStore
    do {
      keys = try KeyStore.open(in: directory, log: id, for: .reading)
      guard try keys.isWhole() else { return .unreadable }
    } catch let failure as Failure {
      switch failure.code {
      case .keysMissing: return try firstSealed().map { .missing(at: $0) }
      case .databaseNotPermitted: return nil
      default: return .unreadable
      }
    }
    return try firstShut(to: keys).map { .shut(at: $0) }
  }

  /// The first event that has words of a person; those of an erased one are overwritten.
  private func firstSealed() throws -> Int64? {
    let sql = "SELECT min(position) FROM sealed WHERE ciphertext IS NOT NULL"
    return try connection.first(sql) { try $0.optionalInt(at: 0) } ?? nil
  }

  private func firstShut(to keys: KeyStore) throws -> Int64? {
    let sql = """
      SELECT position, slot, subject, nonce, ciphertext FROM sealed \
      WHERE ciphertext IS NOT NULL ORDER BY position
      """
    var first: Int64?
    try connection.query(sql) { row in
      guard first == nil else { return }
      let position = try row.int(at: 0)
      first = try isOpen(row, at: position, to: keys) ? nil : position
    }
    return first
  }

  private func isOpen(_ row: Statement, at position: Int64, to keys: KeyStore) throws -> Bool {
    let subject = try row.text(at: 2)
    guard (try? keys.isKnown(subject)) == true else { return false }
    guard let key = try? keys.key(of: subject) else { return true }
    let context = LogFormat.sealContext(log: id, position: position, slot: try row.text(at: 1))
    return Sodium.open(
      try row.blob(at: 4), context: context, nonce: try row.blob(at: 3), key: key) != nil
  }
}
