package import Values

/// What happens to a programme and to its actions.
package enum ProgrammeEvent: EntityEvent {
  case drafted(ProgrammeDraft)
  case adopted(ProgrammeAdoption)
  case withdrawn(ProgrammeWithdrawal)
  case added(ActionAddition)
  case reported(ActionReport)
  case closed(ActionClosing)

  package static let schemas = [
    "programme.drafted": 1, "programme.adopted": 1, ProgrammeWithdrawal.type: 1,
    "action.added": 1, "action.reported": 1,
    "action.closed": 1,
  ]

  package var type: String {
    switch self {
    case .drafted: "programme.drafted"
    case .adopted: "programme.adopted"
    case .withdrawn: ProgrammeWithdrawal.type
    case .added: "action.added"
    case .reported: "action.reported"
    case .closed: "action.closed"
    }
  }

  package var data: JSON {
    switch self {
    case .drafted(let facts): facts.data
    case .adopted(let facts): facts.data
    case .withdrawn(let facts): facts.data
    case .added(let facts): facts.data
    case .reported(let facts): facts.data
    case .closed(let facts): facts.data
    }
  }

  package init(type: String, data: JSON) throws(Failure) {
    let reader = try FieldReader(data, of: type)
    switch type {
    case "programme.drafted": self = .drafted(try ProgrammeDraft(reader))
    case "programme.adopted": self = .adopted(try ProgrammeAdoption(reader))
    case ProgrammeWithdrawal.type: self = .withdrawn(try ProgrammeWithdrawal(reader))
    case "action.added": self = .added(try ActionAddition(reader))
    case "action.reported": self = .reported(try ActionReport(reader))
    case "action.closed": self = .closed(try ActionClosing(reader))
    default: throw Failure(.eventUnknown, ["type": .text(type)])
    }
  }
}
