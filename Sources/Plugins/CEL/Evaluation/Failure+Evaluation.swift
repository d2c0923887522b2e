package import Values

/// The codes of expressions that give no value while they run.
extension Failure.Code {
  package static let evaluationBudget = Self("evaluation-budget", exit: .badData)
  package static let evaluationCalendarMissing = Self("evaluation-calendar-missing", exit: .badData)
  package static let evaluationConversion = Self("evaluation-conversion", exit: .badData)
  package static let evaluationDividedByZero = Self("evaluation-divided-by-zero", exit: .badData)
  package static let evaluationFieldAbsent = Self("evaluation-field-absent", exit: .badData)
  package static let evaluationFormat = Self("evaluation-format", exit: .badData)
  package static let evaluationFraction = Self("evaluation-fraction", exit: .badData)
  package static let evaluationIndexOutside = Self("evaluation-index-outside", exit: .badData)
  package static let evaluationKeyAbsent = Self("evaluation-key-absent", exit: .badData)
  package static let evaluationKeyRepeated = Self("evaluation-key-repeated", exit: .badData)
  package static let evaluationKeyType = Self("evaluation-key-type", exit: .badData)
  package static let evaluationNoOverload = Self("evaluation-no-overload", exit: .badData)
  package static let evaluationOptionalEmpty = Self("evaluation-optional-empty", exit: .badData)
  package static let evaluationOverflow = Self("evaluation-overflow", exit: .badData)
  package static let expressionPattern = Self("expression-pattern", exit: .badData)
  package static let expressionPatternSize = Self("expression-pattern-size", exit: .badData)
  package static let evaluationPeriod = Self("evaluation-period", exit: .badData)
  package static let evaluationTextTooLong = Self("evaluation-text-too-long", exit: .badData)
  package static let evaluationTimeOutside = Self("evaluation-time-outside", exit: .badData)
  package static let evaluationVariableUnbound = Self("evaluation-variable-unbound", exit: .badData)
  package static let evaluationZone = Self("evaluation-zone", exit: .badData)

  /// Every code of planning and evaluating; the catalogues have texts for each.
  package static let evaluationCodes: [Self] = [
    evaluationBudget, evaluationCalendarMissing, evaluationConversion, evaluationDividedByZero,
    evaluationFieldAbsent, evaluationFormat,
    evaluationFraction, evaluationIndexOutside, evaluationKeyAbsent, evaluationKeyRepeated,
    evaluationKeyType, evaluationNoOverload,
    evaluationOptionalEmpty, evaluationOverflow, expressionPattern, expressionPatternSize,
    evaluationPeriod, evaluationTextTooLong,
    evaluationTimeOutside, evaluationVariableUnbound, evaluationZone,
  ]
}
