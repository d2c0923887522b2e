package import Values

/// Leave given once to pass a guard that does not hold, by those whom the rules name, and what came of it.
///
/// Whether the guard may be waived at all is told by the rules on the day of the act that needs it.
package struct Waiver: Entity {
  package typealias Event = WaiverEvent

  package static let category = "waiver"
  package static let fold = 1

  /// What a waiver is good for on a day.
  package enum Standing: String, CaseIterable, Sendable {
    /// It lets an act pass.
    case open
    /// It was for one act, which has passed.
    case used
    /// Its last day is over.
    case ended
    /// Its first day has not come.
    case coming
  }

  package let id: WaiverID
  /// Nil only before the first event, or when that was struck by a correction.
  package private(set) var grant: Recorded<WaiverGrant>?
  /// The acts that it let pass, in the order of the log.
  package private(set) var uses: [Recorded<WaiverUse>] = []

  package init(id: WaiverID) { self.id = id }

  /// Nil for a waiver that was struck.
  package func standing(on day: Day) -> Standing? {
    guard let grant = grant?.facts else { return nil }
    if !grant.repeats && !uses.isEmpty { return .used }
    if let until = grant.until, until < day { return .ended }
    return day < grant.from.first ? .coming : .open
  }

  /// Whether it lets an act on a thing pass the guard on a day.
  package func covers(_ rule: String, for subject: String, on day: Day) -> Bool {
    guard let grant = grant?.facts, standing(on: day) == .open, grant.rule == rule else {
      return false
    }
    return grant.subject == nil || grant.subject == subject
  }

  package mutating func evolve(with event: WaiverEvent, at mark: Mark) {
    switch event {
    case .given(let facts): grant = Recorded(facts, at: mark)
    case .used(let facts): uses.append(Recorded(facts, at: mark))
    }
  }
}

extension Waiver {
  package var state: JSON {
    .object(compacting: [("grant", grant?.json), ("uses", .list(uses.map(\.json)))])
  }

  package init(id: WaiverID, state: JSON) throws(Failure) {
    self.id = id
    let reader = try FieldReader(state, of: Self.category)
    grant = try reader.recorded("grant")
    uses = try reader.allRecorded("uses")
  }
}

package typealias WaiverID = Identifier<Waiver>

extension Identifier where Kind == Waiver {
  /// The id of the next waiver, `W-1` for the first.
  init(next ledger: Ledger) {
    let number = (ledger.counts[Waiver.category] ?? 0) + 1
    guard let id = Self("W-\(number)") else {
      preconditionFailure("a letter, a hyphen and a number are an id")
    }
    self = id
  }
}
