import Governance
import Plugins
import TestKit
import Values

/// Rules that decide by their keys, with the equivalent guard of each key beside them on trial.
///
/// One answer then holds both verdicts, on the same facts: the refusals that cite a clause, and the
/// derivations of the guards that stand for it.
struct ExpandedRules {
  /// Refusals that cite a clause for a key without a guard, or for a state of things.
  private static let other: Set<String> = [
    "meeting-not-convened", "deliberation-of-other-body", "deliberation-missing",
    "deliberation-cited-already", "deliberation-unfit", "procedure-over", "procedure-not-due",
    "procedure-not-running",
    "may-not-object", "means-not-provided", "no-restart", "not-addressee", "lot-not-provided",
    "deliberation-elects-nobody", "seat-tie-open",
  ]

  let network: SampleNetwork
  private let guards: [(id: String, item: ExpandedGuard)]
  private(set) var held: Set<String> = []
  private(set) var refused: Set<String> = []
  private(set) var differences: [String] = []

  /// - Parameter edits: Words of the sample rules and what stands there instead.
  /// - Throws: What is wrong with the rules or the guards.
  init(_ edits: [(String, String)]) throws {
    try self.init(of: edits.isEmpty ? SampleRules.document : SampleRules.amended(edits))
  }

  /// The same for a whole document.
  init(of document: JSON) throws {
    let items = try PluginFile.load(resolved: document).expandedGuards
    guards = items.enumerated().map { ("key.\($0.offset)", $0.element) }
    guard var fields = document.fields else {
      preconditionFailure("the rules of a plugin are an object")
    }
    fields["guards"] = .list(guards.map { Self.onTrial($0.item, as: $0.id) })
    let rules = try PluginFile.load(resolved: .object(fields))
    network = try SampleNetwork(under: rules.resolved)
  }

  private static func onTrial(_ item: ExpandedGuard, as id: String) -> JSON {
    var fields = item.json.fields ?? JSON.Fields()
    fields["id"] = .text(id)
    fields["severity"] = "trial"
    fields["message"] = ["en": "The guard does not hold."]
    fields["source"] = "assumption"
    return .object(fields)
  }

  /// Asks an act without recording it, and compares what the keys and what the guards say.
  mutating func compare(_ act: String, _ fields: [String: [String]], on day: String) throws {
    let answer: Answer
    do {
      answer = try network.record(act, fields, on: day, mode: .trial)
    } catch is Refusal {
      return
    }
    let verdicts = answer.reasons.derivations.filter { $0.question == "guard" }
    for clause in Set(guards.map(\.item.clause.id)) {
      let own = guards.filter { $0.item.clause.id == clause }.map(\.id)
      let asked = verdicts.filter { own.contains($0.rule) }
      let fails = asked.contains { verdict in !verdict.holds && isDenying(verdict.rule) }
      let isRefused = answer.reasons.refusals.contains {
        $0.rule == clause && !Self.other.contains($0.code)
      }
      if !asked.isEmpty { note(clause, isRefused) }
      if fails != isRefused {
        let failing = asked.filter { !$0.holds }.compactMap { $0.inputs["require"]?.text }
        differences.append(
          "\(act) \(fields.sorted { $0.key < $1.key }) on \(day): \(clause) "
            + "refused \(isRefused) by \(answer.reasons.refusals.map(\.code)), fails \(failing)")
      }
    }
    compareWarning(answer, verdicts)
  }

  private func isDenying(_ id: String) -> Bool {
    guards.first { $0.id == id }?.item.severity == .deny
  }

  private mutating func note(_ clause: String, _ isRefused: Bool) {
    if isRefused { refused.insert(clause) } else { held.insert(clause) }
  }

  /// The one key that only leaves a note: programmes that overlap.
  private mutating func compareWarning(_ answer: Answer, _ verdicts: [Derivation.Record]) {
    let warning = verdicts.first { verdict in
      guards.first { $0.id == verdict.rule }?.item.severity == .warn
    }
    guard let warning else { return }
    let isNoted = answer.reasons.notes.contains { $0.code == "programme-overlaps" }
    if isNoted == warning.holds { differences.append("programme-overlaps \(isNoted)") }
    note("overlap", isNoted)
  }
}
