package import Values

/// What happens to the floor of a meeting.
package enum FloorEvent: EntityEvent {
  case requested(FloorRequest)
  case given(FloorStep)
  case ended(FloorStep)
  case withdrawn(FloorStep)
  case limited(FloorLimit)
  case closed(FloorClosing)

  package static let schemas = [
    "floor.requested": 1, "floor.given": 1, "floor.ended": 1, "floor.withdrawn": 1,
    "floor.limited": 1, "floor.closed": 1,
  ]

  package var type: String {
    switch self {
    case .requested: "floor.requested"
    case .given: "floor.given"
    case .ended: "floor.ended"
    case .withdrawn: "floor.withdrawn"
    case .limited: "floor.limited"
    case .closed: "floor.closed"
    }
  }

  package var data: JSON {
    switch self {
    case .requested(let facts): facts.data
    case .given(let facts), .ended(let facts), .withdrawn(let facts): facts.data
    case .limited(let facts): facts.data
    case .closed(let facts): facts.data
    }
  }

  package init(type: String, data: JSON) throws(Failure) {
    let reader = try FieldReader(data, of: type)
    switch type {
    case "floor.requested": self = .requested(try FloorRequest(reader))
    case "floor.given": self = .given(try FloorStep(reader))
    case "floor.ended": self = .ended(try FloorStep(reader))
    case "floor.withdrawn": self = .withdrawn(try FloorStep(reader))
    case "floor.limited": self = .limited(try FloorLimit(reader))
    case "floor.closed": self = .closed(try FloorClosing(reader))
    default: throw Failure(.eventUnknown, ["type": .text(type)])
    }
  }
}
