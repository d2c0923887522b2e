import EventStore

/// A lot that anybody can draw again: the order of some alternatives follows from a published seed.
///
/// The ticket of an alternative is the SHA-256 of the seed, what the lot is about, and the alternative, with
/// a line feed between them and none at the end; the lowest ticket is drawn first.
///
/// ```sh
/// printf '%s\n%s\n%s' "$SEED" D-7 for | sha256sum
/// ```
package struct Lot: Hashable, Sendable {
  /// How tickets are made; stored with each lot, so that another way could be told from this one.
  package static let method = "sha256-lowest/1"

  package struct Ticket: Hashable, Sendable {
    package let alternative: String
    /// In hexadecimal digits.
    package let digest: String
  }

  package let seed: String
  /// What the lot is about, such as `D-7`, so that one seed gives each lot tickets of its own.
  package let subject: String

  package init(seed: String, subject: String) {
    (self.seed, self.subject) = (seed, subject)
  }

  package func ticket(of alternative: String) -> Ticket {
    let text = "\(seed)\n\(subject)\n\(alternative)"
    return Ticket(alternative: alternative, digest: Digest.sha256(text.utf8).hex)
  }

  /// The tickets as they are drawn; two that are equal, which nobody will see, by the names of what they stand for.
  package func order(_ alternatives: some Sequence<String>) -> [Ticket] {
    alternatives.map { ticket(of: $0) }.sorted {
      ($0.digest, $0.alternative) < ($1.digest, $1.alternative)
    }
  }
}
