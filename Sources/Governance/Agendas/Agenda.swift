package import Values

/// The agenda of one meeting, whose id it has: a tree of items.
package struct Agenda: Entity {
  package typealias Event = AgendaEvent

  package static let category = "agenda"
  package static let fold = 2

  package let id: AgendaID
  /// Siblings stand in their order; what is withdrawn stays among them, until it joins the agenda again.
  package private(set) var items: [AgendaItem] = []
  package private(set) var freezing: Recorded<Freezing>?

  package init(id: AgendaID) { self.id = id }

  package func item(_ id: ItemID) -> AgendaItem? { items.first { $0.id == id } }

  /// The item that a deliberation took up; nil when it named none.
  package func item(takenBy deliberation: DeliberationID) -> AgendaItem? {
    items.first { $0.takings.contains { $0.facts.deliberation == deliberation } }
  }

  /// In which session an item was heard at a position of the log, with the event behind it: its own marking or
  /// that of an item above it, whichever is narrower.
  package func marking(
    of item: AgendaItem, at position: Int64
  ) -> (session: ItemAddition.Session, event: Int64) {
    var narrowest = item.marking(at: position)
    var above = item.parent.flatMap { self.item($0) }
    var seen: Set<ItemID> = [item.id]
    while let next = above, seen.insert(next.id).inserted {
      let marking = next.marking(at: position)
      if narrowest.session < marking.session { narrowest = marking }
      above = next.parent.flatMap { self.item($0) }
    }
    return narrowest
  }

  package mutating func evolve(with event: AgendaEvent, at mark: Mark) {
    switch event {
    case .added(let facts):
      guard item(facts.item)?.withdrawal != nil || item(facts.item) == nil else { return }
      items.removeAll { $0.id == facts.item }
      items.append(AgendaItem(Recorded(facts, at: mark)))
    case .moved(let facts): move(Recorded(facts, at: mark))
    case .marked(let facts): change(facts.item) { $0.mark(Recorded(facts, at: mark)) }
    case .withdrawn(let facts): change(facts.item) { $0.withdraw(Recorded(facts, at: mark)) }
    case .taken(let facts): change(facts.item) { $0.take(Recorded(facts, at: mark)) }
    case .frozen(let facts): freezing = freezing ?? Recorded(facts, at: mark)
    }
  }

  private mutating func change(_ id: ItemID, _ body: (inout AgendaItem) -> Void) {
    guard let index = items.firstIndex(where: { $0.id == id }) else { return }
    body(&items[index])
  }

  private mutating func move(_ move: Recorded<ItemMove>) {
    guard let index = items.firstIndex(where: { $0.id == move.facts.item }) else { return }
    var item = items.remove(at: index)
    item.move(move)
    let place = move.facts.before.flatMap { before in items.firstIndex { $0.id == before } }
    items.insert(item, at: place ?? items.count)
  }
}

extension Agenda {
  package var state: JSON {
    .object(compacting: [("items", .list(items.map(\.json))), ("freezing", freezing?.json)])
  }

  package init(id: AgendaID, state: JSON) throws(Failure) {
    self.id = id
    let reader = try FieldReader(state, of: Self.category)
    for json in try reader.list("items") { items.append(try AgendaItem(json)) }
    freezing = try reader.recorded("freezing")
  }
}

package typealias AgendaID = Identifier<Agenda>
