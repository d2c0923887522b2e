package import Values

/// What happens to a subgroup.
package enum SubgroupEvent: EntityEvent {
  case created(SubgroupCreation)
  case amended(SubgroupAmendment)
  case joined(SubgroupJoining)
  case left(SubgroupLeaving)
  case coordinated(SubgroupCoordination)
  case reported(SubgroupReport)
  case ended(SubgroupEnding)

  package static let schemas = [
    "subgroup.created": 1, "subgroup.amended": 1, "subgroup.joined": 1, "subgroup.departed": 1,
    "subgroup.coordinated": 1, "subgroup.reported": 1, "subgroup.ended": 1,
  ]

  package var type: String {
    switch self {
    case .created: "subgroup.created"
    case .amended: "subgroup.amended"
    case .joined: "subgroup.joined"
    case .left: "subgroup.departed"
    case .coordinated: "subgroup.coordinated"
    case .reported: "subgroup.reported"
    case .ended: "subgroup.ended"
    }
  }

  package var data: JSON {
    switch self {
    case .created(let facts): facts.data
    case .amended(let facts): facts.data
    case .joined(let facts): facts.data
    case .left(let facts): facts.data
    case .coordinated(let facts): facts.data
    case .reported(let facts): facts.data
    case .ended(let facts): facts.data
    }
  }

  package init(type: String, data: JSON) throws(Failure) {
    let reader = try FieldReader(data, of: type)
    switch type {
    case "subgroup.created": self = .created(try SubgroupCreation(reader))
    case "subgroup.amended": self = .amended(try SubgroupAmendment(reader))
    case "subgroup.joined": self = .joined(try SubgroupJoining(reader))
    case "subgroup.departed": self = .left(try SubgroupLeaving(reader))
    case "subgroup.coordinated": self = .coordinated(try SubgroupCoordination(reader))
    case "subgroup.reported": self = .reported(try SubgroupReport(reader))
    case "subgroup.ended": self = .ended(try SubgroupEnding(reader))
    default: throw Failure(.eventUnknown, ["type": .text(type)])
    }
  }
}
