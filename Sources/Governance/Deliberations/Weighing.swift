import Plugins
import Values

/// How the votes of a room weigh on a matter that asks for shares; nil where it asks for none.
struct Weighing {
  private let rule: ShareRule
  private let weights: WeightRule
  private let electorate: Electorate
  private let present: Set<MemberID>?
  private let classes: [MemberID: String]

  init?(_ chamber: Chamber, on matter: String, ledger: Ledger, day: Day) {
    guard let electorate = chamber.electorate else { return nil }
    self.init(
      chamber.body, on: matter, electorate, present: chamber.present, ledger: ledger, day: day)
  }

  init?(
    _ body: Body, on matter: String, _ electorate: Electorate, present: Set<MemberID>?,
    ledger: Ledger, day: Day
  ) {
    guard let rule = body.decision(on: matter)?.terms.shares, let weights = body.weights else {
      return nil
    }
    (self.rule, self.weights, self.electorate) = (rule, weights, electorate)
    self.present = present
    classes = Dictionary(
      electorate.entitled.compactMap { member in
        ledger[member]?.memberClass(on: day).map { (member, $0) }
      }
    ) { first, _ in first }
  }

  /// The sums of the weights; nil unless it is known who voted how.
  func count(
    _ names: [Resolution.Cast], method: Resolution.Method, aside: [MemberID] = [],
    proxied: [MemberID] = []
  ) -> ShareCount? {
    guard method == .names else { return nil }
    return ShareCount(
      names, aside: aside, of: electorate, present: present, proxied: proxied
    ) { member in weights.weight(of: member.text, in: classes[member]) }
  }

  /// What the rules have against a vote that cannot be weighed.
  func objections(to shares: ShareCount?, of method: Resolution.Method) -> [Refusal] {
    guard method != .consensus else { return [] }
    guard let shares else {
      return [Refusal(.namesNeeded, [:], clause: rule.clause, ways: [Note("record-names")])]
    }
    guard !shares.unweighed.isEmpty else { return [] }
    return [
      Refusal(
        .weightMissing, ["members": .list(shares.unweighed.map(\.text))], clause: weights.clause,
        ways: [Note("amend-weights")])
    ]
  }
}

extension RefusalCode {
  static let namesNeeded = RefusalCode("names-needed")
  static let weightMissing = RefusalCode("weight-missing")
}
