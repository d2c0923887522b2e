package import Values

/// What happens to an act that needs two persons.
package enum ApprovalEvent: EntityEvent {
  case asked(ApprovalAsking)
  case confirmed(ApprovalConfirmation)
  case withdrawn(ApprovalWithdrawal)

  package static let schemas = [
    "approval.asked": 1, "approval.confirmed": 1, "approval.withdrawn": 1,
  ]

  package var type: String {
    switch self {
    case .asked: "approval.asked"
    case .confirmed: "approval.confirmed"
    case .withdrawn: "approval.withdrawn"
    }
  }

  package var data: JSON {
    switch self {
    case .asked(let facts): facts.data
    case .confirmed(let facts): facts.data
    case .withdrawn(let facts): facts.data
    }
  }

  package init(type: String, data: JSON) throws(Failure) {
    let reader = try FieldReader(data, of: type)
    switch type {
    case "approval.asked": self = .asked(try ApprovalAsking(reader))
    case "approval.confirmed": self = .confirmed(try ApprovalConfirmation(reader))
    case "approval.withdrawn": self = .withdrawn(try ApprovalWithdrawal(reader))
    default: throw Failure(.eventUnknown, ["type": .text(type)])
    }
  }
}
