internal import EventStore
internal import Plugins
internal import Publishing
internal import Values

/// A file that carries its own proof: an export, an extract, a checkpoint, or a request to a witness.
enum ProofFile {
  private static let usual = 1 << 20
  private static let largest = 64 << 20

  enum Kind: String {
    case export, extract, checkpoint, request
  }

  /// What a file is by its first bytes; nil for a database and for anything else.
  static func kind(of path: String) -> Kind? {
    guard let bytes = FileBytes.read(path, atMost: 4_096) else { return nil }
    let start = String(decoding: bytes, as: UTF8.self)
    if start.hasPrefix("{") { return Extract.isExtract(start) ? .extract : .export }
    if WitnessRequest.isRequest(start) { return .request }
    return start.contains("\n\n\u{2014} ") ? .checkpoint : nil
  }

  /// Checks a file offline, with nothing but the public key that was given.
  ///
  /// - Returns: `done`; everything else is thrown.
  static func verify(
    _ path: String, as kind: Kind, _ invocation: Invocation, _ session: Session
  ) throws -> ExitStatus {
    switch kind {
    case .export:
      let key = invocation.has("key") ? try self.key(invocation, .checkpoint) : nil
      try tell(ExportCheck.check(path, by: key), session)
    case .extract:
      let extract = try Extract(text(path))
      try extract.check(by: key(invocation, .checkpoint))
      try tell(extract, session)
    case .checkpoint, .request:
      let (signed, key) = try checkpoint(text(path), as: kind, invocation)
      try tell(signed, by: key, session)
    }
    return .done
  }

  private static func checkpoint(
    _ text: String, as kind: Kind, _ invocation: Invocation
  ) throws -> (SignedCheckpoint, NoteKey) {
    let read = kind == .request ? WitnessRequest(text)?.signed : SignedCheckpoint(text)
    guard let signed = read else { throw Failure(.proofUnreadable, ["file": .text("")]) }
    guard let given = invocation.text("key") else { throw Failure(.keyNeeded) }
    guard let key = NoteKey(given) else { throw unreadable(given) }
    let isOwn = key.purpose == .witness || signed.checkpoint.origin == key.name
    guard isOwn, signed.note.standing(of: key) == .good else {
      throw Failure(.proofUnfit, ["part": .word("proof.signature")])
    }
    return (signed, key)
  }

  /// The whole text of a file.
  static func text(_ path: String) throws -> String {
    guard var bytes = FileBytes.read(path, atMost: usual) else { throw FileBytes.failure(path) }
    if bytes.count == usual { bytes = FileBytes.read(path, atMost: largest) ?? bytes }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Failure(.proofUnreadable, ["file": .text(path)])
    }
    return text
  }

  /// The public key that was given.
  ///
  /// - Throws: `key-needed` without one, `option-unreadable` for another text, `key-unfit` for another purpose.
  static func key(_ invocation: Invocation, _ purpose: NoteKey.Purpose) throws -> NoteKey {
    guard let text = invocation.text("key") else { throw Failure(.keyNeeded) }
    guard let key = NoteKey(text) else { throw unreadable(text) }
    guard key.purpose == purpose else { throw Failure(.keyUnfit, ["found": .text(key.name)]) }
    return key
  }

  private static func unreadable(_ text: String) -> Failure {
    Failure(
      .optionUnreadable,
      [
        "found": .text(String(text.prefix(200))), "option": .text("--key"),
        "expected": .word("expected.public-key"),
      ])
  }

  private static func tell(_ result: ExportCheck.Result, _ session: Session) throws {
    let head = result.head?.hex ?? ""
    guard session.globals.format == .table else {
      return try session.show([
        "whole": true, "events": .int(result.events), "first": .int(result.first),
        "head": .text(head), "checkpoint": result.signed.map { .int($0.checkpoint.size) } ?? .null,
      ])
    }
    let values: [String: Failure.Value] = [
      "events": .text("\(result.events)"), "head": .text(head),
    ]
    session.terminal.write(session.catalogue.text("verify.whole", values) + "\n")
    if result.first > 1 { tell(part: result, session) }
    if let signed = result.signed { sayHolds(signed, session) }
  }

  /// From which event to which a shipped file is whole, and what it cannot show by itself.
  private static func tell(part: ExportCheck.Result, _ session: Session) {
    let values: [String: Failure.Value] = [
      "first": .text("\(part.first)"), "last": .text("\(part.first + part.events - 1)"),
    ]
    session.terminal.write(session.catalogue.text("verify.part", values) + "\n")
    if part.signed != nil { session.say("verify.part-signed") }
  }

  private static func tell(_ extract: Extract, _ session: Session) throws {
    guard session.globals.format == .table else {
      return try session.show([
        "whole": true, "position": extract.event.map { .int($0.position) } ?? .null,
        "checkpoint": .int(extract.signed.checkpoint.size),
      ])
    }
    if let event = extract.event {
      let values: [String: Failure.Value] = [
        "position": .text("\(event.position)"), "type": .text(event.type),
        "subject": .text(event.stream.text), "effective": .day(event.effective),
      ]
      session.terminal.write(session.catalogue.text("verify.event-holds", values) + "\n")
    } else {
      session.terminal.write(session.catalogue.text("verify.act-holds") + "\n")
    }
    sayHolds(extract.signed, session)
  }

  private static func tell(
    _ signed: SignedCheckpoint, by key: NoteKey, _ session: Session
  ) throws {
    guard session.globals.format == .table else {
      return try session.show([
        "whole": true, "checkpoint": .int(signed.checkpoint.size),
        "root": .text(signed.checkpoint.root.hex), "by": .text(key.name),
      ])
    }
    sayHolds(signed, session, by: key)
  }

  /// Says who vouches for what: the log itself, or the witness whose key was given.
  private static func sayHolds(
    _ signed: SignedCheckpoint, _ session: Session, by key: NoteKey? = nil
  ) {
    let values: [String: Failure.Value] = [
      "origin": .text(signed.checkpoint.origin), "size": .text("\(signed.checkpoint.size)"),
      "root": .text(signed.checkpoint.root.hex), "witness": .text(key?.name ?? ""),
    ]
    let sentence = key?.purpose == .witness ? "verify.witness-holds" : "verify.checkpoint-holds"
    session.terminal.write(session.catalogue.text(sentence, values) + "\n")
  }
}
