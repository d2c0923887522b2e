import Plugins
import Values

/// One vote on one matter: who stands aside, who is represented, the numbers, and what stands against it.
struct Voting {
  let chamber: Chamber
  let recusals: Recusals
  let proxies: ProxiesInRoom
  /// In the order of the roll, with who voted for whom; empty unless the vote was by names.
  let names: [Resolution.Cast]
  /// Nil for a consensus.
  let tally: Tally?
  /// Nil where no weights count, or where it is not known who voted how.
  let shares: ShareCount?
  private(set) var objections: [Refusal]

  var rule: DecisionRule? { chamber.body.decision(on: matter) }
  private let matter: String

  init(
    _ ballot: Ballot, on matter: String, in chamber: Chamber,
    without declared: [Resolution.Recusal],
    at time: TimeOfDay?, _ ledger: Ledger, under rules: Rules, on occasion: Occasion
  ) throws(Refusal) {
    self.chamber = chamber
    self.matter = matter
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
      recusals.derivation(under: rule, of: chamber.electorate),
      proxies.derivation(under: chamber.body.proxies),
    ].compactMap(\.self)
  }

  /// What the log keeps of it beside its numbers.
  func conduct(at time: TimeOfDay?) -> Resolution.Conduct {
    Resolution.Conduct(
      recusals: recusals.declared, proxies: proxies.counted, time: time, shares: shares?.tally)
  }
}

extension Ballot {
  /// The votes by name; empty for any other ballot.
  var roll: [Resolution.Cast] {
    if case .names(let names) = self { names } else { [] }
  }
}
