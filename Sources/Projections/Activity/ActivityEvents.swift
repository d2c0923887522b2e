import EventStore
import Governance
import Values

/// The events that brought what an activity report tells, where a row of a view names only the last one.
///
/// Only events that count by the last day are looked at, corrected as they are now.
struct ActivityEvents {
  private let views: Views
  private let until: Day

  init(_ views: Views, until: Day) {
    self.views = views
    self.until = until
  }

  /// Positions by the column that tells of it: `since`, `reported_on`, `closed_on`.
  func action(_ id: String) throws -> [String: Int64] {
    if let action = ActionID(id) {
      let programme = try entity(action.programme)
      return Self.known([
        "since": programme.action(action.number)?.position,
        "reported_on": programme.report(on: action.number)?.position,
        "closed_on": programme.closing(of: action.number)?.position,
      ])
    }
    guard let id = AssignmentID(id) else { return [:] }
    let assignment = try entity(id)
    return Self.known([
      "since": assignment.making?.position, "reported_on": assignment.reports.last?.position,
      "closed_on": assignment.closing?.position,
    ])
  }

  /// Positions by the column that tells of it: `since`, `last_report`, `ended_on`.
  func subgroup(_ id: String) throws -> [String: Int64] {
    guard let id = SubgroupID(id) else { return [:] }
    let subgroup = try entity(id)
    let last = subgroup.reports.max { $0.facts.on.first < $1.facts.on.first }
    return Self.known([
      "since": subgroup.creation?.position, "last_report": last?.position,
      "ended_on": subgroup.ending?.position,
    ])
  }

  /// The agenda of a meeting as it was on the last day; nil for what is no id of a meeting.
  func agenda(of meeting: String) throws -> Agenda? { try AgendaID(meeting).map(entity) }

  /// Those of a body that is no plenary, in the order of their first days; none for a plenary.
  func compositions(of body: String) throws -> [BoardComposition] {
    try BoardID(body).map(entity)?.compositions ?? []
  }

  /// The event by which a procedure ended, and not the publication after it; that of its opening while it goes on.
  func procedure(_ id: String) throws -> Int64? {
    guard let id = ProcedureID(id) else { return nil }
    let procedure = try entity(id)
    return procedure.withdrawal?.position ?? procedure.breaking?.position
      ?? procedure.result?.position ?? procedure.opening?.position
  }

  private static func known(_ positions: [String: Int64?]) -> [String: Int64] {
    positions.compactMapValues(\.self)
  }

  private func entity<E: Entity>(_ id: Identifier<E>) throws -> E {
    var entity = E(id: id)
    guard let stream = StreamName(category: E.category, id: id.text) else { return entity }
    let recorded = try views.log.events(of: stream).filter { $0.position <= views.end ?? .max }
    for event in try EventsInForce(recorded.map { PastEvent($0) }).events
    where event.effective <= until {
      entity.evolve(with: try E.Event(event), at: event.mark)
    }
    return entity
  }
}
