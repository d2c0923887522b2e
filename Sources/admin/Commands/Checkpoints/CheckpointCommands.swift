internal import EventStore
internal import Governance
internal import Values

/// The commands that sign what the log says of itself, and hand it out.
enum CheckpointCommands {
  static let all = [list, show, publish, export, accept]

  private static let columns = ["size", "origin", "root", "witnesses"]

  static let list = Command(
    noun: "checkpoint", verb: "list", group: .out, effect: .reads, parameters: [],
    examples: ["admin checkpoint list", "admin checkpoint list --json"]
  ) { _, session in
    let all = try CheckpointRecord(of: session.log(for: .reading)).all()
    let rows = all.compactMap { json(of: $0).fields }
    try session.show(Listing(columns: columns, rows: rows, fields: columns + ["note"]))
    return .done
  }

  static let show = Command(
    noun: "checkpoint", verb: "show", group: .out, effect: .reads,
    parameters: [Parameter.positional("size", .number).optional],
    examples: ["admin checkpoint show", "admin checkpoint show 12 --json"]
  ) { invocation, session in
    let size = invocation.number("size").map { Int64($0) }
    try tell(CheckpointRecord(of: session.log(for: .reading)).find(size: size), session)
    return .done
  }

  static let publish = Command(
    noun: "checkpoint", verb: "publish", group: .out, effect: .reads,
    parameters: [.option("after", .number), Passphrase.option],
    examples: [
      "admin checkpoint publish",
      "admin checkpoint publish --after 1000 --passphrase-file /dev/fd/3",
    ]
  ) { invocation, session in
    let log = try session.log(for: .writing)
    let key = try keyInUse(.checkpoint, in: log)
    let record = CheckpointRecord(of: log)
    try record.checkMaySign(key.name)
    let growth = Int64(max(0, invocation.number("after") ?? 0))
    guard try record.hasGrown(by: growth, origin: key.name) else {
      return unchanged(growth, session)
    }
    let sealed = try KeyFolder(in: log.directory).sealed(key)
    let signing = try sealed.open(with: Passphrase(invocation, session).known(of: key))
    guard let signed = try record.sign(with: signing, growth: growth) else {
      return unchanged(growth, session)
    }
    try tell(signed, session)
    return .done
  }

  static let export = Command(
    noun: "checkpoint", verb: "export", group: .out, effect: .reads,
    parameters: [Parameter.positional("size", .number).optional, .option("after", .number)],
    examples: ["admin checkpoint export", "admin checkpoint export --after 12 > request"]
  ) { invocation, session in
    let record = CheckpointRecord(of: try session.log(for: .reading))
    let signed = try record.find(size: invocation.number("size").map { Int64($0) })
    let request = try record.request(signed, after: Int64(invocation.number("after") ?? 0))
    session.terminal.write(request.text)
    return .done
  }

  static let accept = Command(
    noun: "checkpoint", verb: "accept", group: .out, effect: .reads,
    parameters: [.positional("file"), Parameter.option("key", .text).required],
    examples: [
      "admin checkpoint accept line.txt --key \(ExampleKeys.witness)",
      "admin checkpoint accept line.txt --key \(ExampleKeys.witness) --json",
    ]
  ) { invocation, session in
    let path = try invocation.required("file")
    let text = try ProofFile.text(path)
    let key = try ProofFile.key(invocation, .witness)
    guard let line = text.split(separator: "\n").first.flatMap({ SignedNote.Signature(line: $0) })
    else {
      throw Failure(.proofUnreadable, ["file": .text(path)])
    }
    let record = CheckpointRecord(of: try session.log(for: .writing))
    try tell(record.accept(line, by: key), session)
    return .done
  }

  private static func unchanged(_ growth: Int64, _ session: Session) -> ExitStatus {
    if !session.globals.isQuiet {
      session.say("checkpoint.unchanged", ["growth": .text("\(growth)")])
    }
    return .done
  }

  /// The note itself for people, an object for programs.
  private static func tell(_ signed: SignedCheckpoint, _ session: Session) throws {
    guard session.globals.format == .table else { return try session.show(json(of: signed)) }
    session.terminal.write(signed.whole)
  }

  private static func json(of signed: SignedCheckpoint) -> JSON {
    let checkpoint = signed.checkpoint
    let witnesses = signed.note.signatures.map(\.name).filter { $0 != checkpoint.origin }
    return [
      "size": .int(checkpoint.size), "origin": .text(checkpoint.origin),
      "root": .text(checkpoint.root.hex), "witnesses": .texts(witnesses),
      "note": .text(signed.whole),
    ]
  }

  /// The key of a purpose that may sign.
  ///
  /// - Throws: `key-none` when the network has none.
  static func keyInUse(_ purpose: NoteKey.Purpose, in log: Log) throws -> NoteKey {
    guard let key = try KeysInLog.inUse(purpose, in: log) else {
      throw Failure(.keyNone, ["purpose": .text(purpose.word)])
    }
    return key
  }
}
