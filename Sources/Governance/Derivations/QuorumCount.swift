package import Plugins
package import Values

/// The numbers of a quorum: how many of how many are needed, and how many were found.
package struct QuorumCount: EventFacts {
  package let needed: Int
  package let found: Int
  /// The members entitled to vote on the day.
  package let base: Int

  package init(needed: Int, found: Int, base: Int) {
    self.needed = needed
    self.found = found
    self.base = base
  }

  package var holds: Bool { found >= needed }
  /// How many more delegations it takes; 0 when none.
  package var missing: Int { max(0, needed - found) }

  package var data: JSON {
    ["needed": .count(needed), "found": .count(found), "base": .count(base)]
  }

  package init(_ reader: FieldReader) throws(Failure) {
    needed = try reader.int("needed")
    found = try reader.int("found")
    base = try reader.int("base")
  }
}

extension QuorumRule {
  /// Counts the delegations in the room that are entitled to vote; those that only attend do not count.
  ///
  /// The base is every member entitled to vote on the day, whether its place is filled or not.
  package func count(of electorate: Electorate, present: Set<MemberID>) -> QuorumCount {
    let base = electorate.entitled.count
    let found = electorate.entitled.filter { present.contains($0) }.count
    return QuorumCount(needed: needed(of: base), found: found, base: base)
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
        measured + [
          ("base", .count(count.base)), ("needed", .count(count.needed)),
          ("found", .count(count.found)),
          ("entitled_members", .ids(electorate.entitled)),
          ("present_members", .ids(electorate.entitled.filter { present.contains($0) })),
        ] + others), holds: count.holds)
  }

  /// What the rule asks for, as a derivation names it.
  private var measured: [(String, JSON)] {
    switch measure {
    case .share(let threshold):
      [
        ("strictness", .text(threshold.strictness.rawValue)),
        ("threshold", .text(threshold.fraction.description)),
      ]
    case .number: [("measure", "number")]
    }
  }
}
