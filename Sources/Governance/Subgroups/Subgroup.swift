package import Values

/// A thematic subgroup, from its mandate to its end.
package struct Subgroup: Entity {
  package typealias Event = SubgroupEvent

  package static let category = "subgroup"
  package static let fold = 2

  package let id: SubgroupID
  /// Nil only before the first event, or when the creation was struck by a correction.
  package private(set) var creation: Recorded<SubgroupCreation>?
  /// In the order of their days; of the same day, in the order in which they were recorded.
  package private(set) var amendments: [Recorded<SubgroupAmendment>] = []
  package private(set) var joinings: [Recorded<SubgroupJoining>] = []
  package private(set) var leavings: [Recorded<SubgroupLeaving>] = []
  package private(set) var coordinations: [Recorded<SubgroupCoordination>] = []
  package private(set) var reports: [Recorded<SubgroupReport>] = []
  package private(set) var ending: Recorded<SubgroupEnding>?

  package init(id: SubgroupID) { self.id = id }

  /// Who coordinates on a day: of those that have begun, the one that began last; nobody once its term is over.
  package func coordination(on day: Day) -> Recorded<SubgroupCoordination>? {
    let last = coordinations.filter { $0.facts.from.first <= day }.max {
      ($0.facts.from.first, $0.position) < ($1.facts.from.first, $1.position)
    }
    guard let until = last?.facts.until, until < day else { return last }
    return nil
  }

  package mutating func evolve(with event: SubgroupEvent, at mark: Mark) {
    switch event {
    case .created(let facts): creation = Recorded(facts, at: mark)
    case .amended(let facts):
      amendments.append(Recorded(facts, at: mark))
      amendments.sort {
        ($0.mark.effective, $0.position) < ($1.mark.effective, $1.position)
      }
    case .joined(let facts): joinings.append(Recorded(facts, at: mark))
    case .left(let facts): leavings.append(Recorded(facts, at: mark))
    case .coordinated(let facts): coordinations.append(Recorded(facts, at: mark))
    case .reported(let facts): reports.append(Recorded(facts, at: mark))
    case .ended(let facts): ending = Recorded(facts, at: mark)
    }
  }
}

extension Subgroup {
  package var state: JSON {
    .object(compacting: [
      ("creation", creation?.json), ("amendments", .list(amendments.map(\.json))),
      ("joinings", .list(joinings.map(\.json))), ("leavings", .list(leavings.map(\.json))),
      ("coordinations", .list(coordinations.map(\.json))),
      ("reports", .list(reports.map(\.json))), ("ending", ending?.json),
    ])
  }

  package init(id: SubgroupID, state: JSON) throws(Failure) {
    self.id = id
    let reader = try FieldReader(state, of: Self.category)
    creation = try reader.recorded("creation")
    amendments = try reader.allRecorded("amendments")
    joinings = try reader.allRecorded("joinings")
    leavings = try reader.allRecorded("leavings")
    coordinations = try reader.allRecorded("coordinations")
    reports = try reader.allRecorded("reports")
    ending = try reader.recorded("ending")
  }
}

package typealias SubgroupID = Identifier<Subgroup>
