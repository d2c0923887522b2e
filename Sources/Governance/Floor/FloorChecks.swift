import Plugins
import Values

/// What the acts on the floor ask of the state of a meeting.
enum FloorChecks {
  /// The requests that are kept of one meeting.
  static let most = 2_000

  /// The open meeting and its floor as it stands, which may be empty.
  static func floor(
    of id: MeetingID, in ledger: Ledger, on occasion: Occasion
  ) throws(Refusal) -> (meeting: Meeting, floor: Floor) {
    let meeting = try MeetingChecks.meeting(id, in: ledger)
    try MeetingChecks.check(meeting, isIn: RoomChecks.stages(of: occasion))
    let floor = FloorID(sharedWith: id)
    return (meeting, ledger[floor] ?? Floor(id: floor))
  }

  /// An item that stands on the agenda of the meeting; nil for none.
  static func check(_ item: ItemID?, of meeting: MeetingID, in ledger: Ledger) throws(Refusal) {
    guard let item else { return }
    let agenda = AgendaID(sharedWith: meeting)
    _ = try AgendaChecks.item(item, of: ledger[agenda] ?? Agenda(id: agenda))
  }

  /// A request that waits; `request-unknown` for any other, with those that do.
  static func waiting(_ number: Int, in floor: Floor) throws(Refusal) -> Floor.Turn {
    guard let turn = floor.turn(number), turn.isWaiting else {
      let known = floor.waiting.map { String($0.number) }
      throw Refusal(
        .requestUnknown, ["number": .int(number), "meeting": .text(floor.id.text)],
        ways: known.isEmpty
          ? [Note("see-list", ["noun": .text("speaker")])]
          : [Note("use-one-of", ["known": .list(known)])])
    }
    return turn
  }

  /// Only a delegation that attends speaks.
  static func checkPresent(_ member: MemberID, at meeting: Meeting) throws(Refusal) {
    guard !meeting.present().contains(where: { $0.member == member }) else { return }
    throw Refusal(
      .delegationNotPresent,
      ["member": .text(member.text), "meeting": .text(meeting.id.text)],
      ways: [Note("record-arrival", ["member": .text(member.text)])])
  }

  /// What was said on the floor is in order, as far as times are known.
  static func check(
    _ moment: LocalMoment, isNotBefore earlier: [LocalMoment?], of member: MemberID,
    correcting position: Int64?
  ) throws(Refusal) {
    try RoomChecks.check(
      moment, isNotBefore: earlier, .floorGoesBack, of: member.text, correcting: position)
  }
}

extension RefusalCode {
  static let requestUnknown = RefusalCode("request-unknown", exit: .notFound)
  static let floorGoesBack = RefusalCode("floor-goes-back", exit: .badData)
}
