package import Values

/// An output that the network owes in each period, such as a yearly monitor; those of meetings stand with their meeting.
package struct Output: Entity {
  package typealias Event = OutputEvent

  package static let category = "output"
  package static let fold = 1

  /// The id of the rule.
  package let id: OutputID
  package private(set) var publications: [Recorded<Publication>] = []

  package init(id: OutputID) { self.id = id }

  package func publication(forPeriodEnding day: Day) -> Recorded<Publication>? {
    publications.first { $0.facts.periodEnding == day }
  }

  package mutating func evolve(with event: OutputEvent, at mark: Mark) {
    switch event {
    case .published(let facts): publications.append(Recorded(facts, at: mark))
    }
  }
}

extension Output {
  package var state: JSON { ["publications": .list(publications.map(\.json))] }

  package init(id: OutputID, state: JSON) throws(Failure) {
    self.id = id
    publications = try FieldReader(state, of: Self.category).allRecorded("publications")
  }
}

package typealias OutputID = Identifier<Output>

/// What happens to an output of periods.
package enum OutputEvent: EntityEvent {
  case published(Publication)

  package static let schemas = ["output.published": 1]

  package var type: String {
    switch self {
    case .published: "output.published"
    }
  }

  package var data: JSON {
    switch self {
    case .published(let facts): facts.data
    }
  }

  package init(type: String, data: JSON) throws(Failure) {
    switch type {
    case "output.published": self = .published(try Publication(FieldReader(data, of: type)))
    default: throw Failure(.eventUnknown, ["type": .text(type)])
    }
  }
}
