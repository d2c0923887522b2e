package import EventStore
package import Plugins
package import Values

/// The rules in force on a day, read from the log and kept for the next question.
package struct RulesInForce {
  package struct Found: Sendable {
    package let rules: Rules
    /// Of the canonical bytes of the resolved rules.
    package let digest: Digest
  }

  private var network: Network?
  private var found: [Int64: Found] = [:]

  package init() {}

  /// - Throws: `not-founded` when the log has no rules for that day.
  package mutating func find(on day: Day, in log: Log) throws -> Found {
    guard let version = try loaded(from: log)?.rules(on: day) else {
      throw Failure(.notFounded, ["day": .day(day)])
    }
    if let known = found[version.position] { return known }
    guard let event = try log.event(at: version.position), let resolved = event.data["rules"] else {
      throw Failure(.eventUnreadable, ["subject": .text("rules.adopted"), "field": .text("rules")])
    }
    let rules = Found(
      rules: try RulesDocument.rules(resolved: resolved), digest: Digest.sha256(resolved.canonical))
    found[version.position] = rules
    return rules
  }

  private mutating func loaded(from log: Log) throws -> Network? {
    if let network { return network }
    guard let (stream, stored) = try log.states(in: Network.category).first,
      let id = Identifier<Network>(stream.id)
    else { return nil }
    network = try Network(id: id, state: stored.data)
    return network
  }
}
