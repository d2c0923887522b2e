package import Values

/// What happens to a programme and to its actions.
package enum ProgrammeEvent: EntityEvent {
  case drafted(ProgrammeDraft)
  case adopted(ProgrammeAdoption)
  case withdrawn(ProgrammeWithdrawal)
  case added(ActionAddition)
  case reported(ActionReport)
  case closed(ActionClosing)
  case amended(ProgrammeAmendment)
  case objective(ObjectiveAddition)
  case deliverable(DeliverableAddition)
  case published(DeliverablePublication)

  package static let schemas = [
    "programme.drafted": 1, "programme.adopted": 1, ProgrammeWithdrawal.type: 1, "action.added": 1,
    "action.reported": 1,
    "action.closed": 1, "programme.amended": 1, "objective.added": 1, "deliverable.added": 1,
    "deliverable.published": 1,
  ]

  package var type: String {
    switch self {
    case .drafted: "programme.drafted"
    case .adopted: "programme.adopted"
    case .withdrawn: ProgrammeWithdrawal.type
    case .added: "action.added"
    case .reported: "action.reported"
    case .closed: "action.closed"
    case .amended: "programme.amended"
    case .objective: "objective.added"
    case .deliverable: "deliverable.added"
    case .published: "deliverable.published"
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
    case .amended(let facts): facts.data
    case .objective(let facts): facts.data
    case .deliverable(let facts): facts.data
    case .published(let facts): facts.data
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
    case "programme.amended": self = .amended(try ProgrammeAmendment(reader))
    case "objective.added": self = .objective(try ObjectiveAddition(reader))
    case "deliverable.added": self = .deliverable(try DeliverableAddition(reader))
    case "deliverable.published": self = .published(try DeliverablePublication(reader))
    default: throw Failure(.eventUnknown, ["type": .text(type)])
    }
  }
}
