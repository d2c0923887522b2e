import Plugins
import Values

/// What the rules of the network ask of the rules that a subgroup sets for itself.
struct SubgroupTermsChecks {
  private let rule: SubgroupTermsRule?
  private let subgroup: SubgroupID
  private let keys: [SubgroupTermsRule.Key]

  /// - Parameters:
  ///   - written: Values by their paths, read before.
  ///   - subgroup: Whose they are.
  ///   - rules: Of the network on the day of the act.
  init(_ written: [String: String], of subgroup: SubgroupID, under rules: Rules) {
    rule = rules.subgroups?.inheritance
    self.subgroup = subgroup
    let found = Set(written.keys.compactMap(SubgroupTermsReader.key))
    keys = SubgroupTermsRule.Key.allCases.filter(found.contains)
  }

  private var settable: [String] { rule?.settable.map(\.rawValue) ?? [] }

  /// Adds which keys may be set, and what stands against each that may not.
  func decide(into decision: inout Decision) {
    guard !keys.isEmpty else { return }
    let locked = keys.filter { rule?.settable.contains($0) != true }
    guard let rule else {
      decision.objections += locked.map { refusal(of: $0, nil) }
      return
    }
    let derivation = Derivation(
      rule.clause, "subgroup-terms",
      JSON.Fields([
        ("subgroup", .text(subgroup.text)), ("keys", .texts(keys.map(\.rawValue))),
        ("may_set", settable.isEmpty ? .text("–") : .texts(settable)),
      ]), holds: locked.isEmpty)
    decision.derivations.append(derivation)
    decision.objections += locked.map { refusal(of: $0, derivation) }
  }

  private func refusal(of key: SubgroupTermsRule.Key, _ derivation: Derivation?) -> Refusal {
    Refusal(
      .subgroupKeyLocked,
      ["subgroup": .text(subgroup.text), "key": .text(key.rawValue)], clause: rule?.clause,
      derivation: derivation,
      ways: settable.isEmpty
        ? [Note("adopt-rules")] : [Note("set-only", ["known": .list(settable)])])
  }

  /// How long a mandate lasts: by the rule of the network, or by the lifetime that the subgroup may set.
  static func lifetime(
    _ charter: SubgroupCharter, under rule: SubgroupRule
  ) -> SubgroupRule {
    guard let lifetime = rule.inheritance.terms(of: charter).lifetime else { return rule }
    var own = rule
    own.longest = lifetime
    own.clause = Clause(id: "subgroups.\(charter.id).lifetime", source: charter.source)
    return own
  }
}

extension ActInput {
  /// The rules that a subgroup sets for itself: pairs such as `quorum.members=3`, read once.
  ///
  /// - Throws: What is wrong with the first of them.
  func subgroupTerms(_ name: String) throws(Failure) -> [String: String] {
    let pairs = try pairs(name, of: SubgroupTermsRule.self)
    let written = Dictionary(pairs.map { ($0.0.text, $0.1) }) { first, _ in first }
    guard !written.isEmpty else { return [:] }
    do throws(PluginRefused) {
      _ = try SubgroupTermsReader.terms(written, of: "subgroup", by: .practice)
    } catch {
      throw error.errors.first ?? malformed(name, pairs.first?.1 ?? "", "expected.pair")
    }
    return written
  }
}

extension RefusalCode {
  static let subgroupKeyLocked = RefusalCode("subgroup-key-locked")
}
