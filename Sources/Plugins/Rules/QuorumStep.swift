package import Values

/// One step of a quorum that depends on how many are entitled to vote.
///
/// Source: a table such as "10 up to 99, 15 up to 299, 20 up to 599", with those entitled fixed on the first of the
/// month (DemokratieInBewegung/plenum, issue 238).
package struct QuorumStep: Hashable, Sendable {
  /// The most that may be entitled; nil for the last step, which has no end.
  package var upTo: Int?
  /// A share of them, or a number; never steps again.
  package var measure: QuorumRule.Measure

  package init(upTo: Int?, _ measure: QuorumRule.Measure) {
    (self.upTo, self.measure) = (upTo, measure)
  }
}

/// On which day those entitled are counted, where it is not the day of the act.
package enum QuorumCounting: String, CaseIterable, Sendable {
  case month
  case year

  /// The first day of the month or the year of a day.
  package func first(of day: Day) -> Day {
    Day(year: day.year, month: self == .year ? 1 : day.month, day: 1) ?? day
  }
}

extension QuorumRule.Measure {
  /// The share or the number that holds for so many that are entitled.
  package func settled(for base: Int) -> QuorumRule.Measure {
    switch self {
    case .share, .number: self
    case .steps(let steps): Self.step(of: base, in: steps)?.measure ?? self
    }
  }

  /// How many must be there, of so many that are entitled to vote.
  func needed(of base: Int) -> Int {
    switch self {
    case .share(let threshold): threshold.needed(of: base)
    case .number(let number): number
    // A reader lets no table through that ends before the last number.
    case .steps(let steps): Self.step(of: base, in: steps)?.measure.needed(of: base) ?? max(1, base)
    }
  }

  /// For which numbers of those entitled the step of a number holds, such as `11–30` or `≥ 31`; nil without steps.
  package func span(of base: Int) -> String? {
    guard case .steps(let steps) = self else { return nil }
    let lower = steps.compactMap(\.upTo).filter { $0 < base }.max().map { $0 + 1 } ?? 1
    guard let upper = Self.step(of: base, in: steps)?.upTo else { return "≥ \(lower)" }
    return lower == upper ? "\(lower)" : "\(lower)–\(upper)"
  }

  private static func step(of base: Int, in steps: [QuorumStep]) -> QuorumStep? {
    steps.first { step in step.upTo.map { base <= $0 } ?? true }
  }
}
