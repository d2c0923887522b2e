package import Values

/// Compares two resolved rules, key by key, whatever keys the format has.
///
/// The numbers of a threshold and of a frequency are compared as one value each, since neither means
/// anything without the others. A rule that stands on one side only is one change, with all its keys; rules
/// of a list, such as guards, are compared by their ids. The version of the rules is no change of them, nor
/// are their worked cases.
package enum RulesDifference {
  /// The keys that make one value, and a key by which such a value is known.
  private static let units: [(sign: String, keys: [String])] = [
    ("of", ["at_least", "more_than", "of"]), ("per", ["at_least", "per"]),
  ]

  /// In the order of the keys.
  package static func changes(from old: Rules, to new: Rules) -> [RulesChange] {
    changes(from: old.resolved, to: new.resolved)
  }

  /// The changes between two resolved plugins; none when they are the same but for the version.
  package static func changes(from old: JSON, to new: JSON) -> [RulesChange] {
    let apart = ["version"] + CaseBook.keys
    return compare(old, new, at: [], in: nil).filter { !apart.contains($0.path.first ?? "") }
  }

  /// An object, or a list of rules as an object of their ids; a list that the other side lacks is empty.
  private static func parts(of json: JSON?, beside other: JSON?) -> JSON.Fields? {
    guard let json else { return other.flatMap { rules(in: $0) } == nil ? nil : JSON.Fields() }
    return json.fields ?? rules(in: json)
  }

  /// The rules of a list by their ids; nil for any other value.
  private static func rules(in json: JSON) -> JSON.Fields? {
    guard let items = json.list, !items.isEmpty else { return nil }
    let named = items.compactMap { item in item["id"]?.text.map { ($0, item) } }
    let isWhole = named.count == items.count && Set(named.map(\.0)).count == items.count
    return isWhole ? JSON.Fields(named) : nil
  }

  private static func compare(
    _ old: JSON?, _ new: JSON?, at path: [String], in clause: String?
  ) -> [RulesChange] {
    guard old != new else { return [] }
    guard let before = parts(of: old, beside: new), let after = parts(of: new, beside: old) else {
      return [RulesChange(path: path, clause: clause, before: old, after: new)]
    }
    let own = self.clause(of: after, at: path) ?? self.clause(of: before, at: path) ?? clause
    var rest = Set(before.names).union(after.names)
    var changes: [RulesChange] = []
    for unit in units where isUnit(unit.sign, before, after) {
      rest.subtract(unit.keys)
      let (left, right) = (part(unit.keys, of: before), part(unit.keys, of: after))
      if left != right {
        changes.append(RulesChange(path: path, clause: own, before: left, after: right))
      }
    }
    for name in rest.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      changes += compare(before[name], after[name], at: path + [name], in: own)
    }
    return changes
  }

  /// Whether one of two objects has the sign of a unit, as a text and not as a rule of its own.
  private static func isUnit(_ sign: String, _ before: JSON.Fields, _ after: JSON.Fields) -> Bool {
    (before[sign]?.text ?? after[sign]?.text) != nil
      && [before, after].contains { $0["at_least"] != nil || $0["more_than"] != nil }
  }

  private static func part(_ keys: [String], of fields: JSON.Fields) -> JSON? {
    let kept = fields.members.filter { keys.contains($0.name) }
    return kept.isEmpty ? nil : .object(JSON.Fields(distinct: kept))
  }

  /// The id of the clause that an object is; nil for one that names no source.
  private static func clause(of fields: JSON.Fields, at path: [String]) -> String? {
    guard fields["source"]?.text != nil else { return nil }
    if let id = fields["id"]?.text { return id }
    return (path.first == "governance" ? path.dropFirst() : path[...]).joined(separator: ".")
  }
}
