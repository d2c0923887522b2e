import Plugins
import Values

/// What the network's own rules say to an act, after the program's have been asked.
///
/// Each event that would be recorded is put to every guard of its type. An act passes only when every guard
/// that denies holds, whatever their order; one that cannot be answered is not met.
struct GuardReview {
  private var derivations: [Derivation] = []
  private var objections: [Refusal] = []
  private var notes: [Note] = []

  /// A decision with what the guards have to say after what the program has said.
  func added(to decision: Decision) -> Decision {
    Decision(
      decision.events, derivations: decision.derivations + derivations,
      objections: decision.objections + objections, notes: decision.notes + notes)
  }

  mutating func add(_ verdict: GuardVerdict) {
    if case .doesNotApply = verdict.answer { return }
    let derivation = Derivation(guard: verdict)
    derivations.append(derivation)
    guard verdict.answer.isAgainst else { return }
    switch verdict.rule.severity {
    case .deny: objections.append(Refusal(verdict, derivation))
    case .warn: notes.append(Note(verdict, code: "guard-warns"))
    case .trial: notes.append(Note(verdict, code: "guard-would-refuse"))
    }
  }
}

extension Derivation {
  /// How a guard came to its answer: its conditions as they are written, and what each part came to.
  fileprivate init(guard verdict: GuardVerdict) {
    let rule = verdict.rule
    var inputs: [(String, JSON)] = []
    if let when = rule.when { inputs.append(("when", .text(when.text))) }
    inputs.append(("require", .text(rule.require.text)))
    if !verdict.parts.isEmpty {
      inputs.append(
        ("parts", .list(verdict.parts.map { ["part": .text($0.text), "value": $0.value.json] })))
    }
    if case .cannotTell(let error) = verdict.answer {
      inputs.append(("error", .text(error.code.name)))
      inputs.append(("at", .count(error.offset)))
    }
    inputs.append(("cost", .count(verdict.cost)))
    if verdict.absorbed > 0 { inputs.append(("passed_over", .count(verdict.absorbed))) }
    self.init(rule.clause, "guard", JSON.Fields(inputs), holds: !verdict.answer.isAgainst)
  }
}

extension Refusal {
  fileprivate init(_ verdict: GuardVerdict, _ derivation: Derivation) {
    let rule = verdict.rule
    var values = verdict.values
    values["guard"] = .text(rule.id)
    values["require"] = .text(rule.require.text)
    var code = RefusalCode.guardFails
    if case .cannotTell(let error) = verdict.answer {
      code = .guardUnanswered
      values["error"] = .word("failure.\(error.code.name).what")
    }
    self.init(
      code, values, clause: rule.clause, derivation: derivation,
      ways: [Note("meet-guard", ["guard": .text(rule.id)])], sentence: rule.message)
  }
}

extension Note {
  fileprivate init(_ verdict: GuardVerdict, code: String) {
    var values = verdict.values
    values["guard"] = .text(verdict.rule.id)
    self.init(code, values, sentence: verdict.rule.message)
  }
}

extension RefusalCode {
  /// A rule that the network wrote itself is not met.
  static let guardFails = RefusalCode("guard-fails")
  /// A rule that the network wrote itself asks for something that is not there.
  static let guardUnanswered = RefusalCode("guard-unanswered")
}
