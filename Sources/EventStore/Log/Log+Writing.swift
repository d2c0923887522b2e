package import Values

extension Log {
  /// Pages in the write-ahead log after which a writer moves them into the database.
  private static let checkpointPages = 1_000

  /// Records acts: all that the closure records is durable when this returns, or none of it.
  ///
  /// - Parameters:
  ///   - now: The time of the act; a clock behind the log gives the log's own last time.
  ///   - expected: The head that a plan was made on; nil when any will do.
  ///   - body: Reads, decides and records; what it throws takes everything back.
  /// - Returns: What `body` returned.
  /// - Throws: `log-busy`, `log-moved`, `log-read-only`, whatever `body` throws.
  package func write<T>(
    now: Instant, expecting expected: Digest? = nil, _ body: (Transaction) throws -> T
  ) throws -> T {
    try locked {
      let result = try transact(now: now, expecting: expected) { transaction in
        let result = try body(transaction)
        try transaction.finish()
        try connection.run("COMMIT")
        return result
      }
      if connection.pagesInWriteAheadLog >= Self.checkpointPages { try connection.checkpoint() }
      return result
    }
  }

  /// Does what `write` does and takes it back: the way of `--dry-run`.
  package func rehearse<T>(
    now: Instant, expecting expected: Digest? = nil, _ body: (Transaction) throws -> T
  ) throws -> T {
    try locked {
      try transact(now: now, expecting: expected) { transaction in
        let result = try body(transaction)
        try transaction.checkFlaw()
        takeBack()
        return result
      }
    }
  }

  private func transact<T>(
    now: Instant, expecting expected: Digest?, _ body: (Transaction) throws -> T
  ) throws -> T {
    isWriting = true
    defer { isWriting = false }
    try connection.run("BEGIN IMMEDIATE")
    do {
      let transaction = try Transaction(log: self, now: now)
      if let expected, expected != transaction.head.hash { throw Failure(.logMoved) }
      return try body(transaction)
    } catch {
      takeBack()
      throw error
    }
  }

  /// Rolls back, and forgets the names and keys that were new.
  private func takeBack() {
    connection.rollBack()
    names = Names()
    forgetNewKeys()
  }
}
