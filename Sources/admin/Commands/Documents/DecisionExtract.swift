internal import EventStore
internal import Governance
internal import Plugins
internal import Publishing
internal import Values

/// One decision or one procedure, read from the log with the place of its event in the chain.
struct DecisionExtract {
  let document: Document

  /// - Throws: `thing-missing` for a procedure that there is not.
  init(ofProcedure id: String, in log: Log, _ session: Session) throws {
    guard let named = ProcedureID(id),
      let found = try DecidedProcedure(of: named, in: log, zones: .machine)
    else {
      let known = KnownThings(session).ids(of: "procedure")
      throw MeetingPapers.missing("procedure", id, known, try session.day(in: log))
    }
    document = try Self.document(found, in: log, session)
  }

  /// - Throws: `thing-missing` for a deliberation that there is not.
  init(_ id: String, in log: Log, _ session: Session) throws {
    let today = try session.day(in: log)
    guard let named = DeliberationID(id),
      let found = try Self.document(named, in: log, session, today)
    else {
      let known = KnownThings(session).ids(of: "deliberation")
      throw MeetingPapers.missing("deliberation", id, known, today)
    }
    document = found
  }

  private static func document(
    _ id: DeliberationID, in log: Log, _ session: Session, _ today: Day
  ) throws -> Document? {
    if let paper = try taken(id, in: log, session, today) { return paper }
    return try takenOutside(id, in: log, session)
  }

  /// A decision of a meeting; nil for any other.
  private static func taken(
    _ id: DeliberationID, in log: Log, _ session: Session, _ today: Day
  ) throws -> Document? {
    guard let meeting = try MeetingFile.meeting(of: id, in: log),
      let papers = try MeetingPapers(meeting, log: log, today: today),
      let deliberation = papers.file.record.deliberations.first(where: { $0.id == id }),
      let position = deliberation.position
    else { return nil }
    let ties = DecisionTies(deliberation, among: papers.file.deliberations)
    let proof = try proof(of: position, in: log)
    let cited = ties.statements.flatMap(\.events) + proof.corrections.map(\.position)
    let head = try papers.head(in: session.catalogue, citing: cited, of: log)
    return DecisionPaper(
      head, papers.file.record, deliberation, ties: ties, rules: name(papers.file.found),
      proof: proof
    ).document
  }

  /// A decision of a written or silence procedure; nil for any other.
  private static func takenOutside(_ id: DeliberationID, in log: Log, _ session: Session) throws
    -> Document?
  {
    try DecidedProcedure(id, in: log, zones: .machine).map { try document($0, in: log, session) }
  }

  private static func document(
    _ decided: DecidedProcedure, in log: Log, _ session: Session
  ) throws -> Document {
    let proof = try proof(of: decided.record.position, in: log)
    let events = decided.record.statements.flatMap(\.events)
    return ProcedurePaper(
      decided.record, under: decided.found.rules, named: name(decided.found),
      sources: try MeetingPapers.sources(
        Set(events + proof.corrections.map(\.position)), in: log),
      proof: proof, in: session.catalogue
    ).document
  }

  /// The version of the rules as logs name it.
  private static func name(_ found: RulesInForce.Found) -> String {
    "\(found.rules.id)@\(found.rules.version)#\(found.digest.hex.prefix(12))"
  }

  /// The leaf, the newest checkpoint on record that covers it and that a key of this log signed, and what was put
  /// right in the event since.
  private static func proof(of position: Int64, in log: Log) throws -> DecisionPaper.Proof {
    guard let event = try log.provedEvent(at: position) else { throw Failure(.unexpected) }
    let leaf = Digest.sha256(event.leafBytes).hex
    let keys = try KeysInLog.known(in: log).map(\.key).filter { $0.purpose == .checkpoint }
    let signed = try CheckpointRecord(of: log).all().reversed().first { signed in
      signed.checkpoint.size >= event.ordinal
        && keys.contains { signed.note.standing(of: $0) == .good }
    }
    let checkpoint = signed?.checkpoint
    return DecisionPaper.Proof(
      leaf: leaf,
      checkpoint: checkpoint.map { [$0.origin, "\($0.size)", $0.root.hex] },
      corrections: try CorrectionsInLog.told(in: log)[position] ?? [])
  }
}
