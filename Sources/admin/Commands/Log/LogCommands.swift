internal import EventStore
internal import Values

/// The commands that show the log itself.
enum LogCommands {
  static let all = [list, show, export]

  static let list = Command(
    noun: "log", verb: "list", group: .ask, effect: .reads,
    parameters: [
      .option("after", .number), .option("type", .text), .option("stream", .text),
      .flag("refused"),
    ],
    examples: [
      "admin log list --limit 5", "admin log list --type member.admitted --json",
      "admin log list --refused",
    ]
  ) { invocation, session in
    let log = try session.log(for: .reading)
    let isRefused = invocation.has("refused")
    try session.show(
      isRefused ? RefusedListing.read(log, invocation) : EventListing.read(log, invocation))
    return .done
  }

  static let show = Command(
    noun: "log", verb: "show", group: .ask, effect: .reads,
    parameters: [.positional("position", .number)],
    examples: ["admin log show 1", "admin log show 1 --json"]
  ) { invocation, session in
    let log = try session.log(for: .reading)
    let position = invocation.number("position") ?? 0
    guard let event = try log.event(at: Int64(position)) else {
      throw Failure(
        .positionMissing,
        ["found": .int(position), "last": .int(Int(try log.head().position))])
    }
    let command = try log.command(row: event.command)
    try session.show(EventListing.whole(event, by: command))
    return .done
  }

  static let export = Command(
    noun: "log", verb: "export", group: .out, effect: .reads, parameters: [],
    examples: ["admin log export", "admin log export > events.jsonl"]
  ) { _, session in
    let log = try session.log(for: .reading)
    try EventListing.forEach(in: log) { event in
      session.terminal.write(CloudEvent.json(of: event, in: log).compact + "\n")
    }
    return .done
  }
}
