package import Values

/// What happens to the places at a meeting.
package enum InvitationEvent: EntityEvent {
  case registered(Registration)
  case cancelled(RegistrationEnd)
  case advanced(Advancement)

  package static let schemas = [
    "invitation.registered": 1, "invitation.cancelled": 1, "invitation.advanced": 1,
  ]

  package var type: String {
    switch self {
    case .registered: "invitation.registered"
    case .cancelled: "invitation.cancelled"
    case .advanced: "invitation.advanced"
    }
  }

  package var data: JSON {
    switch self {
    case .registered(let facts): facts.data
    case .cancelled(let facts): facts.data
    case .advanced(let facts): facts.data
    }
  }

  package init(type: String, data: JSON) throws(Failure) {
    let reader = try FieldReader(data, of: type)
    switch type {
    case "invitation.registered": self = .registered(try Registration(reader))
    case "invitation.cancelled": self = .cancelled(try RegistrationEnd(reader))
    case "invitation.advanced": self = .advanced(try Advancement(reader))
    default: throw Failure(.eventUnknown, ["type": .text(type)])
    }
  }
}
