package import Values

/// The codes of expressions that cannot be used, told before they run.
extension Failure.Code {
  package static let expressionCallUnfit = Self("expression-call-unfit", exit: .badData)
  package static let expressionCharacter = Self("expression-character", exit: .badData)
  package static let expressionCost = Self("expression-cost", exit: .badData)
  package static let expressionDecimal = Self("expression-decimal", exit: .badData)
  package static let expressionEscape = Self("expression-escape", exit: .badData)
  package static let expressionFieldUnknown = Self("expression-field-unknown", exit: .badData)
  package static let expressionFraction = Self("expression-fraction", exit: .badData)
  package static let expressionFunctionUnknown = Self("expression-function-unknown", exit: .badData)
  package static let expressionHas = Self("expression-has", exit: .badData)
  package static let expressionLiteralRange = Self("expression-literal-range", exit: .badData)
  package static let expressionMessage = Self("expression-message", exit: .badData)
  package static let expressionNameUnknown = Self("expression-name-unknown", exit: .badData)
  package static let expressionPeriod = Self("expression-period", exit: .badData)
  package static let expressionQuote = Self("expression-quote", exit: .badData)
  package static let expressionReserved = Self("expression-reserved", exit: .badData)
  package static let expressionSyntax = Self("expression-syntax", exit: .badData)
  package static let expressionTooDeep = Self("expression-too-deep", exit: .badData)
  package static let expressionTooLong = Self("expression-too-long", exit: .badData)
  package static let expressionType = Self("expression-type", exit: .badData)
  package static let expressionVariable = Self("expression-variable", exit: .badData)

  /// Every code of the parser and the checker; the catalogues have texts for each.
  package static let expressionCodes: [Self] = [
    expressionCallUnfit, expressionCharacter, expressionCost, expressionDecimal, expressionEscape,
    expressionFieldUnknown, expressionFraction, expressionFunctionUnknown, expressionHas,
    expressionLiteralRange, expressionMessage, expressionNameUnknown, expressionPeriod,
    expressionQuote, expressionReserved, expressionSyntax, expressionTooDeep, expressionTooLong,
    expressionType, expressionVariable,
  ]
}
