package import Values

/// What happens to a motion.
package enum MotionEvent: EntityEvent {
  case put(MotionPut)
  case supported(MotionSupport)
  case moved(MotionMove)
  case withdrawn(MotionMove)
  case decided(MotionDecision)
  case reopened(MotionReopening)
  case amendmentProposed(AmendmentProposal)
  case amendmentWithdrawn(AmendmentWithdrawal)
  case amendmentDecided(AmendmentDecision)

  package static let schemas = [
    "motion.put": 1, "motion.supported": 1, "motion.moved": 1, "motion.withdrawn": 1,
    "motion.decided": 1, "motion.reopened": 1,
    "amendment.proposed": 1, "amendment.withdrawn": 1, "amendment.decided": 1,
  ]

  package var type: String {
    switch self {
    case .put: "motion.put"
    case .supported: "motion.supported"
    case .moved: "motion.moved"
    case .withdrawn: "motion.withdrawn"
    case .decided: "motion.decided"
    case .reopened: "motion.reopened"
    case .amendmentProposed: "amendment.proposed"
    case .amendmentWithdrawn: "amendment.withdrawn"
    case .amendmentDecided: "amendment.decided"
    }
  }

  package var data: JSON {
    switch self {
    case .put(let facts): facts.data
    case .supported(let facts): facts.data
    case .moved(let facts), .withdrawn(let facts): facts.data
    case .decided(let facts): facts.data
    case .reopened(let facts): facts.data
    case .amendmentProposed(let facts): facts.data
    case .amendmentWithdrawn(let facts): facts.data
    case .amendmentDecided(let facts): facts.data
    }
  }

  package init(type: String, data: JSON) throws(Failure) {
    let reader = try FieldReader(data, of: type)
    switch type {
    case "motion.put": self = .put(try MotionPut(reader))
    case "motion.supported": self = .supported(try MotionSupport(reader))
    case "motion.moved": self = .moved(try MotionMove(reader))
    case "motion.withdrawn": self = .withdrawn(try MotionMove(reader))
    case "motion.decided": self = .decided(try MotionDecision(reader))
    case "motion.reopened": self = .reopened(try MotionReopening(reader))
    case "amendment.proposed": self = .amendmentProposed(try AmendmentProposal(reader))
    case "amendment.withdrawn": self = .amendmentWithdrawn(try AmendmentWithdrawal(reader))
    case "amendment.decided": self = .amendmentDecided(try AmendmentDecision(reader))
    default: throw Failure(.eventUnknown, ["type": .text(type)])
    }
  }
}
