internal import EventStore
internal import Governance
internal import Plugins
internal import Values

/// Records a sheet of members, persons or seats: a row for each act, all or none.
enum SheetCommand {
  static let all = SheetKind.allCases.map(command)

  private static func command(_ kind: SheetKind) -> Command {
    Command(
      noun: "import", verb: kind.rawValue, group: .run, effect: .records,
      parameters: [.positional("file")],
      examples: [
        "admin import \(kind.rawValue) \(kind.rawValue).csv --dry-run",
        "admin import \(kind.rawValue) \(kind.rawValue).csv",
      ],
      columns: kind.columns
    ) { invocation, session in
      try run(kind, try invocation.required("file"), session)
    }
  }

  /// Tries a sheet that cannot be read as a whole too, so that one run names every bad row.
  private static func run(_ kind: SheetKind, _ path: String, _ session: Session) throws
    -> ExitStatus
  {
    let bytes = try YAMLFile.bytes(path)
    let log = try session.log(for: .writing)
    let circumstances = try Circumstances(session, zone: log.zoneName())
    let findings = Findings()
    let rows = Sheet.read(bytes, of: kind, file: path, into: findings)
    let isTrial = session.globals.isDryRun || findings.hasErrors
    let header = SheetHeader(
      actor: circumstances.actor, today: circumstances.today,
      effective: session.globals.effective, note: session.globals.note)
    let answers = try refusing(findings) {
      try Registrar(log, zones: .machine).record(
        rows, under: header, now: circumstances.now, mode: isTrial ? .trial : .recording)
    }
    if !isTrial {
      try Aftermath.settle(answers.flatMap(\.answers), in: log, today: circumstances.today)
    }
    SheetPage(session, isTrial: isTrial).show(answers)
    return .done
  }

  /// What a trial or a recording answers.
  ///
  /// - Throws: `SheetRefused` where the reading or the rows have faults, with both.
  private static func refusing(_ findings: Findings, _ body: () throws -> [SheetAnswer]) throws
    -> [SheetAnswer]
  {
    var rows: [SheetRefused.Row] = []
    do {
      let answers = try body()
      guard findings.hasErrors else { return answers }
    } catch let refused as SheetRefused {
      rows = refused.rows
    }
    throw SheetRefused(findings: findings.sorted, isCut: findings.isCut, rows: rows)
  }
}
