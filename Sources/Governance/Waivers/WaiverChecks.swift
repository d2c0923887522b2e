import Plugins
import Values

/// What the rules ask of somebody who waives a guard.
enum WaiverChecks {
  /// The guard in the rules.
  ///
  /// - Throws: `guard-unknown` with those that the rules have.
  static func rule(_ id: String, under rules: Rules) throws(Refusal) -> GuardRule {
    guard let rule = rules.guards.first(where: { $0.id == id }) else {
      let waivable = rules.guards.filter { $0.waiver != nil }.map(\.id)
      let ways =
        waivable.isEmpty ? Note("adopt-rules") : Note("use-one-of", ["known": .list(waivable)])
      throw Refusal(.guardUnknown, ["guard": .text(String(id.prefix(80)))], ways: [ways])
    }
    return rule
  }

  /// Refuses a time without an end, and one that ends before it begins.
  static func check(
    until: Day?, repeats: Bool, of rule: GuardRule, from day: Day
  ) throws(Refusal) {
    guard let until else {
      guard repeats else { return }
      throw Refusal(
        .waiverEndMissing, ["guard": .text(rule.id)],
        ways: [Note("give-last-day")])
    }
    guard until < day else { return }
    throw Refusal(
      .waiverEndPassed, ["guard": .text(rule.id), "until": .day(until), "from": .day(day)],
      ways: [Note("give-later-end", ["from": .day(day)])])
  }

  /// What the guard itself has against being waived so.
  static func objections(
    to grant: WaiverGrant, of rule: GuardRule, by giver: WaiverGiver, under rules: Rules
  ) -> [Refusal] {
    guard let waiver = rule.waiver else {
      return [
        Refusal(
          .guardNotWaivable, ["guard": .text(rule.id)], clause: rule.clause,
          ways: [Note("meet-guard", ["guard": .text(rule.id)]), Note("adopt-rules")])
      ]
    }
    var objections: [Refusal] = []
    if !waiver.by.contains(giver.name) {
      objections.append(
        Refusal(
          .waiverNotEntitled,
          ["guard": .text(rule.id), "actor": .text(giver.name), "roles": .list(waiver.by)],
          clause: rule.clause, derivation: giver.derivation(of: rule),
          ways: ways(to: waiver, under: rules)))
    }
    if waiver.reason == .required, grant.reason == nil {
      objections.append(
        Refusal(
          .waiverReasonMissing, ["guard": .text(rule.id)], clause: rule.clause,
          ways: [Note("give-reason")]))
    }
    if giver.isBodyAlone(under: rules), waiver.by.contains(giver.name) {
      objections.append(
        Refusal(
          .waiverUndecided, ["guard": .text(rule.id), "body": .text(giver.name)],
          clause: rule.clause, ways: ways(to: waiver, under: rules)))
    }
    return objections
  }

  /// Who may waive: roles by recording it, bodies by deciding it.
  private static func ways(to waiver: GuardRule.Waiver, under rules: Rules) -> [Note] {
    let bodies = waiver.by.filter { rules.body($0) != nil }
    let roles = waiver.by.filter { rules.body($0) == nil }
    return (roles.isEmpty ? [] : [Note("record-as", ["roles": .list(roles)])])
      + bodies.map { body in
        Note("decide-in-body", ["body": .text(body), "matter": .text(DecisionRule.fallback)])
      }
  }
}

/// Who waives a guard: the body of a deliberation, or whoever records the act.
struct WaiverGiver {
  let name: String
  let deliberation: DeliberationID?

  init(_ deliberation: Deliberation?, or actor: String) {
    name = deliberation.map { $0.body ?? "" } ?? actor
    self.deliberation = deliberation?.id
  }

  /// Whether somebody records in the name of a body, which speaks by its deliberations alone.
  func isBodyAlone(under rules: Rules) -> Bool { deliberation == nil && rules.body(name) != nil }

  /// Nil for a guard that nobody may waive.
  func derivation(of rule: GuardRule) -> Derivation? {
    guard let waiver = rule.waiver else { return nil }
    let inputs: [(String, JSON)] = [
      ("guard", .text(rule.id)), ("may_waive", .texts(waiver.by)), ("given_by", .text(name)),
      ("deliberation", .text(deliberation?.text ?? "–")),
    ]
    return Derivation(
      rule.clause, "waiver", JSON.Fields(inputs), holds: waiver.by.contains(name))
  }
}

extension RefusalCode {
  static let guardUnknown = RefusalCode("guard-unknown", exit: .notFound)
  static let guardNotWaivable = RefusalCode("guard-not-waivable")
  static let waiverNotEntitled = RefusalCode("waiver-not-entitled")
  static let waiverReasonMissing = RefusalCode("waiver-reason-missing")
  static let waiverUndecided = RefusalCode("waiver-undecided")
  static let waiverEndMissing = RefusalCode("waiver-end-missing", exit: .badData)
  static let waiverEndPassed = RefusalCode("waiver-end-passed", exit: .badData)
}
