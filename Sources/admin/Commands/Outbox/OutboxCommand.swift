internal import EventStore
internal import Governance
internal import Projections
internal import Publishing
internal import Values

/// `admin outbox write`: the letters that are due, as `admin tick` writes them; or one again that was written.
enum OutboxCommand {
  static let write = Command(
    noun: "outbox", verb: "write", group: .everyDay, effect: .records,
    parameters: [Parameter.positional("letter").optional],
    examples: [
      "admin outbox write", "admin outbox write --dry-run",
      "admin outbox write 3f0c2a9b7d5e4f1a6c8b --dry-run",
    ]
  ) { invocation, session in
    guard let id = invocation.text("letter") else { return try writeDue(session) }
    return try writeAgain(id, session)
  }

  private static func writeDue(_ session: Session) throws -> ExitStatus {
    let log = try session.log(for: .writing)
    let isTrial = session.globals.isDryRun
    let circumstances = try Circumstances(session, zone: log.zoneName())
    let zone = try log.zoneName().flatMap { Zone.named($0) } ?? .utc
    let today = zone.day(of: circumstances.now)
    let written = try Registrar(log, zones: .machine).writeLetters(
      now: circumstances.now, today: today, actor: circumstances.actor,
      mode: isTrial ? .trial : .recording, post: LetterOffice(log, today: today).post)
    if !isTrial { Views.catchUp(with: log) }
    TickPage(session, zone: zone, isTrial: isTrial).show(written, by: circumstances.now)
    return written.contains { $0.answer.verdict == .refused } ? .refused : .done
  }

  /// Nothing is recorded: the letter is on record.
  private static func writeAgain(_ id: String, _ session: Session) throws -> ExitStatus {
    let log = try session.log(for: .reading)
    let today = try session.day(in: log)
    guard let letter = try LetterID(id).flatMap({ try log.entity($0) }), letter.writing != nil
    else {
      throw MeetingPapers.missing("outbox", id, KnownThings(session).ids(of: "outbox"), today)
    }
    guard !session.globals.isDryRun else {
      session.say("answer.dry-run")
      return .done
    }
    let path = try LetterOffice(log, today: today).writeAgain(letter)
    if session.globals.format.isForPrograms {
      try session.show(["letter": .text(id), "file": .text(path)])
    } else {
      session.terminal.write(session.catalogue.text("outbox.again", ["path": .text(path)]) + "\n")
    }
    return .done
  }
}
