import Values

/// The entities of one kind that a ledger holds, by the text of their ids.
///
/// Each kind has a table of its own type, so that an entity is changed where it lies: one that stands in a box of any
/// kind is unpacked, copied and packed again for each of its events.
package struct EntityTable<E: Entity>: EntityTables {
  var entities: [String: E] = [:]

  var count: Int { entities.count }

  func holds(_ id: String) -> Bool { entities[id] != nil }

  func beginning(of id: String) -> Mark? { (entities[id] as? any Proceeding)?.beginning }

  mutating func take(_ event: PastEvent) throws(Failure) { try E.take(event, into: &self) }

  func taking(_ id: String, into other: (any EntityTables)?) -> any EntityTables {
    var table = other as? Self ?? Self()
    table.entities[id] = entities[id]
    return table
  }
}

/// What is asked of a table whatever its kind.
protocol EntityTables: Sendable {
  var count: Int { get }

  func holds(_ id: String) -> Bool

  /// The event that began a proceeding; nil before, and for an entity that is none.
  func beginning(of id: String) -> Mark?

  /// Takes in an event of one of its entities that is no correction.
  mutating func take(_ event: PastEvent) throws(Failure)

  /// Another table of this kind with one entity of this one besides, where it is here; nil stands for an empty one.
  func taking(_ id: String, into other: (any EntityTables)?) -> any EntityTables
}
