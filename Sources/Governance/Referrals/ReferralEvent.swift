package import Values

/// What happens to an item that bodies hand to each other.
package enum ReferralEvent: EntityEvent {
  case made(ReferralMaking)
  case scheduled(ReferralScheduling)
  case forwarded(ReferralHandover)
  case returned(ReferralHandover)
  case noted(ReferralNoting)
  case decided(ReferralDecision)
  case reopened(ReferralReopening)
  case withdrawn(ReferralWithdrawal)

  package static let schemas = [
    "referral.made": 1, "referral.scheduled": 1, "referral.forwarded": 1, "referral.returned": 1,
    "referral.noted": 1, "referral.decided": 1, "referral.reopened": 1, "referral.withdrawn": 1,
  ]

  package var type: String {
    switch self {
    case .made: "referral.made"
    case .scheduled: "referral.scheduled"
    case .forwarded: "referral.forwarded"
    case .returned: "referral.returned"
    case .noted: "referral.noted"
    case .decided: "referral.decided"
    case .reopened: "referral.reopened"
    case .withdrawn: "referral.withdrawn"
    }
  }

  package var data: JSON {
    switch self {
    case .made(let facts): facts.data
    case .scheduled(let facts): facts.data
    case .forwarded(let facts), .returned(let facts): facts.data
    case .noted(let facts): facts.data
    case .decided(let facts): facts.data
    case .reopened(let facts): facts.data
    case .withdrawn(let facts): facts.data
    }
  }

  package init(type: String, data: JSON) throws(Failure) {
    let reader = try FieldReader(data, of: type)
    switch type {
    case "referral.made": self = .made(try ReferralMaking(reader))
    case "referral.scheduled": self = .scheduled(try ReferralScheduling(reader))
    case "referral.forwarded": self = .forwarded(try ReferralHandover(reader))
    case "referral.returned": self = .returned(try ReferralHandover(reader))
    case "referral.noted": self = .noted(try ReferralNoting(reader))
    case "referral.decided": self = .decided(try ReferralDecision(reader))
    case "referral.reopened": self = .reopened(try ReferralReopening(reader))
    case "referral.withdrawn": self = .withdrawn(try ReferralWithdrawal(reader))
    default: throw Failure(.eventUnknown, ["type": .text(type)])
    }
  }
}
