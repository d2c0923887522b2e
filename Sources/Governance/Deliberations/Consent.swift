import Plugins
package import Values

/// A consensus with its list: who was in the room and did not object, and who stood aside.
///
/// Who stands aside does not agree and does not stop the others either; it is no recusal, and stays in every base.
struct Consent {
  let aside: [MemberID]

  static let field = ActField.optional("aside", .ids("member"))

  /// - Throws: `aside-without-consensus` where a vote was taken, in which whoever does not agree abstains.
  init(_ input: ActInput, _ ballot: Ballot) throws(Failure) {
    aside = try input.ids("aside")
    guard aside.isEmpty || ballot == .consensus else { throw Failure(.asideWithoutConsensus) }
  }

  /// The record of a vote with this list; of a vote by numbers or names as it was.
  ///
  /// - Throws: `not-in-body` and its like for a member that could not have objected.
  func recorded(_ conduct: Resolution.Conduct, in voting: Voting) throws(Refusal)
    -> Resolution.Conduct
  {
    guard voting.tally == nil else { return conduct }
    let chamber = voting.chamber
    for member in aside {
      guard chamber.electorate?.contains(member) != false else {
        throw Refusal(
          .notInBody, ["member": .text(member.text), "body": .text(chamber.body.id)],
          ways: [Note("leave-delegation-out", ["member": .text(member.text)])])
      }
      guard chamber.present?.contains(member) != false else {
        throw Refusal(
          .delegationNotPresent,
          ["member": .text(member.text), "meeting": .text(chamber.meeting.id.text)],
          ways: [Note("record-arrival", ["member": .text(member.text)])])
      }
      guard !voting.recusals.members.contains(member) else {
        throw Refusal(
          .recusedVotes, ["member": .text(member.text)],
          ways: [Note("leave-vote-or-recusal-out", ["member": .text(member.text)])])
      }
    }
    var conduct = conduct
    let others = Set(aside + voting.recusals.members)
    conduct.aside = aside
    conduct.noObjection = (chamber.present ?? []).filter { !others.contains($0) }.sorted()
    return conduct
  }
}

extension Failure.Code {
  /// Somebody stood aside from a matter that was voted on: give an abstention.
  package static let asideWithoutConsensus = Failure.Code(
    "aside-without-consensus", exit: .usage)
}
