internal import EventStore
internal import Governance
internal import Projections
internal import Values

/// The commands that make keys; `key end` is an act like any other, and takes the secret away as `rotate` does.
enum KeyCommands {
  static let all = [add, rotate]

  static let add = Command(
    noun: "key", verb: "add", group: .run, effect: .records,
    parameters: [
      .option("name", .text).required,
      .option("purpose", .choice(NoteKey.Purpose.allCases.map(\.word))), Passphrase.option,
    ],
    examples: [
      "admin key add --name nep.example/log --passphrase-file /dev/fd/3 --dry-run",
      "admin key add --name nep.example/watch --purpose witness --dry-run",
    ]
  ) { invocation, session in
    let purpose = NoteKey.Purpose(word: invocation.text("purpose") ?? "") ?? .checkpoint
    let key = try SigningKey(name: invocation.required("name"), purpose: purpose)
    return try NewKey(invocation, session).record(key, act: "key add", replacing: nil)
  }

  static let rotate = Command(
    noun: "key", verb: "rotate", group: .run, effect: .records,
    parameters: [.positional("id"), Passphrase.option],
    examples: [
      "admin key rotate 64681f6c --dry-run",
      "admin key rotate 64681f6c --passphrase-file /dev/fd/3 --dry-run",
    ]
  ) { invocation, session in
    let id = try invocation.required("id")
    let log = try session.log(for: .reading)
    let old = try KeysInLog.known(in: log).last { $0.key.id == id }?.key
    log.close()
    // An unknown id is refused by the act, whatever the new key is called.
    let key = try SigningKey(name: old?.name ?? id, purpose: old?.purpose ?? .checkpoint)
    return try NewKey(invocation, session).record(key, act: "key rotate", replacing: id)
  }
}

/// Records a key that was just made, and keeps its secret sealed.
private struct NewKey {
  private let invocation: Invocation
  private let session: Session

  init(_ invocation: Invocation, _ session: Session) {
    self.invocation = invocation
    self.session = session
  }

  /// Tries the act, asks for the passphrase, keeps the secret, and records the act; a secret whose act was not
  /// recorded is taken away again.
  func record(
    _ key: borrowing SigningKey, act: String, replacing old: String?
  ) throws -> ExitStatus {
    let log = try session.log(for: .writing)
    let request = try request(key.key, act, old, log)
    let circumstances = try Circumstances(session, zone: log.zoneName())
    let now = circumstances.now
    let trial = try Registrar(log, zones: .machine).record(request, now: now, mode: .trial)
    if session.globals.isDryRun { return show(trial, isTrial: true) }
    let keys = KeyFolder(in: log.directory)
    if trial.verdict != .refused {
      let passphrase = try Passphrase(invocation, session).new(for: key.key)
      try keys.keep(SealedKey(key, passphrase: passphrase))
    }
    let answer = try keeping(keys, key.key.id) {
      try Registrar(log, zones: .machine).record(request, now: now, mode: .recording)
    }
    if answer.verdict == .refused { try keys.forget(key.key.id) }
    try Aftermath.settle([answer], in: log, today: circumstances.today)
    return show(answer, isTrial: false, key.key)
  }

  private func keeping<T>(_ keys: KeyFolder, _ id: String, _ body: () throws -> T) throws -> T {
    do { return try body() } catch {
      try keys.forget(id)
      throw error
    }
  }

  private func request(
    _ key: NoteKey, _ act: String, _ old: String?, _ log: Log
  ) throws -> ActRequest {
    guard let command = ActCatalogue.command(named: act) else { throw Failure(.unexpected) }
    let circumstances = try Circumstances(session, zone: log.zoneName())
    var values = ["public-key": [key.text]]
    values["id"] = old.map { [$0] }
    return ActRequest(
      id: session.globals.key.map { CommandID($0) } ?? .random(),
      input: try ActInput(command.kind, values), actor: circumstances.actor,
      effective: session.globals.effective ?? PartialDay(circumstances.today),
      today: circumstances.today, note: session.globals.note)
  }

  private func show(_ answer: Answer, isTrial: Bool, _ key: NoteKey? = nil) -> ExitStatus {
    AnswerPage(session, basis: [:], isTrial: isTrial).show(answer)
    guard answer.verdict != .refused else { return .refused }
    if let key, !session.globals.isQuiet { session.say("key.made", ["key": .text(key.text)]) }
    return .done
  }
}
