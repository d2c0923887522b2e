internal import EventStore
internal import Governance
internal import Values

/// The events of a log as rows.
enum EventListing {
  private static let columns = ["position", "effective", "type", "stream", "data"]
  private static let fields = [
    "position", "stream", "version", "type", "effective", "recorded", "data", "sealed",
  ]

  /// The events that the options of `log list` leave, oldest first.
  static func read(_ log: Log, _ invocation: Invocation) throws -> Listing {
    var rows: [JSON.Fields] = []
    let stream = invocation.text("stream")
    let type = invocation.text("type")
    let votes = try OpenVotes(in: log)
    try forEach(in: log, after: Int64(invocation.number("after") ?? 0)) { event in
      let isWanted = type.map { $0 == event.type } ?? true
      guard isWanted, stream.map({ $0 == event.stream.text }) ?? true else { return }
      rows.append(fields(of: event, without: votes))
    }
    return Listing(columns: columns, rows: rows, fields: fields)
  }

  /// Walks over the events of a log in pages, oldest first.
  static func forEach(
    in log: Log, after start: Int64 = 0, _ body: (RecordedEvent) throws -> Void
  ) throws {
    var position = max(0, start)
    while true {
      let page = try log.events(after: position, limit: 1_000)
      for event in page { try body(event) }
      guard let last = page.last else { return }
      position = last.position
    }
  }

  /// An event without how anybody voted in a written vote that has not closed.
  private static func fields(of event: RecordedEvent, without votes: OpenVotes) -> JSON.Fields {
    JSON.Fields([
      ("position", .int(event.position)), ("stream", .text(event.stream.text)),
      ("version", .int(event.version)), ("type", .text(event.type)),
      ("effective", .text(event.effective.description)),
      ("recorded", .text(event.recorded.description)), ("data", votes.told(event)),
      ("sealed", .texts(event.sealed.map { "\($0.subject)/\($0.slot)" })),
    ])
  }

  /// An event with the command that brought it and its place in the chain.
  static func whole(
    _ event: RecordedEvent, by command: RecordedCommand?, without votes: OpenVotes
  ) -> JSON {
    var whole = fields(of: event, without: votes)
    whole["id"] = .text(event.id.description)
    whole["hash"] = .text(event.hash.hex)
    whole["command"] = command.map { .text($0.id.description) }
    whole["act"] = command.map { .text($0.name) }
    whole["actor"] = command.map { .text($0.actor) }
    whole["verdict"] = command.map { .text($0.verdict.rawValue) }
    return .object(whole)
  }
}
