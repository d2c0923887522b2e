package import Plugins
package import Values

/// Records what somebody says on circulated minutes; a disagreement is annexed and ends the silence.
package struct CommentMinutes: ActCommand {
  package static let kind = ActKind(
    "minutes", "comment",
    fields: [
      .subject("meeting", .id("meeting")), .required("text", .text),
      .optional("member", .id("member")), .optional("place", .text),
      .optional("objects", .flag),
    ])

  let meeting: MeetingID
  let text: String
  let member: MemberID?
  let place: String?
  let objects: Bool

  package init(_ input: ActInput) throws(Failure) {
    meeting = try input.id("meeting")
    text = try input.text("text")
    member = try input.has("member") ? input.id("member") : nil
    place = try input.optional("place", ActInput.text)
    objects = try input.flag("objects")
  }

  package var proceeding: EntityKey? { EntityKey(meeting) }

  package func needs(under rules: Rules) -> [Need] {
    [
      .all(category: Meeting.category), .one(EntityKey(MinutesID(sharedWith: meeting))),
      .all(category: Agenda.category),
    ] + (member.map { [.one(EntityKey($0))] } ?? [])
  }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let (found, minutes) = try MinutesChecks.minutes(of: meeting, in: ledger)
    try MinutesChecks.checkNotApproved(minutes)
    let circulation = try MinutesChecks.circulation(of: minutes)
    let content = try MinutesChecks.content(of: minutes, version: circulation.version)
    if let place { try MinutesChecks.check(place, in: content, of: minutes) }
    if let member {
      _ = try DelegationChecks.memberClass(of: member, on: occasion.day, in: ledger, under: rules)
    }
    let isLate = circulation.until.map { $0 < occasion.day } ?? false
    let comment = MinutesComment(
      meeting: meeting, on: occasion.effective, number: minutes.comments.count + 1,
      member: member, place: place, text: text, objects: objects, isLate: isLate)
    var decision = Decision([
      PlannedEvent(MinutesEvent.commented(comment), to: minutes.id, effective: occasion.day)
    ])
    if isLate, let until = circulation.until {
      decision.notes = [Note("comment-late", ["until": .day(until)])]
    } else if objects, circulation.isSilence {
      let next = NextAgenda(toApprove: found, in: ledger, under: rules, on: occasion)
      decision.events += [next.event].compactMap(\.self)
      decision.notes += [next.note].compactMap(\.self)
    }
    return decision
  }
}
