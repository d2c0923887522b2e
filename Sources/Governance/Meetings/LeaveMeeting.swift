package import Plugins
package import Values

/// Records that delegations leave the room, all or none; the quorum is counted anew at the next deliberation.
package struct LeaveMeeting: ActCommand {
  package static let kind = ActKind(
    "attendance", "leave",
    fields: [
      .subject("meeting", .id("meeting")), .required("member", .ids("member")),
      .optional("time", .time),
    ])

  let meeting: MeetingID
  /// In the order given, each member once.
  let departures: [Departure]

  package init(_ input: ActInput) throws(Failure) {
    meeting = try input.id("meeting")
    let time = try input.optional("time", ActInput.time)
    departures = try input.ids("member").map { Departure(member: $0, time: time) }
  }

  package var proceeding: EntityKey? { EntityKey(meeting) }

  package func needs(under rules: Rules) -> [Need] { [.one(EntityKey(meeting))] }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let found = try MeetingChecks.meeting(meeting, in: ledger)
    try MeetingChecks.check(found, isIn: [.open])
    for departure in departures { try check(departure, in: found, on: occasion.day) }
    return Decision(
      departures.map { departure in
        PlannedEvent(MeetingEvent.departed(departure), to: meeting, effective: occasion.day)
      })
  }

  /// Who leaves is in the room.
  private func check(
    _ departure: Departure, in found: Meeting, on day: Day
  ) throws(Refusal) {
    let member = departure.member.text
    guard let stay = found.present().first(where: { $0.member == departure.member }) else {
      throw Refusal(
        .delegationNotPresent, ["member": .text(member), "meeting": .text(meeting.text)],
        ways: [Note("record-arrival", ["member": .text(member)])])
    }
    try check(departure, after: stay, in: found, on: day)
  }

  /// A delegation leaves after it came, and after the opening, as far as days and times are known.
  private func check(
    _ departure: Departure, after stay: Stay, in found: Meeting, on day: Day
  ) throws(Refusal) {
    let moment = LocalMoment(day, departure.time)
    let arrival = LocalMoment(stay.day, stay.time)
    let earlier = [arrival, found.beganAt].compactMap(\.self).first { moment.isBefore($0) }
    guard let earlier else { return }
    throw Refusal(
      .leavesBeforeArrival,
      ["member": .text(departure.member.text), "came": .text(earlier.text)],
      ways: [
        Note("give-later-moment", ["moment": .text(earlier.text)]),
        Note("correct-event", MeetingChecks.at(stay.begunBy)),
      ])
  }
}

extension RefusalCode {
  static let delegationNotPresent = RefusalCode("delegation-not-present")
  static let leavesBeforeArrival = RefusalCode("leaves-before-arrival", exit: .badData)
}
