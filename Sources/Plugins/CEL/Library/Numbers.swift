internal import Values

extension CEL.Library {
  static let numbers: [Function] = [
    .many("math.greatest", 1...64) { values, _ in extreme(values, .after) },
    .many("math.least", 1...64) { values, _ in extreme(values, .before) },
    rounded("math.ceil") { $0.rounded(.up) },
    rounded("math.floor") { $0.rounded(.down) },
    rounded("math.round") { $0.rounded(.toNearestOrAwayFromZero) },
    rounded("math.trunc") { $0.rounded(.towardZero) },
    question("math.isNaN") { $0.isNaN },
    question("math.isInf") { $0.isInfinite },
    question("math.isFinite") { $0.isFinite },
    .one("math.sqrt") { value, _ in
      switch value {
      case .double(let number): .double(number.squareRoot())
      case .int(let number): .double(Double(number).squareRoot())
      case .uint(let number): .double(Double(number).squareRoot())
      default: nil
      }
    },
    .one("math.abs") { value, _ throws(CEL.EvaluationError) in
      switch value {
      case .uint: return value
      case .double(let number): return .double(number.magnitude)
      case .int(let number):
        guard let magnitude = Int64(exactly: number.magnitude) else {
          throw CEL.EvaluationError(.evaluationOverflow)
        }
        return .int(magnitude)
      default: return nil
      }
    },
    .one("math.sign") { value, _ in
      switch value {
      case .int(let number): .int(number.signum())
      case .uint(let number): .uint(number == 0 ? 0 : 1)
      case .double(let number):
        .double(number > 0 ? 1 : number < 0 ? -1 : number)
      default: nil
      }
    },
  ]

  private static func rounded(
    _ name: String, _ change: @escaping @Sendable (Double) -> Double
  ) -> Function {
    .one(name) { value, _ in
      guard case .double(let number) = value else { return nil }
      return .double(change(number))
    }
  }

  private static func question(
    _ name: String, _ answer: @escaping @Sendable (Double) -> Bool
  ) -> Function {
    .one(name) { value, _ in
      guard case .double(let number) = value else { return nil }
      return .bool(answer(number))
    }
  }

  /// The greatest or least number, the first among equals; of one list, of its elements.
  private static func extreme(_ values: [CEL.Value], _ wanted: CEL.Value.Order) -> CEL.Value? {
    var numbers = values
    if values.count == 1, case .list(let list) = values[0] { numbers = list }
    guard var found = numbers.first, numbers.allSatisfy(\.isNumber) else { return nil }
    for number in numbers.dropFirst() where number.order(found) == wanted { found = number }
    return found
  }
}

extension CEL.Value {
  fileprivate var isNumber: Bool {
    switch self {
    case .int, .uint, .double: true
    default: false
    }
  }
}
