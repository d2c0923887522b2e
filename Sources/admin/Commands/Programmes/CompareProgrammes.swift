internal import EventStore
internal import Governance
internal import Publishing
internal import Values

/// `admin programme compare PROGRAMME FROM TO`: what is added, dropped, moved and changed between two versions.
enum CompareProgrammes {
  private static let columns = ["objective", "action", "change", "field", "before", "after"]

  static let command = Command(
    noun: "programme", verb: "compare", group: .work, effect: .reads,
    parameters: [
      .positional("programme"), .positional("from", .number), .positional("to", .number),
    ],
    examples: [
      "admin programme compare programme-1 1 2", "admin programme compare programme-1 1 2 --json",
    ]
  ) { invocation, session in
    let log = try session.log(for: .reading)
    let programme = try found(invocation.required("programme"), in: log, session)
    let (from, to) = (invocation.number("from") ?? 0, invocation.number("to") ?? 0)
    for version in [from, to] where !(1...max(1, programme.version)).contains(version) {
      throw missing(version, programme)
    }
    guard programme.version > 0 else { throw missing(from, programme) }
    let comparison = ProgrammeComparison(of: programme, from: from, to: to)
    try session.show(listing(comparison, programme.id, session))
    return comparison.changes.isEmpty ? .done : .differences
  }

  private static func listing(
    _ comparison: ProgrammeComparison, _ programme: ProgrammeID, _ session: Session
  ) -> Listing {
    let isForPeople = !session.globals.format.isForPrograms
    let rows = comparison.changes.map { change in
      let kind = change.kind.rawValue
      let field = change.field
      // An objective and an action are of another gender in Portuguese and Spanish.
      let word = change.subject == .objective ? "objective-\(kind)" : kind
      return JSON.Fields([
        ("objective", id(of: change, .objective, in: programme)),
        ("action", id(of: change, .action, in: programme)),
        ("change", .text(isForPeople ? session.catalogue.text("programme-change.\(word)") : kind)),
        ("field", field.map { .text($0) } ?? .null),
        ("before", change.before.map { .text($0) } ?? .null),
        ("after", change.after.map { .text($0) } ?? .null),
        ("by", .texts(comparison.deliberations.map(\.text))),
      ])
    }
    return Listing(columns: columns, rows: rows, fields: columns + ["by"])
  }

  /// The id that lists give to what differs; null in the column of the other kind.
  private static func id(
    of change: ProgrammeComparison.Change, _ subject: ProgrammeComparison.Subject,
    in programme: ProgrammeID
  ) -> JSON {
    guard change.subject == subject else { return .null }
    switch subject {
    case .objective: return .text("\(programme.text).O\(change.number)")
    case .action: return .text(ActionID(programme: programme, number: change.number).text)
    }
  }

  /// A programme of the log, with every version that it has had.
  private static func found(_ id: String, in log: Log, _ session: Session) throws -> Programme {
    let today = try session.day(in: log)
    if let programme = ProgrammeID(id), let known = try log.entity(programme), known.draft != nil {
      return known
    }
    throw MeetingPapers.missing(
      "programme", id, KnownThings(session).ids(of: "programme"), today)
  }

  private static func missing(_ version: Int, _ programme: Programme) -> Failure {
    Failure(
      .programmeVersionMissing,
      [
        "programme": .text(programme.id.text), "version": .int(version),
        "newest": .int(programme.version),
      ])
  }
}

extension Failure.Code {
  /// The programme has no such version: name one from 1 to the newest.
  static let programmeVersionMissing = Failure.Code("programme-version-missing", exit: .notFound)
}
