package import Plugins
package import Values

/// What reminders are told from, on one day: states, rules, and what the network's own rules expect.
package struct ReminderScene {
  let ledger: Ledger
  let rules: Rules
  let day: Day
  let zone: Zone
  let obligations: [OwnObligation]
  let roster: RoleRoster
  private let facts: RoleFacts

  /// - Parameters:
  ///   - ledger: With `ReminderCatalogue.needs` loaded.
  ///   - rules: Those in force on the day.
  ///   - day: In the network's zone.
  ///   - zones: Give the zone by which moments become days; asked only where a procedure runs.
  ///   - obligations: What has come about by the day, met or not.
  /// - Throws: `zone-missing`.
  package init(
    _ ledger: Ledger, under rules: Rules, on day: Day, zones: ZoneSource,
    obligations: [OwnObligation]
  ) throws(Failure) {
    (self.ledger, self.rules, self.day) = (ledger, rules, day)
    self.obligations = obligations
    let isAsked = ledger.all(Procedure.self).contains { $0.stage == .running }
    zone = isAsked ? try zones.zone(rules.zone) : .utc
    facts = RoleFacts(ledger, under: rules, on: day)
    roster = RoleRoster(rules, facts)
  }

  /// The members that have one of some rights on the day, in the order of their ids.
  func members(with right: MemberClass.Right) -> [MemberID] {
    facts.memberships.filter { held in
      rules.membership.memberClass(held.memberClass)?.rights.contains(right) == true
    }.compactMap { MemberID($0.member) }.sorted()
  }

  /// Those who hold the seats of a member, each once; the member alone where nobody does.
  func holders(of member: MemberID) -> [Recipient] {
    let persons = Set(facts.holdings.filter { $0.member == member.text }.map(\.person))
    let known = persons.compactMap { PersonID($0) }.sorted()
    return known.isEmpty
      ? [Recipient(person: nil, member: member)]
      : known.map { Recipient(person: $0, member: member) }
  }

  /// Those whom the name of a member, a role or a body means; the office alone where nobody is known.
  func recipients(named owner: String) -> [Recipient] {
    if let member = MemberID(owner), facts.memberships.contains(where: { $0.member == owner }) {
      return holders(of: member)
    }
    let holders =
      rules.roles.first { $0.name == owner }.map { roster.holders(of: $0) }
      ?? (rules.body(owner) == nil ? [] : roster.holders(inBody: owner))
    var seen: Set<Recipient> = []
    let known = holders.map { holder in
      Recipient(
        person: holder.person.flatMap { PersonID($0) },
        member: holder.member.flatMap { MemberID($0) })
    }.filter { seen.insert($0).inserted }
    return known.isEmpty ? [Recipient(person: nil, office: owner)] : known
  }
}

extension RoleRoster {
  /// Those who sit in a body, each by the holders of the seats of its member.
  package func holders(inBody body: String) -> [RoleHolder] {
    let role = RoleRule(
      name: body, grants: [], scope: .any, who: RoleWho(bodies: [body]),
      clause: Clause(id: body, source: .practice))
    return holders(of: role)
  }
}
