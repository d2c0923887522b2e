package import Values

/// Acts that one person asks for and another one confirms.
package struct TwoPersonsRule: Hashable, Sendable {
  /// What may be left to two persons; the raw value is written in plugins.
  package enum Act: String, CaseIterable, Sendable {
    case erasePerson = "person_erase"
    case adoptRules = "rules_adopt"
    case addKey = "key_add"
    case rotateKey = "key_rotate"
    case endKey = "key_end"

    /// The name of the act, such as `person erase`.
    package var name: String { rawValue.split(separator: "_").joined(separator: " ") }

    /// By their names, each made once.
    private static let named = Dictionary(uniqueKeysWithValues: allCases.map { ($0.name, $0) })

    /// The act of a name; nil for one that is never left to two persons.
    package static func named(_ name: String) -> Act? { named[name] }
  }

  package let acts: [Act]
  /// How long the second person has, from the day on which the first one asked.
  package let within: Period
  package let clause: Clause

  package init(acts: [Act], within: Period, clause: Clause) {
    (self.acts, self.within, self.clause) = (acts, within, clause)
  }

  package func covers(_ act: String) -> Bool { Act.named(act).map(acts.contains) ?? false }
}
