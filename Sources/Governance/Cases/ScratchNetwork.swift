import EventStore
import Plugins
import Values

/// A network in memory that lives as long as its cases: founded, with one fixture recorded.
///
/// It records from the first day of the calendar, so that every act of a case is decided and none is
/// taken over. The acts of a case are rehearsed on it and taken back, so that no case sees another.
struct ScratchNetwork {
  /// The first day of the calendar: before any act.
  private static let beginning = "0001-01-01"
  private static let actor = "secretariat"
  /// Cases tell their times in UTC, so that no zone data of a machine play a part.
  private static let zones = ZoneSource { _ in .utc }

  private let log: Log
  private var labelled: [String: Answer] = [:]
  private var inForce = RulesInForce()
  /// Makes the guards ready once for all cases.
  private let panel = GuardPanel(zones: Self.zones)
  /// What the acts of the fixture were answered.
  private(set) var answers: [Answer] = []

  /// Founds the network and records a fixture.
  ///
  /// - Throws: `CaseStop` for an act that is not accepted, a failure for rules that cannot be founded.
  init(_ rules: Rules, fixture: [ImportEntry]) throws {
    log = try Log.scratch(now: Instant(startOf: Day(number: 0)))
    try found(rules)
    try record(fixture, first: rules.founding.on)
    _ = try inForce.find(on: Day(number: 0), in: log)
  }

  private func found(_ rules: Rules) throws {
    let input = try ActInput(
      FoundNetwork.kind, ["rules": [Self.fromTheBeginning(rules.resolved).canonicalText]])
    let request = Self.request(input, effective: PartialDay(Day(number: 0)), on: Day(number: 0), 0)
    let answer = try Registrar(log, zones: Self.zones).record(request, now: log.created)
    guard answer.verdict != .refused else {
      throw CaseStop(place: nil, refusals: answer.reasons.refusals)
    }
  }

  /// The same rules, in force and recorded from the first day of the calendar.
  private static func fromTheBeginning(_ resolved: JSON) -> JSON {
    guard var fields = resolved.fields else { return resolved }
    fields["recording_since"] = .text(beginning)
    if var founding = fields["founding"]?.fields {
      founding["on"] = .text(beginning)
      fields["founding"] = .object(founding)
    }
    return .object(fields)
  }

  private mutating func record(_ fixture: [ImportEntry], first: PartialDay) throws {
    var day = first
    let (answers, labelled) = try log.write(now: log.created) { transaction in
      var session = Session(transaction, panel: panel, inForce: RulesInForce())
      var told = (answers: [Answer](), labelled: [String: Answer]())
      for (index, entry) in fixture.enumerated() {
        day = entry.effective ?? day
        let answer = try Self.accept(
          entry, effective: day, on: day.last, index, after: told.labelled, isStaged: true,
          in: &session)
        told.answers.append(answer)
        if let label = entry.label { told.labelled[label] = answer }
      }
      return told
    }
    (self.answers, self.labelled) = (answers, labelled)
  }

  /// Tries a case and takes everything back.
  ///
  /// - Returns: What each act before the one that is asked was answered, and what that one was.
  /// - Throws: `CaseStop` for an act before it that is not accepted.
  func ask(_ item: CaseSuite.Case) throws -> (before: [Answer], answer: CaseAnswer) {
    let day = item.worked.on
    let midnight = Instant(startOf: day).microseconds
    let now = Instant(microseconds: midnight + Int64(item.worked.at.minutes) * 60_000_000)
    return try log.rehearse(now: now) { transaction in
      var session = Session(transaction, panel: panel, inForce: inForce)
      var (before, labelled) = ([Answer](), labelled)
      for (index, entry) in item.given.enumerated() {
        let answer = try Self.accept(
          entry, effective: entry.effective ?? PartialDay(day), on: day,
          answers.count + index, after: labelled, in: &session)
        before.append(answer)
        if let label = entry.label { labelled[label] = answer }
      }
      return (before, try Self.answer(item, after: labelled, &session))
    }
  }

  private static func answer(
    _ item: CaseSuite.Case, after labelled: [String: Answer], _ session: inout Session
  ) throws -> CaseAnswer {
    let day = item.worked.on
    do {
      let request = request(
        try item.when.input(after: labelled), effective: item.when.effective ?? PartialDay(day),
        on: day, -1, note: item.when.note, actor: item.when.actor)
      return CaseAnswer(try session.answer(request))
    } catch let refusal as Refusal {
      return CaseAnswer(refusing: refusal)
    } catch let failure as Failure {
      return CaseAnswer(failing: failure)
    }
  }

  private static func accept(
    _ entry: ImportEntry, effective: PartialDay, on day: Day, _ index: Int,
    after labelled: [String: Answer], isStaged: Bool = false, in session: inout Session
  ) throws -> Answer {
    do {
      let request = request(
        try entry.input(after: labelled), effective: effective, on: day, index, note: entry.note,
        actor: entry.actor, isStaged: isStaged)
      return try Registrar.accept(request, at: index, in: &session)
    } catch let refused as ImportRefused {
      throw CaseStop(place: entry.place, refusals: refused.refusals)
    } catch let failure as Failure {
      throw CaseStop(place: failure.place ?? entry.place, failure: failure)
    }
  }

  private static func request(
    _ input: ActInput, effective: PartialDay, on day: Day, _ index: Int, note: String? = nil,
    actor: String? = nil, isStaged: Bool = false
  ) -> ActRequest {
    ActRequest(
      id: CommandID("case:\(input.kind.name):\(index)"), input: input,
      actor: actor ?? Self.actor, effective: effective, today: day, note: note, place: nil,
      isStaged: isStaged)
  }
}
