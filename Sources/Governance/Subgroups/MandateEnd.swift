package import Plugins
package import Values

/// Subgroups whose mandate has run out, and the time after it that the rules give them.
package enum MandateEnd: DueSource {
  package static let needs: [Need] = [.all(category: Subgroup.category)]

  /// Each takes effect with the first day without its subgroup, by the rules of that day.
  ///
  /// The day stands among other moments as if it began at midnight of UTC. Rules that came later end nothing
  /// before they were there.
  package static func due(
    by moment: Instant, on day: Day, in ledger: Ledger, under rules: (Day) throws -> Rules?
  ) throws -> [DueAct] {
    var acts: [DueAct] = []
    for subgroup in ledger.all(Subgroup.self) where subgroup.isWorking {
      guard let first = try firstDayWithout(subgroup, by: day, under: rules) else { continue }
      acts.append(
        DueAct(
          id: "subgroup:\(subgroup.id):\(first)",
          input: try ActInput(EndSubgroup.kind, ["subgroup": [subgroup.id.text]]),
          at: Zone.utc.moment(on: first, microseconds: 0), effective: first))
    }
    return acts
  }

  /// The first day without a subgroup by the rules of a day and by those of that first day itself; nil as long as
  /// it has not come.
  private static func firstDayWithout(
    _ subgroup: Subgroup, by day: Day, under rules: (Day) throws -> Rules?
  ) throws -> Day? {
    guard let until = subgroup.lapse(before: day),
      let first = try rules(day)?.subgroups?.firstDayWithout(mandateUntil: until), first <= day,
      let then = try rules(first)?.subgroups?.firstDayWithout(mandateUntil: until), then <= first
    else { return nil }
    return first
  }
}

extension Subgroup {
  /// Whether it was created, and nobody has ended it.
  var isWorking: Bool { creation != nil && ending == nil }
}
