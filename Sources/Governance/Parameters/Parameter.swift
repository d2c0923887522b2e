package import Values

/// A value that acts change within the bounds of the rules: what it was set to, and from which day.
///
/// Which value a parameter has when nobody set one, and whether a value still fits, is told by the rules.
package struct Parameter: Entity {
  package typealias Event = ParameterEvent

  package static let category = "parameter"
  package static let fold = 1

  package let id: ParameterID
  /// In the order of their days; of the same day, in the order in which they were recorded.
  package private(set) var changes: [Recorded<ParameterChange>] = []

  package init(id: ParameterID) { self.id = id }

  /// The last change that counts on a day; nil before the first.
  package func change(on day: Day) -> Recorded<ParameterChange>? {
    changes.last { $0.facts.from.first <= day }
  }

  package mutating func evolve(with event: ParameterEvent, at mark: Mark) {
    switch event {
    case .changed(let change):
      changes.append(Recorded(change, at: mark))
      changes.sort { ($0.facts.from.first, $0.position) < ($1.facts.from.first, $1.position) }
    }
  }
}

extension Parameter {
  package var state: JSON { ["changes": .list(changes.map(\.json))] }

  package init(id: ParameterID, state: JSON) throws(Failure) {
    self.id = id
    changes = try FieldReader(state, of: Self.category).allRecorded("changes")
  }
}

package typealias ParameterID = Identifier<Parameter>
