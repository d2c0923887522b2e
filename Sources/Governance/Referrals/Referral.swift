package import Values

/// An item that a body hands to another one: on every agenda it has the id of the referral.
///
/// A subgroup hands it to the board, the board to the plenary; each of them sees its own state of it, and what
/// the last one decided is seen by all.
package struct Referral: Entity {
  package typealias Event = ReferralEvent

  package static let category = "referral"
  package static let fold = 1

  package let id: ReferralID
  /// Nil only before the first event, or when that was struck by a correction.
  package private(set) var making: Recorded<ReferralMaking>?
  /// After the first handover, in the order of the events.
  package private(set) var legs: [ReferralLeg] = []
  /// Where it stands at the body that has it; nil as long as nobody said so.
  package private(set) var scheduling: Recorded<ReferralScheduling>?
  package private(set) var decision: Recorded<ReferralDecision>?
  package private(set) var noting: Recorded<ReferralNoting>?
  package private(set) var withdrawal: Recorded<ReferralWithdrawal>?

  package init(id: ReferralID) { self.id = id }

  package mutating func evolve(with event: ReferralEvent, at mark: Mark) {
    switch event {
    case .made(let facts): making = Recorded(facts, at: mark)
    case .scheduled(let facts): scheduling = Recorded(facts, at: mark)
    case .forwarded(let facts): hand(ReferralLeg(Recorded(facts, at: mark), isReturn: false))
    case .returned(let facts): hand(ReferralLeg(Recorded(facts, at: mark), isReturn: true))
    case .noted(let facts): noting = Recorded(facts, at: mark)
    case .decided(let facts): decision = Recorded(facts, at: mark)
    case .reopened(let facts):
      if decision?.facts.deliberation == facts.deliberation { decision = nil }
    case .withdrawn(let facts): withdrawal = Recorded(facts, at: mark)
    }
  }

  /// What one body made of it is no answer once it has handed it on.
  private mutating func hand(_ leg: ReferralLeg) {
    legs.append(leg)
    (scheduling, decision, noting) = (nil, nil, nil)
  }
}

/// One way that an item went after the first.
package struct ReferralLeg: Hashable, Sendable {
  package let handover: Recorded<ReferralHandover>
  /// Whether it went back to the body before.
  package let isReturn: Bool

  init(_ handover: Recorded<ReferralHandover>, isReturn: Bool) {
    (self.handover, self.isReturn) = (handover, isReturn)
  }

  var json: JSON { ["handover": handover.json, "returned": .bool(isReturn)] }

  init(_ json: JSON) throws(Failure) {
    let reader = try FieldReader(json, of: Referral.category)
    guard let handover: Recorded<ReferralHandover> = try reader.recorded("handover") else {
      throw Failure(
        .eventUnreadable, ["subject": .text(Referral.category), "field": .text("handover")])
    }
    self.handover = handover
    isReturn = try reader.bool("returned")
  }
}

extension Referral {
  package var state: JSON {
    .object(compacting: [
      ("making", making?.json), ("legs", .list(legs.map(\.json))),
      ("scheduling", scheduling?.json), ("decision", decision?.json), ("noting", noting?.json),
      ("withdrawal", withdrawal?.json),
    ])
  }

  package init(id: ReferralID, state: JSON) throws(Failure) {
    self.id = id
    let reader = try FieldReader(state, of: Self.category)
    making = try reader.recorded("making")
    for json in try reader.list("legs") { legs.append(try ReferralLeg(json)) }
    scheduling = try reader.recorded("scheduling")
    decision = try reader.recorded("decision")
    noting = try reader.recorded("noting")
    withdrawal = try reader.recorded("withdrawal")
  }
}

package typealias ReferralID = Identifier<Referral>
