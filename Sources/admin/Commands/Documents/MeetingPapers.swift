internal import EventStore
internal import Governance
internal import Plugins
internal import Publishing
internal import Values

/// What the documents of one meeting are made from, read from the log.
struct MeetingPapers {
  let file: MeetingFile
  /// How minutes read now that were drawn up before a correction.
  let later: LaterReading
  private let sources: [Int64: PaperHead.Source]

  /// - Returns: Nil for a meeting that was never planned.
  init?(_ meeting: MeetingID, log: Log, today: Day) throws {
    guard let file = try MeetingFile(meeting, in: log, today: today) else { return nil }
    self.file = file
    let corrections = try CorrectionsInLog.told(in: log)
    later = LaterReading(file.record.statements, corrections)
    let positions = Self.positions(of: file)
    let correcting = positions.flatMap { corrections[$0] ?? [] }.map(\.position)
    sources = try Self.sources(
      positions.union(correcting), corrections.mapValues { $0.map(\.position) }, in: log)
  }

  /// What notes say of events, with the corrections that there are of them.
  static func sources(_ positions: Set<Int64>, in log: Log) throws -> [Int64: PaperHead.Source] {
    try sources(positions, CorrectionsInLog.all(in: log), in: log)
  }

  private static func sources(
    _ positions: Set<Int64>, _ corrections: [Int64: [Int64]], in log: Log
  ) throws -> [Int64: PaperHead.Source] {
    var sources: [Int64: PaperHead.Source] = [:]
    for position in positions {
      guard let event = try log.event(at: position) else { continue }
      sources[position] = PaperHead.Source(
        type: event.type, effective: event.effective, corrections: corrections[position] ?? [])
    }
    return sources
  }

  /// Every event that a document of the meeting may rest on.
  private static func positions(of file: MeetingFile) -> Set<Int64> {
    let meeting = file.meeting
    let record = file.record
    var positions = Set(record.statements.flatMap(\.events))
    for deliberation in record.deliberations {
      let said = record.statements(on: deliberation, item: nil, inCourse: true)
      positions.formUnion(said.flatMap(\.events))
    }
    positions.formUnion(
      [meeting.plan?.position, meeting.convocation?.position, meeting.cancellation?.position]
        .compactMap(\.self))
    positions.formUnion(meeting.moves.map(\.position) + meeting.stays.map(\.begunBy))
    positions.formUnion(meeting.guests.map(\.arrival.position) + meeting.reports.map(\.position))
    positions.formUnion((file.agenda?.items ?? []).flatMap(\.events))
    guard let minutes = file.minutes else { return positions }
    positions.formUnion(minutes.drafts.flatMap { $0.facts.statements.flatMap(\.events) })
    positions.formUnion(minutes.paragraphs.map(\.position) + minutes.comments.map(\.position))
    positions.formUnion(minutes.circulations.map(\.position) + minutes.corrigenda.map(\.position))
    return positions.union([minutes.approval?.position].compactMap(\.self))
  }

  func head(in catalogue: Catalogue) -> PaperHead {
    PaperHead(file.meeting, under: file.rules, sources: sources, in: catalogue)
  }

  /// The head of a document that rests on further events of the log.
  func head(in catalogue: Catalogue, citing events: [Int64], of log: Log) throws -> PaperHead {
    let others = try Self.sources(Set(events), in: log)
    return PaperHead(
      file.meeting, under: file.rules, sources: sources.merging(others) { $1 }, in: catalogue)
  }

  /// The office in which the members were called: the role that the answer to that act tells, else the one that
  /// its actor named or is; nil for a name that is no office.
  func convener(in log: Log) throws -> String? {
    guard let position = file.meeting.convocation?.position,
      let event = try log.event(at: position), let command = try log.command(row: event.command)
    else { return nil }
    let roles = try Reasons(command.answer).derivations.filter { $0.question == "role" }
    let actor = Actor(command.actor)
    return roles.first?.inputs["acting_role"]?.text ?? actor.role
      ?? (isOffice(actor.who) ? actor.who : nil)
  }

  private func isOffice(_ name: String) -> Bool {
    name == "secretariat" || file.rules.body(name) != nil
      || file.rules.roles.contains { $0.name == name }
  }

  /// The papers of the meeting that a line names.
  ///
  /// - Throws: `thing-missing` for one that there is not.
  static func named(_ id: String, in log: Log, _ session: Session) throws -> MeetingPapers {
    let today = try session.day(in: log)
    if let meeting = MeetingID(id), let papers = try Self(meeting, log: log, today: today) {
      return papers
    }
    let known = KnownThings(session).ids(of: "meeting")
    throw missing("meeting", id, known, today)
  }

  static func missing(_ noun: String, _ id: String, _ known: [String], _ today: Day) -> Failure {
    Failure(
      .thingMissing,
      [
        "noun": .word("noun.\(noun)"), "command": .text(noun), "found": .text(id),
        "day": .day(today), "nearest": .text(Suggestion.word(to: id, among: known) ?? ""),
      ])
  }
}

extension Session {
  /// Answers with a document: Markdown, a page of HTML, or its parts for programs.
  func show(_ document: Document, asPage: Bool) {
    if globals.format == .json || globals.format == .jsonl {
      let json = document.json
      terminal.write((globals.format == .json ? json.pretty : json.compact) + "\n")
    } else {
      terminal.write(asPage ? document.html : document.markdown)
    }
  }
}
