package import Plugins
package import Values

/// Records that whoever has the floor has spoken; the minutes count for its delegation on the item.
package struct EndFloor: ActCommand {
  package static let kind = ActKind(
    "floor", "end",
    fields: [
      .subject("meeting", .id("meeting")), .optional("time", .time), .optional("minutes", .int),
    ])

  let meeting: MeetingID
  let time: TimeOfDay?
  let minutes: Int?

  package init(_ input: ActInput) throws(Failure) {
    meeting = try input.id("meeting")
    time = try input.optional("time", ActInput.time)
    minutes = try input.optional("minutes", ActInput.int)
    if let minutes, !(0...1_440).contains(minutes) {
      throw input.malformed("minutes", String(minutes), "form.speaking-minutes")
    }
  }

  package var proceeding: EntityKey? { EntityKey(meeting) }

  package func needs(under rules: Rules) -> [Need] {
    [.one(EntityKey(meeting)), .one(EntityKey(FloorID(sharedWith: meeting)))]
  }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let (_, floor) = try FloorChecks.floor(of: meeting, in: ledger, on: occasion)
    guard var turn = floor.speaking else {
      throw Refusal(
        .floorFree, ["meeting": .text(meeting.text)],
        ways: [Note("give-floor-next", ["meeting": .text(meeting.text)])])
    }
    try FloorChecks.check(
      LocalMoment(occasion.day, time), isNotBefore: [turn.lastMoment], of: turn.member,
      correcting: turn.giving?.position)
    let step = FloorStep(meeting: meeting, number: turn.number, time: time, minutes: minutes)
    turn.finish(Recorded(step, at: Mark(position: 0, effective: occasion.day)))
    let isUnknown = turn.minutes == nil && !turn.request.facts.isOrder
    return Decision(
      [PlannedEvent(FloorEvent.ended(step), to: floor.id, effective: occasion.day)],
      notes: isUnknown ? [Note("speaking-time-unknown", ["member": .text(turn.member.text)])] : [])
  }
}

/// Takes a request for the floor back, before it was given.
package struct WithdrawRequest: ActCommand {
  package static let kind = ActKind(
    "floor", "withdraw",
    fields: [
      .subject("meeting", .id("meeting")), .required("number", .int), .optional("time", .time),
    ])

  let step: FloorStep

  package init(_ input: ActInput) throws(Failure) {
    step = FloorStep(
      meeting: try input.id("meeting"), number: try input.int("number"),
      time: try input.optional("time", ActInput.time))
  }

  package var proceeding: EntityKey? { EntityKey(step.meeting) }

  package func needs(under rules: Rules) -> [Need] {
    [.one(EntityKey(step.meeting)), .one(EntityKey(FloorID(sharedWith: step.meeting)))]
  }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let (_, floor) = try FloorChecks.floor(of: step.meeting, in: ledger, on: occasion)
    let turn = try FloorChecks.waiting(step.number, in: floor)
    try FloorChecks.check(
      LocalMoment(occasion.day, step.time), isNotBefore: [turn.lastMoment], of: turn.member,
      correcting: turn.request.position)
    return Decision([
      PlannedEvent(FloorEvent.withdrawn(step), to: floor.id, effective: occasion.day)
    ])
  }
}

extension RefusalCode {
  static let floorFree = RefusalCode("floor-free")
}
