internal import EventStore
internal import Governance
internal import Projections
internal import Values

/// `admin tick`: records what is due, such as the expiry of a procedure, in the order of effect, and writes the
/// letters of the day.
///
/// Meant for a timer: asking again records nothing again, and nothing due is no fault.
enum TickCommand {
  static let command = Command(
    noun: "tick", verb: nil, group: .run, effect: .records,
    parameters: [.option("now", .text)],
    examples: ["admin tick", "admin tick --dry-run", "admin tick --now 2026-11-20T16:00:00Z"]
  ) { invocation, session in
    let log = try session.log(for: .writing)
    let isTrial = session.globals.isDryRun
    let circumstances = try Circumstances(session, zone: log.zoneName())
    let moment = try moment(invocation, circumstances.now, isTrial: isTrial)
    let zone = try log.zoneName().flatMap { Zone.named($0) } ?? .utc
    // A trial of what will be due is decided as if its moment had come.
    let now = isTrial ? max(moment, circumstances.now) : circumstances.now
    let today = try Circumstances.day(of: now, in: zone)
    let ticked = try Registrar(log, zones: .machine).tick(
      by: moment, now: now, today: today, actor: circumstances.actor,
      mode: isTrial ? .trial : .recording, post: LetterOffice(log, today: today).post)
    if !isTrial { Views.catchUp(with: log) }
    TickPage(session, zone: zone, isTrial: isTrial).show(ticked, by: moment)
    return ticked.contains { $0.answer.verdict == .refused } ? .refused : .done
  }

  /// `--now`, else the time of the clock; only a trial may ask for a moment that has not come.
  private static func moment(
    _ invocation: Invocation, _ now: Instant, isTrial: Bool
  ) throws(Failure) -> Instant {
    guard let text = invocation.text("now") else { return now }
    guard let moment = Instant(text) else {
      throw Failure(
        .optionUnreadable,
        [
          "found": .text(text), "option": .text("--now"), "expected": .word("expected.instant"),
        ])
    }
    guard moment <= now || isTrial else {
      throw Failure(.tickAhead, ["moment": .text(text), "now": .text(now.description)])
    }
    return moment
  }
}

extension Failure.Code {
  /// A tick cannot record what has not come yet: leave `--now` out, or try it with `--dry-run`.
  static let tickAhead = Failure.Code("tick-ahead", exit: .usage)
}
