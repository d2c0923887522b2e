package import Values

/// The counter of a series of meetings: which numbers are taken, and which one is next.
///
/// A number stays taken when its meeting is cancelled. A meeting whose number nobody knows counts as
/// one. In a past that is taken over the counter may skip what is not known.
package struct SeriesCounter: Entity {
  package typealias Event = SeriesEvent

  package static let category = "series"
  package static let fold = 1

  package let id: SeriesID
  /// In the order of recording.
  package private(set) var assignments: [Recorded<NumberAssignment>] = []
  /// The highest number reached, with the meetings of unknown number counted.
  package private(set) var last = 0

  package init(id: SeriesID) { self.id = id }

  package var next: Int { last + 1 }

  package var meetings: [MeetingID] { assignments.map(\.facts.meeting) }

  /// The meeting that has a number; nil when nobody has it, or when it is not known.
  package func meeting(numbered number: Int) -> MeetingID? {
    assignments.first { $0.facts.number == number }?.facts.meeting
  }

  package mutating func evolve(with event: SeriesEvent, at mark: Mark) {
    switch event {
    case .assigned(let assignment):
      assignments.append(Recorded(assignment, at: mark))
      last = max(last, assignment.number ?? next)
    }
  }
}

extension SeriesCounter {
  package var state: JSON {
    ["assignments": .list(assignments.map(\.json)), "last": .count(last)]
  }

  package init(id: SeriesID, state: JSON) throws(Failure) {
    self.id = id
    let reader = try FieldReader(state, of: Self.category)
    assignments = try reader.allRecorded("assignments")
    last = try reader.int("last")
  }
}

package typealias SeriesID = Identifier<SeriesCounter>
