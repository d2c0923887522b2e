package import Plugins
package import Values

/// Records that a guest leaves a meeting before its end.
package struct DismissGuest: ActCommand {
  package static let kind = ActKind(
    "guest", "leave",
    fields: [
      .subject("meeting", .id("meeting")), .required("number", .int), .optional("time", .time),
    ])

  let meeting: MeetingID
  let departure: GuestDeparture

  package init(_ input: ActInput) throws(Failure) {
    meeting = try input.id("meeting")
    departure = GuestDeparture(
      number: try input.int("number"), time: try input.optional("time", ActInput.time))
  }

  package var proceeding: EntityKey? { EntityKey(meeting) }

  package func needs(under rules: Rules) -> [Need] { [.one(EntityKey(meeting))] }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let found = try MeetingChecks.meeting(meeting, in: ledger)
    try MeetingChecks.check(found, isIn: RoomChecks.stages(of: occasion))
    let stay = found.guests.first { $0.number == departure.number && $0.departure == nil }
    guard let stay else {
      throw Refusal(
        .guestNotPresent,
        ["number": .int(departure.number), "meeting": .text(meeting.text)],
        ways: [Note("see-list", ["noun": .text("guest")])])
    }
    try RoomChecks.check(
      LocalMoment(occasion.day, departure.time), isNotBefore: [stay.came, found.beganAt],
      .leavesBeforeArrival, of: stay.guest.name, correcting: stay.arrival.position)
    return Decision([
      PlannedEvent(
        MeetingEvent.attendance(.guestDeparted(departure)), to: meeting, effective: occasion.day)
    ])
  }
}

extension RefusalCode {
  static let guestNotPresent = RefusalCode("guest-not-present", exit: .notFound)
}
