internal import EventStore
internal import Governance
internal import Values

/// The events of a log as rows.
enum EventListing {
  private static let columns = ["position", "effective", "type", "stream", "data"]
  private static let fields = [
    "position", "stream", "version", "type", "effective", "recorded", "data", "sealed",
  ]

  private static let pageLength = 1_000

  /// The events that the options of `log list` leave, oldest first, as many as the answer can show.
  static func read(_ log: Log, _ invocation: Invocation, _ session: Session) throws -> Listing {
    let (stream, type) = (invocation.text("stream"), invocation.text("type"))
    let start = max(0, Int64(invocation.number("after") ?? 0))
    let all = try type == nil && stream == nil ? max(0, log.head().position - start) : nil
    let mayStop = all != nil || !session.tellsLimit
    let empty = Listing(columns: columns, rows: [], fields: fields)
    var intake = RowIntake(empty, session.globals, session.catalogue)
    let votes = try OpenVotes(in: log)
    var position = start
    while !(intake.isFull && mayStop) {
      let page = try log.events(after: position, limit: pageLength)
      for event in page where type.map({ $0 == event.type }) ?? true {
        guard stream.map({ $0 == event.stream.text }) ?? true else { continue }
        try intake.add(fields(of: event, without: votes))
      }
      guard let last = page.last else { break }
      position = last.position
    }
    return intake.listed(of: all.map { Int($0) })
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
