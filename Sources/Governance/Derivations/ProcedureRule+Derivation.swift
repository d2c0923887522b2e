package import Plugins
package import Values

extension ProcedureRule {
  /// How the end of the time follows from its beginning.
  package func derivation(of clock: ProcedureClock, in zone: Zone) -> Derivation {
    Derivation(
      period.clause, "procedure-period",
      JSON.Fields([
        ("from", .text(zone.text(of: clock.from))),
        ("count", .count(period.count(isUrgent: clock.isUrgent))),
        ("unit", .text(period.unit.rawValue)), ("urgent", .bool(clock.isUrgent)),
        ("expires", .text(clock.local)), ("zone", .text(clock.zone)),
        ("from_utc", .text(clock.from.description)),
        ("expires_utc", .text(clock.expires.description)),
      ]), holds: true)
  }

  /// Whether a matter may be decided in this way; nil where every one may.
  package func derivation(matter: String) -> Derivation? {
    guard !notFor.isEmpty else { return nil }
    return Derivation(
      clause, "procedure-matter",
      JSON.Fields([("matter", .text(matter)), ("not_for", .texts(notFor))]),
      holds: !notFor.contains(matter))
  }

  /// That nobody broke the silence in time, with everybody who was asked.
  package func silence(of procedure: Procedure) -> Derivation {
    Derivation(
      clause, "procedure-silence",
      JSON.Fields([
        ("addressees", .count(procedure.addressees.count)),
        ("told", .count(procedure.notified.count)), ("notified", .ids(procedure.notified)),
        ("expires", .text(procedure.expiresLocal ?? "")),
        ("zone", .text(procedure.opening?.facts.zone ?? "")),
        ("objections", .ids(procedure.standing.map(\.member))),
      ]), holds: true)
  }
}

extension ConsentRule {
  /// Whether enough of the addressees agree to the method.
  package func derivation(agreed: Int, against: Int, of addressees: Int) -> Derivation {
    var inputs = JSON.Fields([
      ("addressees", .count(addressees)), ("agreed", .count(agreed)),
      ("against", .count(against)),
    ])
    guard let threshold else {
      return Derivation(clause, "procedure-no-opposition", inputs, holds: against == 0)
    }
    inputs["strictness"] = .text(threshold.strictness.rawValue)
    inputs["threshold"] = .text(threshold.fraction.description)
    inputs["needed"] = .count(threshold.needed(of: addressees))
    return Derivation(
      clause, "procedure-consent", inputs, holds: agreed >= threshold.needed(of: addressees))
  }
}

extension AnswersRule {
  /// Whether enough of the addressees answered for the vote to count.
  package func derivation(answered: Int, of addressees: Int) -> Derivation {
    let needed = threshold.needed(of: addressees)
    return Derivation(
      clause, "procedure-answers",
      JSON.Fields([
        ("answered", .count(answered)), ("addressees", .count(addressees)),
        ("strictness", .text(threshold.strictness.rawValue)),
        ("threshold", .text(threshold.fraction.description)), ("needed", .count(needed)),
      ]), holds: answered >= needed)
  }
}

extension BreakingRule {
  /// Whether enough members broke a procedure.
  package func derivation(by members: [MemberID], of addressees: Int) -> Derivation {
    let needed = needed(of: addressees)
    return Derivation(
      clause, "procedure-break",
      JSON.Fields([
        ("members", .ids(members)), ("found", .count(members.count)), ("needed", .count(needed)),
        ("addressees", .count(addressees)), ("then", .text(consequence.rawValue)),
      ]), holds: members.count >= needed)
  }
}
