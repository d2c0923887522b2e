internal import Values

/// What stands in the files of a network of words that were to be erased.
package enum Remainder: String, Hashable, Sendable, CaseIterable {
  /// The key that opens them.
  case key
  /// Ciphertexts that were not overwritten.
  case ciphertext
  /// The key once more, in what SQLite kept in case it had to take the destruction back.
  case journal
}

extension Log {
  /// Destroys what makes a person's words readable, in every file of the network.
  ///
  /// Ciphertexts are overwritten, the write-ahead log is emptied into the database, and the key goes last, so
  /// that as long as it is there something is left to do. Whatever stops it, it can be asked for again.
  ///
  /// - Parameter subject: Whose words they are, such as `H-1`; somebody without words is erased already.
  /// - Throws: `erasure-held` when somebody reads the log all the time: the key is gone, and sealed bytes may
  ///   stand in the write-ahead log until it is asked for again. What SQLite and the file system have to say.
  package func finishErasure(of subject: String) throws {
    try locked {
      _ = try connection.transaction { try scrubWords(of: subject) }
      let isEmptied = try connection.emptyWriteAheadLog()
      try removeLayoutBackups()
      try keys().destroyKey(of: subject)
      guard isEmptied else { throw Failure(.erasureHeld, ["subject": .text(subject)]) }
    }
  }

  /// Overwrites a person's ciphertexts within an open transaction; their hashes stay.
  ///
  /// - Returns: How many were overwritten.
  func scrubWords(of subject: String) throws -> Int {
    try connection.run(
      """
      UPDATE sealed SET nonce = NULL, ciphertext = NULL \
      WHERE subject = ? AND ciphertext IS NOT NULL
      """, [.text(subject)])
  }

  /// What an erasure has left to do; empty for one that is done.
  ///
  /// A log without its keys is asked for its ciphertexts alone.
  package func remainders(of subject: String) throws -> Set<Remainder> {
    let sealed = "SELECT count(*) FROM sealed WHERE subject = ? AND ciphertext IS NOT NULL"
    var found: Set<Remainder> = []
    if try connection.number(sealed, [.text(subject)]) > 0 { found.insert(.ciphertext) }
    guard let keys = try readingKeys() else { return found }
    if try keys.key(of: subject) != nil { found.insert(.key) }
    if KeyStore.hasLeftJournal(in: directory) { found.insert(.journal) }
    return found
  }

  /// Whose ciphertexts were overwritten, at least one of them, with the first event that had one.
  func scrubbedSubjects() throws -> [(subject: String, position: Int64)] {
    var found: [(String, Int64)] = []
    let sql = """
      SELECT subject, min(position) FROM sealed WHERE ciphertext IS NULL GROUP BY subject \
      ORDER BY min(position)
      """
    try connection.query(sql) { found.append((try $0.text(at: 0), try $0.int(at: 1))) }
    return found
  }
}
