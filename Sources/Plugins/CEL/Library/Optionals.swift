internal import Values

extension CEL.Library {
  static let optionals: [Function] = [
    .many("optional.none", 0...0) { _, _ in .optional(nil) },
    .one("optional.of") { value, _ in .optional(value) },
    .one("optional.ofNonZeroValue") { value, _ in .optional(value.isZero ? nil : value) },
    .one("optional.unwrap") { value, _ in present(value) },
    .one("unwrapOpt", isMember: true) { value, _ in present(value) },
    .one("hasValue", isMember: true) { value, _ in
      guard case .optional(let content) = value else { return nil }
      return .bool(content != nil)
    },
    .one("value", isMember: true) { value, _ throws(CEL.EvaluationError) in
      guard case .optional(let content) = value else { return nil }
      guard let content else { throw CEL.EvaluationError(.evaluationOptionalEmpty) }
      return content
    },
  ]

  /// The contents of a list of optionals, without the empty ones.
  private static func present(_ value: CEL.Value) -> CEL.Value? {
    guard case .list(let list) = value else { return nil }
    var found: [CEL.Value] = []
    for element in list {
      guard case .optional(let content) = element else { return nil }
      if let content { found.append(content) }
    }
    return .list(found)
  }
}
