package import Values

/// What happens in an election.
package enum ElectionEvent: EntityEvent {
  case opened(ElectionOpening)
  case nominated(CandidateNaming)
  case accepted(CandidateStep)
  case withdrawn(CandidateStep)
  case counted(ElectionRound)
  case annulled(RoundAnnulment)
  case closed(ElectionClosing)

  package static let schemas = [
    "election.opened": 1, "election.counted": 1, "election.annulled": 1, "election.closed": 1,
    "candidate.nominated": 1, "candidate.accepted": 1, "candidate.withdrawn": 1,
  ]

  package var type: String {
    switch self {
    case .opened: "election.opened"
    case .nominated: "candidate.nominated"
    case .accepted: "candidate.accepted"
    case .withdrawn: "candidate.withdrawn"
    case .counted: "election.counted"
    case .annulled: "election.annulled"
    case .closed: "election.closed"
    }
  }

  package var data: JSON {
    switch self {
    case .opened(let facts): facts.data
    case .nominated(let facts): facts.data
    case .accepted(let facts), .withdrawn(let facts): facts.data
    case .counted(let facts): facts.data
    case .annulled(let facts): facts.data
    case .closed(let facts): facts.data
    }
  }

  package init(type: String, data: JSON) throws(Failure) {
    let reader = try FieldReader(data, of: type)
    switch type {
    case "election.opened": self = .opened(try ElectionOpening(reader))
    case "candidate.nominated": self = .nominated(try CandidateNaming(reader))
    case "candidate.accepted": self = .accepted(try CandidateStep(reader))
    case "candidate.withdrawn": self = .withdrawn(try CandidateStep(reader))
    case "election.counted": self = .counted(try ElectionRound(reader))
    case "election.annulled": self = .annulled(try RoundAnnulment(reader))
    case "election.closed": self = .closed(try ElectionClosing(reader))
    default: throw Failure(.eventUnknown, ["type": .text(type)])
    }
  }
}
