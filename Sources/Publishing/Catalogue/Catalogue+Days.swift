package import Values

extension Catalogue {
  /// `17 March 2027`, `17 and 18 March 2027`, `17 to 19 March 2027`; in pt `de 17 a 19 de março de 2027`.
  ///
  /// - Parameters:
  ///   - from: The first day, as far as it is known.
  ///   - until: The last day; nil, or the same, for one day.
  /// - Returns: The month once, where both days are known and lie in the same one.
  package func days(from: PartialDay, until: PartialDay?) -> String {
    guard let until, until != from else { return day(from) }
    let (first, last) = (from.first, until.first)
    let isOneMonth =
      from.precision == .day && until.precision == .day
      && (first.year, first.month) == (last.year, last.month)
    let isPair =
      from.precision == .day && until.precision == .day && first.days(until: last) == 1
    return text(
      isPair ? "document.two-days" : "document.days",
      [
        "from": .text(isOneMonth ? "\(first.day)" : day(from)), "until": .text(day(until)),
      ])
  }
}
