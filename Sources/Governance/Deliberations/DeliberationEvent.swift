package import Values

/// What becomes of a matter.
package enum DeliberationEvent: EntityEvent {
  case adopted(Resolution)
  case rejected(Resolution)
  case deferred(Deferral)

  package static let schemas = [
    "deliberation.adopted": 1, "deliberation.rejected": 1, "deliberation.deferred": 1,
  ]

  package var type: String {
    switch self {
    case .adopted: "deliberation.adopted"
    case .rejected: "deliberation.rejected"
    case .deferred: "deliberation.deferred"
    }
  }

  package var data: JSON {
    switch self {
    case .adopted(let facts), .rejected(let facts): facts.data
    case .deferred(let facts): facts.data
    }
  }

  package init(type: String, data: JSON) throws(Failure) {
    let reader = try FieldReader(data, of: type)
    switch type {
    case "deliberation.adopted": self = .adopted(try Resolution(reader))
    case "deliberation.rejected": self = .rejected(try Resolution(reader))
    case "deliberation.deferred": self = .deferred(try Deferral(reader))
    default: throw Failure(.eventUnknown, ["type": .text(type)])
    }
  }
}
