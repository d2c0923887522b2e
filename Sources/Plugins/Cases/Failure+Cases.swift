package import Values

extension Failure.Code {
  /// Two cases have one name: name each after what it promises.
  package static let caseRepeated = Self("case-repeated", exit: .badData)
  /// Two fixtures have one name: name each after what it sets up.
  package static let fixtureRepeated = Self("fixture-repeated", exit: .badData)
  /// Fixtures come after each other in a circle: let one of them begin.
  package static let fixtureCircle = Self("fixture-circle", exit: .badData)
  /// A case expects nothing under `then`: say what the answer should be.
  package static let caseWithoutAnswer = Self("case-without-answer", exit: .badData)

  /// Every code of the reader of cases; the catalogues have texts for each.
  package static let caseCodes: [Self] = [
    caseRepeated, caseWithoutAnswer, fixtureCircle, fixtureRepeated,
  ]
}
