package import EventStore
package import Values

/// Holds the states kept in a log to what its events say.
package enum FoldCheck {
  /// Whether a stored state is what folding the events of its stream anew gives.
  ///
  /// A state that another release made is passed: it is folded anew before it is used.
  ///
  /// - Throws: `event-unknown` and `event-unreadable` for a stream that cannot be folded.
  package static func holds(
    _ log: Log, _ stream: StreamName, _ stored: StoredState
  ) throws -> Bool {
    guard let kind = EntityCatalogue.kind(of: stream.category) else {
      throw Failure(.eventUnknown, ["type": .text(stream.category)])
    }
    return try holds(log, stream, stored, as: kind)
  }

  /// What the events of a stream fold to, for a log that was made again without its states.
  ///
  /// - Throws: `event-unknown` and `event-unreadable` for a stream that cannot be folded.
  package static func state(
    _ log: Log, _ stream: StreamName
  ) throws -> (fold: Int, data: JSON) {
    guard let kind = EntityCatalogue.kind(of: stream.category) else {
      throw Failure(.eventUnknown, ["type": .text(stream.category)])
    }
    return try state(log, stream, as: kind)
  }

  private static func state<E: Entity>(
    _ log: Log, _ stream: StreamName, as kind: E.Type
  ) throws -> (fold: Int, data: JSON) {
    let key = EntityKey(category: stream.category, id: stream.id)
    let past = try log.events(of: stream).map { PastEvent($0) }
    return (E.fold, try History<E>(key.identifier(), past).entity.state)
  }

  private static func holds<E: Entity>(
    _ log: Log, _ stream: StreamName, _ stored: StoredState, as kind: E.Type
  ) throws -> Bool {
    guard stored.fold == E.fold else { return true }
    let key = EntityKey(category: stream.category, id: stream.id)
    let past = try log.events(of: stream).map { PastEvent($0) }
    let entity = try History<E>(key.identifier(), past).entity
    return entity.state.canonical == stored.data.canonical
  }
}
