package import Values

/// Censuses whose last day is over: the figures are kept as they stood then.
package enum CensusEnd: DueSource {
  package static let needs: [Need] = [.all(category: Census.category)]

  /// It takes effect with the day after the last one, which stands among other moments as if it began at
  /// midnight of UTC.
  package static func due(
    by moment: Instant, on day: Day, in ledger: Ledger, under rules: DueRules
  ) throws -> [DueAct] {
    var acts: [DueAct] = []
    for census in ledger.all(Census.self) where census.isOpen {
      guard let until = census.opening?.facts.until, until < day else { continue }
      let first = Day(number: until.number + 1)
      acts.append(
        DueAct(
          id: "census:\(census.id):\(first)",
          input: try ActInput(CloseCensus.kind, ["census": [census.id.text]]),
          at: Zone.utc.moment(on: first, microseconds: 0), effective: first))
    }
    return acts
  }
}
