package import Values

/// One key of the rules for a reader: what it means, what stands there, and which guards say the same.
package struct RuleKey: Sendable {
  /// The path from the top of the plugin, such as `governance.series.plenary.notice`.
  package let path: String
  /// What the key is called in the format, such as `governance.series.*.notice`; nil for no key of it.
  package let name: String?
  /// What the key means, in English, as the JSON Schema has it; nil for a part that no key of the format names.
  package let meaning: String?
  /// What stands there; nil for a key that the rules leave out.
  package let value: JSON?
  /// The id of the rule that the key belongs to; nil for one that belongs to none.
  package let clause: String?
  /// Where the rule comes from: a key of `basis`, `practice` or `assumption`.
  package let source: String?
  /// The keys that take their value from it; only of a parameter.
  package let uses: [String]
  package let guards: [ExpandedGuard]
  /// Why no guard can stand for it; nil for a key that has one, and for a whole rule.
  package let unguarded: UnguardedKeys.Reason?

  /// The types of events that the guards are asked about, each once.
  package var events: [String] { Array(Set(guards.flatMap(\.on))).sorted() }
}

extension RuleKey {
  private static let governance = "governance."

  /// The key that somebody names: by its path, with or without `governance.`, or by the id of its rule.
  ///
  /// Nil when neither the rules nor the format have such a key.
  ///
  /// - Parameters:
  ///   - name: Such as `series.plenary.notice`; a key that is left out has its rule's path before it.
  ///   - rules: In which its value stands.
  package init?(_ name: String, in rules: Rules) {
    let tree = KeyTree(rules.resolved)
    guard let path = tree.path(of: name) ?? Self.unset(name, in: tree) else { return nil }
    self.init(at: path, tree, rules)
  }

  /// The same of a plugin that has faults, of which there are no rules: without guards, and without what uses it.
  ///
  /// - Parameters:
  ///   - name: As above.
  ///   - draft: The plugin as it is written, with its template merged in.
  package init?(_ name: String, inDraft draft: JSON) {
    let tree = KeyTree(draft)
    guard let path = tree.path(of: name) ?? Self.unset(name, in: tree) else { return nil }
    self.init(at: path, tree, nil)
  }

  private init(at path: String, _ tree: KeyTree, _ rules: Rules?) {
    self.path = path
    name = FormatKey.name(of: path)
    meaning = FormatKey.meaning(of: path)
    value = tree.value(at: path)
    let rule = tree.rule(around: path)
    (clause, source) = (rule?.id, rule?.source)
    let below =
      path.hasPrefix(Self.governance) ? String(path.dropFirst(Self.governance.count)) : nil
    guards = below.flatMap { path in rules.map { Self.guards(at: path, in: $0) } } ?? []
    unguarded = below.flatMap { UnguardedKeys.reason(for: $0) }
    let parameter = path.hasPrefix("parameters.") ? path.split(separator: ".")[1] : ""
    uses = rules?.parameterUses.filter { $0.value == parameter }.keys.sorted() ?? []
  }

  /// The guards of the whole rule, of one of its keys, or of all rules below a path.
  private static func guards(at path: String, in rules: Rules) -> [ExpandedGuard] {
    rules.expandedGuards.filter { item in
      item.path == path || item.path.hasPrefix(path + ".")
        || item.keys.contains { "\(item.path).\($0)" == path }
    }
  }

  /// A key of the format that the rules leave out, such as `series.plenary.notice.urgent`.
  private static func unset(_ name: String, in tree: KeyTree) -> String? {
    [name, governance + name].first { path in
      guard let last = path.lastIndex(of: ".") else { return FormatKey.meaning(of: path) != nil }
      return FormatKey.meaning(of: path) != nil
        && tree.value(at: String(path[..<last])) != nil
    }
  }

  /// Every name by which a key, a rule or a guard can be asked for.
  package static func names(in rules: Rules) -> [String] {
    names(inDraft: rules.resolved) + rules.guards.map(\.id)
  }

  /// Every name by which a key or a rule of a plugin can be asked for, whatever is wrong with it.
  package static func names(inDraft draft: JSON) -> [String] {
    let tree = KeyTree(draft)
    let paths = tree.paths.map { path in
      path.hasPrefix(governance) ? String(path.dropFirst(governance.count)) : path
    }
    return paths + tree.rules.map(\.id)
  }
}

/// The keys of a resolved plugin.
private struct KeyTree {
  struct Rule {
    let path: String
    let id: String
    let source: String
  }

  private(set) var paths: [String] = []
  private(set) var rules: [Rule] = []
  private var values: [String: JSON] = [:]

  init(_ resolved: JSON) { add(resolved, at: []) }

  private mutating func add(_ node: JSON, at path: [String]) {
    let name = path.joined(separator: ".")
    if !path.isEmpty {
      paths.append(name)
      values[name] = node
    }
    guard let fields = node.fields else { return }
    if let source = fields["source"]?.text, !path.isEmpty {
      let below = path.first == "governance" ? Array(path.dropFirst()) : path
      let id = fields["id"]?.text ?? below.joined(separator: ".")
      rules.append(Rule(path: name, id: id, source: source))
    }
    for field in fields.members { add(field.value, at: path + [field.name]) }
  }

  func value(at path: String) -> JSON? { values[path] }

  func path(of name: String) -> String? {
    [name, "governance." + name].first { values[$0] != nil }
      ?? rules.first { $0.id == name }?.path
  }

  /// The innermost rule that a path is, or lies in.
  func rule(around path: String) -> Rule? {
    rules.last { path == $0.path || path.hasPrefix($0.path + ".") }
  }
}
