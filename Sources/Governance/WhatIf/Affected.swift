package import Plugins
package import Values

/// Whom a change of the rules concerns.
package struct Affected: Hashable, Sendable {
  /// The ids of the bodies whose rules change, in the order of their names.
  package var bodies: [String] = []
  /// The classes whose rights or seats change, and those that come or go.
  package var classes: [String] = []
  /// How many members belong to those classes or may vote in those bodies today.
  package var members = 0
  /// How many members the network has today.
  package var all = 0
}

extension Affected {
  /// - Parameters:
  ///   - changes: What differs.
  ///   - old: The rules in force.
  ///   - new: The planned rules.
  ///   - ledger: The members and boards of the network.
  ///   - day: The day on which they are counted.
  package init(
    by changes: [RulesChange], from old: Rules, to new: Rules, in ledger: Ledger, on day: Day
  ) {
    let keys = changes.filter { !$0.isOfSource }.map { Array($0.key.split(separator: ".")) }
    var bodies: Set<String> = []
    var classes: Set<String> = []
    for key in keys {
      for rules in [old, new] {
        bodies.formUnion(Self.bodies(of: key.map(String.init), in: rules))
        classes.formUnion(Self.classes(of: key.map(String.init), in: rules))
      }
    }
    self.bodies = bodies.sorted()
    self.classes = classes.sorted()
    count(ledger, under: old, on: day)
  }

  private mutating func count(_ ledger: Ledger, under rules: Rules, on day: Day) {
    let members = ledger.all(Member.self).filter { $0.memberClass(on: day) != nil }
    let electorates = bodies.compactMap(rules.body).compactMap {
      Electorate(of: $0, on: day, in: ledger, under: rules)
    }
    all = members.count
    self.members =
      members.filter { member in
        classes.contains(member.memberClass(on: day) ?? "")
          || electorates.contains { $0.contains(member.id) }
      }.count
  }

  /// The bodies that a key speaks of.
  private static func bodies(of key: [String], in rules: Rules) -> [String] {
    guard let first = key.first else { return [] }
    let name = key.dropFirst().first ?? ""
    switch first {
    case "bodies": return rules.body(name).map { [$0.id] } ?? []
    case "series": return rules.series(name).map { [$0.body] } ?? []
    case "programme": return rules.programme.map { [$0.adoptedBy] } ?? []
    case "subgroups": return rules.subgroups.map { [$0.createdBy] } ?? []
    case "admission":
      return rules.admission.map { [$0.decidedBy, $0.opinion].compactMap(\.self) } ?? []
    case "referrals": return rules.referrals.map { $0.routes.keys.sorted() } ?? []
    case "procedures": return rules.procedure(name).map { [$0.body] } ?? []
    case "outputs":
      guard let output = rules.outputs.first(where: { $0.id == name }),
        case .meeting(let series) = output.occasion
      else { return [] }
      return rules.series(series).map { [$0.body] } ?? []
    default: return []
    }
  }

  private static func classes(of key: [String], in rules: Rules) -> [String] {
    if key.starts(with: ["membership", "classes"]), let name = key.dropFirst(2).first {
      return rules.membership.memberClass(name).map { [$0.name] } ?? []
    }
    guard key.first == "seats", let kind = key.dropFirst().first else { return [] }
    return rules.seat(kind)?.classes ?? []
  }
}
