internal import EventStore
internal import Governance
internal import Values

/// `admin backup`: a copy of the network that was read again, or a file with what came since an earlier one.
enum BackupCommand {
  static let command = Command(
    noun: "backup", verb: nil, group: .run, effect: .records,
    parameters: [.positional("target"), .option("since", .text), .option("keys", .text)],
    examples: [
      "admin backup copies/nep-2026-11-23 --dry-run",
      "admin backup copies/nep-2026-11-23 --keys safe/nep-keys.db --dry-run",
      "admin backup shipped.jsonl --since 12 --dry-run",
    ]
  ) { invocation, session in
    let target = try invocation.required("target")
    if let since = invocation.text("since") {
      guard !invocation.has("keys") else {
        throw Failure(.optionUnsuited, ["option": .text("--keys"), "command": .text("--since")])
      }
      return try Shipment(session).write(to: target, since: since)
    }
    return try Backup(invocation, session).make(target)
  }
}

/// One copy of a whole network.
private struct Backup {
  private let invocation: Invocation
  private let session: Session

  init(_ invocation: Invocation, _ session: Session) {
    self.invocation = invocation
    self.session = session
  }

  /// Copies, reads the copy again, compares, records that it was made, and only then gives it its name.
  ///
  /// What is recorded comes first: a copy that nobody knows of would escape whoever erases a person.
  func make(_ target: String) throws -> ExitStatus {
    let log = try session.log(for: .writing)
    let circumstances = try Circumstances(session, zone: log.zoneName())
    let head = try log.head()
    let planned = facts(
      target, Int(head.position), Int(head.ordinal), head.hash, keys: invocation.has("keys"))
    let trial = try record(planned, in: log, circumstances, mode: .trial)
    guard !session.globals.isDryRun else { return show(trial, isTrial: true) }
    // What the rules refuse is kept as refused, and nothing is copied.
    guard trial.verdict != .refused else {
      return show(try record(planned, in: log, circumstances, mode: .recording), isTrial: false)
    }
    let (mark, answer) = try Staged.folder(target) { stage in
      let mark = try copy(log, to: stage, made: circumstances.now)
      let keys = invocation.text("keys")
      if let keys { try log.copyKeys(to: keys) }
      let facts = facts(
        target, Int(mark.position), Int(mark.leaves), mark.head, keys: keys != nil)
      return (mark, try record(facts, in: log, circumstances, mode: .recording))
    }
    guard answer.verdict != .refused else { return show(answer, isTrial: false) }
    try CopyPage(session).tell(
      mark, "copy.made", [("recorded", .list(answer.events.map { .int($0.position) }))])
    return .done
  }

  private func copy(_ log: Log, to stage: String, made: Instant) throws -> CopyMark {
    let head = try log.copy(to: stage)
    let mark = try CopyCheck.mark(stage, made: made, session)
    guard mark.log == log.id, mark.head == head.hash, mark.position == head.position,
      mark.leaves == head.ordinal
    else { throw Failure(.copyUnfit, ["part": .word("copy.log")]) }
    try mark.write(in: stage)
    return mark
  }

  private func facts(
    _ target: String, _ position: Int, _ leaves: Int, _ head: Digest, keys: Bool
  ) -> BackupFacts {
    let name = target.split(separator: "/").last.map { String($0) } ?? target
    return BackupFacts(
      name: name, position: position, leaves: leaves, head: head.hex, keys: keys)
  }

  private func record(
    _ facts: BackupFacts, in log: Log, _ circumstances: Circumstances, mode: Registrar.Mode
  ) throws -> Answer {
    let request = ActRequest(
      id: session.globals.key.map { CommandID($0) } ?? .random(),
      input: try ActInput(MakeBackup.kind, ["copy": [facts.data.canonicalText]]),
      actor: circumstances.actor, effective: PartialDay(circumstances.today),
      today: circumstances.today, note: session.globals.note)
    return try Registrar(log, zones: .machine).record(
      request, now: circumstances.now, mode: mode)
  }

  private func show(_ answer: Answer, isTrial: Bool) -> ExitStatus {
    AnswerPage(session, basis: [:], isTrial: isTrial).show(answer)
    return answer.verdict == .refused ? .refused : .done
  }
}
