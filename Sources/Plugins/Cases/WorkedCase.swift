package import Values

/// One promise of the rules: in these circumstances, this act is answered so.
///
/// ```yaml
/// - name: adopts the rules with six of eight
///   given: {fixture: plenary_of_eight}
///   on: 2026-03-20
///   when: {do: deliberation record, meeting: plenary-1, title: Rules, matter: rules, for: 6}
///   then: {outcome: adopted, needed: 6}
/// ```
package struct WorkedCase: Hashable, Sendable {
  /// A sentence about the rules; no two cases have the same.
  package let name: String
  /// The acts that many cases begin from, by name.
  package let fixture: String?
  /// Acts before the one that is asked, each accepted; read by whoever knows the acts.
  package let acts: [Node]
  /// The day on which the act is asked, and the time of that day in UTC.
  package let on: Day
  package let at: TimeOfDay
  package let when: Node
  package let then: [Expectation]
  package let place: Place?
}

/// What one word or number of an answer should be.
package struct Expectation: Hashable, Sendable {
  /// `outcome`, `refused`, or the name of a number of the derivation, such as `needed`.
  package let name: String
  /// As they are written; one text for all but lists.
  package let values: [String]
  package let place: Place?

  package init(_ name: String, _ values: [String], at place: Place? = nil) {
    self.name = name
    self.values = values
    self.place = place
  }
}

/// Acts that are recorded in order before a case, under a name.
package struct Fixture: Hashable, Sendable {
  package let name: String
  package let acts: [Node]
}
