/// What a log says of itself at one size: these leaves, in this order, and no other.
///
/// Source: C2SP tlog-checkpoint, <https://c2sp.org/tlog-checkpoint>; no extension line is written or read.
package struct Checkpoint: Hashable, Sendable {
  /// The name of the log, in all networks; that of the key that signs for it.
  package let origin: String
  /// How many leaves: events, and commands that brought none.
  package let size: Int64
  package let root: Digest

  package init(origin: String, size: Int64, root: Digest) {
    (self.origin, self.size, self.root) = (origin, size, root)
  }

  /// Reads the text of a note: three lines; nil for any other text.
  package init?(_ text: some StringProtocol) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count == 4, lines[3].isEmpty, NoteKey.isName(String(lines[0])),
      let size = Int64(decimal: lines[1]),
      let root = Base64.bytes(lines[2]).flatMap({ Digest($0) })
    else { return nil }
    self.init(origin: String(lines[0]), size: size, root: root)
  }

  package var text: String { "\(origin)\n\(size)\n\(Base64.text(root.bytes))\n" }
}

extension Int64 {
  /// A number from 0 on in its one spelling: digits only, no zero before others.
  init?(decimal text: some StringProtocol) {
    guard let number = Int64(text), number >= 0, String(number) == text else { return nil }
    self = number
  }
}

/// A checkpoint with its signatures.
package struct SignedCheckpoint: Hashable, Sendable {
  package let checkpoint: Checkpoint
  package var note: SignedNote

  /// Reads a note whose text is a checkpoint; nil for any other.
  package init?(_ whole: String) {
    guard let note = SignedNote(whole), let checkpoint = Checkpoint(note.text) else { return nil }
    (self.checkpoint, self.note) = (checkpoint, note)
  }

  init(_ checkpoint: Checkpoint, _ signatures: [SignedNote.Signature]) {
    self.checkpoint = checkpoint
    note = SignedNote(text: checkpoint.text, signatures: signatures)
  }

  package var whole: String { note.whole }
}
