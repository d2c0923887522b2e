internal import Values

extension CEL.Library {
  static let bits: [Function] = [
    combined("math.bitAnd") { $0 & $1 },
    combined("math.bitOr") { $0 | $1 },
    combined("math.bitXor") { $0 ^ $1 },
    .one("math.bitNot") { value, _ in value.withBits { ~$0 } },
    shifted("math.bitShiftLeft") { $0 << $1 },
    shifted("math.bitShiftRight") { $0 >> $1 },
  ]

  private static func combined(
    _ name: String, _ change: @escaping @Sendable (UInt64, UInt64) -> UInt64
  ) -> Function {
    .two(name) { left, right, _ in
      switch (left, right) {
      case (.int, .int(let bits)): left.withBits { change($0, UInt64(bitPattern: bits)) }
      case (.uint, .uint(let bits)): left.withBits { change($0, bits) }
      default: nil
      }
    }
  }

  /// By a number of places; all bits are gone after 64, and those that come in are 0.
  private static func shifted(
    _ name: String, _ change: @escaping @Sendable (UInt64, Int64) -> UInt64
  ) -> Function {
    .two(name) { value, places, _ throws(CEL.EvaluationError) in
      guard case .int(let places) = places, let made = value.withBits({ change($0, places) })
      else { return nil }
      guard places >= 0 else {
        throw CEL.EvaluationError(
          .evaluationIndexOutside, ["index": .text("\(places)"), "size": .int(64)])
      }
      return made
    }
  }
}

extension CEL.Value {
  /// A whole number with its bits changed, of the same type; nil for any other value.
  fileprivate func withBits(_ change: (UInt64) -> UInt64) -> CEL.Value? {
    switch self {
    case .int(let number): .int(Int64(bitPattern: change(UInt64(bitPattern: number))))
    case .uint(let number): .uint(change(number))
    default: nil
    }
  }
}
