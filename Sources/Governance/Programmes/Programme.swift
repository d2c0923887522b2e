package import Values

/// A programme of work: objectives over a period, with the actions that carry them out.
package struct Programme: Entity {
  package typealias Event = ProgrammeEvent

  package static let category = "programme"
  package static let fold = 2

  package let id: ProgrammeID
  /// Nil only before the first event, or when the draft was struck by a correction.
  package private(set) var draft: Recorded<ProgrammeDraft>?
  package private(set) var adoption: Recorded<ProgrammeAdoption>?
  /// Nil while nobody took the draft back.
  package private(set) var withdrawal: Recorded<ProgrammeWithdrawal>?
  package private(set) var additions: [Recorded<ActionAddition>] = []
  package private(set) var reports: [Recorded<ActionReport>] = []
  package private(set) var closings: [Recorded<ActionClosing>] = []

  package init(id: ProgrammeID) { self.id = id }

  package var nextAction: Int { (additions.map(\.facts.number).max() ?? 0) + 1 }

  package func action(_ number: Int) -> Recorded<ActionAddition>? {
    additions.first { $0.facts.number == number }
  }

  /// The newest report on an action; nil when there is none.
  package func report(on number: Int) -> Recorded<ActionReport>? {
    reports.last { $0.facts.number == number }
  }

  /// How an action ended; nil while it goes on.
  package func closing(of number: Int) -> Recorded<ActionClosing>? {
    closings.last { $0.facts.number == number }
  }

  package mutating func evolve(with event: ProgrammeEvent, at mark: Mark) {
    switch event {
    case .drafted(let facts): draft = Recorded(facts, at: mark)
    case .adopted(let facts): adoption = Recorded(facts, at: mark)
    case .withdrawn(let facts): withdrawal = Recorded(facts, at: mark)
    case .added(let facts): additions.append(Recorded(facts, at: mark))
    case .reported(let facts): reports.append(Recorded(facts, at: mark))
    case .closed(let facts): closings.append(Recorded(facts, at: mark))
    }
  }
}

extension Programme {
  package var state: JSON {
    .object(compacting: [
      ("draft", draft?.json), ("adoption", adoption?.json),
      ("withdrawal", withdrawal?.json),
      ("additions", .list(additions.map(\.json))), ("reports", .list(reports.map(\.json))),
      ("closings", .list(closings.map(\.json))),
    ])
  }

  package init(id: ProgrammeID, state: JSON) throws(Failure) {
    self.id = id
    let reader = try FieldReader(state, of: Self.category)
    draft = try reader.recorded("draft")
    adoption = try reader.recorded("adoption")
    withdrawal = try reader.recorded("withdrawal")
    additions = try reader.allRecorded("additions")
    reports = try reader.allRecorded("reports")
    closings = try reader.allRecorded("closings")
  }
}

package typealias ProgrammeID = Identifier<Programme>

/// The id of an action, `programme-1.3`: the third of the first programme.
package struct ActionID: Hashable, Sendable {
  package let programme: ProgrammeID
  package let number: Int

  /// Reads an id with a point and a number from 1 after the programme's.
  package init?(_ text: String) {
    guard let point = text.lastIndex(of: "."), let programme = ProgrammeID(text[..<point]),
      let number = Int(text[text.index(after: point)...]), number > 0
    else { return nil }
    self.programme = programme
    self.number = number
  }

  package init(programme: ProgrammeID, number: Int) {
    self.programme = programme
    self.number = number
  }

  package var text: String { "\(programme.text).\(number)" }
}
