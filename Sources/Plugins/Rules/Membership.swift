/// Who may belong to the network, and with which rights.
package struct Membership: Hashable, Sendable {
  /// Members that are no state or territory of ISO 3166-1, by code, such as `EUROJUST`.
  package var institutions: [String: LocalText]
  package var classes: [MemberClass]

  package init(institutions: [String: LocalText], classes: [MemberClass]) {
    self.institutions = institutions
    self.classes = classes
  }

  package func memberClass(_ name: String) -> MemberClass? { classes.first { $0.name == name } }
}

/// A class of members and the closed list of what its members may do; all else they may not.
package struct MemberClass: Hashable, Sendable {
  package var name: String
  package var rights: Set<Right>
  package var clause: Clause

  package init(name: String, rights: Set<Right>, clause: Clause) {
    self.name = name
    self.rights = rights
    self.clause = clause
  }

  /// The closed list of rights; the raw value is written in plugins.
  package enum Right: String, CaseIterable, Sendable {
    case attend, speak, propose, vote, stand, receive, host
  }

  package var mayVote: Bool { rights.contains(.vote) }
}
