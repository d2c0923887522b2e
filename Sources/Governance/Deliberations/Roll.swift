import Plugins
import Values

/// The votes of a roll, one for each member: what becomes of a second one, the rule says.
///
/// A state may have several contact points, and has one vote.
struct Roll {
  /// In the order in which the members were first named.
  let counted: [Resolution.Cast]
  /// Votes that do not count, in the order in which they were given.
  let struck: [Resolution.Cast]
  /// Members with more than one vote, in the order of their ids.
  let repeated: [MemberID]

  /// Settles every vote that was given, in its order, by the rule.
  init(_ given: [Resolution.Cast], _ rule: VoteTerms.SecondVote) {
    var order: [MemberID] = []
    var votes: [MemberID: [Int]] = [:]
    for (index, cast) in given.enumerated() {
      if votes[cast.member] == nil { order.append(cast.member) }
      votes[cast.member, default: []].append(index)
    }
    let kept = order.compactMap { member -> Int? in
      let indices = votes[member] ?? []
      guard indices.count > 1 else { return indices.first }
      return switch rule {
      case .refused: indices.first
      case .replaces: indices.last
      case .void: nil
      }
    }
    counted = kept.map { given[$0] }
    struck = given.indices.filter { !kept.contains($0) }.map { given[$0] }
    repeated = order.filter { (votes[$0]?.count ?? 0) > 1 }.sorted()
  }

  /// What the rule makes of second votes; nil where there are none.
  func derivation(under rule: DecisionRule?) -> Derivation? {
    guard let rule, !repeated.isEmpty else { return nil }
    return Derivation(
      rule.clause, "second-vote",
      JSON.Fields([
        ("second_vote", .text(rule.terms.secondVote.rawValue)),
        ("second_voters", .ids(repeated)),
        ("struck", .texts(struck.map { "\($0.member.text)=\($0.vote.rawValue)" })),
      ]), holds: rule.terms.secondVote != .refused)
  }

  /// What stands against second votes where a member has one and no more.
  func objections(under rule: DecisionRule?) -> [Refusal] {
    guard let derivation = derivation(under: rule), !derivation.holds else { return [] }
    return repeated.map { member in
      Refusal(
        .secondVote, ["member": .text(member.text)], clause: rule?.clause, derivation: derivation,
        ways: [Note("leave-second-vote-out", ["member": .text(member.text)])])
    }
  }
}

extension RefusalCode {
  static let secondVote = RefusalCode("second-vote")
}
