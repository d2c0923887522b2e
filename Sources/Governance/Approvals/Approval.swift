package import Values

package typealias ApprovalID = Identifier<Approval>

/// A grave act from the asking of one person to the word of another one.
package struct Approval: Entity {
  package typealias Event = ApprovalEvent

  package static let category = "approval"
  package static let fold = 1

  package let id: ApprovalID
  /// Nil only before the first event, or when the asking was struck by a correction.
  package private(set) var asking: Recorded<ApprovalAsking>?
  package private(set) var confirmation: Recorded<ApprovalConfirmation>?
  package private(set) var withdrawal: Recorded<ApprovalWithdrawal>?

  package init(id: ApprovalID) { self.id = id }

  /// Whether nobody has said yes or no; its time may be over all the same.
  package var isOpen: Bool { asking != nil && confirmation == nil && withdrawal == nil }

  /// Whether another person may confirm it on a day.
  package func waits(on day: Day) -> Bool {
    isOpen && asking.map { day <= $0.facts.until } == true
  }

  package mutating func evolve(with event: ApprovalEvent, at mark: Mark) {
    switch event {
    case .asked(let facts): asking = Recorded(facts, at: mark)
    case .confirmed(let facts): confirmation = Recorded(facts, at: mark)
    case .withdrawn(let facts): withdrawal = Recorded(facts, at: mark)
    }
  }
}

extension Approval {
  package var state: JSON {
    .object(compacting: [
      ("asking", asking?.json), ("confirmation", confirmation?.json),
      ("withdrawal", withdrawal?.json),
    ])
  }

  package init(id: ApprovalID, state: JSON) throws(Failure) {
    self.id = id
    let reader = try FieldReader(state, of: Self.category)
    asking = try reader.recorded("asking")
    confirmation = try reader.recorded("confirmation")
    withdrawal = try reader.recorded("withdrawal")
  }
}
