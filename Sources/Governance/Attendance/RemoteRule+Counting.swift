import Plugins
import Values

extension Body {
  /// Those of the delegations attending that count for the quorum of the body.
  func inQuorum(_ attending: Set<MemberID>, remote away: Set<MemberID>) -> Set<MemberID> {
    remote?.countsForQuorum == false ? attending.subtracting(away) : attending
  }

  /// Those of the delegations attending that may vote from where they are.
  func voting(_ attending: Set<MemberID>, remote away: Set<MemberID>) -> Set<MemberID> {
    remote?.mayVote == false ? attending.subtracting(away) : attending
  }
}

extension RemoteRule {
  /// How those over a link come into the numbers; nil where there are none.
  func derivation(of away: Set<MemberID>) -> Derivation? {
    guard !away.isEmpty else { return nil }
    return Derivation(
      clause, "remote",
      JSON.Fields([
        ("remote_members", .ids(away.sorted())), ("quorum", .bool(countsForQuorum)),
        ("vote", .bool(mayVote)),
      ]), holds: true)
  }
}

extension Chamber {
  /// What the rule on those over a link has against a vote of a member; nil where it may vote.
  ///
  /// A vote that a delegation in the room casts for it by proxy is none of its own.
  func objection(toRemote member: MemberID, with proxies: ProxiesInRoom) -> Refusal? {
    guard let rule = body.remote, !rule.mayVote, remote.contains(member),
      proxies.holder(for: member) == nil
    else { return nil }
    return Refusal(
      .remoteMayNotVote, ["member": .text(member.text), "body": .text(body.id)],
      clause: rule.clause,
      ways: [
        Note("move-into-room", ["member": .text(member.text), "meeting": .text(meeting.id.text)]),
        Note("leave-delegation-out", ["member": .text(member.text)]),
      ])
  }
}

extension RefusalCode {
  static let remoteMayNotVote = RefusalCode("remote-may-not-vote")
}
