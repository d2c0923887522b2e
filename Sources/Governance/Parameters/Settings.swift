import EventStore
package import Plugins
package import Values

/// The values that acts have set and that count on a day, by the name of their parameter.
package struct Settings: Hashable, Sendable {
  package let values: [String: String]

  package init(_ parameters: [Parameter], on day: Day) {
    let set = parameters.compactMap { parameter in
      parameter.change(on: day).map { (parameter.id.text, $0.facts.value) }
    }
    values = Dictionary(set) { first, _ in first }
  }

  /// The day whose values an act is decided by.
  ///
  /// A proceeding keeps the values of the day on which it began, as it keeps its version of the rules
  /// (decision 0015); under rules that take over what is in progress, those of the act's own day count.
  static func day(of act: Day, begunOn beginning: Day?, under rules: Rules) -> Day {
    rules.inProgress == .adopt ? act : beginning ?? act
  }

  /// The rules with these values, as far as a version keeps them.
  ///
  /// It keeps a value whose parameter it still has, within its bounds of today, and that the keys which
  /// use it can take; another parameter has its default. Where the values do not go together, they are
  /// kept one after the other, by name.
  package func carried(by rules: Rules) -> Rules {
    let kept = values.filter { rules.parameter($0.key) != nil }
    guard !kept.isEmpty else { return rules }
    if let all = rules.carrying(kept) { return all }
    return kept.sorted { $0.key < $1.key }.reduce(rules) { rules, setting in
      rules.carrying([setting.key: setting.value]) ?? rules
    }
  }
}

extension Rules {
  /// Nil for values that these rules refuse: whoever asks goes on without them.
  fileprivate func carrying(_ values: [String: String]) -> Rules? {
    do throws(Failure) { return try setting(values) } catch { return nil }
  }
}

/// Rules with the values that acts have set, and with the subgroups that acts have made, each made once.
final class CarriedRules {
  /// More than one sitting meets; beyond it they are made again, so that a long run stays small.
  private static let maximumCount = 64

  private struct Key: Hashable {
    let digest: Digest
    let settings: Settings
    let charters: [SubgroupCharter]
  }

  private var known: [Key: Rules] = [:]

  /// The same version, its digest unchanged, with the values and the subgroups.
  func rules(
    _ found: RulesInForce.Found, with settings: Settings, _ charters: [SubgroupCharter] = []
  ) -> RulesInForce.Found {
    guard !settings.values.isEmpty || !charters.isEmpty else { return found }
    let key = Key(digest: found.digest, settings: settings, charters: charters)
    let rules = known[key] ?? settings.carried(by: found.rules).chartered(charters)
    if known[key] == nil, known.count >= Self.maximumCount { known = [:] }
    known[key] = rules
    return RulesInForce.Found(rules: rules, digest: found.digest)
  }
}
