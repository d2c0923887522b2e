package import EventStore
import Values

/// The entities of a log as its events make them, one after the other: what the states beside the log must equal.
///
/// Memory follows the entities and not the events; only a correction reads the events of its stream again.
package struct Replay {
  package private(set) var ledger = Ledger()
  private let log: Log

  package init(_ log: Log) { self.log = log }

  /// Takes in the event after those that it was given.
  ///
  /// - Throws: `event-unknown` and `event-unreadable` for an event that this program cannot read.
  package mutating func take(_ event: RecordedEvent) throws {
    guard let kind = EntityCatalogue.kind(of: event.stream.category) else {
      throw Failure(.eventUnknown, ["type": .text(event.type)])
    }
    try take(event, as: kind)
  }

  private mutating func take<E: Entity>(_ event: RecordedEvent, as kind: E.Type) throws {
    let past = PastEvent(event)
    let id = try past.key.identifier(of: kind)
    guard event.type == Correction.type else {
      ledger.evolve(id, with: try E.Event(past), at: past.mark)
      return
    }
    let earlier = try log.events(of: event.stream).filter { $0.position <= event.position }
    ledger.put(try History<E>(id, earlier.map { PastEvent($0) }).entity)
  }
}
