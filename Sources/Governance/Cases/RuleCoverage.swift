import Plugins
import Values

/// Which clauses the cases came upon, and whether each was seen to hold and seen to fail.
package struct RuleCoverage: Sendable {
  package struct Row: Hashable, Sendable {
    package let clause: String
    package fileprivate(set) var isSeenToHold = false
    package fileprivate(set) var isSeenToFail = false
    /// Whether an act passed that a guard's condition leaves alone; nil for what has no condition.
    package fileprivate(set) var isSeenNotToApply: Bool?

    package var isExercised: Bool { isSeenToHold || isSeenToFail }
  }

  private let rules: Rules
  private let order: [String]
  private var found: [String: Row] = [:]
  /// The cases that came upon a clause, by its id.
  private(set) var cases: [String: Set<String>] = [:]

  init(_ rules: Rules) {
    self.rules = rules
    order = rules.decidingClauses.map(\.id)
  }

  /// One row for each clause that decides acts, in the order of a plugin's keys.
  package var rows: [Row] { order.map { row($0) } }

  /// The clauses that no case came upon.
  package var missed: [String] { rows.filter { !$0.isExercised }.map(\.clause) }

  mutating func note(_ before: [Answer], _ answer: CaseAnswer, of name: String) {
    for earlier in before { note(CaseAnswer(earlier), of: name) }
    note(answer, of: name)
  }

  private mutating func note(_ answer: CaseAnswer, of name: String) {
    for derivation in answer.derivations { note(derivation.rule, derivation.holds, name) }
    for refusal in answer.reasons.refusals {
      if let rule = refusal.rule { note(rule, false, name) }
    }
    guard answer.isAccepted else { return }
    for event in answer.events {
      note(event, name)
      noteUnasked(event, answer.derivations)
    }
  }

  private mutating func note(_ clause: String?, _ holds: Bool, _ name: String) {
    guard let clause else { return }
    var row = row(clause)
    if holds { row.isSeenToHold = true } else { row.isSeenToFail = true }
    found[clause] = row
    cases[clause, default: []].insert(name)
  }

  private func row(_ clause: String) -> Row {
    if let known = found[clause] { return known }
    let hasCondition = rules.guards.contains { $0.id == clause && $0.when != nil }
    return Row(clause: clause, isSeenNotToApply: hasCondition ? false : nil)
  }

  /// The guards whose condition leaves an event alone.
  private mutating func noteUnasked(_ event: Answer.Event, _ asked: [Derivation.Record]) {
    for rule in rules.guards where rule.when != nil && rule.on.contains(event.type) {
      guard !asked.contains(where: { $0.rule == rule.id }) else { continue }
      var row = row(rule.id)
      row.isSeenNotToApply = true
      found[rule.id] = row
    }
  }

  /// The clauses that let an event pass without a derivation of their own.
  private mutating func note(_ event: Answer.Event, _ name: String) {
    switch event.type {
    case "member.admitted", "member.reclassified":
      let held = event.data["class"]?.text.flatMap(rules.membership.memberClass)
      note(held?.clause.id, true, name)
    case "programme.adopted": note(rules.programme?.clause.id, true, name)
    case "subgroup.created": note(rules.subgroups?.clause.id, true, name)
    case "application.granted", "application.refused":
      note(rules.admission?.clause.id, true, name)
    case "report.published", "output.published":
      let output = rules.outputs.first { $0.id == event.data["output"]?.text }
      // One with a deadline has a derivation that says whether it came in time.
      if output?.within == nil { note(output?.clause.id, true, name) }
    case "procedure.opened":
      let procedure = event.data["rule"]?.text.flatMap(rules.procedure)
      note(procedure?.clause.id, true, name)
    case "coordinator.named":
      guard case .coordinator(let rule) = rules.body(event.subject)?.composition else { return }
      note(rule.clause.id, true, name)
    default: break
    }
  }
}
