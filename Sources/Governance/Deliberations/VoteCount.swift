import Plugins
import Values

/// Turns the votes of a ballot into a tally: who may vote, who is there, who is recused.
struct VoteCount {
  let chamber: Chamber
  let ledger: Ledger
  let rules: Rules
  let day: Day
  let proxies: ProxiesInRoom

  /// The tally of a ballot, nil for a consensus; with what the rules have against single votes.
  ///
  /// The vote of a member that may not vote is not counted, nor is it counted among those aside.
  func tally(
    of ballot: Ballot, without recusals: Recusals
  ) throws(Refusal) -> (tally: Tally?, objections: [Refusal]) {
    let aside = try votes(of: recusals.unlisted.map { Resolution.Cast(member: $0, vote: .recused) })
    switch ballot {
    case .consensus: return (nil, aside.objections)
    case .counts(let inFavour, let against, let abstaining):
      let tally = tally(
        inFavour, against, abstaining, recused: aside.counts[.recused] ?? 0)
      try check(tally)
      return (tally, aside.objections)
    case .names(let names):
      let given = try votes(of: names)
      let counts = given.counts.merging(aside.counts) { $0 + $1 }
      let tally = tally(
        counts[.for] ?? 0, counts[.against] ?? 0, counts[.abstain] ?? 0,
        recused: counts[.recused] ?? 0)
      return (tally, given.objections + aside.objections)
    }
  }

  private func tally(_ inFavour: Int, _ against: Int, _ abstaining: Int, recused: Int) -> Tally {
    Tally(
      entitled: chamber.electorate?.entitled.count ?? 0, present: chamber.present?.count,
      represented: chamber.represented, proxied: proxies.counted.count, recused: recused,
      inFavour: inFavour, against: against,
      abstaining: abstaining)
  }

  /// No more votes than entitled delegations in the room, without those that stand aside.
  private func check(_ tally: Tally) throws(Refusal) {
    guard let room = tally.present, tally.cast + tally.recused > room + tally.proxied else {
      return
    }
    let all = room + tally.proxied
    let present = max(0, all - tally.recused)
    throw Refusal(
      .votesExceedPresent,
      [
        "meeting": .text(chamber.meeting.id.text), "votes": .int(tally.cast),
        "present": .int(present),
      ], ways: [Note("record-arrivals", ["meeting": .text(chamber.meeting.id.text)])])
  }

  private func votes(
    of names: [Resolution.Cast]
  ) throws(Refusal) -> (counts: [Resolution.Vote: Int], objections: [Refusal]) {
    var votes: [Resolution.Vote: Int] = [:]
    var objections: [Refusal] = []
    for name in names {
      let objection = try DelegationChecks.objection(
        to: name.member, using: .vote, on: day, in: ledger, under: rules)
      if let objection = objection ?? chamber.objection(toRemote: name.member, with: proxies) {
        objections.append(objection)
      } else {
        try check(name.member)
        votes[name.vote, default: 0] += 1
      }
    }
    return (votes, objections)
  }

  /// Whoever votes sits in the body and in the room.
  private func check(_ member: MemberID) throws(Refusal) {
    guard chamber.electorate?.contains(member) != false else {
      throw Refusal(
        .notInBody, ["member": .text(member.text), "body": .text(chamber.body.id)],
        ways: [Note("leave-delegation-out", ["member": .text(member.text)])])
    }
    let isThere = chamber.present?.contains(member) != false || proxies.holder(for: member) != nil
    guard isThere else {
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
    guard let stated, let notVoting, let room = present, stated != notVoting else { return }
    throw Refusal(
      .votesDoNotAddUp,
      [
        "meeting": .text(meeting.text), "votes": .int(cast), "recused": .int(recused),
        "not_voting": .int(stated), "present": .int(room + proxied),
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
