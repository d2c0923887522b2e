package import EventStore
package import Plugins
package import Values

/// The rules in force on a day with the values that acts have set, read from the log and kept for the next
/// question.
package struct RulesInForce {
  /// A version of the rules; shared, since rules are large and every act is handed them.
  package final class Found: Sendable {
    package let rules: Rules
    /// Of the canonical bytes of the resolved rules; values that acts have set do not change it.
    package let digest: Digest

    package init(rules: Rules, digest: Digest) { (self.rules, self.digest) = (rules, digest) }
  }

  /// The streams that say which rules are in force: what was found before is void after an event in them.
  static let categories: Set<String> = [
    Network.category, Parameter.category, Subgroup.category,
  ]

  /// What the streams of `categories` say, as far as somebody asked.
  struct Standing {
    fileprivate var network: Network?
    fileprivate var parameters: [Parameter]?
    fileprivate var subgroups: [Subgroup]?
  }

  private var standing = Standing()
  private let known: KnownRules

  package init() { known = KnownRules() }

  /// - Parameters:
  ///   - known: What was read of the rules of the same log before.
  ///   - head: Where the log ends.
  init(_ known: KnownRules, at head: Digest) {
    self.known = known
    standing = known.standing(at: head)
  }

  /// Forgets what acts may have changed: which versions there are, the values that acts have set,
  /// and what subgroups are.
  mutating func forget() { standing = Standing() }

  /// Leaves what was read to the next transaction that begins where the log ends now.
  func keep(at head: Digest) { known.keep(standing, at: head) }

  /// - Throws: `not-founded` when the log has no rules at all, `day-before-rules` when it has none for that day.
  package mutating func find(on day: Day, in log: Log) throws -> Found {
    guard let network = try loaded(from: log), let first = network.versions.first else {
      throw Failure(.notFounded, ["day": .day(day)])
    }
    guard let version = network.rules(on: day) else {
      throw Failure(.dayBeforeRules, ["day": .day(day), "first": .day(first.from)])
    }
    return try carrying(known.find(version, in: log), on: day, in: log)
  }

  /// The rules that decide an act of a day in a proceeding that has begun, as `Network.rules` says.
  ///
  /// - Parameters:
  ///   - day: The day of the act.
  ///   - beginning: The event that began the proceeding; nil when there is none yet.
  ///   - log: The log that holds both.
  /// - Returns: The rules in force on the day, where no proceeding has begun.
  /// - Throws: `not-founded` or `day-before-rules` when the log has no rules for that day.
  package mutating func find(
    on day: Day, inProceedingSince beginning: Mark?, in log: Log
  ) throws -> Found {
    guard let beginning, let network = try loaded(from: log),
      let digest = try log.command(ofEventAt: beginning.position)?.rules
    else { return try find(on: day, in: log) }
    let version = try network.rules(on: day, begunOn: beginning.effective, under: digest.hex) {
      try known.find($0, in: log).rules.inProgress == .adopt
    }
    guard let version else { return try find(on: day, in: log) }
    let bare = try known.find(version, in: log)
    let turn = Settings.day(of: day, begunOn: beginning.effective, under: bare.rules)
    return try carrying(bare, on: turn, in: log)
  }

  /// The network with all versions of its rules; nil before the founding.
  package mutating func network(in log: Log) throws -> Network? { try loaded(from: log) }

  private mutating func carrying(_ bare: Found, on day: Day, in log: Log) throws -> Found {
    known.rules(
      bare, with: Settings(try changed(in: log), on: day),
      try charters(under: bare.rules, on: day, in: log))
  }

  /// What subgroups are as bodies on a day; none where the rules know no subgroups.
  private mutating func charters(
    under rules: Rules, on day: Day, in log: Log
  ) throws -> [SubgroupCharter] {
    guard rules.subgroups != nil else { return [] }
    let all = try standing.subgroups ?? Ledger.subgroups(in: log)
    standing.subgroups = all
    return all.compactMap { $0.charter(on: day) }
  }

  /// The parameters that acts have set.
  private mutating func changed(in log: Log) throws -> [Parameter] {
    if let parameters = standing.parameters { return parameters }
    var shelf = Shelf(reading: log)
    try shelf.load([.all(category: Parameter.category)])
    let all = shelf.ledger.all(Parameter.self)
    standing.parameters = all
    return all
  }

  private mutating func loaded(from log: Log) throws -> Network? {
    if let network = standing.network { return network }
    guard let (stream, stored) = try log.states(in: Network.category).first,
      let id = Identifier<Network>(stream.id)
    else { return nil }
    let network = try known.network(id, stored.data)
    standing.network = network
    return network
  }
}
