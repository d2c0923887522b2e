package import Plugins
package import Values

/// Opens a meeting with the delegations that are there, when they are enough for the quorum.
package struct OpenMeeting: ActCommand {
  package static let kind = ActKind(
    "meeting", "open",
    fields: [
      .subject("meeting", .id("meeting")), .optional("present", .ids("member")),
      .optional("chair", .id("member")), .optional("time", .time), .optional("attended", .text),
      .optional("remote", .ids("member")),
    ])

  let meeting: MeetingID
  let present: [MemberID]
  let chair: MemberID?
  let time: TimeOfDay?
  let attended: String?
  /// Those of the delegations present that attend over a link.
  let remote: [MemberID]

  package init(_ input: ActInput) throws(Failure) {
    meeting = try input.id("meeting")
    let room: [MemberID] = try input.ids("present")
    remote = try input.ids("remote")
    if let twice = remote.first(where: room.contains) {
      throw Failure(.fieldRepeated, ["field": .text("remote"), "found": .text(twice.text)])
    }
    present = room + remote
    chair = try input.has("chair") ? input.id("chair") : nil
    time = try input.optional("time", ActInput.time)
    attended = try input.optional("attended", ActInput.text)
  }

  package var proceeding: EntityKey? { EntityKey(meeting) }

  package func needs(under rules: Rules) -> [Need] {
    [
      .one(EntityKey(meeting)), .all(category: Member.category), .all(category: Board.category),
      .all(category: Proxy.category),
    ]
  }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let found = try MeetingChecks.meeting(meeting, in: ledger)
    try MeetingChecks.check(
      found, isIn: occasion.isTakenOver ? [.planned, .convened, .held] : [.planned, .convened])
    try checkDay(of: found, under: rules, on: occasion)
    if !remote.isEmpty { try RoomChecks.checkLink(of: found) }
    var decision = Decision()
    if found.convocation == nil { decision.objections.append(notConvened(found, rules)) }
    decision.objections += try objections(in: ledger, under: rules, on: occasion.day)
    try checkChair(in: ledger, under: rules, on: occasion.day)
    let body = MeetingChecks.body(of: found, under: rules)
    ChairChecks.ask(chair, of: body, on: occasion.day, in: ledger, into: &decision)
    let proxies = proxies(in: body, ledger, under: rules, on: occasion.day)
    let quorum = quorum(
      of: body, with: proxies, in: ledger, under: rules, on: occasion, into: &decision)
    let opening = Opening(
      on: occasion.effective, time: time, present: present, chair: chair, attended: attended,
      quorum: quorum, proxies: proxies.counted, remote: remote)
    decision.events.append(
      PlannedEvent(MeetingEvent.opened(opening), to: meeting, effective: occasion.day))
    return decision
  }

  /// A meeting does not begin before the day for which the members were invited.
  private func checkDay(
    of found: Meeting, under rules: Rules, on occasion: Occasion
  ) throws(Refusal) {
    guard !occasion.isTakenOver, let from = found.from, occasion.day < from.first else { return }
    throw Refusal(
      .meetingBeforeItsDay,
      ["meeting": .text(meeting.text), "from": .day(from.first), "day": .day(occasion.day)],
      clause: found.series.flatMap(rules.series)?.notice?.clause,
      ways: [
        Note("open-on-its-day", ["meeting": .text(meeting.text), "day": .day(from.first)]),
        Note("move-to-day", MeetingChecks.moving(meeting, to: occasion.day)),
        Note("correct-event", MeetingChecks.at(found.dayGivenBy)),
      ])
  }

  private func notConvened(_ found: Meeting, _ rules: Rules) -> Refusal {
    Refusal(
      .meetingNotConvened, ["meeting": .text(meeting.text)],
      clause: found.series.flatMap(rules.series)?.notice?.clause,
      ways: [Note("convene-meeting", ["meeting": .text(meeting.text)])])
  }

  private func objections(in ledger: Ledger, under rules: Rules, on day: Day) throws(Refusal)
    -> [Refusal]
  {
    var objections: [Refusal] = []
    for member in present {
      let objection = try DelegationChecks.objection(
        to: member, using: .attend, on: day, in: ledger, under: rules)
      if let objection { objections.append(objection) }
    }
    return objections
  }

  private func checkChair(in ledger: Ledger, under rules: Rules, on day: Day) throws(Refusal) {
    guard let chair else { return }
    _ = try DelegationChecks.memberClass(of: chair, on: day, in: ledger, under: rules)
    guard present.isEmpty || present.contains(chair) else {
      throw Refusal(
        .chairNotPresent, ["member": .text(chair.text)],
        ways: [Note("name-chair-present", ["member": .text(chair.text)])])
    }
  }

  /// The proxies for all matters whose holders are there.
  private func proxies(
    in body: Body?, _ ledger: Ledger, under rules: Rules, on day: Day
  ) -> ProxiesInRoom {
    guard let body, body.proxies != nil else { return .none }
    return ProxiesInRoom(
      in: body, meeting, on: nil, at: LocalMoment(day, time),
      among: Electorate(of: body, on: day, in: ledger, under: rules),
      present: body.inQuorum(Set(present), remote: Set(remote)), ledger: ledger)
  }

  /// The numbers of the quorum; nil when no rule asks for one, or the past does not say who was there.
  private func quorum(
    of body: Body?, with proxies: ProxiesInRoom, in ledger: Ledger, under rules: Rules,
    on occasion: Occasion, into decision: inout Decision
  ) -> QuorumCount? {
    guard let body, let rule = body.quorum else { return nil }
    guard !(occasion.isTakenOver && present.isEmpty) else {
      decision.notes.append(Note("attendance-unknown", ["meeting": .text(meeting.text)]))
      return nil
    }
    let electorate = Electorate(of: body, on: occasion.day, in: ledger, under: rules)
    guard let electorate else {
      decision.objections.append(QuorumChecks.noComposition(of: body))
      return nil
    }
    let givers = proxies.givers(countedBy: body.proxies)
    let counted = body.inQuorum(Set(present), remote: Set(remote))
    let count = rule.count(of: electorate, present: counted.union(givers))
    let derivation = rule.derivation(of: electorate, present: counted, by: givers)
    decision.derivations += [body.remote?.derivation(of: Set(remote))].compactMap(\.self)
    decision.derivations.append(derivation)
    if !count.holds {
      decision.objections.append(QuorumChecks.missing(count, of: meeting, rule, derivation))
    }
    return count
  }
}

extension RefusalCode {
  static let meetingBeforeItsDay = RefusalCode("meeting-before-its-day")
  static let meetingNotConvened = RefusalCode("meeting-not-convened")
  static let chairNotPresent = RefusalCode("chair-not-present")
}
