package import Values

/// What happens to a meeting.
package enum MeetingEvent: EntityEvent {
  case planned(MeetingPlan)
  case moved(Move)
  case held(Holding)
  case convened(Convocation)
  case cancelled(Cancellation)
  case opened(Opening)
  case arrived(Arrival)
  case departed(Departure)
  case closed(Closing)
  case reported(Publication)
  /// Something about those who attend, or about guests.
  case attendance(AttendanceEvent)

  package static let schemas = [
    "meeting.planned": 1, "meeting.moved": 1, "meeting.held": 1, "meeting.convened": 1,
    "meeting.cancelled": 1, "meeting.opened": 1,
    "delegation.arrived": 1, "delegation.departed": 1, "meeting.closed": 1, "report.published": 1,
  ].merging(AttendanceEvent.schemas) { first, _ in first }

  package var type: String {
    switch self {
    case .planned: "meeting.planned"
    case .moved: "meeting.moved"
    case .held: "meeting.held"
    case .convened: "meeting.convened"
    case .cancelled: "meeting.cancelled"
    case .opened: "meeting.opened"
    case .arrived: "delegation.arrived"
    case .departed: "delegation.departed"
    case .closed: "meeting.closed"
    case .reported: "report.published"
    case .attendance(let event): event.type
    }
  }

  package var data: JSON {
    switch self {
    case .planned(let facts): facts.data
    case .moved(let facts): facts.data
    case .held(let facts): facts.data
    case .convened(let facts): facts.data
    case .cancelled(let facts): facts.data
    case .opened(let facts): facts.data
    case .arrived(let facts): facts.data
    case .departed(let facts): facts.data
    case .closed(let facts): facts.data
    case .reported(let facts): facts.data
    case .attendance(let event): event.data
    }
  }

  package init(type: String, data: JSON) throws(Failure) {
    let reader = try FieldReader(data, of: type)
    switch type {
    case "meeting.planned": self = .planned(try MeetingPlan(reader))
    case "meeting.moved": self = .moved(try Move(reader))
    case "meeting.held": self = .held(try Holding(reader))
    case "meeting.convened": self = .convened(try Convocation(reader))
    case "meeting.cancelled": self = .cancelled(try Cancellation(reader))
    case "meeting.opened": self = .opened(try Opening(reader))
    case "delegation.arrived": self = .arrived(try Arrival(reader))
    case "delegation.departed": self = .departed(try Departure(reader))
    case "meeting.closed": self = .closed(try Closing(reader))
    case "report.published": self = .reported(try Publication(reader))
    default:
      guard let event = try AttendanceEvent(type: type, reader) else {
        throw Failure(.eventUnknown, ["type": .text(type)])
      }
      self = .attendance(event)
    }
  }
}
