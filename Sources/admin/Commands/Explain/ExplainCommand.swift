internal import EventStore
internal import Governance
internal import Plugins
internal import Values

/// `admin explain ID`: why something is as it is, with the numbers that anybody can compute again.
///
/// What is no thing of the log is looked for among the keys and the guards of the rules.
enum ExplainCommand {
  static let command = Command(
    noun: "explain", verb: nil, group: .ask, effect: .reads,
    parameters: [.positional("id"), .flag("check")],
    examples: [
      "admin explain D-1", "admin explain plenary-18 --json", "admin explain 12",
      "admin explain D-1 --check", "admin explain series.plenary.notice",
    ]
  ) { invocation, session in
    let id = try invocation.required("id")
    if let path = try draft(session) { return try tellDraft(id, at: path, session) }
    let log = try session.log(for: .reading)
    let accounts = try accounts(of: id, in: log)
    guard !accounts.isEmpty else { return try tellRule(id, in: log, session) }
    let rows = accounts.compactMap(\.command?.row)
    let checks =
      invocation.has("check") ? try Recheck.outcomes(of: Set(rows), in: log, zones: .machine) : [:]
    let page = try ExplanationPage(session, log: log, checks: checks)
    if session.globals.format.isForPrograms {
      session.terminal.write(page.json(of: id, accounts).pretty + "\n")
    } else {
      session.terminal.write(try page.text(of: accounts))
    }
    return checks.values.contains(.different) ? .checkFailed : .done
  }

  /// What the log tells about an id: a position, a command, or a thing with all its events.
  private static func accounts(of id: String, in log: Log) throws -> [Account] {
    if let position = Int64(id) {
      guard let event = try log.event(at: position) else { return [] }
      return [Account(event: event, command: try log.command(row: event.command))]
    }
    if let identifier = EntryID(uuid: id) {
      return try log.command(CommandID(identifier)).map { [try account(of: $0, in: log)] } ?? []
    }
    return try streams(of: id, in: log).flatMap { stream in
      try log.events(of: stream).map { event in
        Account(event: event, command: try log.command(row: event.command))
      }
    }
  }

  private static func account(of command: RecordedCommand, in log: Log) throws -> Account {
    let first = try command.positions.flatMap { try log.event(at: $0.lowerBound) }
    return Account(event: first, command: command)
  }

  /// The streams that are named by the id alone, such as `D-1`, or whole, such as `member-PT`.
  private static func streams(of id: String, in log: Log) throws -> [StreamName] {
    let names = EntityCatalogue.kinds.compactMap { StreamName(category: $0.category, id: id) }
    let whole = StreamName(id).map { [$0] } ?? []
    return try (names + whole).filter { try log.version(of: $0) > 0 }
  }

  /// The file of a network of which there is no log; nil when there is one, or no draft.
  private static func draft(_ session: Session) throws -> String? {
    let folder = try session.folder()
    let path = "\(folder)/network.yaml"
    return !FileBytes.exists("\(folder)/log.db") && FileBytes.exists(path) ? path : nil
  }

  /// A key of the draft; of one with faults as far as it can be read.
  private static func tellDraft(
    _ id: String, at path: String, _ session: Session
  ) throws -> ExitStatus {
    do {
      let draft = try RuleExplanation(session, draft: path)
      guard !draft.tell(id) else { return .done }
      throw unknown(id, among: draft.names)
    } catch let refused as PluginRefused {
      let draft = try FaultyDraft(session, at: path, or: refused)
      guard !draft.tell(id) else { return .done }
      throw unknown(id, among: draft.names)
    }
  }

  private static func tellRule(
    _ id: String, in log: Log, _ session: Session
  ) throws -> ExitStatus {
    let rules = try RuleExplanation(session, in: log)
    guard !rules.tell(id) else { return .done }
    let things = try EntityCatalogue.kinds.flatMap { try log.streams(in: $0.category) }.map(\.id)
    throw unknown(id, among: things + rules.names)
  }

  private static func unknown(_ id: String, among known: [String]) -> Failure {
    let exact = known.first { $0.lowercased() == id.lowercased() }
    let nearest = exact ?? Suggestion.word(to: id, among: known) ?? ""
    return Failure(.explainUnknown, ["found": .text(id), "nearest": .text(nearest)])
  }
}

/// One event with the command that brought it; a refused command has no event.
struct Account {
  let event: RecordedEvent?
  let command: RecordedCommand?
}
