internal import EventStore
internal import Governance
internal import Plugins
internal import Values

/// Puts the rules of `network.yaml` into force.
enum ApplyCommand {
  static let command = Command(
    noun: "apply", verb: nil, group: .found, effect: .records,
    parameters: [
      Parameter.positional("plan").optional, .flag("founding"), .option("adopted-by", .text),
    ],
    examples: [
      "admin apply --founding", "admin apply --adopted-by D-2 --effective 2027-01-01 --dry-run",
      "admin apply rules-v2.plan --adopted-by D-2",
    ]
  ) { invocation, session in
    let folder = try session.folder()
    let plan = try invocation.text("plan").map { path in try PlanFile(path: path) }
    let trial = try draft(in: folder, session)
    let rules = trial.loaded.rules
    if let plan { try check(plan, rules, session) }
    guard invocation.has("founding") != invocation.has("adopted-by"),
      plan == nil || !invocation.has("founding")
    else { throw Failure(.applyUndecided) }
    guard try keepsItsPromises(trial, session) else { return .checkFailed }
    let cases = trial.suite.cases.count
    let log = try openLog(in: folder, isFounding: invocation.has("founding"), session)
    defer { log.discard() }
    let answer = try record(rules, plan, invocation, in: log.log, session)
    let basis = answer.verdict == .refused ? rules.basis : [:]
    if answer.verdict != .refused, cases > 0, !session.globals.isQuiet {
      session.say("apply.cases", ["n": .int(cases)])
    }
    AnswerPage(session, basis: basis, isTrial: session.globals.isDryRun).show(answer)
    if answer.act == "network found", answer.verdict != .refused { tellNext(in: folder, session) }
    return answer.verdict == .refused ? .refused : .done
  }

  /// What a founder does after the founding: the founding members come in, then all others.
  private static func tellNext(in folder: String, _ session: Session) {
    guard !session.globals.isQuiet, !session.globals.isDryRun else { return }
    let place = session.globals.network.map { "-C \(ShellWord.quoted($0)) " } ?? ""
    let file = "\(folder)/founding.yaml"
    let hasFile = FileBytes.exists(file)
    let step =
      hasFile ? "\(place)import \(ShellWord.quoted(file))" : "\(place)member admit --help"
    session.say("answer.next")
    session.terminal.writeError("  admin \(step)\n  admin \(place)status\n")
  }

  /// Holds the draft and the log to a plan, and the day to that of the plan.
  ///
  /// The log is looked at again under the lock, where nobody else can write any more.
  ///
  /// - Throws: `plan-other-rules`, `plan-other-day`, `log-moved`.
  private static func check(_ plan: PlanFile, _ rules: Rules, _ session: Session) throws {
    if try session.log(for: .reading).head().hash != plan.head { throw Failure(.logMoved) }
    try plan.check(rules)
    if let day = session.globals.effective, day.first != plan.effective {
      throw Failure(
        .planOtherDay, ["found": .text(day.description), "planned": .day(plan.effective)])
    }
  }

  /// The rules of the draft; its warnings are told.
  private static func draft(in folder: String, _ session: Session) throws -> Trial {
    let path = "\(folder)/network.yaml"
    let loaded = try PluginFile.load(
      path: path, templates: ["\(folder)/templates"], digest: EffectiveCommand.digest)
    let page = FindingPage(session.catalogue)
    for warning in loaded.warnings where !session.globals.isQuiet {
      session.terminal.writeError(page.text(of: warning) + "\n")
    }
    return try Trial.with(loaded, at: path)
  }

  /// So many of the cases that fail are told; `admin test` tells all.
  private static let mostCases = 3

  /// Whether every worked case passes; those that do not are told, and nothing is put into force.
  private static func keepsItsPromises(_ trial: Trial, _ session: Session) throws -> Bool {
    let report = try trial.report()
    guard !report.passes else { return true }
    let page = CasePage(
      session, ClausePlaces(of: trial.loaded.tree), basis: trial.loaded.rules.basis)
    for line in report.failed.prefix(mostCases).flatMap(page.lines(of:)) {
      session.terminal.writeError(line + "\n")
    }
    session.say("apply.cases-failed", ["n": .int(report.failed.count)])
    return false
  }

  /// The network's log, made when the network is founded.
  ///
  /// A trial founding has a log of its own in a scratch folder, so that it leaves nothing behind.
  private static func openLog(
    in folder: String, isFounding: Bool, _ session: Session
  ) throws -> FoundingLog {
    guard isFounding, !FileBytes.exists("\(folder)/log.db") else {
      return FoundingLog(log: try session.log(for: .writing))
    }
    let now = try Moment(environment: session.environment).now
    guard session.globals.isDryRun else {
      return FoundingLog(log: try Log.create(in: folder, now: now))
    }
    let scratch = try ScratchFolder()
    return FoundingLog(log: try Log.create(in: scratch.path, now: now), scratch: scratch)
  }

  private static func record(
    _ rules: Rules, _ plan: PlanFile?, _ invocation: Invocation, in log: Log, _ session: Session
  ) throws -> Answer {
    let circumstances = try Circumstances(session, zone: rules.zone)
    let deliberation = invocation.text("adopted-by")
    let name = deliberation == nil ? "network found" : "rules adopt"
    guard let command = ActCatalogue.command(named: name) else { throw Failure(.unexpected) }
    var values = ["rules": [rules.resolved.canonicalText]]
    values["adopted-by"] = deliberation.map { [$0] }
    let usual = deliberation == nil ? rules.founding.on : PartialDay(circumstances.today)
    let request = ActRequest(
      id: session.globals.key.map { CommandID($0) } ?? .random(),
      input: try ActInput(command.kind, values), actor: circumstances.actor,
      effective: plan.map { PartialDay($0.effective) } ?? session.globals.effective ?? usual,
      today: circumstances.today,
      note: session.globals.note)
    let mode: Registrar.Mode = session.globals.isDryRun ? .trial : .recording
    let answer = try Registrar(log, zones: .machine).record(
      request, now: circumstances.now, mode: mode, expecting: plan?.head)
    if mode == .recording { try Aftermath.settle([answer], in: log, today: circumstances.today) }
    return answer
  }
}

/// The log that rules are written to, and the scratch folder it stands in during a trial.
private struct FoundingLog {
  let log: Log
  var scratch: ScratchFolder?

  func discard() {
    log.close()
    scratch?.remove()
  }
}
