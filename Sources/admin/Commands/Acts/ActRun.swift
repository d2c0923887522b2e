internal import EventStore
internal import Governance
internal import Plugins
internal import Projections
internal import Publishing
internal import Values

/// Records one act that a line asks for, and says what became of it.
struct ActRun {
  private let invocation: Invocation
  private let session: Session

  init(_ invocation: Invocation, _ session: Session) {
    self.invocation = invocation
    self.session = session
  }

  /// Records the act, or only tries it under `--dry-run`.
  ///
  /// - Parameter adding: Says more of the answer than the page of every act does.
  /// - Returns: `done`, or `refused` when a rule stands against the act; that is recorded too.
  /// - Throws: A `Refusal` for a thing that does not exist, told by the caller; what the log throws.
  func perform(
    adding: (Answer, Log) throws -> AnswerPage.Addition? = { _, _ in nil }
  ) throws -> ExitStatus {
    let log = try session.log(for: .writing)
    let answer = try recorded(in: log)
    return try show(answer, in: log, adding: adding(answer, log))
  }

  /// The answer to the act, with all that follows from it outside of the log.
  func recorded(in log: Log) throws -> Answer {
    guard !session.globals.isDryRun else { return try answer(in: log, mode: .trial) }
    let answer = try answer(in: log, mode: .recording)
    let today = try Circumstances(session, zone: log.zoneName()).today
    try Aftermath.settle([answer], in: log, today: today)
    return answer
  }

  /// Tells what became of the act.
  func show(_ answer: Answer, in log: Log, adding: AnswerPage.Addition? = nil) throws -> ExitStatus
  {
    let page = AnswerPage(
      session, basis: answer.verdict == .refused ? try basis(in: log) : [:],
      guards: try guards(asked: answer, in: log), isTrial: session.globals.isDryRun)
    page.show(answer, adding: adding)
    return answer.verdict == .refused ? .refused : .done
  }

  /// What the page of answers shows of a trial: each rule that was asked, and the events.
  static let preview: @Sendable (Invocation, Session) throws -> Preview = { invocation, session in
    let run = ActRun(invocation, session)
    let log = try session.log(for: .writing)
    let answer = try run.answer(in: log, mode: .trial)
    let basis = answer.verdict == .refused ? try run.basis(in: log) : [:]
    let guards = try run.guards(asked: answer, in: log)
    return AnswerPage(session, basis: basis, guards: guards, isTrial: true).preview(of: answer)
  }

  private func answer(in log: Log, mode: Registrar.Mode) throws -> Answer {
    guard let command = ActCatalogue.command(named: invocation.command.name) else {
      throw Failure(.unexpected)
    }
    let circumstances = try Circumstances(session, zone: log.zoneName())
    let attached = try Attachments(session, log: log, today: circumstances.today)
      .attached(to: invocation, keeping: mode == .recording)
    let request = try ActRequest(attached, of: command.kind, in: circumstances)
    return try Registrar(log, zones: .machine).record(request, now: circumstances.now, mode: mode)
  }

  /// What the guards that let the act pass say; none where none was asked.
  ///
  /// They are those of the rules that decided the act, and those in force for one that is only tried.
  private func guards(asked answer: Answer, in log: Log) throws -> GuardSentences {
    let isAsked = answer.reasons.derivations.contains { $0.question == "guard" && $0.holds }
    guard isAsked else { return GuardSentences() }
    if let digest = try log.command(answer.command)?.rules {
      return try RulesVersions(log).guards(of: digest)
    }
    let circumstances = try Circumstances(session, zone: log.zoneName())
    let day = session.globals.effective?.first ?? circumstances.today
    return GuardSentences(try RulesInForceReader(log).resolved(on: day))
  }

  /// The texts that the rules in force cite, for a refusal that names one of them.
  private func basis(in log: Log) throws -> [String: String] {
    var inForce = RulesInForce()
    let circumstances = try Circumstances(session, zone: log.zoneName())
    let day = session.globals.effective?.first ?? circumstances.today
    return try inForce.find(on: day, in: log).rules.basis
  }
}
