import Plugins
import Values

/// The proxies that count in a room at a moment: their givers are away, their holders are there.
struct ProxiesInRoom {
  static let none = ProxiesInRoom(counted: [])

  /// One for each giver, in the order of the givers.
  let counted: [Resolution.ProxyVote]

  private init(counted: [Resolution.ProxyVote]) { self.counted = counted }

  /// The proxies of a body in a meeting, on a matter that is voted on; nil for the opening.
  ///
  /// No proxy is voted by one who stands aside, and none counts where a past does not say who was present.
  init(
    in body: Body, _ meeting: MeetingID, on matter: String?, at moment: LocalMoment,
    among electorate: Electorate?, present: Set<MemberID>?, without aside: [MemberID] = [],
    ledger: Ledger
  ) {
    self.init(
      in: body, meeting, on: matter, at: moment, among: electorate, present: present,
      without: aside, proxies: ledger.all(Proxy.self))
  }

  /// The same from proxies in the order of their ids.
  init(
    in body: Body, _ meeting: MeetingID, on matter: String?, at moment: LocalMoment,
    among electorate: Electorate?, present: Set<MemberID>?, without aside: [MemberID] = [],
    proxies: [Proxy]
  ) {
    guard body.proxies != nil, let present else {
      counted = []
      return
    }
    var found: [MemberID: Resolution.ProxyVote] = [:]
    for proxy in proxies {
      guard let grant = proxy.grant?.facts, !present.contains(grant.giver),
        present.contains(grant.holder), !aside.contains(grant.holder),
        electorate?.contains(grant.giver) != false, found[grant.giver] == nil,
        proxy.counts(in: body.id, meeting, on: matter, at: moment)
      else { continue }
      found[grant.giver] = Resolution.ProxyVote(
        proxy: proxy.id, giver: grant.giver, holder: grant.holder, presence: grant.presence)
    }
    counted = found.values.sorted { $0.giver < $1.giver }
  }

  func holder(for giver: MemberID) -> MemberID? { counted.first { $0.giver == giver }?.holder }

  /// The givers that count for the quorum: those represented for presence too, where the rule says so.
  func givers(countedBy rule: ProxyRule?) -> [MemberID] {
    rule?.countsForQuorum == true ? counted.filter(\.presence).map(\.giver) : []
  }

  /// How the proxies come into a vote; nil where there are none.
  func derivation(under rule: ProxyRule?) -> Derivation? {
    guard let rule, !counted.isEmpty else { return nil }
    return Derivation(
      rule.clause, "proxies",
      JSON.Fields([
        ("proxied", .count(counted.count)),
        ("proxies", .texts(counted.map(\.words))), ("quorum", .bool(rule.countsForQuorum)),
        ("quorum_members", .ids(givers(countedBy: rule))),
      ]), holds: true)
  }
}
