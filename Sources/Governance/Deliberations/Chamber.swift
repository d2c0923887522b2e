import Plugins
import Values

/// The room in which a body deliberates: who is entitled, who is there, and what the rules say of both.
struct Chamber {
  let meeting: Meeting
  let body: Body
  /// Nil for a body whose electorate the log does not give.
  let electorate: Electorate?
  /// The entitled members whose delegations are in the room, or vote over a link; nil where a past does not say.
  let present: Set<MemberID>?
  /// Of all who attend, those who count for the quorum.
  let inQuorum: Set<MemberID>?
  /// The entitled members whose delegations attend over a link.
  let remote: Set<MemberID>
  /// Of these, the delegations for whose head another office sits.
  let represented: Int

  /// The room of a meeting now, for an act on a day.
  ///
  /// - Throws: `meeting-unknown`, `series-unknown`, or what the meeting's stage has against it: a
  ///   deliberation happens in an open meeting, in a past that is taken over in any that was not cancelled.
  init(
    _ id: MeetingID, in ledger: Ledger, under rules: Rules, on occasion: Occasion
  ) throws(Refusal) {
    meeting = try MeetingChecks.meeting(id, in: ledger)
    try MeetingChecks.check(
      meeting, isIn: occasion.isTakenOver ? [.planned, .convened, .open, .closed, .held] : [.open])
    try Self.check(occasion, against: meeting)
    guard let body = MeetingChecks.body(of: meeting, under: rules) else {
      throw Refusal(
        .seriesUnknown, ["series": .text(meeting.series ?? "")],
        ways: [Note("use-one-of", ["known": .list(rules.series.map(\.id))])])
    }
    self.body = body
    electorate = Electorate(of: body, on: occasion.day, in: ledger, under: rules)
    let stays = meeting.present().filter { [electorate] in electorate?.contains($0.member) != false
    }
    let isKnown = meeting.knowsAttendance || !occasion.isTakenOver
    let attending = Set(stays.map(\.member))
    let away = Set(stays.filter(\.isRemote).map(\.member))
    let voting = body.voting(attending, remote: away)
    remote = away
    present = isKnown ? voting : nil
    inQuorum = isKnown ? body.inQuorum(attending, remote: away) : nil
    represented = stays.filter { $0.representedBy != nil && voting.contains($0.member) }.count
  }

  /// A matter is decided on a day of its meeting, as far as these days are known.
  ///
  /// Of a past meeting that names its first day only, nobody knows how long it lasted.
  private static func check(_ occasion: Occasion, against meeting: Meeting) throws(Refusal) {
    let first = meeting.opening?.facts.on.first ?? meeting.from?.first
    let days = [
      meeting.until?.last, meeting.opening?.facts.on.last, meeting.closing?.facts.on.last,
    ]
    let last = days.compactMap(\.self).max()
    guard let first, let last else { return }
    let knowsEnd = !occasion.isTakenOver || meeting.statesEnd
    guard occasion.effective.last < first || (knowsEnd && last < occasion.day) else { return }
    throw Refusal(
      .deliberationOutsideMeeting,
      [
        "meeting": .text(meeting.id.text), "day": .known(occasion.effective),
        "from": .day(first), "until": .day(last),
      ],
      ways: [Note("give-day-of-meeting", ["from": .day(first), "until": .day(last)])]
        + (meeting.stage == .open
          ? [Note("move-last-day", ["meeting": .text(meeting.id.text)])] : []))
  }

  /// Adds what the quorum rule says to a decision; nothing when the rules ask for no quorum.
  ///
  /// - Parameters:
  ///   - decision: On the matter that the quorum is counted for.
  ///   - aside: Those who are counted neither among the members nor in the room for this matter.
  ///   - givers: Those who are not in the room and count by proxy.
  func decideQuorum(
    into decision: inout Decision, without aside: [MemberID] = [], by givers: [MemberID] = []
  ) {
    if electorate == nil {
      decision.objections.append(QuorumChecks.noComposition(of: body))
    }
    guard let present = inQuorum else {
      decision.notes.append(Note("attendance-unknown", ["meeting": .text(meeting.id.text)]))
      return
    }
    guard let rule = body.quorum, let electorate else { return }
    let counted = electorate.without(aside)
    let count = rule.count(of: counted, present: present.union(givers))
    let derivation = rule.derivation(
      of: counted, present: present, without: aside, by: givers)
    decision.derivations.append(derivation)
    if !count.holds {
      decision.objections.append(QuorumChecks.missing(count, of: meeting.id, rule, derivation))
    }
  }
}

extension RefusalCode {
  static let deliberationOutsideMeeting = RefusalCode("deliberation-outside-meeting")
}
