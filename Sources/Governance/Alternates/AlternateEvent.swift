import Values

/// What happens to those who act for a seat; a part of the history of the seat.
package enum AlternateEvent: Hashable, Sendable {
  case named(AlternateNaming)
  case ended(AlternateEnd)
  case absent(Absence)
  case attending(Absence)

  static let schemas = [
    "alternate.named": 1, "alternate.ended": 1, "absence.recorded": 1, "absence.ended": 1,
  ]

  var type: String {
    switch self {
    case .named: "alternate.named"
    case .ended: "alternate.ended"
    case .absent: "absence.recorded"
    case .attending: "absence.ended"
    }
  }

  var data: JSON {
    switch self {
    case .named(let facts): facts.data
    case .ended(let facts): facts.data
    case .absent(let facts), .attending(let facts): facts.data
    }
  }

  /// Nil for an event of another kind.
  init?(type: String, _ reader: FieldReader) throws(Failure) {
    switch type {
    case "alternate.named": self = .named(try AlternateNaming(reader))
    case "alternate.ended": self = .ended(try AlternateEnd(reader))
    case "absence.recorded": self = .absent(try Absence(reader))
    case "absence.ended": self = .attending(try Absence(reader))
    default: return nil
    }
  }
}
