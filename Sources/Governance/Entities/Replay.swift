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
    guard event.type == Correction.type else { return try ledger.take(PastEvent(event)) }
    guard let kind = EntityCatalogue.kind(of: event.stream.category) else {
      throw Failure(.eventUnknown, ["type": .text(event.type)])
    }
    try correct(event, as: kind)
  }

  private mutating func correct<E: Entity>(_ event: RecordedEvent, as kind: E.Type) throws {
    let id = try PastEvent(event).key.identifier(of: kind)
    let earlier = try log.events(of: event.stream).filter { $0.position <= event.position }
    ledger.put(try History<E>(id, earlier.map { PastEvent($0) }).entity)
  }
}
