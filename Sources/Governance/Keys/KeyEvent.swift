package import Values

/// What happens to a public key.
package enum KeyEvent: EntityEvent {
  case created(KeyCreation)
  case rotated(KeyRotation)
  case retired(KeyRetirement)

  package static let schemas = ["key.created": 1, "key.rotated": 1, "key.retired": 1]

  package var type: String {
    switch self {
    case .created: "key.created"
    case .rotated: "key.rotated"
    case .retired: "key.retired"
    }
  }

  package var data: JSON {
    switch self {
    case .created(let facts): facts.data
    case .rotated(let facts): facts.data
    case .retired(let facts): facts.data
    }
  }

  package init(type: String, data: JSON) throws(Failure) {
    let reader = try FieldReader(data, of: type)
    switch type {
    case "key.created": self = .created(try KeyCreation(reader))
    case "key.rotated": self = .rotated(try KeyRotation(reader))
    case "key.retired": self = .retired(try KeyRetirement(reader))
    default: throw Failure(.eventUnknown, ["type": .text(type)])
    }
  }
}
