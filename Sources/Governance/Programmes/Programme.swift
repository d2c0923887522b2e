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
  /// What ended actions; those that an amendment dropped are among them.
  package private(set) var closings: [Recorded<ActionClosing>] = []
  /// In the order in which they were recorded.
  package private(set) var amendments: [Recorded<ProgrammeAmendment>] = []
  package private(set) var objectives: [Recorded<ObjectiveAddition>] = []
  package private(set) var deliverableAdditions: [Recorded<DeliverableAddition>] = []
  package private(set) var publications: [Recorded<DeliverablePublication>] = []

  package init(id: ProgrammeID) { self.id = id }

  package var nextAction: Int { (additions.map(\.facts.number).max() ?? 0) + 1 }
  package var nextObjective: Int { (objectives.map(\.facts.number).max() ?? 0) + 1 }

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
    case .amended(let facts): amend(Recorded(facts, at: mark))
    case .objective(let facts): objectives.append(Recorded(facts, at: mark))
    case .deliverable(let facts): deliverableAdditions.append(Recorded(facts, at: mark))
    case .published(let facts): publications.append(Recorded(facts, at: mark))
    }
  }

  /// What an amendment adds and drops stands among the actions as if it had been recorded one by one.
  private mutating func amend(_ amendment: Recorded<ProgrammeAmendment>) {
    let facts = amendment.facts
    amendments.append(amendment)
    objectives += facts.objectives.map { Recorded($0, at: amendment.mark) }
    additions += facts.added.map { Recorded($0, at: amendment.mark) }
    closings += facts.dropped.map { number in
      Recorded(ActionClosing(number: number, on: facts.on, outcome: .dropped), at: amendment.mark)
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
      ("amendments", Self.kept(amendments)), ("objectives", Self.kept(objectives)),
      ("deliverables", Self.kept(deliverableAdditions)), ("publications", Self.kept(publications)),
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
    amendments = try reader.has("amendments") ? reader.allRecorded("amendments") : []
    objectives = try reader.has("objectives") ? reader.allRecorded("objectives") : []
    deliverableAdditions = try reader.has("deliverables") ? reader.allRecorded("deliverables") : []
    publications = try reader.has("publications") ? reader.allRecorded("publications") : []
  }

  /// A list that is empty is left out.
  private static func kept<Facts>(_ all: [Recorded<Facts>]) -> JSON? {
    all.isEmpty ? nil : .list(all.map(\.json))
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
