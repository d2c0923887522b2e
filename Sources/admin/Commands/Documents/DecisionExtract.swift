internal import EventStore
internal import Governance
internal import Plugins
internal import Publishing
internal import Values

/// One decision, read from the log with the place of its event in the chain.
struct DecisionExtract {
  let paper: DecisionPaper

  /// - Throws: `thing-missing` for a deliberation that there is not.
  init(_ id: String, in log: Log, _ session: Session) throws {
    let today = try session.day(in: log)
    guard let named = DeliberationID(id),
      let meeting = try MeetingFile.meeting(of: named, in: log),
      let papers = try MeetingPapers(meeting, log: log, today: today),
      let deliberation = papers.file.record.deliberations.first(where: { $0.id == named }),
      let position = deliberation.position
    else {
      let known = KnownThings(session).ids(of: "deliberation")
      throw MeetingPapers.missing("deliberation", id, known, today)
    }
    let rules = papers.file.rules
    paper = DecisionPaper(
      papers.head(in: session.catalogue), papers.file.record, deliberation,
      rules: "\(rules.id)@\(rules.version)#\(papers.file.found.digest.hex.prefix(12))",
      proof: try Self.proof(of: position, in: log))
  }

  /// The leaf, and the newest checkpoint on record that covers it and that a key of this log signed.
  private static func proof(of position: Int64, in log: Log) throws -> DecisionPaper.Proof {
    guard let event = try log.provedEvent(at: position) else { throw Failure(.unexpected) }
    let leaf = Digest.sha256(event.leafBytes).hex
    let keys = try KeysInLog.known(in: log).map(\.key).filter { $0.purpose == .checkpoint }
    let signed = try CheckpointRecord(of: log).all().reversed().first { signed in
      signed.checkpoint.size >= event.ordinal
        && keys.contains { signed.note.standing(of: $0) == .good }
    }
    guard let checkpoint = signed?.checkpoint else {
      return DecisionPaper.Proof(leaf: leaf, checkpoint: nil)
    }
    return DecisionPaper.Proof(
      leaf: leaf,
      checkpoint: [checkpoint.origin, "\(checkpoint.size)", checkpoint.root.hex])
  }
}
