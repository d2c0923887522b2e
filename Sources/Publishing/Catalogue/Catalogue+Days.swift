package import Values

extension Catalogue {
  /// `17 March 2027`, `17 and 18 March 2027`, `17 to 19 March 2027`, `31 March and 1 April 2027`.
  ///
  /// In Portuguese `17 e 18 de março de 2027`, `de 17 a 19 de março de 2027`.
  ///
  /// - Parameters:
  ///   - from: The first day, as far as it is known.
  ///   - until: The last day; nil, or the same, for one day.
  /// - Returns: The month once, where both days are known and lie in the same one, and the year once for two
  ///   days that follow each other.
  package func days(from: PartialDay, until: PartialDay?) -> String {
    guard let until, until != from else { return day(from) }
    let (first, last) = (from.first, until.first)
    let areKnown = from.precision == .day && until.precision == .day
    let isOneMonth = areKnown && (first.year, first.month) == (last.year, last.month)
    let areNeighbours = areKnown && first.number + 1 == last.number
    let values: [String: Failure.Value] = [
      "from": .text(
        isOneMonth
          ? "\(first.day)"
          : areNeighbours && first.year == last.year ? dayAndMonth(first) : day(from)),
      "until": .text(day(until)),
    ]
    return text(areNeighbours ? "document.two-days" : "document.days", values)
  }

  /// Values of a sentence with what its first and its last day are together, under `span`.
  ///
  /// Days of which only a month or a year is known stand as the log has them; without both nothing is added.
  package func spanning(_ values: [String: Failure.Value]) -> [String: Failure.Value] {
    guard let from = values["from"], let until = values["until"] else { return values }
    let span: String =
      if case .day(let first) = from, case .day(let last) = until {
        days(from: PartialDay(first), until: PartialDay(last))
      } else {
        text("document.days", ["from": from, "until": until])
      }
    return values.merging(["span": .text(span)]) { mine, _ in mine }
  }
}
