internal import Values

/// Reads a whole log and says whether it is what was written.
///
/// It trusts nothing that it reads, needs neither keys nor lock, and uses memory for one page at a
/// time. What it can't find without help from outside: a log cut off at its end together with its
/// head, or one rewritten from some event on; for that, keep the head's hash elsewhere.
package struct Verifier {
  /// Says whether a stored state is what the events of its stream fold to.
  package typealias StateCheck = (Log, StreamName, StoredState) throws -> Bool

  /// Reads from a whole log the keys that its checkpoints may be signed with.
  package typealias KeyReader = (Log) throws -> [KnownKey]

  /// Reads from a whole log whose words its acts have erased, each with the event that says so.
  package typealias ErasureReader = (Log) throws -> [(subject: String, position: Int64)]
  /// Takes how many events were read, and how many there are.
  package typealias Watch = (_ done: Int64, _ all: Int64) -> Void

  let log: Log
  var watch: Watch?
  /// The checkpoints on record; empty when they are not to be checked.
  var checkpoints: [SignedCheckpoint] = []
  /// The roots at the sizes of these, as far as the log reaches.
  var roots: [Int64: Digest] = [:]
  var result = Verification()

  /// Verifies the log of a folder.
  ///
  /// - Parameters:
  ///   - directory: The network's folder; it may be on write-protected media.
  ///   - isStill: Whether nobody can write to it and no write-ahead log stands beside it, as for a copy in one
  ///     file; nothing is made beside it then.
  ///   - checkState: Folds a stream again, as only the caller can; nil to check only the
  ///     checksums of the states.
  ///   - keys: Reads the keys of the log; nil to leave the checkpoints beside it alone.
  ///   - erasures: Reads the erasures of the log; nil not to ask whether they were finished.
  ///   - watch: Is told now and then how far the reading is.
  /// - Returns: The findings; none when the log is whole.
  /// - Throws: `log-missing`, `database-not-permitted` and `database-busy`, where nothing can be
  ///   said about the log. Damage is never thrown but found.
  package static func verify(
    directory: String, isStill: Bool = false, checkState: StateCheck? = nil, keys: KeyReader? = nil,
    erasures: ErasureReader? = nil, watch: Watch? = nil
  ) throws -> Verification {
    do {
      var verifier = Verifier(
        log: try Log.open(in: directory, for: .reading, isStill: isStill), watch: watch)
      try verifier.verify(checkState, keys, erasures)
      return verifier.result
    } catch let failure as Failure {
      var result = Verification()
      result.add(try reason(for: failure))
      return result
    }
  }

  /// What a failure to open the log says about it; one that says nothing is thrown on.
  private static func reason(for failure: Failure) throws -> Flaw.Reason {
    switch failure.code {
    case .databaseForeign, .databaseNewer: .layout
    case .databaseDamaged, .databaseFailed: .unreadable
    default: throw failure
    }
  }

  /// One snapshot for all checks, since another process may write meanwhile.
  private mutating func verify(
    _ checkState: StateCheck?, _ keys: KeyReader?, _ erasures: ErasureReader?
  ) throws {
    if keys != nil { try check(.checkpoint) { try $0.readCheckpoints() } }
    try log.connection.run("BEGIN")
    defer { log.connection.rollBack() }
    if log.isNewer { result.add(.layout) }
    try check(.schema) { try $0.checkSchema() }
    try check(.unreadable) { try $0.checkChain() }
    // After a broken chain the rest would only tell of the same damage again.
    guard result.findings.allSatisfy({ $0.position == nil }) else { return }
    try check(.stream) { try $0.checkStreams() }
    try check(.name) { try $0.checkTypes() }
    try check(.state) { try $0.checkStates(checkState) }
    try check(.index) { try $0.checkDatabase() }
    if let keys { try check(.checkpoint) { try $0.checkCheckpoints(keys) } }
    if let erasures { try check(.erasure) { try $0.checkErasures(erasures) } }
  }

  /// Runs one check; what stops it is a finding after the last event found whole.
  private mutating func check(
    _ reason: Flaw.Reason, _ body: (inout Verifier) throws -> Void
  ) throws {
    do { try body(&self) } catch let failure as Failure {
      guard failure.code != .databaseBusy else { throw failure }
      result.add(reason, at: reason == .unreadable ? result.events + 1 : nil)
    }
  }
}
