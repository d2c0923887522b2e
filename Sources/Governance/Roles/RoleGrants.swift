import Plugins

/// Which role records which events, as the rules say it in all their keys.
///
/// The secretariat records everything as long as the rules give it no grants of its own; when they do, these,
/// and what they grant to nobody. Any other role records what it is granted and nothing else.
struct RoleGrants {
  static let secretariat = "secretariat"
  /// What goes along with other events of an act and needs no grant beside theirs.
  static let companions: Set = ["item.treated", "number.assigned", "seat.created", "waiver.used"]

  private let rules: Rules

  init(_ rules: Rules) { self.rules = rules }

  /// Whether the rules grant anything at all; where they do not, nobody is asked for a role.
  var isAsked: Bool { !rules.roles.isEmpty }

  func rule(_ name: String) -> RoleRule? { rules.roles.first { $0.name == name } }

  /// Whether a name is that of a role: one of `roles`, a body, or the secretariat.
  func isRole(_ name: String) -> Bool {
    rule(name) != nil || rules.body(name) != nil || name == Self.secretariat
  }

  /// The roles that a type of event is granted to, in the order of the rules.
  func roles(recording type: String) -> [String] {
    let own = rules.events.first { $0.type == type }?.by ?? []
    var waiving: [String] = []
    if type == "guard.waived" { waiving = rules.guards.flatMap { $0.waiver?.by ?? [] } }
    let named = rules.roles.filter { $0.grants.contains(type) }.map(\.name) + own + waiving
    return named.reduce(into: []) { roles, name in
      if !roles.contains(name) { roles.append(name) }
    }
  }

  /// Whether those in a role may record a type of event.
  func mayRecord(_ type: String, as role: String) -> Bool {
    let granted = roles(recording: type)
    if granted.contains(role) { return true }
    guard role == Self.secretariat else { return false }
    return rule(role) == nil || granted.isEmpty
  }
}
