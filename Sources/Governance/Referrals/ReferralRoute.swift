import Plugins
import Values

/// Whether the rules let one body hand items to another one.
struct ReferralRoute {
  private let rule: ReferralRule
  private let from: String
  private let to: String
  private let receivers: [String]

  /// - Throws: `body-unknown` for a receiver that is no body of the rules.
  init(from: String, isSubgroup: Bool, to: String, under rules: Rules) throws(Refusal) {
    rule = rules.referralRule
    receivers = Self.receivers(of: from, isSubgroup: isSubgroup, under: rules)
    (self.from, self.to) = (from, to)
    guard rules.body(to) == nil else { return }
    throw Refusal(
      .bodyUnknown, ["body": .text(to)],
      ways: [
        Note("use-one-of", ["known": .list(receivers.isEmpty ? rules.bodies.map(\.id) : receivers)])
      ]
    )
  }

  /// To whom a body, or a subgroup, hands items.
  static func receivers(of sender: String, isSubgroup: Bool, under rules: Rules) -> [String] {
    rules.referralRule.receivers(of: isSubgroup ? ReferralRule.subgroups : sender)
  }

  /// The one body to which an item goes on when nobody says to which.
  ///
  /// - Throws: `referral-receiver-unclear` where the rules name several, or none.
  static func onlyReceiver(
    of sender: String, isSubgroup: Bool, under rules: Rules
  ) throws(Refusal) -> String {
    let receivers = receivers(of: sender, isSubgroup: isSubgroup, under: rules)
    if let only = receivers.first, receivers.count == 1 { return only }
    throw Refusal(
      .referralReceiverUnclear, ["body": .text(sender), "count": .int(receivers.count)],
      clause: rules.referralRule.clause,
      ways: receivers.isEmpty
        ? [Note("adopt-rules")] : [Note("give-receiver", ["known": .list(receivers)])])
  }

  private var holds: Bool { receivers.contains(to) }

  var derivation: Derivation {
    Derivation(
      rule.clause, "referral-route",
      JSON.Fields([
        ("from", .text(from)), ("to", .text(to)),
        ("receivers", receivers.isEmpty ? .text("–") : .texts(receivers)),
      ]), holds: holds)
  }

  /// What stands against a way that the rules do not know.
  var objections: [Refusal] {
    guard !holds else { return [] }
    return [
      Refusal(
        .referralRouteClosed, ["from": .text(from), "to": .text(to)], clause: rule.clause,
        derivation: derivation,
        ways: receivers.isEmpty
          ? [Note("adopt-rules")] : [Note("give-receiver", ["known": .list(receivers)])])
    ]
  }
}

extension RefusalCode {
  static let referralReceiverUnclear = RefusalCode("referral-receiver-unclear")
  static let referralRouteClosed = RefusalCode("referral-route-closed")
}
