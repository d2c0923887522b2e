package import EventStore
package import Plugins
package import Values

/// Everything that the log holds of one meeting, for documents: it is read and nothing is decided.
package struct MeetingFile {
  package let meeting: Meeting
  package let agenda: Agenda?
  package let minutes: Minutes?
  /// Who asked to speak; nil where nobody recorded it.
  package let floor: Floor?
  /// Of all meetings, by id.
  package let deliberations: [Deliberation]
  /// What bodies handed to each other.
  package let referrals: [Referral]
  /// Of the network, by id.
  package let members: [Member]
  package let elections: [Election]
  /// Those under which the meeting proceeds, with the digest that names them.
  package let found: RulesInForce.Found

  /// Who might vote on the day of the opening; nil where that is not known.
  private let electorate: Electorate?
  /// Given by all meetings.
  private let assignments: [Assignment]
  private let proxies: [Proxy]
  private let consequences: Consequences

  package var rules: Rules { found.rules }

  /// The minutes as they would be drawn up now.
  package var record: MinutesRecord {
    MinutesRecord(
      meeting, agenda, deliberations, referrals, elections,
      electorate: electorate, assignments: assignments,
      floor: floor, members: members, proxies: proxies, consequences: consequences, under: rules)
  }

  /// Reads a meeting; nil for one that was never planned.
  ///
  /// - Parameters:
  ///   - id: Of the meeting.
  ///   - log: Read as it stands.
  ///   - today: On which the rules are asked when no day of the meeting is known.
  /// - Throws: `not-founded`, or what is wrong with the log.
  package init?(_ id: MeetingID, in log: Log, today: Day) throws {
    var shelf = Shelf(reading: log)
    let (agenda, minutes) = (AgendaID(sharedWith: id), MinutesID(sharedWith: id))
    let floor = FloorID(sharedWith: id)
    try shelf.load(
      [
        .one(EntityKey(id)), .one(EntityKey(agenda)), .one(EntityKey(minutes)),
        .all(category: Deliberation.category), .all(category: Referral.category),
        .all(category: Member.category), .all(category: Assignment.category),
        .one(EntityKey(floor)), .all(category: Election.category), .all(category: Proxy.category),
      ] + Consequences.needs)
    guard let meeting = shelf.ledger[id], meeting.plan != nil else { return nil }
    self.meeting = meeting
    self.agenda = shelf.ledger[agenda]
    self.minutes = shelf.ledger[minutes]
    self.floor = shelf.ledger[floor]
    deliberations = shelf.ledger.all(Deliberation.self)
    referrals = shelf.ledger.all(Referral.self)
    assignments = shelf.ledger.all(Assignment.self)
    proxies = shelf.ledger.all(Proxy.self)
    consequences = Consequences(in: shelf.ledger)
    members = shelf.ledger.all(Member.self)
    elections = shelf.ledger.all(Election.self)
    var inForce = RulesInForce()
    let day = meeting.opening?.facts.on.first ?? meeting.from?.first ?? today
    found = try inForce.find(on: day, inProceedingSince: meeting.beginning, in: log)
    electorate = Electorate(of: meeting, in: shelf.ledger, under: found.rules)
  }

  /// The deliberation of an id with the meeting that it was put to; nil when the log has none.
  package static func meeting(
    of deliberation: DeliberationID, in log: Log
  ) throws -> MeetingID? {
    var shelf = Shelf(reading: log)
    try shelf.load([.one(EntityKey(deliberation))])
    return shelf.ledger[deliberation]?.meeting
  }
}
