import Plugins
import Values

/// Turns the votes of a ballot into a tally: who may vote, who is there, who is recused.
struct VoteCount {
  let chamber: Chamber
  let ledger: Ledger
  let rules: Rules
  let day: Day

  /// The tally of a ballot, nil for a consensus; with what the rules have against single votes.
  ///
  /// The vote of a member that may not vote is not counted.
  func tally(of ballot: Ballot) throws(Refusal) -> (tally: Tally?, objections: [Refusal]) {
    switch ballot {
    case .consensus: return (nil, [])
    case .counts(let inFavour, let against, let abstaining):
      let tally = tally(inFavour, against, abstaining, recused: 0)
      try check(tally)
      return (tally, [])
    case .names(let names): return try count(names)
    }
  }

  private func tally(_ inFavour: Int, _ against: Int, _ abstaining: Int, recused: Int) -> Tally {
    Tally(
      entitled: chamber.electorate?.entitled.count ?? 0, present: chamber.present?.count,
      represented: chamber.represented, recused: recused, inFavour: inFavour, against: against,
      abstaining: abstaining)
  }

  /// No more votes than entitled delegations in the room.
  private func check(_ tally: Tally) throws(Refusal) {
    guard let present = tally.present, tally.cast > present else { return }
    throw Refusal(
      .votesExceedPresent,
      [
        "meeting": .text(chamber.meeting.id.text), "votes": .int(tally.cast),
        "present": .int(present),
      ], ways: [Note("record-arrivals", ["meeting": .text(chamber.meeting.id.text)])])
  }

  private func count(_ names: [Resolution.Cast]) throws(Refusal) -> (Tally?, [Refusal]) {
    var votes: [Resolution.Vote: Int] = [:]
    var objections: [Refusal] = []
    for name in names {
      let objection = try DelegationChecks.objection(
        to: name.member, using: .vote, on: day, in: ledger, under: rules)
      if let objection {
        objections.append(objection)
      } else {
        try check(name.member)
        votes[name.vote, default: 0] += 1
      }
    }
    let tally = tally(
      votes[.for] ?? 0, votes[.against] ?? 0, votes[.abstain] ?? 0, recused: votes[.recused] ?? 0)
    return (tally, objections)
  }

  /// Whoever votes sits in the body and in the room.
  private func check(_ member: MemberID) throws(Refusal) {
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
  }
}

extension Tally {
  /// Holds the votes and those who did not vote to the delegations in the room, where both are known.
  func check(notVoting stated: Int?, in meeting: MeetingID) throws(Refusal) {
    guard let stated, let present, let notVoting, stated != notVoting else { return }
    throw Refusal(
      .votesDoNotAddUp,
      [
        "meeting": .text(meeting.text), "votes": .int(cast), "recused": .int(recused),
        "not_voting": .int(stated), "present": .int(present),
      ],
      ways: [
        Note("count-again", ["not_voting": .int(notVoting)]),
        Note("record-arrivals", ["meeting": .text(meeting.text)]),
      ])
  }
}

extension RefusalCode {
  static let votesDoNotAddUp = RefusalCode("votes-do-not-add-up")
  static let votesExceedPresent = RefusalCode("votes-exceed-present")
  static let notInBody = RefusalCode("not-in-body")
}
