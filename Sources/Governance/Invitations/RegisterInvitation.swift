package import Plugins
package import Values

/// Asks for one place of a member at a meeting; over the quota of its class it waits.
package struct RegisterInvitation: ActCommand {
  package static let kind = ActKind(
    "invitation", "register",
    fields: [
      .subject("meeting", .id("meeting")), .required("member", .id("member")),
      .optional("person", .id("person")),
    ])

  let meeting: MeetingID
  let member: MemberID
  let person: PersonID?

  package init(_ input: ActInput) throws(Failure) {
    meeting = try input.id("meeting")
    member = try input.id("member")
    person = try input.has("person") ? input.id("person") : nil
  }

  package var proceeding: EntityKey? { EntityKey(meeting) }

  package func needs(under rules: Rules) -> [Need] {
    InvitationChecks.needs(meeting) + [.one(EntityKey(member))]
      + (person.map { [.one(EntityKey($0))] } ?? [])
  }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let quota = try InvitationChecks.quota(
      of: meeting, in: ledger, under: rules, on: occasion)
    let found = try DelegationChecks.memberClass(
      of: member, on: occasion.day, in: ledger, under: rules)
    if let person { try PersonChecks.check(person, in: ledger) }
    try check(quota.invitation)
    let memberClass = found?.name ?? ""
    let derivation = quota.derivation(for: member, as: memberClass)
    let timing = quota.timing(of: meeting, on: occasion.day)
    let isLate = timing?.holds == false
    let registration = Registration(
      meeting: meeting, number: (quota.invitation.entries.map(\.number).max() ?? 0) + 1,
      on: occasion.effective, member: member, memberClass: memberClass, person: person,
      isWaiting: !derivation.holds, isLate: isLate)
    return Decision(
      [
        PlannedEvent(
          InvitationEvent.registered(registration), to: quota.invitation.id,
          effective: occasion.day)
      ], derivations: [derivation, timing].compactMap(\.self),
      objections: [barred(quota, memberClass, derivation), tooLate(quota, timing)]
        .compactMap(\.self),
      notes: (derivation.holds ? [] : [waits(quota, memberClass)])
        + (isLate ? [Note("registered-late", lateness(quota))] : []))
  }

  /// Where the rules let nobody ask later.
  private func tooLate(_ quota: InvitationQuota, _ timing: Derivation?) -> Refusal? {
    guard let timing, !timing.holds, quota.rule.late == .refused else { return nil }
    return Refusal(
      .registrationLate, lateness(quota), clause: quota.rule.clause, derivation: timing,
      ways: [Note("see-list", ["noun": .text("invitation")]), Note("adopt-rules")])
  }

  private func lateness(_ quota: InvitationQuota) -> [String: Failure.Value] {
    var values: [String: Failure.Value] = [
      "meeting": .text(meeting.text), "member": .text(member.text),
    ]
    values["last_day"] = quota.lastDay.map { .day($0) }
    return values
  }

  /// A person has one place, and nobody reads a list without end.
  private func check(_ invitation: Invitation) throws(Refusal) {
    guard invitation.entries.count < InvitationChecks.most else {
      throw Refusal(
        .invitationsFull,
        ["meeting": .text(meeting.text), "most": .int(InvitationChecks.most)],
        ways: [Note("see-list", ["noun": .text("invitation")])])
    }
    let other = invitation.entries.first { entry in
      entry.end == nil && person != nil && entry.registration.facts.person == person
    }
    guard let other, let person else { return }
    throw Refusal(
      .registeredAlready,
      [
        "person": .text(person.text), "meeting": .text(meeting.text),
        "number": .int(other.number),
      ], ways: [Note("see-list", ["noun": .text("invitation")])])
  }

  /// A class without places has none to wait for.
  private func barred(
    _ quota: InvitationQuota, _ memberClass: String, _ derivation: Derivation
  ) -> Refusal? {
    guard quota.seats(of: memberClass) == 0 else { return nil }
    return Refusal(
      .invitationNotProvided,
      ["member": .text(member.text), "class": .text(memberClass), "meeting": .text(meeting.text)],
      clause: quota.rule.clause, derivation: derivation,
      ways: [Note("leave-delegation-out", ["member": .text(member.text)]), Note("adopt-rules")])
  }

  private func waits(_ quota: InvitationQuota, _ memberClass: String) -> Note {
    Note(
      "invitation-waits",
      [
        "member": .text(member.text), "places": .int(quota.seats(of: memberClass)),
        "class": .text(memberClass), "clause": .text(quota.rule.clause.id),
        "place": .int(quota.invitation.waiting.count + 1),
      ])
  }
}

extension RefusalCode {
  static let invitationsFull = RefusalCode("invitations-full")
  static let registeredAlready = RefusalCode("registered-already")
  static let registrationLate = RefusalCode("registration-late")
  static let invitationNotProvided = RefusalCode("invitation-not-provided")
}
