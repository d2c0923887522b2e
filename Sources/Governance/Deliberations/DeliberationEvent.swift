package import Values

/// What becomes of a matter.
package enum DeliberationEvent: EntityEvent {
  case adopted(Resolution)
  case rejected(Resolution)
  case tied(Resolution)
  case deferred(Deferral)
  case annulled(Annulment)
  case amended(LaterAmendment)
  case repealed(Repeal)

  package static let schemas = [
    "deliberation.adopted": 1, "deliberation.rejected": 1, "deliberation.deferred": 1,
    "deliberation.annulled": 1, "deliberation.tied": 1, "deliberation.amended": 1,
    "deliberation.repealed": 1,
  ]

  package var type: String {
    switch self {
    case .adopted: "deliberation.adopted"
    case .rejected: "deliberation.rejected"
    case .tied: "deliberation.tied"
    case .deferred: "deliberation.deferred"
    case .annulled: "deliberation.annulled"
    case .amended: "deliberation.amended"
    case .repealed: "deliberation.repealed"
    }
  }

  package var data: JSON {
    switch self {
    case .adopted(let facts), .rejected(let facts), .tied(let facts): facts.data
    case .deferred(let facts): facts.data
    case .annulled(let facts): facts.data
    case .amended(let facts): facts.data
    case .repealed(let facts): facts.data
    }
  }

  package init(type: String, data: JSON) throws(Failure) {
    let reader = try FieldReader(data, of: type)
    switch type {
    case "deliberation.adopted": self = .adopted(try Resolution(reader))
    case "deliberation.rejected": self = .rejected(try Resolution(reader))
    case "deliberation.tied": self = .tied(try Resolution(reader))
    case "deliberation.deferred": self = .deferred(try Deferral(reader))
    case "deliberation.annulled": self = .annulled(try Annulment(reader))
    case "deliberation.amended": self = .amended(try LaterAmendment(reader))
    case "deliberation.repealed": self = .repealed(try Repeal(reader))
    default: throw Failure(.eventUnknown, ["type": .text(type)])
    }
  }
}
