/// The entities that are loaded for deciding: a value, so that a decider cannot reach anything else.
///
/// ```swift
/// ledger[MemberID("PT")]        // the member, or nil when it has no history
/// ledger.all(Member.self)       // every member that was loaded, by id
/// ```
package struct Ledger: Sendable {
  private var entities: [EntityKey: any Entity] = [:]
  /// How many entities of a category the log has, by category; only those asked for.
  package var counts: [String: Int] = [:]
  /// Events that a correction names, by position.
  package var events: [Int64: PastEvent] = [:]

  package init() {}

  /// The entity, as far as it was loaded and has a history.
  package subscript<E: Entity>(id: Identifier<E>) -> E? { entities[EntityKey(id)] as? E }

  /// The entities of a kind that were loaded, in the order of their ids.
  package func all<E: Entity>(_ kind: E.Type) -> [E] {
    let found = entities.filter { $0.key.category == E.category }.compactMap { $0.value as? E }
    return found.sorted { $0.id < $1.id }
  }

  package mutating func put(_ entity: some Entity) {
    entities[EntityKey(entity.id)] = entity
  }

  /// What an event makes of its entity; the entity begins with its first event.
  package mutating func evolve<E: Entity>(_ id: Identifier<E>, with event: E.Event, at mark: Mark) {
    var entity = self[id] ?? E(id: id)
    entity.evolve(with: event, at: mark)
    put(entity)
  }
}
