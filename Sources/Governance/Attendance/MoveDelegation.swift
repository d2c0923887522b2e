package import Plugins
package import Values

/// Records that a delegation goes on over a link from now on, or comes from the link into the room.
package struct MoveDelegation: ActCommand {
  /// Where a delegation attends.
  enum Place: String, CaseIterable {
    case room, remote
  }

  package static let kind = ActKind(
    "attendance", "move",
    fields: [
      .subject("meeting", .id("meeting")), .required("member", .id("member")),
      .required("to", .choice(Place.allCases.map(\.rawValue))), .optional("time", .time),
    ])

  let meeting: MeetingID
  let change: RoomChange

  package init(_ input: ActInput) throws(Failure) {
    meeting = try input.id("meeting")
    let place: Place = try input.choice("to")
    change = RoomChange(
      member: try input.id("member"), isRemote: place == .remote,
      time: try input.optional("time", ActInput.time))
  }

  package var proceeding: EntityKey? { EntityKey(meeting) }

  package func needs(under rules: Rules) -> [Need] { [.one(EntityKey(meeting))] }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let found = try MeetingChecks.meeting(meeting, in: ledger)
    try MeetingChecks.check(found, isIn: [.open])
    let member = change.member.text
    guard let stay = found.present().first(where: { $0.member == change.member }) else {
      throw Refusal(
        .delegationNotPresent, ["member": .text(member), "meeting": .text(meeting.text)],
        ways: [Note("record-arrival", ["member": .text(member)])])
    }
    guard stay.isRemote != change.isRemote else {
      throw Refusal(
        .delegationThereAlready,
        ["member": .text(member), "to": .text(change.isRemote ? "remote" : "room")],
        ways: [Note("correct-event", MeetingChecks.at(stay.begunBy))])
    }
    if change.isRemote { try RoomChecks.checkLink(of: found) }
    try RoomChecks.check(
      LocalMoment(occasion.day, change.time),
      isNotBefore: [LocalMoment(stay.day, stay.time), found.beganAt], .movesBeforeArrival,
      of: member, correcting: stay.begunBy)
    return Decision([
      PlannedEvent(MeetingEvent.attendance(.moved(change)), to: meeting, effective: occasion.day)
    ])
  }
}

extension RefusalCode {
  static let delegationThereAlready = RefusalCode("delegation-there-already")
  static let movesBeforeArrival = RefusalCode("moves-before-arrival", exit: .badData)
}
