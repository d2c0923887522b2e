package import Plugins
package import Values

/// Somebody in a role on a day, and by what.
package struct RoleHolder: Hashable, Sendable {
  package enum Way: String, CaseIterable, Sendable {
    /// By a seat that the person holds.
    case seat
    /// By a member that sits in a body.
    case body
    /// By a member that chairs a body.
    case chair
    /// By an act that named the person.
    case assignment
  }

  /// Nil for a member in whose seats nobody is.
  package let person: String?
  /// The member for which it acts; nil for none.
  package let member: String?
  package let way: Way
  /// The seat, the body, or the role itself.
  package let through: String
  package let since: Day?
  package let until: Day?
  /// The position of the event behind it.
  package let event: Int64?

  /// Whether a name is that of the person, or of the member that sits.
  package func isNamed(_ who: String) -> Bool {
    person == who || (way == .body || way == .chair) && member == who
  }
}

/// Who is in which role on a day, by the rules and by what the log knows.
package struct RoleRoster: Sendable {
  private let rules: Rules
  private let facts: RoleFacts
  private let classes: [String: String]

  package init(_ rules: Rules, _ facts: RoleFacts) {
    (self.rules, self.facts) = (rules, facts)
    classes = Dictionary(facts.memberships.map { ($0.member, $0.memberClass) }) { $1 }
  }

  /// Everybody in a role: by seats, bodies, chairs, then acts, each in the order of the log's ids.
  ///
  /// Empty for an office, of which nobody knows who works there.
  package func holders(of role: RoleRule) -> [RoleHolder] {
    guard let who = role.who else { return [] }
    return bySeats(who) + who.bodies.flatMap { byBody($0, who) }
      + who.chairs.flatMap { byChair(of: $0, who) } + (who.isNamed ? byActs(role.name) : [])
  }

  /// The members for which somebody acts in a role: those of its places in it, or itself for an office.
  package func members(of who: String, in role: RoleRule) -> Set<String> {
    guard role.who != nil else { return [who] }
    return Set(holders(of: role).filter { $0.isNamed(who) }.compactMap(\.member))
  }

  private func fits(_ member: String, _ who: RoleWho) -> Bool {
    guard let held = classes[member] else { return false }
    return who.classes.isEmpty || who.classes.contains(held)
  }

  private func bySeats(_ who: RoleWho) -> [RoleHolder] {
    facts.holdings.filter { who.seats.contains($0.kind) && fits($0.member, who) }
      .sorted { $0.seat < $1.seat }.map { holding in
        RoleHolder(
          person: holding.person, member: holding.member, way: .seat, through: holding.seat,
          since: holding.since, until: holding.until, event: holding.event)
      }
  }

  private func byBody(_ body: String, _ who: RoleWho) -> [RoleHolder] {
    sittings(of: body).filter { fits($0.member, who) }.flatMap { persons(of: $0, .body) }
  }

  private func byChair(of body: String, _ who: RoleWho) -> [RoleHolder] {
    sittings(of: body).filter { $0.isChair && fits($0.member, who) }
      .flatMap { persons(of: $0, .chair) }
  }

  private func byActs(_ role: String) -> [RoleHolder] {
    facts.namings.filter { $0.role == role }.map { naming in
      RoleHolder(
        person: naming.person, member: naming.member, way: .assignment, through: role,
        since: naming.since, until: naming.until, event: naming.event)
    }
  }

  /// Who sits in a body: of a plenary every member that may vote, of another as it was composed.
  private func sittings(of body: String) -> [RoleFacts.Sitting] {
    guard case .plenary = rules.body(body)?.composition else {
      return facts.sittings.filter { $0.body == body }
    }
    return facts.memberships.sorted { $0.member < $1.member }
      .filter { rules.membership.memberClass($0.memberClass)?.mayVote == true }
      .map {
        RoleFacts.Sitting(
          body: body, member: $0.member, isChair: false, since: $0.since, until: nil,
          event: $0.event)
      }
  }

  /// Those who hold a seat of a member that sits, each once; the member alone where nobody does.
  private func persons(of sitting: RoleFacts.Sitting, _ way: RoleHolder.Way) -> [RoleHolder] {
    let persons = Set(facts.holdings.filter { $0.member == sitting.member }.map(\.person))
    let known: [String?] = persons.isEmpty ? [nil] : persons.sorted()
    return known.map { person in
      RoleHolder(
        person: person, member: sitting.member, way: way, through: sitting.body,
        since: sitting.since, until: sitting.until, event: sitting.event)
    }
  }
}
