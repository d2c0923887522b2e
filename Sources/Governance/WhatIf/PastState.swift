import EventStore
import Plugins
import Values

/// A network as each act of its log met it: every entity and every version of the rules, event by event.
///
/// The log is read once, so that no stream is read again for each act; only a correction reads its own.
struct PastState {
  private let log: Log
  private var replay: Replay
  /// The rules adopted so far, by the digits of their digest.
  private var rules: [String: Rules] = [:]
  private let carried = CarriedRules()

  init(_ log: Log) { (self.log, replay) = (log, Replay(log)) }

  private var ledger: Ledger { replay.ledger }

  /// What a decider was given, when the next event was the one at a position.
  func ledger(for needs: [Need], before position: Int64) throws -> Ledger {
    var part = ledger.part(needs)
    for case .event(let wanted) in needs {
      guard wanted < position, let event = try log.event(at: wanted) else { continue }
      for past in try log.events(of: event.stream) where past.position < position {
        part.events[past.position] = PastEvent(past)
      }
      let key = EntityKey(category: event.stream.category, id: event.stream.id)
      part.take(key, from: ledger)
    }
    return part
  }

  /// The rules of a digest, once they were adopted.
  func rules(named digest: String) -> Rules? { rules[digest] }

  /// A version of the rules with the values that acts had set, as the registrar would have found it.
  ///
  /// - Parameters:
  ///   - found: The version.
  ///   - day: The day of the act.
  ///   - proceeding: What the act goes on with.
  /// - Returns: The version, its digest unchanged.
  func carrying(
    _ found: RulesInForce.Found, on day: Day, in proceeding: EntityKey?
  ) -> RulesInForce.Found {
    let begun = proceeding.flatMap { beginning(of: $0) }?.effective
    let turn = Settings.day(of: day, begunOn: begun, under: found.rules)
    let charters =
      found.rules.subgroups == nil
      ? [] : ledger.all(Subgroup.self).compactMap { $0.charter(on: turn) }
    return carried.rules(found, with: Settings(ledger.all(Parameter.self), on: turn), charters)
  }

  /// The first event of a proceeding; nil before.
  func beginning(of proceeding: EntityKey) -> Mark? { ledger.beginning(of: proceeding) }

  /// Takes in what an act led to.
  mutating func evolve(with events: [RecordedEvent]) throws {
    for event in events {
      try replay.take(event)
      try keepRules(of: event)
    }
  }

  private mutating func keepRules(of event: RecordedEvent) throws {
    guard event.type == "rules.adopted", let digest = event.data["digest"]?.text,
      let resolved = event.data["rules"], rules[digest] == nil
    else { return }
    rules[digest] = try RulesDocument.rules(resolved: resolved)
  }
}
