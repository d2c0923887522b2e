extension Verifier {
  /// Holds what was overwritten in the file to what acts of the log have erased.
  ///
  /// An erasure of which something is left is not finished; words that were overwritten without an act were
  /// taken away by somebody who had no right to.
  mutating func checkErasures(_ erasures: ErasureReader) throws {
    let known = try erasures(log)
    for erasure in known where try !log.remainders(of: erasure.subject).isEmpty {
      result.add(.erasure, at: erasure.position)
    }
    let subjects = Set(known.map(\.subject))
    for scrubbed in try log.scrubbedSubjects() where !subjects.contains(scrubbed.subject) {
      result.add(.scrubbed, at: scrubbed.position)
    }
  }
}
