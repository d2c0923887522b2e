internal import Values

extension CEL.Library {
  /// Whether a number reaches a share of a total: exact, in whole numbers.
  ///
  /// Of a total of 0 nobody can be a majority: both are then false.
  static let majorities: [Function] = [
    .many("atLeast", 3...3) { values, _ throws(CEL.EvaluationError) in
      try share(values) { $0 >= $1 }
    },
    .many("moreThan", 3...3) { values, _ throws(CEL.EvaluationError) in
      try share(values) { $0 > $1 }
    },
  ]

  private static func share(
    _ values: [CEL.Value], _ holds: (Int128, Int128) -> Bool
  ) throws(CEL.EvaluationError) -> CEL.Value? {
    guard
      case (.int(let count), .string(let text), .int(let total)) =
        (values[0], values[1], values[2])
    else { return nil }
    guard let fraction = Fraction(text) else {
      throw CEL.EvaluationError(.evaluationFraction, ["found": .text("string")])
    }
    guard total > 0 else { return .bool(false) }
    let wanted = Int128(total) * Int128(fraction.numerator)
    return .bool(holds(Int128(count) * Int128(fraction.denominator), wanted))
  }
}
