package import Plugins
package import Values

/// The rules that hold in a subgroup on a day, value by value, each with where it comes from.
package struct SubgroupEdition: Hashable, Sendable {
  /// One value: its path, what it is, and the clause that says so.
  package struct Line: Hashable, Sendable {
    /// Such as `quorum.members`; the key alone where nothing is laid down.
    package let path: String
    /// As a plugin writes it; nil where nothing is laid down.
    package let value: String?
    /// Nil where nothing is laid down.
    package let clause: Clause?
    /// Whether the subgroup set it, and whether it may.
    package let isOwn: Bool
    package let maySet: Bool
  }

  package let lines: [Line]
  /// The clause that says what may be set.
  package let lock: Clause

  /// Nil for a subgroup that is none on the day, and for rules that know no subgroups.
  ///
  /// - Parameters:
  ///   - subgroup: As acts have made it.
  ///   - rules: Of the network on the day.
  ///   - day: Whose terms of reference count.
  package init?(_ subgroup: Subgroup, under rules: Rules, on day: Day) {
    guard let charter = subgroup.charter(on: day), let rule = rules.subgroups else { return nil }
    lock = rule.inheritance.clause
    lines = SubgroupTermsRule.Key.allCases.flatMap { key in
      Self.lines(of: key, charter, rule, under: rules)
    }
  }

  private static func lines(
    of key: SubgroupTermsRule.Key, _ charter: SubgroupCharter, _ rule: SubgroupRule,
    under rules: Rules
  ) -> [Line] {
    let maySet = rule.inheritance.settable.contains(key)
    let own = charter.written.filter { SubgroupTermsReader.key(of: $0.key) == key }
    if maySet, !own.isEmpty {
      let clause = Clause(id: "subgroups.\(charter.id).\(key.rawValue)", source: charter.source)
      return own.sorted { $0.key < $1.key }.map { path, value in
        Line(path: path, value: value, clause: clause, isOwn: true, maySet: true)
      }
    }
    let (values, clause) = inherited(key, rule, under: rules)
    guard let clause, !values.isEmpty else {
      return [
        Line(path: key.rawValue, value: nil, clause: nil, isOwn: false, maySet: maySet)
      ]
    }
    return values.map { path, value in
      Line(path: path, value: value, clause: clause, isOwn: false, maySet: maySet)
    }
  }

  private typealias Written = [(path: String, value: String)]

  /// What the network's rules say of a key, and the clause.
  private static func inherited(
    _ key: SubgroupTermsRule.Key, _ rule: SubgroupRule, under rules: Rules
  ) -> (Written, Clause?) {
    let parent = rules.body(rule.inheritance.inherits)
    let model = rules.series.first { $0.body == parent?.id }
    let governance = rules.resolved["governance"] ?? .null
    let body = governance["bodies"]?[parent?.id ?? ""] ?? .null
    switch key {
    case .quorum: return (leaves(body["quorum"], at: "quorum", rules), parent?.quorum?.clause)
    case .notice:
      let notice = governance["series"]?[model?.id ?? ""]?["notice"]
      return (leaves(notice, at: "notice", rules), model?.notice?.clause)
    case .decides:
      let matter = DecisionRule.fallback
      return (
        leaves(body["decides"]?[matter], at: "decides", rules), parent?.decision(on: matter)?.clause
      )
    case .lifetime:
      return (written(rule.longest, at: key), rule.clause)
    case .chairTerm:
      return (written(rule.inheritance.chairTerm, at: key), rule.inheritance.clause)
    }
  }

  private static func written(_ period: Period?, at key: SubgroupTermsRule.Key) -> Written {
    guard let period else { return [] }
    return [(key.rawValue, period.description)]
  }

  /// The values of a rule as they are written, without its source; a parameter has the value that holds.
  private static func leaves(_ json: JSON?, at path: String, _ rules: Rules) -> Written {
    guard let json else { return [] }
    if let text = json.text { return [(path, text)] }
    guard let fields = json.fields else { return [] }
    if fields.members.count == 1, let name = fields["param"]?.text {
      guard let parameter = rules.parameter(name) else { return [] }
      return [(path, parameter.value.text)]
    }
    return fields.members.filter { !["source", "id"].contains($0.name) }.flatMap { member in
      leaves(member.value, at: "\(path).\(member.name)", rules)
    }
  }
}
