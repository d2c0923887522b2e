package import Values

/// What happens to a proxy.
package enum ProxyEvent: EntityEvent {
  case given(ProxyGrant)
  case revoked(ProxyRevocation)

  package static let schemas = ["proxy.given": 1, "proxy.revoked": 1]

  package var type: String {
    switch self {
    case .given: "proxy.given"
    case .revoked: "proxy.revoked"
    }
  }

  package var data: JSON {
    switch self {
    case .given(let facts): facts.data
    case .revoked(let facts): facts.data
    }
  }

  package init(type: String, data: JSON) throws(Failure) {
    let reader = try FieldReader(data, of: type)
    switch type {
    case "proxy.given": self = .given(try ProxyGrant(reader))
    case "proxy.revoked": self = .revoked(try ProxyRevocation(reader))
    default: throw Failure(.eventUnknown, ["type": .text(type)])
    }
  }
}
