package import Values

/// Something that `verify` found wrong, and from where on the log can't be vouched for.
package struct Flaw: Hashable, Sendable {
  /// What is wrong; the catalogues have a sentence for each, under `verify.` and the raw value.
  package enum Reason: String, Hashable, Sendable, CaseIterable {
    /// Bytes that can't be read as what should stand there.
    case unreadable
    /// A layout number or a mark that this program did not write.
    case layout
    /// A table, index, trigger or view that is missing, changed or planted.
    case schema
    /// A command that is missing, doubled, or contradicts its events.
    case command
    /// An event that is missing, doubled, out of order or contradicts its command.
    case event
    /// Content that is not what was hashed.
    case leaf
    /// A hash that does not follow from the one before.
    case chain
    /// A stream whose versions have gaps or whose count is wrong.
    case stream
    /// A name that no event uses.
    case name
    /// A sealed field that is missing, planted or changed.
    case sealed
    /// A state kept beside a stream that is not what its events say.
    case state
    /// A head that is not the end of the log.
    case head
    /// A checkpoint on record that is not one of this log, or not signed by its key.
    case checkpoint
    /// An index that contradicts its table, or a reference to nothing.
    case index
    /// An erasure of which a key or a ciphertext is left.
    case erasure
    /// Words of a person that were overwritten without an act that says so.
    case scrubbed
  }

  package let reason: Reason
  /// The first position that is in doubt; nil where no single event is, but the log around them.
  package let position: Int64?

  /// The failure to tell a person.
  package var failure: Failure {
    Failure(
      .logBroken,
      ["position": .int(Int(position ?? 1)), "reason": .word("verify.\(reason.rawValue)")])
  }
}
