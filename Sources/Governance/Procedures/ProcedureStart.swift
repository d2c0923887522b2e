import Plugins
import Values

/// When the time of a procedure begins to run, and what it still waits for.
struct ProcedureStart {
  let rule: ProcedureRule
  let opening: ProcedureOpening
  private var firstNotices: [MemberID: Instant] = [:]
  private var consent: ProcedureConsent?

  init(_ rule: ProcedureRule, _ opening: ProcedureOpening) {
    self.rule = rule
    self.opening = opening
  }

  init(_ file: ProcedureFile) {
    self.init(file.rule, file.opening)
    for notice in file.procedure.notices { add(notice.facts) }
    consent = file.procedure.consent?.facts
  }

  /// Of several notices of a member the earliest counts.
  mutating func add(_ notice: ProcedureNotice) {
    for member in notice.members {
      firstNotices[member] = min(firstNotices[member] ?? notice.at, notice.at)
    }
  }

  mutating func add(_ given: ProcedureConsent) { consent = given }

  private var notified: [MemberID] { opening.addressees.filter { firstNotices[$0] != nil } }

  private var missing: [MemberID] { opening.addressees.filter { firstNotices[$0] == nil } }

  /// The latest of the moments that it waited for; nil while one of them has not come.
  private var moment: Instant? {
    var moments = [opening.at]
    if rule.consent != nil {
      guard let consent else { return nil }
      moments.append(consent.at)
    }
    if rule.period.start == .lastNotice {
      guard missing.isEmpty else { return nil }
      moments += firstNotices.filter { opening.addressees.contains($0.key) }.values
    }
    return moments.max()
  }

  /// Adds the beginning of the time to a decision, or says what it waits for.
  func decide(
    _ id: ProcedureID, in zone: Zone, on day: Day, by calendar: WorkCalendar,
    into decision: inout Decision
  ) {
    if rule.period.start == .lastNotice { decision.derivations.append(proof) }
    guard let from = moment else {
      if rule.consent != nil, consent == nil {
        decision.notes.append(Note("consent-awaited", ["procedure": .text(id.text)]))
      }
      if rule.period.start == .lastNotice, !missing.isEmpty {
        decision.notes.append(
          Note("notices-awaited", ["missing": .list(missing.map(\.text))]))
      }
      return
    }
    let expires = rule.period.expiry(
      from: from, isUrgent: opening.isUrgent, in: zone, by: calendar)
    let clock = ProcedureClock(
      rule: rule.id, isUrgent: opening.isUrgent, addressees: opening.addressees,
      notified: notified, from: from, expires: expires, local: zone.text(of: expires),
      zone: opening.zone)
    decision.derivations.append(rule.derivation(of: clock, in: zone))
    decision.events.append(PlannedEvent(ProcedureEvent.started(clock), to: id, effective: day))
  }

  /// Whether every addressee has a proven notice.
  private var proof: Derivation {
    Derivation(
      rule.period.clause, "procedure-notices",
      JSON.Fields([
        ("addressees", .count(opening.addressees.count)), ("told", .count(notified.count)),
        ("notified", .ids(notified)),
        ("missing", .ids(missing)),
      ]), holds: missing.isEmpty)
  }
}
