package import Values

/// The persons that acts named for a role, as long as they are in it.
///
/// Of two turns of one person that begin on the same day, the one recorded last counts.
package struct Role: Entity {
  package typealias Event = RoleEvent

  package static let category = "role"
  package static let fold = 1

  /// The name of the role in the rules.
  package let id: RoleID
  package private(set) var assignments: [Recorded<RoleAssignment>] = []
  package private(set) var endings: [Recorded<RoleEnding>] = []

  package init(id: RoleID) { self.id = id }

  package mutating func evolve(with event: RoleEvent, at mark: Mark) {
    switch event {
    case .assigned(let facts): assignments.append(Recorded(facts, at: mark))
    case .ended(let facts): endings.append(Recorded(facts, at: mark))
    }
  }

  /// Those in the role on a day, in the order in which they were named.
  package func assignments(on day: Day) -> [Recorded<RoleAssignment>] {
    assignments.filter { holds($0, on: day) }
  }

  /// The assignment of a person on a day; nil where the person is not in the role.
  package func assignment(of person: PersonID, on day: Day) -> Recorded<RoleAssignment>? {
    assignments(on: day).first { $0.facts.person == person }
  }

  private func holds(_ assignment: Recorded<RoleAssignment>, on day: Day) -> Bool {
    let facts = assignment.facts
    let turn = (facts.from.first, assignment.position)
    guard facts.from.first <= day, facts.until.map({ day < $0 }) != false else { return false }
    let isEnded = endings.contains { ending in
      ending.facts.person == facts.person && ending.facts.until.first <= day
        && turn < (ending.facts.until.first, ending.position)
    }
    let isReplaced = assignments.contains { other in
      other.facts.person == facts.person && other.facts.from.first <= day
        && turn < (other.facts.from.first, other.position)
    }
    return !isEnded && !isReplaced
  }
}

extension Role {
  package var state: JSON {
    [
      "assignments": .list(assignments.map(\.json)), "endings": .list(endings.map(\.json)),
    ]
  }

  package init(id: RoleID, state: JSON) throws(Failure) {
    self.id = id
    let reader = try FieldReader(state, of: Self.category)
    assignments = try reader.allRecorded("assignments")
    endings = try reader.allRecorded("endings")
  }
}

package typealias RoleID = Identifier<Role>
