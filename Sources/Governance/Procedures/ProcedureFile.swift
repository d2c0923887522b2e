import Plugins
import Values

/// A procedure that an act goes on with: what it is, its rule, and the moment of the act.
struct ProcedureFile {
  let procedure: Procedure
  let opening: ProcedureOpening
  let rule: ProcedureRule
  let moment: Instant
  let zone: Zone

  var id: ProcedureID { procedure.id }

  /// - Throws: `procedure-unknown`, `procedure-rule-unknown`, and what the moment has against it.
  init(
    _ id: ProcedureID, at time: TimeOfDay?, in ledger: Ledger, under rules: Rules,
    on occasion: Occasion
  ) throws(Refusal) {
    guard let procedure = ledger[id], let opening = procedure.opening?.facts else {
      throw Refusal(
        .procedureUnknown, ["procedure": .text(id.text)],
        ways: [Note("see-list", ["noun": .text("procedure")])])
    }
    self.procedure = procedure
    self.opening = opening
    rule = try ProcedureChecks.rule(opening.rule, under: rules)
    moment = try occasion.moment(at: time)
    zone = occasion.zone
    guard moment >= opening.at else {
      throw Refusal(
        .momentBeforeOpening,
        ["procedure": .text(id.text), "opened": .text(zone.text(of: opening.at))],
        ways: [Note("give-later-moment", ["moment": .text(zone.text(of: opening.at))])])
    }
  }

  /// Whether the time had run out at the moment of the act.
  var isOver: Bool { procedure.expires.map { $0 <= moment } == true }

  /// - Throws: `procedure-over` when it has ended, whether by its time or otherwise.
  func checkOngoing() throws(Refusal) {
    guard !procedure.stage.isOngoing || isOver else { return }
    let ended = procedure.ended ?? procedure.expires ?? moment
    throw Refusal(
      .procedureOver,
      [
        "procedure": .text(id.text), "ended": .text(zone.text(of: ended)),
        "zone": .text(opening.zone),
      ],
      clause: isOver ? rule.period.clause : endingClause,
      derivation: isOver ? deadline : nil,
      ways: isOver && procedure.stage.isOngoing
        ? [Note("record-expiry"), Note("open-anew", ["rule": .text(rule.id)])]
        : [Note("explain-it", ["id": .text(id.text)]), Note("open-anew", ["rule": .text(rule.id)])])
  }

  /// That of what broke it; of the procedure as a whole where it was withdrawn or decided early.
  private var endingClause: Clause {
    guard procedure.breaking != nil, let breaking = rule.breaking else { return rule.clause }
    return breaking.clause
  }

  /// - Throws: `not-addressee` for a member that the procedure was not put to.
  func checkAddressee(_ member: MemberID) throws(Refusal) {
    guard !opening.addressees.contains(member) else { return }
    throw Refusal(
      .notAddressee,
      [
        "member": .text(member.text), "procedure": .text(id.text),
        "day": .day(opening.recordDate),
      ], clause: rule.clause, ways: [Note("leave-delegation-out", ["member": .text(member.text)])])
  }

  /// Whether the act came before the end of the time, with both moments; nil while the time does not run.
  var deadline: Derivation? {
    guard let expires = procedure.expires, let local = procedure.expiresLocal else { return nil }
    return Derivation(
      rule.period.clause, "procedure-deadline",
      JSON.Fields([
        ("moment", .text(zone.text(of: moment))), ("expires", .text(local)),
        ("zone", .text(opening.zone)), ("moment_utc", .text(moment.description)),
        ("expires_utc", .text(expires.description)),
      ]), holds: moment < expires)
  }

  /// Plans an event of this procedure, from the day of the act on.
  func event(_ event: ProcedureEvent, on occasion: Occasion) -> PlannedEvent {
    PlannedEvent(event, to: id, effective: occasion.day)
  }
}

/// What several acts of procedures ask.
enum ProcedureChecks {
  /// - Throws: `procedure-rule-unknown` for one that the rules do not have.
  static func rule(_ name: String, under rules: Rules) throws(Refusal) -> ProcedureRule {
    guard let rule = rules.procedure(name) else {
      let known = rules.procedures.map(\.id)
      throw Refusal(
        .procedureRuleUnknown, ["rule": .text(name)],
        ways: known.isEmpty
          ? [Note("add-procedure-rule")] : [Note("use-one-of", ["known": .list(known)])])
    }
    return rule
  }
}

extension Occasion {
  /// The moment of an act: the time that was given on its day, else now, else the beginning of its day.
  ///
  /// - Throws: `moment-ahead` for one that the clock of the log has not reached.
  func moment(at time: TimeOfDay?) throws(Refusal) -> Instant {
    let moment: Instant
    if let time {
      moment = zone.moment(on: day, at: time)
    } else if let recorded, day == today {
      moment = recorded
    } else {
      moment = zone.start(of: day)
    }
    guard let recorded, recorded < moment else { return moment }
    throw Refusal(
      .momentAhead,
      ["moment": .text(zone.text(of: moment)), "now": .text(zone.text(of: recorded))],
      ways: [Note("leave-time-out")])
  }
}

extension RefusalCode {
  static let procedureUnknown = RefusalCode("procedure-unknown", exit: .notFound)
  static let procedureRuleUnknown = RefusalCode("procedure-rule-unknown", exit: .notFound)
  static let momentBeforeOpening = RefusalCode("moment-before-opening", exit: .badData)
  static let momentAhead = RefusalCode("moment-ahead", exit: .badData)
  static let procedureOver = RefusalCode("procedure-over")
  static let notAddressee = RefusalCode("not-addressee")
}
