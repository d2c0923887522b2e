package import Values

/// A matter that was put to a body, and what became of it.
package struct Deliberation: Entity {
  package typealias Event = DeliberationEvent

  package static let category = "deliberation"
  package static let fold = 2

  package enum Outcome: String, CaseIterable, Sendable {
    case adopted, rejected, deferred
    /// As many for as against, and the rule has the matter voted on once more.
    case tied
  }

  /// What a matter counts for today.
  package enum Status: String, CaseIterable, Sendable {
    case inForce = "in_force"
    /// In force as a later deliberation changed it.
    case amended
    case repealed
    /// The vote does not count; whether it was repeated, other deliberations say.
    case annulled
    case rejected, deferred, tied
  }

  package let id: DeliberationID
  /// Nil only before the first event, or when that was struck by a correction.
  package private(set) var outcome: Outcome?
  /// Nil for a matter that was put off.
  package private(set) var resolution: Recorded<Resolution>?
  package private(set) var deferral: Recorded<Deferral>?
  package private(set) var annulment: Recorded<Annulment>?
  /// In the order in which they were recorded.
  package private(set) var amendments: [Recorded<LaterAmendment>] = []
  package private(set) var repeal: Recorded<Repeal>?

  package init(id: DeliberationID) { self.id = id }

  package var matter: String? { resolution?.facts.matter ?? deferral?.facts.matter }
  package var body: String? { resolution?.facts.body ?? deferral?.facts.body }
  package var title: String? { resolution?.facts.title ?? deferral?.facts.title }
  package var meeting: MeetingID? { resolution?.facts.meeting ?? deferral?.facts.meeting }
  /// The written or silence procedure that decided it; nil for a matter of a meeting.
  package var procedure: ProcedureID? { resolution?.facts.procedure }
  package var digest: String? { resolution?.facts.digest }
  /// The day from which the outcome counts.
  package var day: Day? { (resolution?.mark ?? deferral?.mark)?.effective }
  /// The position of the event behind the outcome.
  package var position: Int64? { (resolution?.mark ?? deferral?.mark)?.position }

  /// Nil only where there is no outcome.
  package var status: Status? {
    if annulment != nil { return .annulled }
    if repeal != nil { return .repealed }
    return outcome.map { outcome in
      switch outcome {
      case .adopted: amendments.isEmpty ? .inForce : .amended
      case .rejected: .rejected
      case .deferred: .deferred
      case .tied: .tied
      }
    }
  }

  package mutating func evolve(with event: DeliberationEvent, at mark: Mark) {
    switch event {
    case .adopted(let facts):
      outcome = .adopted
      resolution = Recorded(facts, at: mark)
    case .rejected(let facts):
      outcome = .rejected
      resolution = Recorded(facts, at: mark)
    case .tied(let facts):
      outcome = .tied
      resolution = Recorded(facts, at: mark)
    case .deferred(let facts):
      outcome = .deferred
      deferral = Recorded(facts, at: mark)
    case .annulled(let facts): annulment = Recorded(facts, at: mark)
    case .amended(let facts): amendments.append(Recorded(facts, at: mark))
    case .repealed(let facts): repeal = Recorded(facts, at: mark)
    }
  }
}

extension Deliberation {
  package var state: JSON {
    .object(compacting: [
      ("outcome", outcome.map { .text($0.rawValue) }), ("resolution", resolution?.json),
      ("deferral", deferral?.json), ("annulment", annulment?.json),
      ("amendments", amendments.isEmpty ? nil : .list(amendments.map(\.json))),
      ("repeal", repeal?.json),
    ])
  }

  package init(id: DeliberationID, state: JSON) throws(Failure) {
    self.id = id
    let reader = try FieldReader(state, of: Self.category)
    outcome = try reader.fields["outcome"] == nil ? nil : reader.choice("outcome")
    resolution = try reader.recorded("resolution")
    deferral = try reader.recorded("deferral")
    annulment = try reader.recorded("annulment")
    for json in reader.fields["amendments"]?.list ?? [] {
      amendments.append(try Recorded(json, of: Self.category))
    }
    repeal = try reader.recorded("repeal")
  }
}

package typealias DeliberationID = Identifier<Deliberation>
