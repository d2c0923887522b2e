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
  /// Nil as long as no guard stands against the act that may be waived.
  private var desk: WaiverDesk?

  /// Whether the waivers have to be looked at before a verdict is added.
  func needsWaivers(for verdict: GuardVerdict) -> Bool {
    desk == nil && verdict.answer.isAgainst && verdict.rule.waiver != nil
      && verdict.rule.severity == .deny
  }

  /// Takes the waivers that are known before the act.
  mutating func open(_ desk: WaiverDesk) { self.desk = desk }

  /// A decision with what the guards have to say after what the program has said, and the waivers used.
  func added(to decision: Decision) -> Decision {
    Decision(
      decision.events + (desk?.events ?? []), derivations: decision.derivations + derivations,
      objections: decision.objections + objections, notes: decision.notes + notes)
  }

  /// Adds what a guard says to an event; a waiver lets it pass.
  mutating func add(_ verdict: GuardVerdict, to planned: PlannedEvent) {
    if case .doesNotApply = verdict.answer { return }
    let derivation = Derivation(guard: verdict)
    derivations.append(derivation)
    guard verdict.answer.isAgainst else { return }
    switch verdict.rule.severity {
    case .deny:
      if let waiver = desk?.waiver(for: verdict.rule, of: planned) {
        derivations.append(waiver.derivation(passing: verdict.rule))
        notes.append(Note(verdict, passedBy: waiver))
      } else {
        objections.append(Refusal(verdict, derivation))
      }
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
    var ways = [Note("meet-guard", ["guard": .text(rule.id)])]
    if let waiver = rule.waiver {
      ways.append(Note("ask-waiver", ["guard": .text(rule.id), "roles": .list(waiver.by)]))
    }
    self.init(
      code, values, clause: rule.clause, derivation: derivation, ways: ways,
      sentence: rule.message)
  }
}

extension Note {
  fileprivate init(_ verdict: GuardVerdict, code: String) {
    var values = verdict.values
    values["guard"] = .text(verdict.rule.id)
    self.init(code, values, sentence: verdict.rule.message)
  }

  /// What the guard would have said, and which waiver let the act pass.
  fileprivate init(_ verdict: GuardVerdict, passedBy waiver: Waiver) {
    var values = verdict.values
    values["guard"] = .text(verdict.rule.id)
    values["waiver"] = .text(waiver.id.text)
    values["given_by"] = .text(waiver.grant?.facts.by ?? "")
    self.init("guard-waived", values, sentence: verdict.rule.message)
  }
}

extension RefusalCode {
  /// A rule that the network wrote itself is not met.
  static let guardFails = RefusalCode("guard-fails")
  /// A rule that the network wrote itself asks for something that is not there.
  static let guardUnanswered = RefusalCode("guard-unanswered")
}
