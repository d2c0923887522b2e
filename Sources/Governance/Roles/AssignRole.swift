package import Plugins
package import Values

/// Names a person for a role, where the rules fill the role by acts.
///
/// Source: decision 0023.
package struct AssignRole: ActCommand {
  package static let kind = ActKind(
    "role", "assign",
    fields: [
      .subject("role", .id("role")), .required("person", .id("person")),
      .optional("member", .id("member")), .optional("until", .day),
      .optional("by", .id("deliberation")),
    ])

  let role: RoleID
  let person: PersonID
  let member: MemberID?
  let until: Day?
  let deliberation: DeliberationID?

  package init(_ input: ActInput) throws(Failure) {
    role = try input.id("role")
    person = try input.id("person")
    member = input.has("member") ? try input.id("member") : nil
    until = try input.optional("until", ActInput.day)
    deliberation = input.has("by") ? try input.id("by") : nil
  }

  package func needs(under rules: Rules) -> [Need] {
    [.one(EntityKey(role)), .one(EntityKey(person))]
      + [member.map { .one(EntityKey($0)) }, deliberation.map { .one(EntityKey($0)) }]
      .compactMap(\.self)
  }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let rule = try RoleChecks.rule(role, under: rules)
    try PersonChecks.check(person, in: ledger)
    try SeatChecks.check(until: until, from: occasion.day)
    if let member { _ = try MemberChecks.memberClass(of: member, on: occasion.day, in: ledger) }
    if let deliberation { _ = try AdoptionChecks.adopted(deliberation, in: ledger) }
    if let earlier = ledger[role]?.assignment(of: person, on: occasion.day) {
      throw Refusal(
        .roleHeldAlready, ["person": .text(person.text), "role": .text(role.text)],
        ways: [Note("correct-event", MeetingChecks.at(earlier.position))])
    }
    let assignment = RoleAssignment(
      person: person, member: member, from: occasion.effective, until: until,
      deliberation: deliberation)
    return Decision(
      [PlannedEvent(RoleEvent.assigned(assignment), to: role, effective: occasion.day)],
      derivations: [RoleChecks.derivation(of: rule)],
      objections: [RoleChecks.objection(to: rule)].compactMap(\.self))
  }
}

/// Takes a person out of a role for which an act had named it.
package struct EndRole: ActCommand {
  package static let kind = ActKind(
    "role", "end",
    fields: [
      .subject("role", .id("role")), .required("person", .id("person")),
      .optional("reason", .text),
    ])

  let role: RoleID
  let person: PersonID
  let reason: String?

  package init(_ input: ActInput) throws(Failure) {
    role = try input.id("role")
    person = try input.id("person")
    reason = try input.optional("reason", ActInput.text)
  }

  package func needs(under rules: Rules) -> [Need] { [.one(EntityKey(role))] }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    guard ledger[role]?.assignment(of: person, on: occasion.day) != nil else {
      throw Refusal(
        .roleNotHeld,
        [
          "person": .text(person.text), "role": .text(String(role.text)),
          "day": .day(occasion.day),
        ], ways: [Note("see-role", ["role": .text(role.text)])])
    }
    let ending = RoleEnding(person: person, until: occasion.effective, reason: reason)
    return Decision([
      PlannedEvent(RoleEvent.ended(ending), to: role, effective: occasion.day)
    ])
  }
}
