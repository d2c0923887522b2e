import Values

extension CEL {
  /// Holds literal fractions and periods to their form when a rule is loaded, not when a plenary is sitting.
  enum LiteralArguments {
    private static let fractions: Set = ["atLeast", "moreThan"]

    /// - Throws: The fault of a text that is no fraction such as `2/3`, or no period such as `P21D`.
    static func check(_ function: String, _ arguments: [Expression]) throws(Fault) {
      guard arguments.count > 1, case .literal(.string(let text)) = arguments[1].shape else {
        return
      }
      let offset = arguments[1].offset
      if fractions.contains(function), Fraction(text) == nil {
        throw Fault(.expressionFraction, ["found": .text(text.shortened)], at: offset)
      }
      if function == "addPeriod", Period(text) == nil {
        throw Fault(.expressionPeriod, ["found": .text(text.shortened)], at: offset)
      }
    }

    /// The fault of a decimal where a fraction belongs; nil for any other call.
    static func decimal(_ function: String, _ kinds: [Kind], _ arguments: [Expression]) -> Fault? {
      guard fractions.contains(function), kinds.count > 1, kinds[1] == .double else { return nil }
      return Fault(.expressionDecimal, ["function": .text(function)], at: arguments[1].offset)
    }
  }
}
