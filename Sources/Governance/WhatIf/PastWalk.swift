import EventStore
import Values

/// Goes through a log once, from the first act to the last, accepted and refused.
struct PastWalk {
  private let log: Log
  private var state: PastState
  private var events: ArraySlice<RecordedEvent> = []
  private var lastRead: Int64 = 0
  private var next: Int64 = 1

  init(_ log: Log) {
    self.log = log
    state = PastState(log)
  }

  /// Shows each act with the state that it met.
  ///
  /// - Parameters:
  ///   - end: The row of the last act to look at; nil for all.
  ///   - body: Sees the act before its events are taken in.
  /// - Throws: What is wrong with the log, and whatever `body` throws.
  mutating func visit(until end: Int64? = nil, _ body: (PastAct) throws -> Void) throws {
    var row: Int64 = 0
    while true {
      let page = try log.commands(after: row, limit: Log.maximumPage)
      for command in page {
        if let end, command.row > end { return }
        try take(command, body)
      }
      guard let last = page.last?.row else { return }
      row = last
    }
  }

  private mutating func take(_ command: RecordedCommand, _ body: (PastAct) throws -> Void) throws {
    let events = try events(of: command)
    try body(act(command, events))
    try state.evolve(with: events)
  }

  private func act(_ command: RecordedCommand, _ events: [RecordedEvent]) throws -> PastAct {
    let position = command.positions?.lowerBound ?? next
    guard let type = ActCatalogue.command(named: command.name) else {
      throw Failure(.actUnknown, ["act": .text(command.name)])
    }
    let input = try Self.input(of: command, events, as: type.kind)
    return PastAct(
      recorded: command, events: events, command: try input.map { try type.init($0) },
      state: state, position: position)
  }

  /// What was asked; nil for an act that waited for a second person, and for the word of that one.
  private static func input(
    of command: RecordedCommand, _ events: [RecordedEvent], as kind: ActKind
  ) throws(Failure) -> ActInput? {
    let isForTwo = events.contains { $0.stream.category == Approval.category }
    guard !isForTwo, kind.name != ConfirmApproval.kind.name else { return nil }
    return try ActInput(recorded: command, events: events, as: kind)
  }

  /// The events of an act; acts come in the order of their events, so that each page is read once.
  private mutating func events(of command: RecordedCommand) throws -> [RecordedEvent] {
    guard let positions = command.positions else { return [] }
    var found: [RecordedEvent] = []
    while Int64(found.count) < Int64(positions.count) {
      if events.isEmpty {
        events = try log.events(after: lastRead, limit: Log.maximumPage)[...]
        guard let last = events.last else { throw Self.missing(positions.upperBound) }
        lastRead = last.position
      }
      guard let event = events.popFirst(), positions.contains(event.position) else {
        throw Self.missing(positions.lowerBound)
      }
      found.append(event)
    }
    next = positions.upperBound + 1
    return found
  }

  private static func missing(_ position: Int64) -> Failure {
    Failure(.eventUnreadable, ["subject": .text("event"), "field": .text("\(position)")])
  }
}
