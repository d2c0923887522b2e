package import Values

package typealias MotionID = Identifier<Motion>

/// A text that is put to a body, on its way through the states of the rules to a decision.
package struct Motion: Entity {
  package typealias Event = MotionEvent

  package static let category = "motion"
  package static let fold = 1

  package let id: MotionID
  /// Nil only before the first event, or when that was struck by a correction.
  package private(set) var proposal: Recorded<MotionPut>?
  package private(set) var supports: [Recorded<MotionSupport>] = []
  package private(set) var moves: [Recorded<MotionMove>] = []
  package private(set) var withdrawal: Recorded<MotionMove>?
  /// Votes that count, in the order of the log; one that was annulled stands here no more.
  package private(set) var decisions: [Recorded<MotionDecision>] = []
  /// In the order in which they were proposed.
  package private(set) var amendments: [Amendment] = []

  package init(id: MotionID) { self.id = id }

  package mutating func evolve(with event: MotionEvent, at mark: Mark) {
    switch event {
    case .put(let facts): proposal = Recorded(facts, at: mark)
    case .supported(let facts): supports.append(Recorded(facts, at: mark))
    case .moved(let facts): moves.append(Recorded(facts, at: mark))
    case .withdrawn(let facts): withdrawal = Recorded(facts, at: mark)
    case .decided(let facts): decisions.append(Recorded(facts, at: mark))
    case .reopened(let facts): reopen(facts.deliberation)
    case .amendmentProposed(let facts):
      guard amendment(facts.number) == nil else { return }
      amendments.append(Amendment(Recorded(facts, at: mark)))
    case .amendmentWithdrawn(let facts):
      change(facts.number) { $0.withdraw(Recorded(facts, at: mark)) }
    case .amendmentDecided(let facts):
      change(facts.number) { $0.decide(Recorded(facts, at: mark)) }
    }
  }

  private mutating func change(_ number: Int, _ body: (inout Amendment) -> Void) {
    guard let index = amendments.firstIndex(where: { $0.number == number }) else { return }
    body(&amendments[index])
  }

  private mutating func reopen(_ deliberation: DeliberationID) {
    decisions.removeAll { $0.facts.deliberation == deliberation }
    for index in amendments.indices { amendments[index].reopen(deliberation) }
  }
}

// MARK: - What follows from it

extension Motion {
  /// Where it stands; nil for a motion that was struck.
  package var stage: MotionStage? {
    if let withdrawal { return withdrawal.facts.stage }
    if let ending { return MotionStage(ending.facts.way?.to ?? "", isFinal: true) }
    return moves.last?.facts.stage ?? proposal?.facts.stage
  }

  /// The vote that ended it.
  package var ending: Recorded<MotionDecision>? { decisions.last { $0.facts.way != nil } }

  package var text: MotionText { MotionText(proposal?.facts.text ?? "") }

  /// The members that stand behind it beside its own, each once, in the order in which they said so.
  package var supporters: [MemberID] {
    var seen: Set<MemberID> = []
    return supports.map(\.facts.member).filter { member in
      member != proposal?.facts.member && seen.insert(member).inserted
    }
  }

  /// The event that says how it stands.
  package var position: Int64? {
    [withdrawal?.position, ending?.position, moves.last?.position].compactMap(\.self).first
      ?? proposal?.position
  }
}

extension Motion: Proceeding {
  /// That it was put: the cycle of the rules of that day is its own to the end.
  package var beginning: Mark? { proposal?.mark }

  package var isOpen: Bool { stage.map { !$0.isFinal } ?? false }
}

// MARK: - As it is kept

extension Motion {
  package var state: JSON {
    .object(compacting: [
      ("proposal", proposal?.json), ("supports", .list(supports.map(\.json))),
      ("moves", .list(moves.map(\.json))), ("withdrawal", withdrawal?.json),
      ("decisions", .list(decisions.map(\.json))),
      ("amendments", .list(amendments.map(\.json))),
    ])
  }

  package init(id: MotionID, state: JSON) throws(Failure) {
    self.id = id
    let reader = try FieldReader(state, of: Self.category)
    proposal = try reader.recorded("proposal")
    supports = try reader.allRecorded("supports")
    moves = try reader.allRecorded("moves")
    withdrawal = try reader.recorded("withdrawal")
    decisions = try reader.allRecorded("decisions")
    for json in try reader.list("amendments") { amendments.append(try Amendment(json)) }
  }
}

extension Identifier where Kind == Motion {
  /// The id of the next motion, `M-1` for the first.
  init(next ledger: Ledger) {
    let number = (ledger.counts[Motion.category] ?? 0) + 1
    guard let id = Self("M-\(number)") else {
      preconditionFailure("a letter, a hyphen and a number are an id")
    }
    self = id
  }
}
