package import Plugins
package import Values

/// Records that a delegation asks for the floor; one that has used its time or its turns is refused.
package struct RequestFloor: ActCommand {
  package static let kind = ActKind(
    "floor", "request",
    fields: [
      .subject("meeting", .id("meeting")), .required("member", .id("member")),
      .optional("item", .id("agenda")), .optional("point-of-order", .flag),
      .optional("time", .time),
    ])

  let meeting: MeetingID
  let member: MemberID
  let item: ItemID?
  let isOrder: Bool
  let time: TimeOfDay?

  package init(_ input: ActInput) throws(Failure) {
    meeting = try input.id("meeting")
    member = try input.id("member")
    item = try input.has("item") ? input.id("item") : nil
    isOrder = try input.flag("point-of-order")
    time = try input.optional("time", ActInput.time)
  }

  package var proceeding: EntityKey? { EntityKey(meeting) }

  package func needs(under rules: Rules) -> [Need] {
    [
      .one(EntityKey(meeting)), .one(EntityKey(FloorID(sharedWith: meeting))),
      .one(EntityKey(member)),
    ] + (item == nil ? [] : [.one(EntityKey(AgendaID(sharedWith: meeting)))])
  }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let (found, floor) = try FloorChecks.floor(of: meeting, in: ledger, on: occasion)
    try FloorChecks.check(item, of: meeting, in: ledger)
    try FloorChecks.checkPresent(member, at: found)
    try check(floor)
    try FloorChecks.check(
      LocalMoment(occasion.day, time), isNotBefore: [found.beganAt], of: member,
      correcting: found.opening?.position)
    let request = FloorRequest(
      meeting: meeting, number: floor.turns.count + 1, member: member, item: item,
      isOrder: isOrder, time: time,
      turns: floor.turns(of: member, on: item) + (isOrder ? 0 : 1),
      spoken: floor.spoken(by: member, on: item))
    let limits = SpeakingLimits(
      rule: found.series.flatMap(rules.series)?.speaking, set: floor.limit(on: item))
    let barred = try DelegationChecks.objection(
      to: member, using: .speak, on: occasion.day, in: ledger, under: rules)
    return Decision(
      [PlannedEvent(FloorEvent.requested(request), to: floor.id, effective: occasion.day)],
      derivations: isOrder ? [] : [limits.derivation(of: request)].compactMap(\.self),
      objections: [barred].compactMap(\.self) + limits.objections(to: request))
  }

  /// A list that is closed takes points of order alone, and a delegation waits once on an item.
  private func check(_ floor: Floor) throws(Refusal) {
    guard floor.turns.count < FloorChecks.most else {
      throw Refusal(
        .speakersFull, ["meeting": .text(meeting.text), "most": .int(FloorChecks.most)],
        ways: [Note("see-list", ["noun": .text("speaker")])])
    }
    let same = floor.waiting.first {
      $0.member == member && $0.request.facts.item == item && $0.request.facts.isOrder == isOrder
    }
    if let same {
      throw Refusal(
        .speakerWaits, ["member": .text(member.text), "number": .int(same.number)],
        ways: [
          Note("withdraw-request", ["meeting": .text(meeting.text), "number": .int(same.number)])
        ])
    }
    guard !isOrder, let closing = floor.closing(of: item) else { return }
    throw Refusal(
      .speakersClosed, ["meeting": .text(meeting.text), "member": .text(member.text)],
      ways: [
        Note("raise-point-of-order"), Note("correct-event", MeetingChecks.at(closing.position)),
      ])
  }
}

extension RefusalCode {
  static let speakersFull = RefusalCode("speakers-full")
  static let speakerWaits = RefusalCode("speaker-waits")
  static let speakersClosed = RefusalCode("speakers-closed")
}
