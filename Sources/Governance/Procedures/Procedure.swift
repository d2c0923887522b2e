package import Values

package typealias ProcedureID = Identifier<Procedure>

/// A matter that a body decides outside a meeting: opened, notified, running, ended.
///
/// Nothing happens in it because time passed: its expiry is an event, recorded by `admin tick` or by
/// `procedure close`, with the moment at which it took effect.
package struct Procedure: Entity {
  package typealias Event = ProcedureEvent

  package static let category = "procedure"
  package static let fold = 1

  package enum Stage: String, CaseIterable, Sendable {
    /// Nobody has opened it: only before its first event, or when that was struck.
    case unopened
    /// Its time does not run yet: notices or the consent to the method are missing.
    case waiting
    case running
    case adopted, rejected
    /// Too few answered.
    case lapsed
    case broken, withdrawn

    package var isOngoing: Bool { self == .waiting || self == .running }
  }

  package let id: ProcedureID
  package private(set) var opening: Recorded<ProcedureOpening>?
  package private(set) var notices: [Recorded<ProcedureNotice>] = []
  package private(set) var consent: Recorded<ProcedureConsent>?
  package private(set) var clock: Recorded<ProcedureClock>?
  /// Every answer in the order of the log; the last of each member counts.
  package private(set) var answers: [Recorded<ProcedureAnswer>] = []
  package private(set) var objections: [Recorded<ProcedureObjection>] = []
  package private(set) var retractions: [Recorded<ProcedureRetraction>] = []
  package private(set) var extensions: [Recorded<ProcedureExtension>] = []
  package private(set) var breaking: Recorded<ProcedureBreak>?
  package private(set) var result: Recorded<ProcedureResult>?
  package private(set) var withdrawal: Recorded<ProcedureWithdrawal>?
  package private(set) var publication: Recorded<ProcedurePublication>?

  package init(id: ProcedureID) { self.id = id }

  package mutating func evolve(with event: ProcedureEvent, at mark: Mark) {
    switch event {
    case .opened(let facts): opening = Recorded(facts, at: mark)
    case .notified(let facts): notices.append(Recorded(facts, at: mark))
    case .consented(let facts): consent = Recorded(facts, at: mark)
    case .started(let facts): clock = Recorded(facts, at: mark)
    case .answered(let facts): answers.append(Recorded(facts, at: mark))
    case .objected(let facts): objections.append(Recorded(facts, at: mark))
    case .retracted(let facts): retract(Recorded(facts, at: mark))
    case .extended(let facts): extensions.append(Recorded(facts, at: mark))
    case .broken(let facts): breaking = Recorded(facts, at: mark)
    case .expired(let facts), .closed(let facts): result = Recorded(facts, at: mark)
    case .withdrawn(let facts): withdrawal = Recorded(facts, at: mark)
    case .published(let facts): publication = Recorded(facts, at: mark)
    }
  }

  private mutating func retract(_ retraction: Recorded<ProcedureRetraction>) {
    retractions.append(retraction)
    if retraction.facts.resumes { breaking = nil }
  }
}

// MARK: - What follows from it

extension Procedure {
  package var stage: Stage {
    if opening == nil { return .unopened }
    if withdrawal != nil { return .withdrawn }
    if breaking != nil { return .broken }
    if let result { return result.facts.outcome.stage }
    return clock == nil ? .waiting : .running
  }

  /// Those entitled to decide on the record date, in the order of their ids.
  package var addressees: [MemberID] { opening?.facts.addressees ?? [] }

  /// The moment at which its time ends, with the extensions; nil while it does not run.
  package var expires: Instant? { extensions.last?.facts.expires ?? clock?.facts.expires }

  /// The same as the clocks of the network show it.
  package var expiresLocal: String? { extensions.last?.facts.local ?? clock?.facts.local }

  /// The moment of its end, however it came; nil while it goes on.
  package var ended: Instant? {
    withdrawal?.facts.at ?? breaking?.facts.at ?? result?.facts.at
  }

  /// The vote of each addressee that answered, in the order of the addressees.
  package var votes: [Resolution.Cast] {
    let last = Dictionary(answers.map { ($0.facts.member, $0.facts.vote) }) { $1 }
    return addressees.compactMap { member in
      last[member].map { Resolution.Cast(member: member, vote: $0) }
    }
  }

  /// Who gave the votes that count, as far as it was said.
  package var voters: Voters {
    let last = Dictionary(answers.map { ($0.facts.member, $0.facts.person) }) { $1 }
    return Voters(
      addressees.compactMap { member in
        last[member].flatMap(\.self).map { Voters.Voter(member: member, person: $0) }
      })
  }

  /// The last objection of each member that came in time and was not retracted, in the order of the log.
  package var standing: [ProcedureObjection] {
    let inTime = objections.filter { !$0.facts.isLate }
    return inTime.enumerated().filter { index, objection in
      let member = objection.facts.member
      return !inTime[(index + 1)...].contains { $0.facts.member == member }
        && !retractions.contains {
          $0.facts.member == member && $0.position > objection.position
        }
    }.map(\.element.facts)
  }

  /// The addressees with a proven notice.
  package var notified: [MemberID] {
    let told = Set(notices.flatMap(\.facts.members))
    return addressees.filter(told.contains)
  }
}

// MARK: - As it is kept

extension Procedure {
  package var state: JSON {
    .object(compacting: [
      ("opening", opening?.json), ("notices", .list(notices.map(\.json))),
      ("consent", consent?.json), ("clock", clock?.json),
      ("answers", .list(answers.map(\.json))), ("objections", .list(objections.map(\.json))),
      ("retractions", retractions.isEmpty ? nil : .list(retractions.map(\.json))),
      ("extensions", .list(extensions.map(\.json))), ("breaking", breaking?.json),
      ("result", result?.json), ("withdrawal", withdrawal?.json),
      ("publication", publication?.json),
    ])
  }

  package init(id: ProcedureID, state: JSON) throws(Failure) {
    self.id = id
    let reader = try FieldReader(state, of: Self.category)
    opening = try reader.recorded("opening")
    notices = try reader.allRecorded("notices")
    consent = try reader.recorded("consent")
    clock = try reader.recorded("clock")
    answers = try reader.allRecorded("answers")
    objections = try reader.allRecorded("objections")
    retractions = reader.has("retractions") ? try reader.allRecorded("retractions") : []
    extensions = try reader.allRecorded("extensions")
    breaking = try reader.recorded("breaking")
    result = try reader.recorded("result")
    withdrawal = try reader.recorded("withdrawal")
    publication = try reader.recorded("publication")
  }
}
