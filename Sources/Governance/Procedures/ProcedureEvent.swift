package import Values

/// What happens in a procedure.
package enum ProcedureEvent: EntityEvent {
  case opened(ProcedureOpening)
  case notified(ProcedureNotice)
  case consented(ProcedureConsent)
  case started(ProcedureClock)
  case answered(ProcedureAnswer)
  case objected(ProcedureObjection)
  case retracted(ProcedureRetraction)
  case extended(ProcedureExtension)
  case broken(ProcedureBreak)
  /// Its time ran out.
  case expired(ProcedureResult)
  /// It ended before its time, since everybody had answered.
  case closed(ProcedureResult)
  case withdrawn(ProcedureWithdrawal)
  case published(ProcedurePublication)

  package static let schemas = [
    "procedure.opened": 1, "procedure.notified": 1, "procedure.consented": 1,
    "procedure.started": 1, "procedure.answered": 1, "procedure.objected": 1,
    "procedure.retracted": 1, "procedure.extended": 1, "procedure.broken": 1,
    "procedure.expired": 1,
    "procedure.closed": 1, "procedure.withdrawn": 1, "procedure.published": 1,
  ]

  package var type: String {
    switch self {
    case .opened: "procedure.opened"
    case .notified: "procedure.notified"
    case .consented: "procedure.consented"
    case .started: "procedure.started"
    case .answered: "procedure.answered"
    case .objected: "procedure.objected"
    case .retracted: "procedure.retracted"
    case .extended: "procedure.extended"
    case .broken: "procedure.broken"
    case .expired: "procedure.expired"
    case .closed: "procedure.closed"
    case .withdrawn: "procedure.withdrawn"
    case .published: "procedure.published"
    }
  }

  package var data: JSON {
    switch self {
    case .opened(let facts): facts.data
    case .notified(let facts): facts.data
    case .consented(let facts): facts.data
    case .started(let facts): facts.data
    case .answered(let facts): facts.data
    case .objected(let facts): facts.data
    case .retracted(let facts): facts.data
    case .extended(let facts): facts.data
    case .broken(let facts): facts.data
    case .expired(let facts), .closed(let facts): facts.data
    case .withdrawn(let facts): facts.data
    case .published(let facts): facts.data
    }
  }

  package init(type: String, data: JSON) throws(Failure) {
    let reader = try FieldReader(data, of: type)
    switch type {
    case "procedure.opened": self = .opened(try ProcedureOpening(reader))
    case "procedure.notified": self = .notified(try ProcedureNotice(reader))
    case "procedure.consented": self = .consented(try ProcedureConsent(reader))
    case "procedure.started": self = .started(try ProcedureClock(reader))
    case "procedure.answered": self = .answered(try ProcedureAnswer(reader))
    case "procedure.objected": self = .objected(try ProcedureObjection(reader))
    case "procedure.retracted": self = .retracted(try ProcedureRetraction(reader))
    case "procedure.extended": self = .extended(try ProcedureExtension(reader))
    case "procedure.broken": self = .broken(try ProcedureBreak(reader))
    case "procedure.expired": self = .expired(try ProcedureResult(reader))
    case "procedure.closed": self = .closed(try ProcedureResult(reader))
    case "procedure.withdrawn": self = .withdrawn(try ProcedureWithdrawal(reader))
    case "procedure.published": self = .published(try ProcedurePublication(reader))
    default: throw Failure(.eventUnknown, ["type": .text(type)])
    }
  }
}
