import EventStore
import Plugins
import Values

/// The versions of the rules that were read from one log, each read once.
///
/// It can be kept from one transaction to the next: a version is known by the event that adopted it and by its
/// digest, so that one which was rolled back, and replaced by another at the same place, is not taken for it.
final class KnownRules {
  private var versions: [Network.RulesVersion: RulesInForce.Found] = [:]
  private let carried = CarriedRules()
  /// The network as it was read last, with the state that it was read from.
  private var network: (state: JSON, read: Network)?
  /// What a transaction found, with the hash of the log's end that it is true of.
  private var last: (head: Digest, standing: RulesInForce.Standing)?

  /// What is known of the rules of a log that ends with this hash; nothing when somebody else wrote since.
  func standing(at head: Digest) -> RulesInForce.Standing {
    guard let last, last.head == head else { return RulesInForce.Standing() }
    return last.standing
  }

  func keep(_ standing: RulesInForce.Standing, at head: Digest) { last = (head, standing) }

  /// The network that a state describes; read once, as long as the state stays the same.
  ///
  /// - Throws: `event-unreadable` for a state that describes none.
  func network(_ id: Identifier<Network>, _ state: JSON) throws -> Network {
    if let network, network.read.id == id, network.state == state { return network.read }
    let read = try Network(id: id, state: state)
    network = (state, read)
    return read
  }

  /// A version of the rules as it was adopted.
  ///
  /// - Throws: `event-unreadable` when the log does not hold it, and what reading rules throws.
  func find(_ version: Network.RulesVersion, in log: Log) throws -> RulesInForce.Found {
    if let known = versions[version] { return known }
    guard let event = try log.event(at: version.position), let resolved = event.data["rules"] else {
      throw Failure(.eventUnreadable, ["subject": .text("rules.adopted"), "field": .text("rules")])
    }
    let found = RulesInForce.Found(
      rules: try RulesDocument.rules(resolved: resolved), digest: Digest.sha256(resolved.canonical))
    versions[version] = found
    return found
  }

  /// The same version, its digest unchanged, with the values that acts have set and the subgroups that there are.
  func rules(
    _ found: RulesInForce.Found, with settings: Settings, _ charters: [SubgroupCharter]
  ) -> RulesInForce.Found {
    carried.rules(found, with: settings, charters)
  }
}
