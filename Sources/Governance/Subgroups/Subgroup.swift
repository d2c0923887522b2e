package import Values

/// A thematic subgroup, from its mandate to its end.
package struct Subgroup: Entity {
  package typealias Event = SubgroupEvent

  package static let category = "subgroup"
  package static let fold = 1

  package let id: SubgroupID
  /// Nil only before the first event, or when the creation was struck by a correction.
  package private(set) var creation: Recorded<SubgroupCreation>?
  package private(set) var coordinations: [Recorded<SubgroupCoordination>] = []
  package private(set) var reports: [Recorded<SubgroupReport>] = []
  package private(set) var ending: Recorded<SubgroupEnding>?

  package init(id: SubgroupID) { self.id = id }

  /// Who coordinates on a day: of those that have begun, the one that began last.
  package func coordination(on day: Day) -> Recorded<SubgroupCoordination>? {
    coordinations.filter { $0.facts.from.first <= day }.max {
      ($0.facts.from.first, $0.position) < ($1.facts.from.first, $1.position)
    }
  }

  package mutating func evolve(with event: SubgroupEvent, at mark: Mark) {
    switch event {
    case .created(let facts): creation = Recorded(facts, at: mark)
    case .coordinated(let facts): coordinations.append(Recorded(facts, at: mark))
    case .reported(let facts): reports.append(Recorded(facts, at: mark))
    case .ended(let facts): ending = Recorded(facts, at: mark)
    }
  }
}

extension Subgroup {
  package var state: JSON {
    .object(compacting: [
      ("creation", creation?.json), ("coordinations", .list(coordinations.map(\.json))),
      ("reports", .list(reports.map(\.json))), ("ending", ending?.json),
    ])
  }

  package init(id: SubgroupID, state: JSON) throws(Failure) {
    self.id = id
    let reader = try FieldReader(state, of: Self.category)
    creation = try reader.recorded("creation")
    coordinations = try reader.allRecorded("coordinations")
    reports = try reader.allRecorded("reports")
    ending = try reader.recorded("ending")
  }
}

package typealias SubgroupID = Identifier<Subgroup>
