package import Values

/// One meeting of a series, from its planning to its report.
package struct Meeting: Entity {
  package typealias Event = MeetingEvent

  package static let category = "meeting"
  package static let fold = 4

  /// How far a meeting has come; each follows from the facts that are recorded.
  package enum Stage: String, CaseIterable, Sendable {
    case planned, convened, open, closed, cancelled
    /// It took place, and no day of it is known.
    case held
  }

  package let id: MeetingID
  /// Nil only before the first event, or when the planning was struck by a correction.
  package private(set) var plan: Recorded<MeetingPlan>?
  /// In the order of recording; each changes what the planning said.
  package private(set) var moves: [Recorded<Move>] = []
  package private(set) var convocation: Recorded<Convocation>?
  package private(set) var cancellation: Recorded<Cancellation>?
  package private(set) var opening: Recorded<Opening>?
  package private(set) var closing: Recorded<Closing>?
  package private(set) var holding: Recorded<Holding>?
  /// In the order of recording.
  package private(set) var stays: [Stay] = []
  /// In the order of recording; whoever came all the same is among them.
  package private(set) var excuses: [Recorded<Excuse>] = []
  /// In the order of recording, those who left among them.
  package private(set) var guests: [GuestStay] = []
  package private(set) var reports: [Recorded<Publication>] = []

  package init(id: MeetingID) { self.id = id }

  package var stage: Stage {
    if cancellation != nil { return .cancelled }
    if closing != nil { return .closed }
    if opening != nil { return .open }
    if holding != nil { return .held }
    return convocation == nil ? .planned : .convened
  }

  package var series: String? { plan?.facts.series }
  package var from: PartialDay? { latest(\.from) ?? plan?.facts.from }
  package var place: String? { latest(\.place) ?? plan?.facts.place }
  package var format: MeetingPlan.Format? { latest(\.format) ?? plan?.facts.format }
  package var title: String? { latest(\.title) ?? plan?.facts.title }

  /// The last day, which is the first one's when no other is known; a new first day ends the former last one.
  package var until: PartialDay? {
    for move in moves.reversed() {
      if let until = move.facts.until { return until }
      if let from = move.facts.from { return from }
    }
    return plan?.facts.until ?? plan?.facts.from
  }

  /// The position of the event that gave the first day: of the last move of it, else of the planning.
  var dayGivenBy: Int64? {
    moves.last { $0.facts.from != nil }?.position ?? plan?.position
  }

  /// Whether a last day was said, or an end is recorded; without one a meeting of today has one day.
  package var statesEnd: Bool {
    closing != nil || plan?.facts.until != nil || moves.contains { $0.facts.until != nil }
  }

  /// When the members were told of the first day that counts: by the convocation, or by a later move of it.
  package var toldOn: PartialDay? {
    guard let convocation else { return nil }
    let move = moves.last { $0.facts.from != nil && convocation.position < $0.position }
    return move?.facts.on ?? convocation.facts.on
  }

  func latest<Value>(_ path: KeyPath<Move, Value?>) -> Value? {
    moves.reversed().lazy.compactMap { $0.facts[keyPath: path] }.first
  }

  /// Whether the record says who was in the room; a past that is taken over may not.
  package var knowsAttendance: Bool { !stays.isEmpty }

  /// The stays of the delegations in the room now, or after the event at a position.
  package func present(at position: Int64 = .max) -> [Stay] {
    stays.filter { $0.holds(at: position) }
  }

  /// The publication of an output for this meeting; nil when there is none.
  package func report(_ output: String) -> Recorded<Publication>? {
    reports.first { $0.facts.output == output }
  }

  package mutating func evolve(with event: MeetingEvent, at mark: Mark) {
    switch event {
    case .planned(let facts): plan = Recorded(facts, at: mark)
    case .moved(let facts): moves.append(Recorded(facts, at: mark))
    case .held(let facts): holding = Recorded(facts, at: mark)
    case .convened(let facts): convocation = Recorded(facts, at: mark)
    case .cancelled(let facts): cancellation = Recorded(facts, at: mark)
    case .opened(let facts):
      opening = Recorded(facts, at: mark)
      for member in facts.present {
        let isRemote = facts.remote.contains(member)
        begin(Arrival(member: member, time: facts.time, isRemote: isRemote), at: mark)
      }
    case .arrived(let facts): begin(facts, at: mark)
    case .departed(let facts): end(facts, at: mark)
    case .closed(let facts): closing = Recorded(facts, at: mark)
    case .reported(let facts): reports.append(Recorded(facts, at: mark))
    case .attendance(let event): evolve(with: event, at: mark)
    }
  }

  private mutating func evolve(with event: AttendanceEvent, at mark: Mark) {
    switch event {
    case .excused(let facts): excuses.append(Recorded(facts, at: mark))
    case .moved(let facts): move(facts, at: mark)
    case .guestArrived(let facts): guests.append(GuestStay(Recorded(facts, at: mark)))
    case .guestDeparted(let facts):
      let index = guests.lastIndex { $0.number == facts.number }
      if let index { guests[index].end(Recorded(facts, at: mark)) }
    }
  }

  /// A stay in the room ends and one over the link begins, or the other way round; who sits stays.
  private mutating func move(_ change: RoomChange, at mark: Mark) {
    guard let stay = stays.last(where: { $0.member == change.member && $0.endedBy == nil }) else {
      return
    }
    end(Departure(member: change.member, time: change.time), at: mark)
    begin(
      Arrival(
        member: change.member, time: change.time, representedBy: stay.representedBy,
        person: stay.person, isRemote: change.isRemote), at: mark)
  }

  private mutating func begin(_ arrival: Arrival, at mark: Mark) {
    stays.append(
      Stay(
        member: arrival.member, day: mark.effective, time: arrival.time,
        representedBy: arrival.representedBy, person: arrival.person,
        isRemote: arrival.isRemote, begunBy: mark.position))
  }

  private mutating func end(_ departure: Departure, at mark: Mark) {
    let index = stays.lastIndex { $0.member == departure.member && $0.endedBy == nil }
    guard let index else { return }
    stays[index].leftOn = mark.effective
    stays[index].leftAt = departure.time
    stays[index].endedBy = mark.position
  }
}

extension Meeting {
  package var state: JSON {
    .object(compacting: [
      ("plan", plan?.json), ("moves", .list(moves.map(\.json))), ("convocation", convocation?.json),
      ("cancellation", cancellation?.json), ("opening", opening?.json),
      ("closing", closing?.json), ("holding", holding?.json), ("stays", .list(stays.map(\.json))),
      ("reports", .list(reports.map(\.json))),
      ("excuses", excuses.isEmpty ? nil : .list(excuses.map(\.json))),
      ("guests", guests.isEmpty ? nil : .list(guests.map(\.json))),
    ])
  }

  package init(id: MeetingID, state: JSON) throws(Failure) {
    self.id = id
    let reader = try FieldReader(state, of: Self.category)
    plan = try reader.recorded("plan")
    moves = try reader.allRecorded("moves")
    convocation = try reader.recorded("convocation")
    cancellation = try reader.recorded("cancellation")
    opening = try reader.recorded("opening")
    closing = try reader.recorded("closing")
    holding = try reader.recorded("holding")
    for json in try reader.list("stays") { stays.append(try Stay(json)) }
    reports = try reader.allRecorded("reports")
    if reader.has("excuses") { excuses = try reader.allRecorded("excuses") }
    guard reader.has("guests") else { return }
    for json in try reader.list("guests") { guests.append(try GuestStay(json)) }
  }
}

package typealias MeetingID = Identifier<Meeting>
