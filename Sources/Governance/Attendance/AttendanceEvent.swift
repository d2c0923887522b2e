import Values

/// What is recorded of those who attend, beside comings and goings; a part of the history of the meeting.
package enum AttendanceEvent: Hashable, Sendable {
  case excused(Excuse)
  case moved(RoomChange)
  case guestArrived(GuestArrival)
  case guestDeparted(GuestDeparture)

  static let schemas = [
    "delegation.excused": 1, "delegation.moved": 1, "guest.arrived": 1, "guest.departed": 1,
  ]

  var type: String {
    switch self {
    case .excused: "delegation.excused"
    case .moved: "delegation.moved"
    case .guestArrived: "guest.arrived"
    case .guestDeparted: "guest.departed"
    }
  }

  var data: JSON {
    switch self {
    case .excused(let facts): facts.data
    case .moved(let facts): facts.data
    case .guestArrived(let facts): facts.data
    case .guestDeparted(let facts): facts.data
    }
  }

  /// Nil for an event of another kind.
  init?(type: String, _ reader: FieldReader) throws(Failure) {
    switch type {
    case "delegation.excused": self = .excused(try Excuse(reader))
    case "delegation.moved": self = .moved(try RoomChange(reader))
    case "guest.arrived": self = .guestArrived(try GuestArrival(reader))
    case "guest.departed": self = .guestDeparted(try GuestDeparture(reader))
    default: return nil
    }
  }
}
