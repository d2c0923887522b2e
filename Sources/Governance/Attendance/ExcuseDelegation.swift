package import Plugins
package import Values

/// Records that a delegation told that it will not come; what comes without a word is absent.
package struct ExcuseDelegation: ActCommand {
  package static let kind = ActKind(
    "attendance", "excuse",
    fields: [
      .subject("meeting", .id("meeting")), .required("member", .id("member")),
      .optional("reason", .choice(Excuse.Reason.allCases.map(\.rawValue))),
    ])

  let meeting: MeetingID
  let excuse: Excuse

  package init(_ input: ActInput) throws(Failure) {
    meeting = try input.id("meeting")
    excuse = Excuse(
      member: try input.id("member"),
      reason: try input.has("reason") ? input.choice("reason") : nil)
  }

  package var proceeding: EntityKey? { EntityKey(meeting) }

  package func needs(under rules: Rules) -> [Need] {
    [.one(EntityKey(meeting)), .one(EntityKey(excuse.member))]
  }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let found = try MeetingChecks.meeting(meeting, in: ledger)
    try MeetingChecks.check(found, isIn: RoomChecks.stages(of: occasion, before: true))
    try check(found)
    let objection = try DelegationChecks.objection(
      to: excuse.member, using: .attend, on: occasion.day, in: ledger, under: rules)
    return Decision(
      [
        PlannedEvent(
          MeetingEvent.attendance(.excused(excuse)), to: meeting, effective: occasion.day)
      ], objections: objection.map { [$0] } ?? [])
  }

  /// Whoever was there was not away, and is excused once.
  private func check(_ found: Meeting) throws(Refusal) {
    let member = excuse.member
    let values: [String: Failure.Value] = [
      "member": .text(member.text), "meeting": .text(meeting.text),
    ]
    if let stay = found.stays.last(where: { $0.member == member }) {
      throw Refusal(
        .delegationAttended, values,
        ways: [
          Note("record-departure", ["member": .text(member.text)]),
          Note("correct-event", MeetingChecks.at(stay.begunBy)),
        ])
    }
    guard let former = found.excuse(of: member) else { return }
    throw Refusal(
      .delegationExcusedAlready, values,
      ways: [Note("correct-event", MeetingChecks.at(former.position))])
  }
}

extension RefusalCode {
  static let delegationAttended = RefusalCode("delegation-attended")
  static let delegationExcusedAlready = RefusalCode("delegation-excused-already")
}
