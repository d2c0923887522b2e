package import Values

/// What happens to an application.
package enum ApplicationEvent: EntityEvent {
  case filed(ApplicationFiling)
  case advised(ApplicationOpinion)
  case granted(ApplicationEnd)
  case refused(ApplicationEnd)
  case withdrawn(ApplicationEnd)

  package static let schemas = [
    "application.filed": 1, "application.advised": 1, "application.granted": 1,
    "application.refused": 1, "application.withdrawn": 1,
  ]

  package var type: String {
    switch self {
    case .filed: "application.filed"
    case .advised: "application.advised"
    case .granted: "application.granted"
    case .refused: "application.refused"
    case .withdrawn: "application.withdrawn"
    }
  }

  package var data: JSON {
    switch self {
    case .filed(let facts): facts.data
    case .advised(let facts): facts.data
    case .granted(let facts), .refused(let facts), .withdrawn(let facts): facts.data
    }
  }

  package init(type: String, data: JSON) throws(Failure) {
    let reader = try FieldReader(data, of: type)
    switch type {
    case "application.filed": self = .filed(try ApplicationFiling(reader))
    case "application.advised": self = .advised(try ApplicationOpinion(reader))
    case "application.granted": self = .granted(try ApplicationEnd(reader))
    case "application.refused": self = .refused(try ApplicationEnd(reader))
    case "application.withdrawn": self = .withdrawn(try ApplicationEnd(reader))
    default: throw Failure(.eventUnknown, ["type": .text(type)])
    }
  }
}
