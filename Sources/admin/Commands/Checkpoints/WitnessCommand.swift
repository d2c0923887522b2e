internal import EventStore
internal import Values

/// `admin witness confirm`: this network saw the checkpoint of another one, and nothing that contradicts it.
enum WitnessCommand {
  static let confirm = Command(
    noun: "witness", verb: "confirm", group: .out, effect: .reads,
    parameters: [
      .positional("file"), Parameter.option("key", .text).required, Passphrase.option,
    ],
    examples: [
      "admin witness confirm request --key \(ExampleKeys.log)",
      "admin witness confirm request --key \(ExampleKeys.log) --passphrase-file /dev/fd/3",
    ]
  ) { invocation, session in
    let path = try invocation.required("file")
    let other = try ProofFile.key(invocation, .checkpoint)
    let log = try session.log(for: .reading)
    let request = try request(path, of: other, seenIn: log.directory)
    let key = try CheckpointCommands.keyInUse(.witness, in: log)
    let sealed = try KeyFolder(in: log.directory).sealed(key)
    let signing = try sealed.open(with: Passphrase(invocation, session).known(of: key))
    let line = try Witness(in: log.directory).cosign(
      request, of: other, with: signing, now: Moment(environment: session.environment).now)
    try tell(line, request.signed.checkpoint, session)
    return .done
  }

  /// What is to be confirmed: a file that the other network gave, or the newest checkpoint of a copy that follows it.
  private static func request(
    _ path: String, of other: NoteKey, seenIn directory: String
  ) throws -> WitnessRequest {
    guard !Folder.isFolder(path) else {
      let record = CheckpointRecord(of: try Log.open(in: path, for: .reading))
      let signed = try record.find(origin: other.name)
      let seen = try Witness(in: directory).seen(of: other.name)?.checkpoint.size ?? 0
      // A copy that is behind what was seen is no continuation: the witness says so.
      return try record.request(signed, after: min(seen, signed.checkpoint.size))
    }
    guard let request = WitnessRequest(try ProofFile.text(path)) else {
      throw Failure(.proofUnreadable, ["file": .text(path)])
    }
    return request
  }

  private static func tell(
    _ line: SignedNote.Signature, _ checkpoint: Checkpoint, _ session: Session
  ) throws {
    guard session.globals.format == .table else {
      return try session.show([
        "origin": .text(checkpoint.origin), "size": .int(checkpoint.size),
        "root": .text(checkpoint.root.hex), "line": .text(line.line),
      ])
    }
    session.terminal.write(line.line + "\n")
  }
}
