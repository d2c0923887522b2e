package import Values

/// What happens to an action that a meeting or a deliberation gave.
package enum AssignmentEvent: EntityEvent {
  case made(AssignmentMaking)
  case reported(AssignmentReport)
  case extended(AssignmentExtension)
  case closed(AssignmentClosing)

  package static let schemas = [
    "assignment.made": 1, "assignment.reported": 1, "assignment.extended": 1,
    "assignment.closed": 1,
  ]

  package var type: String {
    switch self {
    case .made: "assignment.made"
    case .reported: "assignment.reported"
    case .extended: "assignment.extended"
    case .closed: "assignment.closed"
    }
  }

  package var data: JSON {
    switch self {
    case .made(let facts): facts.data
    case .reported(let facts): facts.data
    case .extended(let facts): facts.data
    case .closed(let facts): facts.data
    }
  }

  package init(type: String, data: JSON) throws(Failure) {
    let reader = try FieldReader(data, of: type)
    switch type {
    case "assignment.made": self = .made(try AssignmentMaking(reader))
    case "assignment.reported": self = .reported(try AssignmentReport(reader))
    case "assignment.extended": self = .extended(try AssignmentExtension(reader))
    case "assignment.closed": self = .closed(try AssignmentClosing(reader))
    default: throw Failure(.eventUnknown, ["type": .text(type)])
    }
  }
}
