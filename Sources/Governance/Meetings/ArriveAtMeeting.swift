package import Plugins
package import Values

/// Records that a delegation comes into the room after the opening, for the first time or again.
package struct ArriveAtMeeting: ActCommand {
  package static let kind = ActKind(
    "attendance", "arrive",
    fields: [
      .subject("meeting", .id("meeting")), .required("member", .id("member")),
      .optional("time", .time), .optional("represented-by", .text),
    ])

  let meeting: MeetingID
  let arrival: Arrival

  package init(_ input: ActInput) throws(Failure) {
    meeting = try input.id("meeting")
    arrival = Arrival(
      member: try input.id("member"), time: try input.optional("time", ActInput.time),
      representedBy: try input.optional("represented-by", ActInput.text))
  }

  package var proceeding: EntityKey? { EntityKey(meeting) }

  package func needs(under rules: Rules) -> [Need] {
    [.one(EntityKey(meeting)), .one(EntityKey(arrival.member))]
  }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let found = try MeetingChecks.meeting(meeting, in: ledger)
    try MeetingChecks.check(found, isIn: [.open])
    guard !found.present().contains(where: { $0.member == arrival.member }) else {
      throw Refusal(
        .delegationPresentAlready,
        ["member": .text(arrival.member.text), "meeting": .text(meeting.text)],
        ways: [Note("record-departure", ["member": .text(arrival.member.text)])])
    }
    let objection = try DelegationChecks.objection(
      to: arrival.member, using: .attend, on: occasion.day, in: ledger, under: rules)
    return Decision(
      [PlannedEvent(MeetingEvent.arrived(arrival), to: meeting, effective: occasion.day)],
      objections: objection.map { [$0] } ?? [])
  }
}

extension RefusalCode {
  static let delegationPresentAlready = RefusalCode("delegation-present-already")
}
