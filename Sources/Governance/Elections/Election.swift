package import Values

package typealias ElectionID = Identifier<Election>

/// Seats of a body that are to be filled: who stands for them, the rounds of the vote, and who was elected.
package struct Election: Entity {
  package typealias Event = ElectionEvent

  package static let category = "election"
  package static let fold = 1

  package enum Stage: String, CaseIterable, Sendable {
    /// Candidates may be named.
    case open
    /// A round was counted, and seats are left.
    case voting
    case closed
  }

  package let id: ElectionID
  /// Nil only before the first event, or when that was struck by a correction.
  package private(set) var opening: Recorded<ElectionOpening>?
  /// In the order in which they were named.
  package private(set) var candidacies: [Candidacy] = []
  /// Those that count, in their order.
  package private(set) var rounds: [Recorded<ElectionRound>] = []
  /// Those that do not count, in the order in which they were annulled.
  package private(set) var annulled: [AnnulledRound] = []
  package private(set) var closing: Recorded<ElectionClosing>?

  package init(id: ElectionID) { self.id = id }

  package mutating func evolve(with event: ElectionEvent, at mark: Mark) {
    switch event {
    case .opened(let facts): opening = Recorded(facts, at: mark)
    case .nominated(let facts): candidacies.append(Candidacy(Recorded(facts, at: mark)))
    case .accepted(let facts): change(facts.member) { $0.accept(Recorded(facts, at: mark)) }
    case .withdrawn(let facts): change(facts.member) { $0.withdraw(Recorded(facts, at: mark)) }
    case .counted(let facts): rounds.append(Recorded(facts, at: mark))
    case .annulled(let facts): annul(Recorded(facts, at: mark))
    case .closed(let facts): closing = Recorded(facts, at: mark)
    }
  }

  /// What was closed rested on the round, and is open again.
  private mutating func annul(_ annulment: Recorded<RoundAnnulment>) {
    guard let index = rounds.lastIndex(where: { $0.facts.number == annulment.facts.round }) else {
      return
    }
    let round = rounds.remove(at: index)
    annulled.append(AnnulledRound(round, annulment))
    closing = nil
  }

  /// A member that was named again after it had withdrawn has two candidacies, of which the last one counts.
  private mutating func change(_ member: MemberID, _ body: (inout Candidacy) -> Void) {
    guard let index = candidacies.lastIndex(where: { $0.member == member }) else { return }
    body(&candidacies[index])
  }
}

// MARK: - What follows from it

extension Election {
  package var stage: Stage {
    if closing != nil { return .closed }
    return rounds.isEmpty ? .open : .voting
  }

  /// Everybody who was elected, in the order in which that came about.
  package var elected: [MemberID] {
    rounds.flatMap(\.facts.elected) + (closing?.facts.unopposed ?? [])
  }

  /// Who sits in the body when those elected take their seats: those who stay, then those elected.
  package var seated: [MemberID] { (opening?.facts.stays ?? []) + elected }

  /// The seats that a further round may fill; those that a tie left vacant are none.
  package var seatsLeft: Int {
    let vacant = rounds.reduce(0) { $0 + $1.facts.vacant }
    return max(0, (opening?.facts.seats ?? 0) - elected.count - vacant)
  }

  package func candidacy(of member: MemberID) -> Candidacy? {
    candidacies.last { $0.member == member }
  }

  /// The candidates that may still be elected, in the order in which they were named.
  package var standing: [MemberID] {
    let next = rounds.last?.facts.next
    let elected = Set(elected)
    var seen: Set<MemberID> = []
    return candidacies.filter(\.isStanding).map(\.member).filter { member in
      next?.contains(member) != false && !elected.contains(member) && seen.insert(member).inserted
    }
  }

  /// The event that says how it stands.
  package var position: Int64? {
    let last = [closing?.position, rounds.last?.position, annulled.last?.annulment.position]
    return last.compactMap(\.self).max() ?? opening?.position
  }
}

extension Election: Proceeding {
  /// Its opening: the rules of that day are its own to the end.
  package var beginning: Mark? { opening?.mark }

  package var isOpen: Bool { opening != nil && closing == nil }
}

// MARK: - As it is kept

extension Election {
  package var state: JSON {
    .object(compacting: [
      ("opening", opening?.json), ("candidacies", .list(candidacies.map(\.json))),
      ("rounds", .list(rounds.map(\.json))),
      ("annulled", annulled.isEmpty ? nil : .list(annulled.map(\.json))),
      ("closing", closing?.json),
    ])
  }

  package init(id: ElectionID, state: JSON) throws(Failure) {
    self.id = id
    let reader = try FieldReader(state, of: Self.category)
    opening = try reader.recorded("opening")
    for json in try reader.list("candidacies") { candidacies.append(try Candidacy(json)) }
    rounds = try reader.allRecorded("rounds")
    if reader.has("annulled") {
      for json in try reader.list("annulled") { annulled.append(try AnnulledRound(json)) }
    }
    closing = try reader.recorded("closing")
  }
}

extension Identifier where Kind == Election {
  /// The id of the next election, `E-1` for the first.
  init(next ledger: Ledger) {
    let number = (ledger.counts[Election.category] ?? 0) + 1
    guard let id = Self("E-\(number)") else {
      preconditionFailure("a letter, a hyphen and a number are an id")
    }
    self = id
  }
}
