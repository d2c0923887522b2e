internal import EventStore
internal import Governance
internal import Publishing
internal import Values

/// Tells how the log came to say what it says: the act, the rule, the numbers.
struct ExplanationPage {
  private let session: Session
  private let versions: RulesVersions
  private let votes: OpenVotes
  /// What deciding again came to, by the row of the act; empty when nobody asked.
  private let checks: [Int64: Recheck.Outcome]

  init(_ session: Session, log: Log, checks: [Int64: Recheck.Outcome] = [:]) throws {
    self.session = session
    self.checks = checks
    versions = try RulesVersions(log)
    votes = try OpenVotes(in: log)
  }

  // MARK: For programs

  /// One object: the events, and the derivations, notes and refusals of the acts behind them.
  func json(of id: String, _ accounts: [Account]) -> JSON {
    let commands = Self.distinct(accounts.compactMap(\.command))
    return [
      "id": .text(id), "events": .list(accounts.compactMap(\.event).map(json(of:))),
      "acts": .list(commands.map(json(of:))),
      "derivations": .list(gathered("derivations", from: commands)),
      "notes": .list(gathered("notes", from: commands)),
      "refusals": .list(gathered("refusals", from: commands)),
    ]
  }

  private static func distinct(_ commands: [RecordedCommand]) -> [RecordedCommand] {
    var seen: Set<Int64> = []
    return commands.filter { seen.insert($0.row).inserted }
  }

  private func json(of event: RecordedEvent) -> JSON {
    [
      "position": .int(event.position), "type": .text(event.type),
      "stream": .text(event.stream.text), "effective": .text(event.effective.description),
      "recorded": .text(event.recorded.description), "data": votes.told(event),
    ]
  }

  private func json(of command: RecordedCommand) -> JSON {
    .object(compacting: [
      ("command", .text(command.id.description)), ("act", .text(command.name)),
      ("actor", .text(command.actor)), ("recorded", .text(command.recorded.description)),
      ("verdict", .text(command.verdict.rawValue)),
      ("asked", votes.asked(by: command)),
      ("rules", command.rules.map { .text($0.hex) }),
      ("rules_version", versions.name(of: command.rules).map { .text($0) }),
      ("check", checks[command.row].map { .text($0.rawValue) }),
      ("withheld", votes.hides(command) ? true : nil),
    ])
  }

  /// The parts of the answers, each with the act it belongs to.
  private func gathered(_ name: String, from commands: [RecordedCommand]) -> [JSON] {
    commands.flatMap { command in
      (votes.answer(of: command)[name]?.list ?? []).map { part in
        var fields = part.fields ?? JSON.Fields()
        fields["act"] = .text(command.name)
        fields["command"] = .text(command.id.description)
        return .object(fields)
      }
    }
  }

  // MARK: For people

  /// One paragraph for each event, the oldest first.
  func text(of accounts: [Account]) throws -> String {
    try accounts.map { try paragraph($0).map { $0 + "\n" }.joined() }.joined(separator: "\n")
  }

  private func paragraph(_ account: Account) throws -> [String] {
    let head = account.event.map(line(of:)).map { [$0] } ?? []
    guard let command = account.command else { return head }
    let reasons = try Reasons(votes.answer(of: command))
    let page = RefusalPage(
      session.catalogue, basis: versions.basis(of: command.rules),
      guards: versions.guards(of: command.rules))
    var lines = head + [line(of: command)] + rulesLines(of: command)
    if votes.hides(command) { lines.append("  " + session.catalogue.text("explain.withheld")) }
    lines += reasons.derivations.flatMap { derivation in
      ["  \(page.text(of: derivation))", "    " + clause(derivation, page)]
    }
    lines += reasons.notes.map { "  " + page.text(of: $0) }
    return lines + reasons.refusals.map(page.text(of:))
  }

  private func line(of event: RecordedEvent) -> String {
    session.catalogue.text(
      "answer.event",
      [
        "position": .int(Int(event.position)), "type": .text(event.type),
        "subject": .text(event.stream.id), "effective": .day(event.effective),
      ])
  }

  private func line(of command: RecordedCommand) -> String {
    "  "
      + session.catalogue.text(
        "explain.act",
        [
          "act": .text(command.name), "actor": .text(command.actor),
          "day": .day(command.recorded.day),
          "verdict": .word("verdict.\(command.verdict.rawValue)"),
        ])
  }

  private func clause(_ derivation: Derivation.Record, _ page: RefusalPage) -> String {
    session.catalogue.text(
      "explain.clause",
      [
        "rule": .text(derivation.rule), "source": .text(page.text(ofSource: derivation.source)),
        "inputs": .text(page.inputs(of: derivation)),
        "holds": .word(derivation.holds ? "word.yes" : "word.no"),
      ])
  }

  /// The version of the rules that decided, and what deciding again came to.
  private func rulesLines(of command: RecordedCommand) -> [String] {
    guard let name = versions.shortName(of: command.rules) else { return [] }
    let check = checks[command.row].map { outcome in
      "  " + session.catalogue.text("explain.check.\(outcome.rawValue)", ["rules": .text(name)])
    }
    return ["  " + session.catalogue.text("explain.rules", ["rules": .text(name)])]
      + (check.map { [$0] } ?? [])
  }
}
