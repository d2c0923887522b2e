package import Values

package typealias BoardID = Identifier<Board>

/// Who sits in a body that is no plenary: a trio by the calendar, an elected board, a coordinating member.
///
/// Each act gives a whole composition; of those that have begun by a day, the one with the latest first day
/// counts, and of the same day the one recorded last.
package struct Board: Entity {
  package typealias Event = BoardEvent

  package static let category = "board"
  package static let fold = 1

  /// The body's id in the rules, such as `board`.
  package let id: BoardID
  /// In the order of their first days; of the same day, in the order in which they were recorded.
  package private(set) var compositions: [BoardComposition] = []

  package init(id: BoardID) { self.id = id }

  /// Who sits in it on a day; nil before the first composition, and when the last one has run out.
  package func composition(on day: Day) -> BoardComposition? {
    guard let last = compositions.last(where: { $0.seating.from.first <= day }) else { return nil }
    return last.seating.until.map { day < $0 } == false ? nil : last
  }

  package mutating func evolve(with event: BoardEvent, at mark: Mark) {
    compositions.append(
      BoardComposition(origin: event.origin, seating: event.seating, position: mark.position))
    compositions.sort {
      ($0.seating.from.first, $0.position) < ($1.seating.from.first, $1.position)
    }
  }
}

/// One composition of a board, with how it came about.
package struct BoardComposition: Hashable, Sendable {
  package enum Origin: String, CaseIterable, Sendable {
    case composition, rotation, swap, election, coordination
  }

  package let origin: Origin
  package let seating: BoardEvent.Seating
  /// The position of the event that gave it.
  package let position: Int64

  package var members: [MemberID] { seating.members }

  /// Whether it is a group of which members have swapped their turns.
  func isSwapped(from group: [MemberID]) -> Bool {
    origin == .swap && Set(members) == Set(group)
  }
}

extension Board {
  package var state: JSON { ["compositions": .list(compositions.map(\.json))] }

  package init(id: BoardID, state: JSON) throws(Failure) {
    self.id = id
    for item in try FieldReader(state, of: Self.category).list("compositions") {
      compositions.append(try BoardComposition(item))
    }
  }
}

extension BoardComposition {
  fileprivate var json: JSON {
    [
      "origin": .text(origin.rawValue), "seating": seating.json, "position": .int(position),
    ]
  }

  fileprivate init(_ json: JSON) throws(Failure) {
    let reader = try FieldReader(json, of: Board.category)
    origin = try reader.choice("origin")
    seating = try BoardEvent.Seating(reader.fields["seating"] ?? .null, of: Board.category)
    position = try reader.position("position")
  }
}
