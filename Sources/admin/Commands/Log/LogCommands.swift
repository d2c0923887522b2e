internal import EventStore
internal import Governance
internal import Values

/// The commands that show the log itself.
enum LogCommands {
  static let all = [list, show, export, LogImportCommand.command, ExtractCommand.command]

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
      isRefused
        ? RefusedListing.read(log, session) : EventListing.read(log, invocation, session))
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
    try session.show(EventListing.whole(event, by: command, without: OpenVotes(in: log)))
    return .done
  }

  static let export = Command(
    noun: "log", verb: "export", group: .out, effect: .reads,
    parameters: [.flag("events"), .flag("signed")],
    examples: [
      "admin log export", "admin log export > network.jsonl",
      "admin log export --events --signed > events.jsonl",
    ]
  ) { invocation, session in
    let log = try session.log(for: .reading)
    let signed = invocation.has("signed") ? try CheckpointRecord(of: log).find() : nil
    let after = try lines(of: log, eventsOnly: invocation.has("events")) { line in
      session.terminal.write(line.json.compact + "\n")
    }
    if let signed {
      let end = ExportEnd(log: log.id, signed: signed, after: after)
      session.terminal.write(end.json.compact + "\n")
    }
    return .done
  }

  private static func lines(
    of log: Log, eventsOnly: Bool, _ body: (ExportLine) throws -> Void
  ) throws -> [Digest] {
    guard eventsOnly else { return try log.forEachLine(body) }
    return try log.forEachProved { event, before, hash in
      try body(
        ExportLine(
          event: event, log: log.id, created: event.position == 1 ? log.created : nil,
          before: before, leaf: event.leaf, hash: hash))
    }
  }
}
