import Plugins
import Values

/// One vote on one matter: who stands aside, who is represented, the numbers, and what stands against it.
struct Voting {
  let chamber: Chamber
  let recusals: Recusals
  let proxies: ProxiesInRoom
  /// In the order of the roll, with who voted for whom; empty unless the vote was by names.
  let names: [Resolution.Cast]
  /// What became of second votes.
  let roll: Roll
  /// Nil for a consensus.
  let tally: Tally?
  /// Nil where no weights count, or where it is not known who voted how.
  let shares: ShareCount?
  private(set) var objections: [Refusal]

  /// The kind of matter that is voted on.
  let matter: String

  var rule: DecisionRule? { chamber.body.decision(on: matter) }

  init(
    _ ballot: Ballot, on matter: String, in chamber: Chamber,
    without declared: [Resolution.Recusal],
    at time: TimeOfDay?, _ ledger: Ledger, under rules: Rules, on occasion: Occasion
  ) throws(Refusal) {
    self.chamber = chamber
    self.matter = matter
    roll = Roll(ballot.roll, chamber.body.decision(on: matter)?.terms.secondVote ?? .refused)
    let ballot = ballot.withRoll(roll.counted)
    recusals = try Recusals(declared, in: ballot)
    proxies = try chamber.proxies(
      on: matter, at: LocalMoment(occasion.day, time), without: recusals.members, in: ledger)
    let count = VoteCount(
      chamber: chamber, ledger: ledger, rules: rules, day: occasion.day, proxies: proxies)
    (tally, objections) = try count.tally(of: ballot, without: recusals)
    names = ballot.roll.map { [proxies] name in
      Resolution.Cast(member: name.member, vote: name.vote, by: proxies.holder(for: name.member))
    }
    let weighing = Weighing(chamber, on: matter, ledger: ledger, day: occasion.day)
    shares = weighing?.count(
      names, method: ballot.method, aside: recusals.members, proxied: proxies.counted.map(\.giver))
    objections += roll.objections(under: chamber.body.decision(on: matter))
    objections += weighing?.objections(to: shares, of: ballot.method) ?? []
  }

  /// Adds the quorum of the matter to a decision.
  func decideQuorum(into decision: inout Decision) {
    chamber.decideQuorum(
      into: &decision, without: recusals.outsideQuorum(under: rule),
      by: proxies.givers(countedBy: chamber.body.proxies))
  }

  /// How those aside and those represented come into the numbers.
  var derivations: [Derivation] {
    [
      roll.derivation(under: rule), recusals.derivation(under: rule, of: chamber.electorate),
      proxies.derivation(under: chamber.body.proxies),
      chamber.body.remote?.derivation(of: chamber.remote),
    ].compactMap(\.self)
  }

  /// What the log keeps of it beside its numbers.
  func conduct(
    at time: TimeOfDay?, _ drawing: Resolution.Drawing?, _ round: SecondRound?
  ) -> Resolution.Conduct {
    Resolution.Conduct(
      recusals: recusals.declared, proxies: proxies.counted, time: time, shares: shares?.tally,
      struck: roll.struck, drawing: drawing, secondRoundOf: round?.first)
  }
}

extension Ballot {
  /// The votes by name; empty for any other ballot.
  var roll: [Resolution.Cast] {
    if case .names(let names) = self { names } else { [] }
  }

  /// The same with one vote for each member; nothing changes in a ballot of another kind.
  func withRoll(_ counted: [Resolution.Cast]) -> Ballot {
    if case .names = self { .names(counted) } else { self }
  }
}
