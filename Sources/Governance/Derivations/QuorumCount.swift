package import Plugins
package import Values

/// The numbers of a quorum: how many of how many are needed, and how many were found.
package struct QuorumCount: EventFacts {
  package let needed: Int
  package let found: Int
  /// The members entitled to vote on the day, or on an earlier one where the rule counts them then.
  package let base: Int
  /// The earlier day; nil for the day of the act.
  package let countedOn: Day?

  package init(needed: Int, found: Int, base: Int, countedOn: Day? = nil) {
    self.needed = needed
    self.found = found
    self.base = base
    self.countedOn = countedOn
  }

  package var holds: Bool { found >= needed }
  /// How many more delegations it takes; 0 when none.
  package var missing: Int { max(0, needed - found) }

  package var data: JSON {
    .object(
      JSON.Fields(
        [("needed", .count(needed)), ("found", .count(found)), ("base", .count(base))]
          + (countedOn.map { [("counted_on", .text($0.description))] } ?? [])))
  }

  package init(_ reader: FieldReader) throws(Failure) {
    needed = try reader.int("needed")
    found = try reader.int("found")
    base = try reader.int("base")
    countedOn = try reader.optional("counted_on", FieldReader.day)
  }
}

extension QuorumRule {
  /// Counts the delegations in the room that are entitled to vote; those that only attend do not count.
  ///
  /// The base is every member entitled to vote on the day, whether its place is filled or not; where the rule
  /// counts them on an earlier day, those entitled then, while those in the room are entitled on the day.
  package func count(of electorate: Electorate, present: Set<MemberID>) -> QuorumCount {
    let found = electorate.entitled.filter { present.contains($0) }.count
    return QuorumCount(
      needed: needed(of: electorate.base), found: found, base: electorate.base,
      countedOn: electorate.counted?.on)
  }

  /// The count with the names behind it, for anybody to count again.
  ///
  /// - Parameters:
  ///   - electorate: Without those who stand aside, where the rule on the matter lets them leave.
  ///   - present: The delegations in the room.
  ///   - aside: Those who stand aside and are not counted for this matter.
  ///   - givers: Those who are not in the room and count by proxy.
  /// - Returns: A derivation that names those aside only where there are any.
  package func derivation(
    of electorate: Electorate, present: Set<MemberID>, without aside: [MemberID] = [],
    by givers: [MemberID] = []
  ) -> Derivation {
    let count = count(of: electorate, present: present.union(givers))
    let others = [("recused_members", aside), ("proxied_members", givers)]
      .filter { !$0.1.isEmpty }.map { ($0.0, JSON.ids($0.1)) }
    return Derivation(
      clause, "quorum",
      JSON.Fields(
        measured(of: count.base) + counted(electorate) + [
          ("base", .count(count.base)), ("needed", .count(count.needed)),
          ("found", .count(count.found)),
          ("entitled_members", .ids(electorate.entitled)),
          ("present_members", .ids(electorate.entitled.filter { present.contains($0) })),
        ] + others), holds: count.holds)
  }

  /// What the rule asks for, as a derivation names it; of a table, the step that holds.
  private func measured(of base: Int) -> [(String, JSON)] {
    let step = measure.span(of: base).map { JSON.text($0) }
    var inputs: [(String, JSON)] = []
    switch measure.settled(for: base) {
    case .share(let threshold):
      inputs = [
        ("strictness", .text(threshold.strictness.rawValue)),
        ("threshold", .text(threshold.fraction.description)),
      ]
      if step != nil { inputs.append(("measure", "step_share")) }
    case .number, .steps: inputs = [("measure", step == nil ? "number" : "step_number")]
    }
    if let step { inputs.append(("step", step)) }
    return inputs
  }

  /// The earlier day on which those entitled were counted, with their names.
  private func counted(_ electorate: Electorate) -> [(String, JSON)] {
    guard let counting, let count = electorate.counted else { return [] }
    return [
      ("counting", .text(counting.rawValue)), ("counted_on", .text(count.on.description)),
      ("counted_members", .ids(count.entitled)),
    ]
  }
}
