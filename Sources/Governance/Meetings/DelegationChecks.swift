import Plugins
import Values

/// What a delegation must be before it is seated, heard or counted.
enum DelegationChecks {
  /// The class of a member on a day; a guest is none, and stands in the words of the attendance.
  static func memberClass(
    of member: MemberID, on day: Day, in ledger: Ledger, under rules: Rules
  ) throws(Refusal) -> MemberClass? {
    guard let name = ledger[member]?.memberClass(on: day) else {
      throw Refusal(
        .delegationUnknown, ["member": .text(member.text), "day": .day(day)],
        ways: [
          Note("see-list", ["noun": .text("member")]),
          Note("name-guests", ["member": .text(member.text)]),
        ])
    }
    return rules.membership.memberClass(name)
  }

  /// What the rules have against a delegation that uses a right which its class does not have.
  static func objection(
    to member: MemberID, using right: MemberClass.Right, on day: Day, in ledger: Ledger,
    under rules: Rules
  ) throws(Refusal) -> Refusal? {
    let found = try memberClass(of: member, on: day, in: ledger, under: rules)
    guard let found, !found.rights.contains(right) else { return nil }
    return Refusal(
      code(of: right),
      ["member": .text(member.text), "class": .text(found.name)], clause: found.clause,
      ways: [Note("leave-delegation-out", ["member": .text(member.text)])])
  }

  private static func code(of right: MemberClass.Right) -> RefusalCode {
    switch right {
    case .vote: .mayNotVote
    case .propose: .mayNotPropose
    case .speak: .mayNotSpeak
    case .attend, .stand, .receive, .host: .mayNotAttend
    }
  }
}

extension RefusalCode {
  static let delegationUnknown = RefusalCode("delegation-unknown", exit: .notFound)
  static let mayNotAttend = RefusalCode("may-not-attend")
  static let mayNotPropose = RefusalCode("may-not-propose")
  static let mayNotSpeak = RefusalCode("may-not-speak")
  static let mayNotVote = RefusalCode("may-not-vote")
}
