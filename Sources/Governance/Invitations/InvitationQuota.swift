import Plugins
import Values

/// How many places a member has at a meeting, and how many of them are taken.
struct InvitationQuota {
  let rule: InvitationRule
  let invitation: Invitation
  /// The first day of the meeting; nil where no day is known.
  var meetingBegins: Day?

  /// The last day on which places are asked for in time; nil where the rule gives none.
  var lastDay: Day? { rule.until.flatMap { until in meetingBegins.map { $0 - until } } }

  /// Whether a place is asked for in time on a day; nil where the rule gives no last day.
  func timing(of meeting: MeetingID, on day: Day) -> Derivation? {
    guard let lastDay, let until = rule.until else { return nil }
    return Derivation(
      rule.clause, "invitation-time",
      JSON.Fields([
        ("meeting", .text(meeting.text)), ("day", .text(day.description)),
        ("last_day", .text(lastDay.description)), ("until", .text(until.description)),
      ]), holds: day <= lastDay)
  }

  /// The places of a class; 0 for one that the rule does not name.
  func seats(of memberClass: String) -> Int { rule.seats[memberClass] ?? 0 }

  /// Whether a member may take one place more.
  func hasRoom(for member: MemberID, as memberClass: String) -> Bool {
    let own = invitation.seated(of: member).count
    let all = invitation.seated().count
    return own < seats(of: memberClass) && rule.total.map { all < $0 } != false
  }

  func derivation(for member: MemberID, as memberClass: String) -> Derivation {
    Derivation(
      rule.clause, "invitation-quota",
      JSON.Fields([
        ("member", .text(member.text)), ("class", .text(memberClass)),
        ("places", .count(seats(of: memberClass))),
        ("taken", .count(invitation.seated(of: member).count)),
        ("total", .text(rule.total.map { "\($0)" } ?? "–")),
        ("taken_by_all", .count(invitation.seated().count)),
      ]), holds: hasRoom(for: member, as: memberClass))
  }
}

/// What the acts on places ask alike.
enum InvitationChecks {
  /// The registrations of one meeting, cancelled ones among them.
  static let most = 2_000

  /// The meeting, the rule of its series, and the places as they are taken, perhaps none.
  ///
  /// - Throws: what the meeting's stage has against it, `invitations-unruled`.
  static func quota(
    of id: MeetingID, in ledger: Ledger, under rules: Rules, on occasion: Occasion
  ) throws(Refusal) -> InvitationQuota {
    let meeting = try MeetingChecks.meeting(id, in: ledger)
    let past: Set<Meeting.Stage> = [.planned, .convened, .open, .closed, .held]
    try MeetingChecks.check(
      meeting, isIn: occasion.isTakenOver ? past : [.planned, .convened, .open])
    guard let rule = meeting.series.flatMap(rules.series)?.invitations else {
      throw Refusal(
        .invitationsUnruled, ["meeting": .text(id.text)],
        ways: [Note("lay-down-invitations", ["series": .text(meeting.series ?? "")])])
    }
    let invitation = InvitationID(sharedWith: id)
    return InvitationQuota(
      rule: rule, invitation: ledger[invitation] ?? Invitation(id: invitation),
      meetingBegins: meeting.from?.first)
  }

  static func needs(_ meeting: MeetingID) -> [Need] {
    [.one(EntityKey(meeting)), .one(EntityKey(InvitationID(sharedWith: meeting)))]
  }
}

extension RefusalCode {
  static let invitationsUnruled = RefusalCode("invitations-unruled")
}
