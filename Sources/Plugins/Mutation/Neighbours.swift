internal import Values

extension Fraction {
  /// The fractions in use next to this one, the lower first.
  var neighbours: [Fraction] {
    let ladder = [(1, 5), (1, 3), (1, 2), (3, 5), (2, 3), (3, 4), (4, 5)].compactMap {
      Fraction($0.0, $0.1)
    }
    let lower = ladder.last { $0.isLess(than: self) }
    let higher = ladder.first { isLess(than: $0) }
    return [lower, higher].compactMap(\.self)
  }

  private func isLess(than other: Fraction) -> Bool {
    numerator * other.denominator < other.numerator * denominator
  }
}

extension Period {
  /// A day more and a day less; a month, where the period counts no days.
  var neighbours: [Period] {
    [1, -1].map { step in
      let months = years * 12 + self.months + (days == 0 ? step : 0)
      let years = self.years > 0 ? months / 12 : 0
      return Period(
        years: years, months: months - years * 12, days: days == 0 ? 0 : days + step)
    }.filter { !$0.isZero }
  }
}
