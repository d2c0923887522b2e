package import Values

/// What happens to the minutes of a meeting.
package enum MinutesEvent: EntityEvent {
  case drafted(MinutesDraft)
  case written(MinutesParagraph)
  case restored(MinutesRestoration)
  case circulated(Circulation)
  case commented(MinutesComment)
  case approved(MinutesApproval)
  case corrected(Corrigendum)

  package static let schemas = [
    "minutes.drafted": 1, "minutes.written": 1, "minutes.circulated": 1, "minutes.commented": 1,
    "minutes.approved": 1, "minutes.corrected": 1, "minutes.restored": 1,
  ]

  package var type: String {
    switch self {
    case .drafted: "minutes.drafted"
    case .written: "minutes.written"
    case .restored: "minutes.restored"
    case .circulated: "minutes.circulated"
    case .commented: "minutes.commented"
    case .approved: "minutes.approved"
    case .corrected: "minutes.corrected"
    }
  }

  package var data: JSON {
    switch self {
    case .drafted(let facts): facts.data
    case .written(let facts): facts.data
    case .restored(let facts): facts.data
    case .circulated(let facts): facts.data
    case .commented(let facts): facts.data
    case .approved(let facts): facts.data
    case .corrected(let facts): facts.data
    }
  }

  package init(type: String, data: JSON) throws(Failure) {
    let reader = try FieldReader(data, of: type)
    switch type {
    case "minutes.drafted": self = .drafted(try MinutesDraft(reader))
    case "minutes.written": self = .written(try MinutesParagraph(reader))
    case "minutes.restored": self = .restored(try MinutesRestoration(reader))
    case "minutes.circulated": self = .circulated(try Circulation(reader))
    case "minutes.commented": self = .commented(try MinutesComment(reader))
    case "minutes.approved": self = .approved(try MinutesApproval(reader))
    case "minutes.corrected": self = .corrected(try Corrigendum(reader))
    default: throw Failure(.eventUnknown, ["type": .text(type)])
    }
  }
}
