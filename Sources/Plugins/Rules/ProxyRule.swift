package import Values

/// How members of a body give their votes to others; a body without such a rule knows no proxies.
package struct ProxyRule: Hashable, Sendable {
  /// The most proxies that one member holds at the same time on the same matter.
  package var perHolder: Int
  /// Whether a member that is represented for presence too counts for the quorum.
  package var countsForQuorum: Bool
  /// How long a proxy that is not for one meeting lasts at most; nil for no limit.
  package var longest: Period?
  package var clause: Clause

  package init(perHolder: Int, countsForQuorum: Bool, longest: Period? = nil, clause: Clause) {
    (self.perHolder, self.countsForQuorum) = (perHolder, countsForQuorum)
    (self.longest, self.clause) = (longest, clause)
  }
}
