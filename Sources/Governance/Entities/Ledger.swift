import Values

/// The entities that are loaded for deciding: a value, so that a decider cannot reach anything else.
///
/// ```swift
/// ledger[MemberID("PT")]        // the member, or nil when it has no history
/// ledger.all(Member.self)       // every member that was loaded, by id
/// ```
package struct Ledger: Sendable {
  /// By category, so that the others are not looked at when all of one kind are asked for.
  private var tables: [String: any EntityTables] = [:]
  /// How many entities of a category the log has, by category; only those asked for.
  package var counts: [String: Int] = [:]
  /// Events that a correction names, by position.
  package var events: [Int64: PastEvent] = [:]

  package init() {}

  /// How many entities were loaded.
  package var entityCount: Int { tables.values.reduce(0) { $0 + $1.count } }

  /// The entity, as far as it was loaded and has a history.
  package subscript<E: Entity>(id: Identifier<E>) -> E? {
    (tables[E.category] as? EntityTable<E>)?.entities[id.text]
  }

  /// The entities of a kind that were loaded, in the order of their ids.
  package func all<E: Entity>(_ kind: E.Type) -> [E] {
    guard let table = tables[E.category] as? EntityTable<E> else { return [] }
    return table.entities.values.sorted { $0.id < $1.id }
  }

  package mutating func put<E: Entity>(_ entity: E) {
    change(E.self) { $0.entities[entity.id.text] = entity }
  }

  /// Whether an entity was loaded and has a history.
  func holds(_ key: EntityKey) -> Bool { tables[key.category]?.holds(key.id) == true }

  /// The event that began a proceeding; nil before, and for an entity that is none.
  func beginning(of key: EntityKey) -> Mark? { tables[key.category]?.beginning(of: key.id) }

  /// Takes over one entity, where the other ledger has it.
  mutating func take(_ key: EntityKey, from other: Ledger) {
    guard let table = other.tables[key.category], table.holds(key.id) else { return }
    tables[key.category] = table.taking(key.id, into: tables[key.category])
  }

  /// A ledger with what some needs name, and no more than a decider was promised.
  func part(_ needs: [Need]) -> Ledger {
    var part = Ledger()
    for need in needs {
      switch need {
      case .one(let key) where !part.holds(key): part.take(key, from: self)
      case .one: continue
      case .all(let category): part.tables[category] = tables[category]
      case .count(let category): part.counts[category] = tables[category]?.count ?? 0
      case .event: continue
      }
    }
    return part
  }

  /// What an event makes of its entity; the entity begins with its first event.
  package mutating func evolve<E: Entity>(_ id: Identifier<E>, with event: E.Event, at mark: Mark) {
    change(E.self) { $0.entities[id.text, default: E(id: id)].evolve(with: event, at: mark) }
  }

  /// Takes in an event of the log that is no correction.
  ///
  /// - Throws: `event-unknown`, `event-newer` and `event-unreadable`.
  mutating func take(_ event: PastEvent) throws(Failure) {
    let category = event.key.category
    if try tables[category]?.take(event) != nil { return }
    guard var table = EntityCatalogue.kind(of: category)?.emptyTable() else {
      throw Failure(.eventUnknown, ["type": .text(event.type)])
    }
    try table.take(event)
    tables[category] = table
  }

  private mutating func change<E: Entity>(_ kind: E.Type, _ body: (inout EntityTable<E>) -> Void) {
    // Taken out, so that nothing else holds what is about to change.
    var table = tables.removeValue(forKey: E.category) as? EntityTable<E> ?? EntityTable()
    body(&table)
    tables[E.category] = table
  }
}
