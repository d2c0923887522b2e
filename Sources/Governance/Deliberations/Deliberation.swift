package import Values

/// A matter that was put to a body, and what became of it.
package struct Deliberation: Entity {
  package typealias Event = DeliberationEvent

  package static let category = "deliberation"
  package static let fold = 1

  package enum Outcome: String, CaseIterable, Sendable {
    case adopted, rejected, deferred
  }

  package let id: DeliberationID
  /// Nil only before the first event, or when that was struck by a correction.
  package private(set) var outcome: Outcome?
  /// Nil for a matter that was put off.
  package private(set) var resolution: Recorded<Resolution>?
  package private(set) var deferral: Recorded<Deferral>?

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

  package mutating func evolve(with event: DeliberationEvent, at mark: Mark) {
    switch event {
    case .adopted(let facts):
      outcome = .adopted
      resolution = Recorded(facts, at: mark)
    case .rejected(let facts):
      outcome = .rejected
      resolution = Recorded(facts, at: mark)
    case .deferred(let facts):
      outcome = .deferred
      deferral = Recorded(facts, at: mark)
    }
  }
}

extension Deliberation {
  package var state: JSON {
    .object(compacting: [
      ("outcome", outcome.map { .text($0.rawValue) }), ("resolution", resolution?.json),
      ("deferral", deferral?.json),
    ])
  }

  package init(id: DeliberationID, state: JSON) throws(Failure) {
    self.id = id
    let reader = try FieldReader(state, of: Self.category)
    outcome = try reader.fields["outcome"] == nil ? nil : reader.choice("outcome")
    resolution = try reader.recorded("resolution")
    deferral = try reader.recorded("deferral")
  }
}

package typealias DeliberationID = Identifier<Deliberation>
