package import Plugins
package import Values

/// Gives the floor to the next who waits, or to another request; a point of order comes first.
package struct GiveFloor: ActCommand {
  package static let kind = ActKind(
    "floor", "give",
    fields: [
      .subject("meeting", .id("meeting")), .optional("number", .int), .optional("time", .time),
    ])

  let meeting: MeetingID
  let number: Int?
  let time: TimeOfDay?

  package init(_ input: ActInput) throws(Failure) {
    meeting = try input.id("meeting")
    number = try input.optional("number", ActInput.int)
    time = try input.optional("time", ActInput.time)
  }

  package var proceeding: EntityKey? { EntityKey(meeting) }

  package func needs(under rules: Rules) -> [Need] {
    [.one(EntityKey(meeting)), .one(EntityKey(FloorID(sharedWith: meeting)))]
  }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let (found, floor) = try FloorChecks.floor(of: meeting, in: ledger, on: occasion)
    if let other = floor.speaking {
      throw Refusal(
        .floorTaken, ["member": .text(other.member.text)],
        ways: [Note("end-floor", ["meeting": .text(meeting.text)])])
    }
    let turn = try turn(of: floor, at: found)
    try FloorChecks.checkPresent(turn.member, at: found)
    try FloorChecks.check(
      LocalMoment(occasion.day, time),
      isNotBefore: [turn.lastMoment] + floor.turns.filter { $0.end != nil }.map(\.lastMoment),
      of: turn.member, correcting: turn.request.position)
    let step = FloorStep(meeting: meeting, number: turn.number, time: time)
    let isNext = floor.next(at: found)?.number == turn.number
    return Decision(
      [PlannedEvent(FloorEvent.given(step), to: floor.id, effective: occasion.day)],
      notes: isNext ? [] : [Note("out-of-turn", ["member": .text(turn.member.text)])])
  }

  private func turn(of floor: Floor, at found: Meeting) throws(Refusal) -> Floor.Turn {
    guard let number else {
      guard let next = floor.next(at: found) else {
        throw Refusal(
          .nobodyWaits, ["meeting": .text(meeting.text)],
          ways: [Note("request-floor", ["meeting": .text(meeting.text)])])
      }
      return next
    }
    let turn = try FloorChecks.waiting(number, in: floor)
    let order = floor.waiting.first { $0.request.facts.isOrder }
    guard let order, !turn.request.facts.isOrder else { return turn }
    throw Refusal(
      .orderFirst, ["member": .text(order.member.text), "number": .int(order.number)],
      ways: [Note("give-floor", ["meeting": .text(meeting.text), "number": .int(order.number)])])
  }
}

extension Floor {
  /// Who speaks next: of those who wait and are there, the first in the order.
  func next(at meeting: Meeting) -> Turn? {
    let present = Set(meeting.present().map(\.member))
    return waiting.first { present.contains($0.member) }
  }
}

extension RefusalCode {
  static let floorTaken = RefusalCode("floor-taken")
  static let nobodyWaits = RefusalCode("nobody-waits")
  static let orderFirst = RefusalCode("order-first")
}
