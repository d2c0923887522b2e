package import Values

/// One item of an agenda, with the events behind it.
package struct AgendaItem: Hashable, Sendable {
  package let addition: Recorded<ItemAddition>
  package private(set) var moves: [Recorded<ItemMove>] = []
  package private(set) var markings: [Recorded<ItemMarking>] = []
  package private(set) var withdrawal: Recorded<ItemWithdrawal>?
  package private(set) var takings: [Recorded<ItemTaking>] = []

  package init(_ addition: Recorded<ItemAddition>) { self.addition = addition }

  package var id: ItemID { addition.facts.item }
  package var title: String { addition.facts.title }

  /// The item above it; nil at the top of the tree.
  package var parent: ItemID? {
    if let move = moves.last { return move.facts.parent }
    return addition.facts.parent
  }

  /// Who hears it, as it was marked last.
  package var session: ItemAddition.Session { marking().session }

  /// Who hears it by its own marking, as it stood at a position of the log, with the event that says so.
  package func marking(
    at position: Int64 = .max
  ) -> (session: ItemAddition.Session, event: Int64) {
    guard let marking = markings.last(where: { $0.position <= position }) else {
      return (addition.facts.session, addition.position)
    }
    return (marking.facts.session, marking.position)
  }

  /// What made it what it is: its addition, then each move and marking, by position.
  package var events: [Int64] {
    [addition.position] + (moves.map(\.position) + markings.map(\.position)).sorted()
  }

  mutating func move(_ facts: Recorded<ItemMove>) { moves.append(facts) }
  mutating func mark(_ facts: Recorded<ItemMarking>) { markings.append(facts) }
  mutating func withdraw(_ facts: Recorded<ItemWithdrawal>) { withdrawal = facts }
  mutating func take(_ facts: Recorded<ItemTaking>) { takings.append(facts) }

  package var json: JSON {
    .object(compacting: [
      ("addition", addition.json), ("moves", .list(moves.map(\.json))),
      ("markings", markings.isEmpty ? nil : .list(markings.map(\.json))),
      ("withdrawal", withdrawal?.json), ("takings", .list(takings.map(\.json))),
    ])
  }

  package init(_ json: JSON) throws(Failure) {
    let reader = try FieldReader(json, of: Agenda.category)
    guard let addition: Recorded<ItemAddition> = try reader.recorded("addition") else {
      throw Failure(
        .eventUnreadable, ["subject": .text(Agenda.category), "field": .text("addition")])
    }
    self.addition = addition
    moves = try reader.allRecorded("moves")
    markings = reader.has("markings") ? try reader.allRecorded("markings") : []
    withdrawal = try reader.recorded("withdrawal")
    takings = try reader.allRecorded("takings")
  }
}

package typealias ItemID = Identifier<AgendaItem>
