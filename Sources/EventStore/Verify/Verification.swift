/// What `verify` has to say about a log.
package struct Verification: Hashable, Sendable {
  /// How many events were read and found whole, from the first on.
  package internal(set) var events: Int64 = 0
  /// How many commands, refused ones too, were read and found whole.
  package internal(set) var commands: Int64 = 0
  /// The chain's hash after the last of them; nil when not even the log's name could be read.
  package internal(set) var head: Digest?
  /// How many leaves the tree has, and its root; nil as the head.
  package internal(set) var leaves: Int64 = 0
  package internal(set) var root: Digest?
  /// The sizes of the checkpoints on record that the log bears out, ascending.
  package internal(set) var checkpoints: [Int64] = []
  /// Checkpoints on record that the log contradicts.
  package internal(set) var forks: [Fork] = []
  /// What is wrong: events by position, then what concerns the whole log; empty for a whole log.
  package internal(set) var findings: [Flaw] = []

  package var isWhole: Bool { findings.isEmpty }
  /// The finding at the first position in doubt.
  package var first: Flaw? { findings.first }

  mutating func add(_ reason: Flaw.Reason, at position: Int64? = nil) {
    let finding = Flaw(reason: reason, position: position.map { max(1, $0) })
    guard !findings.contains(finding) else { return }
    let rank = finding.position ?? .max
    let index = findings.firstIndex { ($0.position ?? .max) > rank } ?? findings.endIndex
    findings.insert(finding, at: index)
  }
}
