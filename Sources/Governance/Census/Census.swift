package import Values

/// A round in which every holder of a seat is asked whether the record is still right, by a day.
package struct Census: Entity {
  package typealias Event = CensusEvent

  package static let category = "census"
  package static let fold = 1

  package let id: CensusID
  /// Nil only before the first event, or when that was struck by a correction.
  package private(set) var opening: Recorded<CensusOpening>?
  package private(set) var closing: Recorded<CensusClosing>?

  package init(id: CensusID) { self.id = id }

  /// Whether it still asks.
  package var isOpen: Bool { opening != nil && closing == nil }

  package mutating func evolve(with event: CensusEvent, at mark: Mark) {
    switch event {
    case .opened(let facts): opening = Recorded(facts, at: mark)
    case .closed(let facts): closing = Recorded(facts, at: mark)
    }
  }
}

extension Census {
  package var state: JSON {
    .object(compacting: [("opening", opening?.json), ("closing", closing?.json)])
  }

  package init(id: CensusID, state: JSON) throws(Failure) {
    self.id = id
    let reader = try FieldReader(state, of: Self.category)
    opening = try reader.recorded("opening")
    closing = try reader.recorded("closing")
  }
}

package typealias CensusID = Identifier<Census>

extension Identifier where Kind == Census {
  /// The id of the next one, `census-1` for the first.
  init(next ledger: Ledger) {
    let number = (ledger.counts[Census.category] ?? 0) + 1
    guard let id = Self("census-\(number)") else {
      preconditionFailure("a word, a hyphen and a number are an id")
    }
    self = id
  }
}
