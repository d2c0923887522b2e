import Values

/// One change proposed to the text of a motion, and what came of it.
package struct Amendment: Hashable, Sendable {
  package let proposal: Recorded<AmendmentProposal>
  package private(set) var withdrawal: Recorded<AmendmentWithdrawal>?
  /// Nil as long as no vote on it counts.
  package private(set) var decision: Recorded<AmendmentDecision>?

  package init(_ proposal: Recorded<AmendmentProposal>) { self.proposal = proposal }

  package var number: Int { proposal.facts.number }
  package var change: AmendmentChange { proposal.facts.change }
  package var isAdopted: Bool { withdrawal == nil && decision?.facts.isAdopted == true }

  mutating func withdraw(_ withdrawal: Recorded<AmendmentWithdrawal>) {
    self.withdrawal = withdrawal
  }

  mutating func decide(_ decision: Recorded<AmendmentDecision>) { self.decision = decision }

  /// Takes a vote away that was annulled.
  mutating func reopen(_ deliberation: DeliberationID) {
    if decision?.facts.deliberation == deliberation { decision = nil }
  }
}

extension Amendment {
  var json: JSON {
    .object(compacting: [
      ("proposal", proposal.json), ("withdrawal", withdrawal?.json), ("decision", decision?.json),
    ])
  }

  init(_ json: JSON) throws(Failure) {
    let reader = try FieldReader(json, of: Motion.category)
    proposal = try Recorded(reader.fields["proposal"] ?? .null, of: Motion.category)
    withdrawal = try reader.recorded("withdrawal")
    decision = try reader.recorded("decision")
  }
}

extension Motion {
  /// How an amendment stands beside the others.
  package enum Standing: String, CaseIterable, Sendable {
    case open, adopted, rejected, withdrawn
    /// It can be decided no more: one that it collides with was adopted, or the motion has ended.
    case fallen
  }

  package func amendment(_ number: Int) -> Amendment? {
    amendments.first { $0.number == number }
  }

  package func standing(of amendment: Amendment) -> Standing {
    if amendment.withdrawal != nil { return .withdrawn }
    if let decision = amendment.decision { return decision.facts.isAdopted ? .adopted : .rejected }
    let isBarred = collisions(of: amendment).contains(where: \.isAdopted)
    return isBarred || !isOpen ? .fallen : .open
  }

  /// The others that cannot stand beside an amendment; those that were taken back or rejected are none.
  package func collisions(of amendment: Amendment) -> [Amendment] {
    collisions(of: amendment.change).filter { $0.number != amendment.number }
  }

  /// The amendments that cannot stand beside a change.
  package func collisions(of change: AmendmentChange) -> [Amendment] {
    amendments.filter { other in
      other.withdrawal == nil && other.decision?.facts.isAdopted != false
        && other.change.collides(with: change)
    }
  }

  /// Those that must be decided or taken back before a vote on the whole.
  package var undecided: [Amendment] { amendments.filter { standing(of: $0) == .open } }
}
