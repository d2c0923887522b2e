package import Values

/// What a declarative rule asks of one kind of event, written as a guard that says the same.
///
/// The program decides by the rule; the guard is what a network would write if there were no key for it.
package struct ExpandedGuard: Hashable, Sendable {
  /// The path of the rule below `governance`, such as `series.plenary.notice`.
  package let path: String
  /// The keys of the rule that it stands for, such as `period`.
  package let keys: [String]
  /// The clause of the rule: what its refusals cite.
  package let clause: Clause
  /// Types of events.
  package let on: [String]
  /// Whether it applies at all; nil for always.
  package let when: ExpressionText?
  package let require: ExpressionText
  /// `warn` where the rule only leaves a note.
  package let severity: GuardRule.Severity

  /// In the form of the plugin, without what a network would add: an id, a message, a source.
  package var json: JSON {
    .object(compacting: [
      ("on", .texts(on)), ("when", when.map { .text($0.text) }),
      ("require", .text(require.text)), ("severity", .text(severity.rawValue)),
    ])
  }
}

extension Rules {
  /// The guards that say what the keys below `governance` say, in the order of a plugin's keys.
  ///
  /// Keys that no guard can stand for are those of ``UnguardedKeys``.
  package var expandedGuards: [ExpandedGuard] {
    let expansion = Expansion(self)
    var guards: [ExpandedGuard] = []
    for rule in membership.classes { guards += expansion.guards(of: rule) }
    for rule in seats { guards += expansion.guards(of: rule) }
    for body in bodies { guards += expansion.guards(of: body) }
    for series in series { guards += expansion.guards(of: series) }
    if let programme { guards += expansion.guards(of: programme) }
    if let subgroups { guards += expansion.guards(of: subgroups) }
    for rule in procedures { guards += expansion.guards(of: rule) }
    if let motions { guards += expansion.guards(of: motions) }
    return guards
  }
}

/// Writes the values of rules as expressions.
struct Expansion {
  let rules: Rules

  init(_ rules: Rules) { self.rules = rules }

  /// One rule, its place and its clause, from which guards are made.
  struct Part {
    let path: String
    let clause: Clause

    func guarding(
      _ keys: [String], on types: [String], when: String? = nil, _ require: String,
      severity: GuardRule.Severity = .deny
    ) -> ExpandedGuard {
      ExpandedGuard(
        path: path, keys: keys, clause: clause, on: types, when: when.map { ExpressionText($0) },
        require: ExpressionText(require), severity: severity)
    }
  }

  /// A value as it stands under a key, or the parameter that the key uses.
  func value(_ value: Int, at path: String) -> String { parameter(at: path) ?? String(value) }

  func value(_ value: Period, at path: String) -> String {
    parameter(at: path) ?? Self.quoted(value.description)
  }

  /// Whether a number meets a threshold of a total.
  func meets(_ threshold: Threshold, at path: String, _ count: String, of total: String) -> String {
    let function = threshold.strictness == .moreThan ? "moreThan" : "atLeast"
    let key = "\(path).\(threshold.strictness.rawValue)"
    let fraction = parameter(at: key) ?? Self.quoted(threshold.fraction.description)
    return "\(function)(\(count), \(fraction), \(total))"
  }

  private func parameter(at path: String) -> String? {
    rules.parameterUses[path].map { "params.\($0)" }
  }

  /// Names of the rules and codes of members hold no quotes and no backslashes.
  static func quoted(_ text: String) -> String { "'\(text)'" }

  static func list(_ texts: [String]) -> String {
    "[" + texts.map { quoted($0) }.joined(separator: ", ") + "]"
  }
}
