package import Plugins
package import Values

/// Records that a guest comes to a meeting: counted apart, without rights, in no quorum.
package struct WelcomeGuest: ActCommand {
  package static let kind = ActKind(
    "guest", "arrive",
    fields: [
      .subject("meeting", .id("meeting")), .optional("state", .text),
      .optional("organisation", .text), .optional("person", .id("person")),
      .optional("count", .int), .optional("time", .time), .optional("remote", .flag),
    ], alternatives: [["state", "count"], ["organisation", "count"], ["person"]])

  /// The guests of one meeting that are kept, those who left among them.
  static let most = 500

  let meeting: MeetingID
  let guest: Guest
  let count: Int?
  let time: TimeOfDay?
  let isRemote: Bool

  package init(_ input: ActInput) throws(Failure) {
    meeting = try input.id("meeting")
    guest = try Self.guest(input)
    count = try input.optional("count", ActInput.int)
    if let count, !(1...999).contains(count) {
      throw input.malformed("count", String(count), "form.guests")
    }
    time = try input.optional("time", ActInput.time)
    isRemote = try input.flag("remote")
  }

  /// Exactly one of a state, an organisation and a person.
  private static func guest(_ input: ActInput) throws(Failure) -> Guest {
    switch (input.has("state"), input.has("organisation"), input.has("person")) {
    case (true, false, false):
      let code = try input.text("state")
      guard Jurisdictions.contains(code) else {
        throw input.malformed("state", code, "form.state")
      }
      return Guest(.state, code)
    case (false, true, false):
      let name = try input.text("organisation")
      guard name.utf8.count <= 200, !name.contains(where: \.isNewline) else {
        throw input.malformed("organisation", name, "form.organisation")
      }
      return Guest(.organisation, name)
    case (false, false, true):
      guard !input.has("count") else { throw Failure(.guestUnclear) }
      return Guest(.person, try input.id("person", of: Person.self).text)
    default: throw Failure(.guestUnclear)
    }
  }

  package var proceeding: EntityKey? { EntityKey(meeting) }

  package func needs(under rules: Rules) -> [Need] {
    let member = guest.kind == .state ? MemberID(guest.name).map { EntityKey($0) } : nil
    let person = guest.kind == .person ? PersonID(guest.name).map { EntityKey($0) } : nil
    return [.one(EntityKey(meeting))] + [member, person].compactMap { $0.map { Need.one($0) } }
  }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let found = try MeetingChecks.meeting(meeting, in: ledger)
    try MeetingChecks.check(found, isIn: RoomChecks.stages(of: occasion))
    try checkGuest(in: ledger, on: occasion.day)
    try checkRoom(of: found)
    let name: [String: Failure.Value] = ["member": .text(guest.name)]
    let moment = LocalMoment(occasion.day, time)
    if let beginning = found.beganAt, moment.isBefore(beginning) {
      throw Refusal(
        .arrivesBeforeOpening,
        name.merging(["meeting": .text(meeting.text), "opened": .text(beginning.text)]) { $1 },
        ways: [Note("give-later-moment", ["moment": .text(beginning.text)])])
    }
    let arrival = GuestArrival(
      number: found.guests.count + 1, guest: guest, count: count, time: time, isRemote: isRemote)
    return Decision([
      PlannedEvent(
        MeetingEvent.attendance(.guestArrived(arrival)), to: meeting, effective: occasion.day)
    ])
  }

  /// A member has a delegation and is no guest; a person is one that is known.
  private func checkGuest(in ledger: Ledger, on day: Day) throws(Refusal) {
    switch guest.kind {
    case .state:
      guard let member = MemberID(guest.name), ledger[member]?.memberClass(on: day) != nil else {
        return
      }
      throw Refusal(
        .guestIsMember, ["member": .text(guest.name), "day": .day(day)],
        ways: [Note("record-arrival", ["member": .text(guest.name)])])
    case .organisation: return
    case .person:
      guard let person = PersonID(guest.name), ledger[person]?.registeredBy == nil else { return }
      throw Refusal(.personUnknown, ["person": .text(guest.name)], ways: [Note("add-person")])
    }
  }

  private func checkRoom(of found: Meeting) throws(Refusal) {
    let values: [String: Failure.Value] = [
      "guest": .text(guest.name), "meeting": .text(meeting.text),
    ]
    if let stay = found.guests.first(where: { $0.guest == guest && $0.departure == nil }) {
      throw Refusal(
        .guestPresentAlready, values,
        ways: [
          Note(
            "record-guest-departure",
            ["meeting": .text(meeting.text), "number": .int(stay.number)])
        ])
    }
    guard found.guests.count < Self.most else {
      throw Refusal(
        .guestsFull, ["meeting": .text(meeting.text), "most": .int(Self.most)],
        ways: [Note("count-guests-together")])
    }
    if isRemote { try RoomChecks.checkLink(of: found) }
  }
}

extension RefusalCode {
  static let guestIsMember = RefusalCode("guest-is-member")
  static let guestPresentAlready = RefusalCode("guest-present-already")
  static let guestsFull = RefusalCode("guests-full")
}

extension Failure.Code {
  /// A guest is not exactly one of a state, an organisation and a person: give one of the three.
  package static let guestUnclear = Failure.Code("guest-unclear", exit: .usage)
}
