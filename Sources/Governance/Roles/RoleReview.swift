import Plugins
import Values

/// What the roles of the rules say to an act: whether whoever asks may record what would be recorded.
///
/// Source: decision 0023.
struct RoleReview {
  private let grants: RoleGrants
  private let rules: Rules
  private let actor: Actor
  private let day: Day

  init(_ rules: Rules, _ occasion: Occasion) {
    grants = RoleGrants(rules)
    self.rules = rules
    actor = Actor(occasion.actor)
    day = occasion.day
  }

  /// Whether nothing has to be asked: the rules grant nothing, or an office acts that records everything.
  var isSilent: Bool {
    let isWholeOffice = actor.name == RoleGrants.secretariat && grants.rule(actor.name) == nil
    return !grants.isAsked || isWholeOffice
  }

  /// A decision with the objections of the roles after those of the program.
  ///
  /// - Parameters:
  ///   - decision: Of the decider.
  ///   - ledger: With `RoleFacts.needs` loaded.
  /// - Returns: The decision with how it was told that somebody may, or may not.
  func added(to decision: Decision, in ledger: Ledger) -> Decision {
    let events = asked(of: decision.events)
    guard !events.isEmpty else { return decision }
    let roster = RoleRoster(rules, RoleFacts(ledger, under: rules, on: day))
    let answers = candidates(roster).map { answer(as: $0, to: events, roster) }
    var reviewed = decision
    guard let best = answers.first(where: { $0.objection == nil }) ?? answers.first else {
      reviewed.objections.append(withoutRole(events))
      return reviewed
    }
    reviewed.derivations = [best.derivation].compactMap(\.self) + decision.derivations
    reviewed.objections += [best.objection].compactMap(\.self)
    return reviewed
  }

  /// The events that need a role: without those that go along with others.
  ///
  /// Where no role is told, those of the network's own types are left to the act itself, which says who records
  /// them, and what the rules grant to nobody is open to everybody.
  private func asked(of events: [PlannedEvent]) -> [PlannedEvent] {
    let tellsRole = actor.role != nil || grants.isRole(actor.who)
    return events.filter { planned in
      !RoleGrants.companions.contains(planned.event.type)
        && (tellsRole
          || planned.key.category != Register.category
            && !grants.roles(recording: planned.event.type).isEmpty)
    }
  }

  private typealias Answer = (derivation: Derivation?, objection: Refusal?)

  /// The roles in which it may act: the one that is told, the one that the name is, or all that it is in.
  private func candidates(_ roster: RoleRoster) -> [String] {
    if let role = actor.role { return [role] }
    if grants.isRole(actor.who) { return [actor.who] }
    return rules.roles.filter { role in
      roster.holders(of: role).contains { $0.isNamed(actor.who) }
    }.map(\.name)
  }

  private func answer(
    as role: String, to events: [PlannedEvent], _ roster: RoleRoster
  ) -> Answer {
    guard grants.isRole(role) else { return (nil, unknown(role)) }
    let place = grants.rule(role).map { roster.holders(of: $0) }?
      .first { $0.isNamed(actor.who) }
    let objection =
      notIn(role, place) ?? notGranted(role, events) ?? foreign(role, events, roster)
    let derivation = derivation(role, events, place, holds: objection == nil)
    return (
      derivation,
      objection.map { refusal in
        Refusal(
          refusal.code, refusal.values, clause: refusal.clause, derivation: derivation,
          ways: refusal.ways)
      }
    )
  }

  // MARK: - Objections

  /// The rule that stands against an act: that of the role, else the first that grants what it may not.
  private func clause(_ role: String, _ events: [PlannedEvent]) -> Clause? {
    if let rule = grants.rule(role) { return rule.clause }
    let named = events.flatMap { grants.roles(recording: $0.event.type) }
    return named.compactMap { grants.rule($0)?.clause }.first ?? rules.roles.first?.clause
  }

  private func unknown(_ role: String) -> Refusal {
    Refusal(
      .actorRoleUnknown, ["role": .text(String(role.prefix(80)))],
      clause: rules.roles.first?.clause,
      ways: [Note("record-as", ["roles": .list(rules.roles.map(\.name))])])
  }

  private func notIn(_ role: String, _ place: RoleHolder?) -> Refusal? {
    guard let rule = grants.rule(role), let who = rule.who, place == nil else { return nil }
    let values: [String: Failure.Value] = [
      "actor": .text(actor.who), "role": .text(role), "day": .day(day),
    ]
    let naming = who.isNamed ? [Note("assign-role", ["role": .text(role)])] : []
    return Refusal(
      .actorNotInRole, values, clause: rule.clause,
      ways: [Note("see-role", ["role": .text(role)])] + naming)
  }

  private func notGranted(_ role: String, _ events: [PlannedEvent]) -> Refusal? {
    let types = events.filter { $0.key.category != Register.category }.map(\.event.type)
      .filter { !grants.mayRecord($0, as: role) }
    guard let first = types.first else { return nil }
    return Refusal(
      .roleNotGranted, ["role": .text(role), "types": .list(distinct(types))],
      clause: clause(role, events), ways: ways(to: first))
  }

  /// Only what concerns its own member is recorded by whoever acts for that member alone.
  private func foreign(
    _ role: String, _ events: [PlannedEvent], _ roster: RoleRoster
  ) -> Refusal? {
    guard let rule = grants.rule(role), rule.scope == .ownState else { return nil }
    let own = roster.members(of: actor.who, in: rule)
    let isOwn = events.allSatisfy { planned in
      planned.member.map { own.contains($0) } ?? false
    }
    guard !isOwn else { return nil }
    return Refusal(
      .roleOwnMember,
      [
        "actor": .text(actor.who), "role": .text(role),
        "members": own.isEmpty ? .word("word.none") : .list(own.sorted()),
      ], clause: rule.clause, ways: [Note("act-for-own-member", ["role": .text(role)])])
  }

  private func withoutRole(_ events: [PlannedEvent]) -> Refusal {
    let types = distinct(events.map(\.event.type))
    return Refusal(
      .actorWithoutRole, ["actor": .text(actor.who), "types": .list(types)],
      clause: clause("", events), ways: types.first.map { ways(to: $0) } ?? [])
  }

  /// Who records a type of event: those to whom it is granted, else the secretariat.
  private func ways(to type: String) -> [Note] {
    let roles = grants.roles(recording: type)
    let all =
      roles.isEmpty || grants.rule(RoleGrants.secretariat) == nil
      ? distinct(roles + [RoleGrants.secretariat]) : roles
    return [Note("record-as", ["roles": .list(all)])]
  }

  // MARK: - Derivation

  /// How it was told that somebody may record, or may not.
  private func derivation(
    _ role: String, _ events: [PlannedEvent], _ place: RoleHolder?, holds: Bool
  ) -> Derivation? {
    guard let clause = clause(role, events) else { return nil }
    let types = distinct(events.map(\.event.type))
    let roles = distinct(types.flatMap { grants.roles(recording: $0) })
    let inputs: [(String, JSON)] = [
      ("acting", .text(actor.who)), ("acting_role", .text(role)),
      ("in_role_by", .text(place.map { "\($0.way.rawValue) \($0.through)" } ?? "–")),
      ("events", .texts(types)), ("granted_to", .texts(roles)),
    ]
    return Derivation(clause, "role", JSON.Fields(inputs), holds: holds)
  }

  private func distinct(_ texts: [String]) -> [String] {
    texts.reduce(into: []) { all, text in
      if !all.contains(text) { all.append(text) }
    }
  }
}

extension PlannedEvent {
  /// The member that it concerns: whose seat or membership it is, or the one that it names; nil for none.
  fileprivate var member: String? {
    switch key.category {
    case Member.category: key.id
    case Seat.category: key.id.split(separator: ".").first.map { String($0) }
    default: event.data["member"]?.text
    }
  }
}

extension RefusalCode {
  static let actorRoleUnknown = RefusalCode("actor-role-unknown")
  static let actorNotInRole = RefusalCode("actor-not-in-role")
  static let actorWithoutRole = RefusalCode("actor-without-role")
  static let roleNotGranted = RefusalCode("role-not-granted")
  static let roleOwnMember = RefusalCode("role-own-member")
}
