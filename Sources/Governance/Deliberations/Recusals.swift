import Plugins
import Values

/// Who stands aside from one matter: those who declared it, and those whose vote by name says so.
struct Recusals {
  let declared: [Resolution.Recusal]
  /// Those who declared it and are not in the roll.
  let unlisted: [MemberID]
  /// All of them, in the order of their ids.
  let members: [MemberID]

  /// - Throws: `recused-votes` when somebody who stands aside has a vote in the roll all the same.
  init(_ declared: [Resolution.Recusal], in ballot: Ballot) throws(Refusal) {
    var roll: [Resolution.Cast] = []
    if case .names(let given) = ballot { roll = given }
    for recusal in declared {
      let vote = roll.first { $0.member == recusal.member }?.vote
      guard vote == nil || vote == .recused else { throw Self.votes(recusal.member) }
    }
    self.declared = declared
    let listed = Set(roll.map(\.member))
    unlisted = declared.map(\.member).filter { !listed.contains($0) }
    members = (unlisted + roll.filter { $0.vote == .recused }.map(\.member)).sorted()
  }

  private static func votes(_ member: MemberID) -> Refusal {
    Refusal(
      .recusedVotes, ["member": .text(member.text)],
      ways: [Note("leave-vote-or-recusal-out", ["member": .text(member.text)])])
  }

  static func declared(_ input: ActInput) throws(Failure) -> [Resolution.Recusal] {
    try input.pairs("recused", of: Member.self).map { pair in
      Resolution.Recusal(member: pair.0, reason: pair.1)
    }
  }

  /// What the rule on a matter makes of them; nil when nobody stands aside or they stay in every base.
  func derivation(under rule: DecisionRule?, of electorate: Electorate?) -> Derivation? {
    let members = members.filter { electorate?.contains($0) != false }
    guard let rule, rule.terms.recusal != .stays, !members.isEmpty else { return nil }
    return Derivation(
      rule.clause, "recusal",
      JSON.Fields([
        ("matter", .text(rule.matter)), ("recusal", .text(rule.terms.recusal.rawValue)),
        ("entitled", electorate.map { .count($0.entitled.count) } ?? .null),
        ("recused", .count(members.count)), ("recused_members", .ids(members)),
      ]), holds: true)
  }

  /// Those who are not counted for the quorum of the matter.
  func outsideQuorum(under rule: DecisionRule?) -> [MemberID] {
    rule?.terms.recusal == .leavesBaseAndQuorum ? members : []
  }
}

extension RefusalCode {
  static let recusedVotes = RefusalCode("recused-votes")
}
