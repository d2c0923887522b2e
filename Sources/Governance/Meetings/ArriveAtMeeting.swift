package import Plugins
package import Values

/// Records that a delegation comes into the room after the opening, for the first time or again.
package struct ArriveAtMeeting: ActCommand {
  package static let kind = ActKind(
    "attendance", "arrive",
    fields: [
      .subject("meeting", .id("meeting")), .required("member", .id("member")),
      .optional("time", .time), .optional("represented-by", .text),
      .optional("person", .id("person")), .optional("remote", .flag),
    ])

  let meeting: MeetingID
  let arrival: Arrival

  package init(_ input: ActInput) throws(Failure) {
    meeting = try input.id("meeting")
    arrival = Arrival(
      member: try input.id("member"), time: try input.optional("time", ActInput.time),
      representedBy: try input.optional("represented-by", ActInput.text),
      person: try input.has("person") ? input.id("person") : nil,
      isRemote: try input.flag("remote"))
  }

  package var proceeding: EntityKey? { EntityKey(meeting) }

  package func needs(under rules: Rules) -> [Need] {
    [.one(EntityKey(meeting)), .one(EntityKey(arrival.member))]
      + (arrival.person == nil ? [] : [.all(category: Seat.category)])
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
    if arrival.isRemote { try RoomChecks.checkLink(of: found) }
    try check(found, on: occasion.day)
    let objection = try DelegationChecks.objection(
      to: arrival.member, using: .attend, on: occasion.day, in: ledger, under: rules)
    var decision = Decision(
      [PlannedEvent(MeetingEvent.arrived(arrival), to: meeting, effective: occasion.day)],
      objections: objection.map { [$0] } ?? [])
    if let person = arrival.person {
      try Seating(ledger: ledger, rules: rules, day: occasion.day)
        .decide(person, for: arrival.member, into: &decision)
    }
    return decision
  }

  /// A delegation comes after the opening, and after it last left, as far as days and times are known.
  private func check(_ found: Meeting, on day: Day) throws(Refusal) {
    let moment = LocalMoment(day, arrival.time)
    if let beginning = found.beganAt, moment.isBefore(beginning) {
      throw Refusal(
        .arrivesBeforeOpening,
        [
          "member": .text(arrival.member.text), "meeting": .text(meeting.text),
          "opened": .text(beginning.text),
        ],
        ways: [
          Note("give-later-moment", ["moment": .text(beginning.text)]),
          Note("correct-event", MeetingChecks.at(found.opening?.position)),
        ])
    }
    guard let last = found.stays.last(where: { $0.member == arrival.member }),
      let leftOn = last.leftOn
    else { return }
    let left = LocalMoment(leftOn, last.leftAt)
    guard moment.isBefore(left) else { return }
    throw Refusal(
      .returnsBeforeLeaving, ["member": .text(arrival.member.text), "left": .text(left.text)],
      ways: [
        Note("give-later-moment", ["moment": .text(left.text)]),
        Note("correct-event", MeetingChecks.at(last.endedBy)),
      ])
  }
}

extension RefusalCode {
  static let delegationPresentAlready = RefusalCode("delegation-present-already")
  static let arrivesBeforeOpening = RefusalCode("arrives-before-opening", exit: .badData)
  static let returnsBeforeLeaving = RefusalCode("returns-before-leaving", exit: .badData)
}
