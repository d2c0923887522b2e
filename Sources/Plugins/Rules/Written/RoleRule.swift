/// What those in a role may record, and who is in it.
package struct RoleRule: Hashable, Sendable {
  package enum Scope: String, CaseIterable, Sendable {
    /// Only what concerns the member that they act for.
    case ownState = "own_state"
    case any
  }

  package var name: String
  /// Types of events.
  package var grants: [String]
  package var scope: Scope
  /// Nil for an office, of which the log does not know who works there.
  package var who: RoleWho?
  package var clause: Clause

  package init(
    name: String, grants: [String], scope: Scope, who: RoleWho? = nil, clause: Clause
  ) {
    (self.name, self.grants, self.scope, self.who) = (name, grants, scope, who)
    self.clause = clause
  }
}

/// Who is in a role, as the log tells it; what its keys name is added up.
package struct RoleWho: Hashable, Sendable {
  /// Kinds of seats, whose holders are in it.
  package var seats: [String]
  /// Bodies, whose members are in it, each by whoever holds a seat of the member.
  package var bodies: [String]
  /// Bodies, of which the member that chairs is in it.
  package var chairs: [String]
  /// Whether an act names persons for it.
  package var isNamed: Bool
  /// Classes to which seats, bodies and chairs are narrowed; empty for members of any class.
  package var classes: [String]

  package init(
    seats: [String] = [], bodies: [String] = [], chairs: [String] = [], isNamed: Bool = false,
    classes: [String] = []
  ) {
    (self.seats, self.bodies, self.chairs) = (seats, bodies, chairs)
    (self.isNamed, self.classes) = (isNamed, classes)
  }

  /// Whether nobody could ever be in it.
  package var isEmpty: Bool { seats.isEmpty && bodies.isEmpty && chairs.isEmpty && !isNamed }
}
