import EventStore
import Values

/// Acts of three events that say who wrote them, and whether a log has them.
enum Acts {
  static let eventsOfAct = 3

  /// How long an act waited for its turn.
  struct Turn {
    let waited: Duration
    /// Acts of others between asking and being there.
    let acts: Int64
  }

  /// Records one act under a name; its third event carries the words of a person.
  @discardableResult
  static func record(_ name: String, bytes: Int = 100, on log: Log, now: Instant? = nil) throws
    -> Turn
  {
    let (member, person) = (
      try stream("member-\(name.count)"), try stream("person-\(name.lowercased())")
    )
    let before = try log.head().ordinal
    let start = ContinuousClock.now
    return try log.write(now: now ?? Clock.now()) { transaction in
      let turn = Turn(
        waited: start.duration(to: .now),
        acts: (transaction.head.ordinal - before) / Int64(eventsOfAct))
      let note = JSON.text(String(repeating: "n", count: bytes))
      let day = Day(number: 20_780)
      let plain = NewEvent(
        stream: member, type: "member.changed", effective: day, data: ["note": note])
      let personal = NewEvent(
        stream: person, type: "person.added", effective: day, data: ["name": ["sealed": "name"]],
        sealed: [SealedField(slot: "name", subject: "H-\(name)", text: "Maria \(name)")])
      let command = NewCommand(
        id: CommandID(name), name: "member edit", actor: "secretariat",
        body: ["name": .text(name)], verdict: .accepted, answer: [:])
      _ = try transaction.record(
        command, request: ["name": .text(name)], events: [plain, plain, personal])
      return turn
    }
  }

  private static func stream(_ text: String) throws -> StreamName {
    guard let name = StreamName(text) else {
      throw Failure(.entryUnfit, ["field": .text("stream"), "value": .text(text)])
    }
    return name
  }

  /// The names of the acts of a log, in their order, each found whole with its person's words.
  ///
  /// - Throws: `Broken` with what is not as it was recorded.
  static func names(in folder: String, after row: Int64 = 0) throws -> [String] {
    let log = try Log.open(in: folder, for: .reading)
    var (names, last): ([String], Int64) = ([], row)
    while true {
      let page = try log.commands(after: last, limit: 1_000)
      guard let end = page.last else { return names }
      last = end.row
      for command in page { names.append(try name(of: command, in: log)) }
    }
  }

  private static func name(of command: RecordedCommand, in log: Log) throws -> String {
    guard let name = command.body["name"]?.text, command.id == CommandID(name),
      let positions = command.positions, positions.count == eventsOfAct
    else { throw Broken(what: "the act of row \(command.row) is not whole") }
    guard let event = try log.event(at: positions.upperBound),
      try log.unseal(event)["name"] == "Maria \(name)"
    else { throw Broken(what: "the words of \(name) are lost") }
    return name
  }

  /// What is wrong with a log after a fault; nil when it is whole and holds what it must and no more.
  ///
  /// `told` are the acts that were acknowledged, in their order; `next` was under way and may be there too.
  static func flaw(in folder: String, told: [String], next: String?) throws -> String? {
    let verification = try Verifier.verify(directory: folder)
    guard verification.isWhole else { return "not whole: \(verification.findings)" }
    do {
      let found = try names(in: folder)
      if found == told { return nil }
      if let next, found == told + [next] { return nil }
      return "\(told.count) acts acknowledged, \(found.count) found"
    } catch let broken as Broken {
      return broken.what
    }
  }

  struct Broken: Error {
    let what: String
  }
}
