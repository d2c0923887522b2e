package import Plugins
package import Values

/// Takes a registration back; the first one that waits and now has room moves up.
package struct CancelInvitation: ActCommand {
  package static let kind = ActKind(
    "invitation", "cancel",
    fields: [
      .subject("meeting", .id("meeting")), .required("number", .int), .optional("reason", .text),
    ])

  let meeting: MeetingID
  let number: Int
  let reason: String?

  package init(_ input: ActInput) throws(Failure) {
    meeting = try input.id("meeting")
    number = try input.int("number")
    reason = try input.optional("reason", ActInput.text)
  }

  package var proceeding: EntityKey? { EntityKey(meeting) }

  package func needs(under rules: Rules) -> [Need] { InvitationChecks.needs(meeting) }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let quota = try InvitationChecks.quota(
      of: meeting, in: ledger, under: rules, on: occasion)
    guard let entry = quota.invitation.entry(number), entry.end == nil else {
      throw Refusal(
        .registrationUnknown, ["meeting": .text(meeting.text), "number": .int(number)],
        ways: [Note("see-list", ["noun": .text("invitation")])])
    }
    let id = quota.invitation.id
    let end = InvitationEvent.cancelled(
      RegistrationEnd(meeting: meeting, number: number, on: occasion.effective, reason: reason))
    var after = quota.invitation
    after.evolve(with: end, at: Mark(position: 0, effective: occasion.day))
    var decision = Decision([PlannedEvent(end, to: id, effective: occasion.day)])
    if let next = Self.next(InvitationQuota(rule: quota.rule, invitation: after)) {
      let advancement = Advancement(
        meeting: meeting, number: next.number, on: occasion.effective)
      decision.events.append(
        PlannedEvent(InvitationEvent.advanced(advancement), to: id, effective: occasion.day))
      let facts = next.registration.facts
      decision.derivations = [
        InvitationQuota(rule: quota.rule, invitation: after)
          .derivation(for: facts.member, as: facts.memberClass)
      ]
    }
    return decision
  }

  /// The first that waits and for whose member there is room.
  private static func next(_ quota: InvitationQuota) -> Invitation.Entry? {
    quota.invitation.waiting.first { entry in
      let facts = entry.registration.facts
      return quota.hasRoom(for: facts.member, as: facts.memberClass)
    }
  }
}

extension RefusalCode {
  static let registrationUnknown = RefusalCode("registration-unknown", exit: .notFound)
}
