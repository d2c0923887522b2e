/// The entities that are loaded for deciding: a value, so that a decider cannot reach anything else.
///
/// ```swift
/// ledger[MemberID("PT")]        // the member, or nil when it has no history
/// ledger.all(Member.self)       // every member that was loaded, by id
/// ```
package struct Ledger: Sendable {
  /// By category and id, so that the others are not looked at when all of one kind are asked for.
  private var entities: [String: [String: any Entity]] = [:]
  /// How many entities of a category the log has, by category; only those asked for.
  package var counts: [String: Int] = [:]
  /// Events that a correction names, by position.
  package var events: [Int64: PastEvent] = [:]

  package init() {}

  /// How many entities were loaded.
  package var entityCount: Int { entities.values.reduce(0) { $0 + $1.count } }

  /// The entity, as far as it was loaded and has a history.
  package subscript<E: Entity>(id: Identifier<E>) -> E? { entities[E.category]?[id.text] as? E }

  /// The entities of a kind that were loaded, in the order of their ids.
  package func all<E: Entity>(_ kind: E.Type) -> [E] {
    let found = (entities[E.category] ?? [:]).values.compactMap { $0 as? E }
    return found.sorted { $0.id < $1.id }
  }

  package mutating func put<E: Entity>(_ entity: E) {
    entities[E.category, default: [:]][entity.id.text] = entity
  }

  /// Whether an entity was loaded and has a history.
  func holds(_ key: EntityKey) -> Bool { entities[key.category]?[key.id] != nil }

  /// The event that began a proceeding; nil before, and for an entity that is none.
  func beginning(of key: EntityKey) -> Mark? {
    (entities[key.category]?[key.id] as? any Proceeding)?.beginning
  }

  /// Takes over one entity, where the other ledger has it.
  mutating func take(_ key: EntityKey, from other: Ledger) {
    guard let entity = other.entities[key.category]?[key.id] else { return }
    entities[key.category, default: [:]][key.id] = entity
  }

  /// A ledger with what some needs name, and no more than a decider was promised.
  func part(_ needs: [Need]) -> Ledger {
    var part = Ledger()
    for need in needs {
      switch need {
      case .one(let key) where !part.holds(key): part.take(key, from: self)
      case .one: continue
      case .all(let category): part.entities[category] = entities[category]
      case .count(let category): part.counts[category] = entities[category]?.count ?? 0
      case .event: continue
      }
    }
    return part
  }

  /// What an event makes of its entity; the entity begins with its first event.
  package mutating func evolve<E: Entity>(_ id: Identifier<E>, with event: E.Event, at mark: Mark) {
    // Taken out, so that nothing else holds what is about to change.
    let before = entities[E.category]?.removeValue(forKey: id.text)
    var entity = before as? E ?? E(id: id)
    entity.evolve(with: event, at: mark)
    put(entity)
  }
}
