package import Values

/// An action outside a programme: given by a meeting or a deliberation, with an owner and a day due.
package struct Assignment: Entity {
  package typealias Event = AssignmentEvent

  package static let category = "assignment"
  package static let fold = 1

  package let id: AssignmentID
  /// Nil only before the first event, or when that was struck by a correction.
  package private(set) var making: Recorded<AssignmentMaking>?
  package private(set) var reports: [Recorded<AssignmentReport>] = []
  package private(set) var extensions: [Recorded<AssignmentExtension>] = []
  package private(set) var closing: Recorded<AssignmentClosing>?

  package init(id: AssignmentID) { self.id = id }

  /// The last day, as the last extension left it; nil for one that was struck.
  package var due: Day? { extensions.last?.facts.due ?? making?.facts.due }

  /// Whether something is still to be done.
  package var isOpen: Bool { making != nil && closing == nil }

  package mutating func evolve(with event: AssignmentEvent, at mark: Mark) {
    switch event {
    case .made(let facts): making = Recorded(facts, at: mark)
    case .reported(let facts): reports.append(Recorded(facts, at: mark))
    case .extended(let facts): extensions.append(Recorded(facts, at: mark))
    case .closed(let facts): closing = Recorded(facts, at: mark)
    }
  }
}

extension Assignment {
  package var state: JSON {
    .object(compacting: [
      ("making", making?.json), ("reports", .list(reports.map(\.json))),
      ("extensions", .list(extensions.map(\.json))), ("closing", closing?.json),
    ])
  }

  package init(id: AssignmentID, state: JSON) throws(Failure) {
    self.id = id
    let reader = try FieldReader(state, of: Self.category)
    making = try reader.recorded("making")
    reports = try reader.allRecorded("reports")
    extensions = try reader.allRecorded("extensions")
    closing = try reader.recorded("closing")
  }
}

package typealias AssignmentID = Identifier<Assignment>

extension Identifier where Kind == Assignment {
  /// The id of the next one, `action-1` for the first.
  init(next ledger: Ledger) {
    let number = (ledger.counts[Assignment.category] ?? 0) + 1
    guard let id = Self("action-\(number)") else {
      preconditionFailure("a word, a hyphen and a number are an id")
    }
    self = id
  }
}
