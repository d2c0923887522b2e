import Values

extension CEL.Checker {
  /// The result of a call: of the overload that fits, or `dyn` when several with different results do.
  mutating func checkCall(
    _ expression: CEL.Expression, of function: String, on target: CEL.Expression?,
    _ arguments: [CEL.Expression]
  ) throws(CEL.Fault) -> CEL.Kind {
    if let target { try requireNamespace(target, of: function, at: expression.offset) }
    let operands = (target.map { [$0] } ?? []) + arguments
    var kinds: [CEL.Kind] = []
    for operand in operands { kinds.append(try check(operand)) }
    let overloads = environment.overloads(of: function)
    guard !overloads.isEmpty else { throw unknown(function, at: expression.offset) }
    var result: CEL.Kind?
    var fitting: [String] = []
    for overload in overloads
    where overload.isMember == (target != nil) && overload.parameters.count == kinds.count {
      let instance = inference.instance(of: overload)
      guard inference.assign(kinds, to: instance.parameters) else { continue }
      fitting.append(overload.id)
      result = combined(result, inference.known(instance.result))
    }
    guard let result else { throw unfit(function, overloads, kinds, operands, expression) }
    self.overloads[expression.id] = fitting
    try CEL.LiteralArguments.check(function, operands)
    return result
  }

  /// Says of `math.gretest(x)` that there is no such function, rather than no variable `math`.
  private func requireNamespace(
    _ target: CEL.Expression, of function: String, at offset: Int
  ) throws(CEL.Fault) {
    guard case .name(let name) = target.shape, !isKnown(name) else { return }
    let known = environment.functions.keys + CEL.Declarations.names
    if known.contains(where: { $0.hasPrefix("\(name).") }) {
      throw unknown("\(name).\(function)", at: offset)
    }
  }

  private func combined(_ result: CEL.Kind?, _ other: CEL.Kind) -> CEL.Kind {
    guard let result else { return other }
    return inference.known(result) == other ? other : .dyn
  }

  private func unknown(_ function: String, at offset: Int) -> CEL.Fault {
    let known =
      environment.functions.keys.sorted() + CEL.Declarations.names + CEL.Declarations.macros
    return CEL.Fault(
      .expressionFunctionUnknown,
      [
        "found": .text(function.shortened),
        "nearest": .text(Nearest.word(to: function, among: known) ?? ""),
      ], at: offset)
  }

  /// No overload takes these arguments: says which there are.
  private func unfit(
    _ function: String, _ overloads: [CEL.Overload], _ kinds: [CEL.Kind],
    _ operands: [CEL.Expression], _ expression: CEL.Expression
  ) -> CEL.Fault {
    if let decimal = CEL.LiteralArguments.decimal(function, kinds, operands) { return decimal }
    let found = kinds.map { inference.known($0, freeIsDyn: true) }
    let isMember = if case .call(_, .some, _) = expression.shape { true } else { false }
    let near = overloads.filter { $0.parameters.first == found.first }
    let listed = (near.isEmpty ? overloads : near).prefix(6).map(\.signature)
    let call = CEL.Overload("", function, isMember: isMember, found, .dyn).signature
    return CEL.Fault(
      .expressionCallUnfit, ["found": .text(call), "expected": .list(Array(listed))],
      at: expression.offset)
  }
}

extension CEL.Overload {
  /// As it is written: `int + int`, `string.contains(string)`, `size(string)`.
  var signature: String {
    let texts = parameters.map(\.description)
    if let written = CEL.Operator(rawValue: function) { return written.text(over: texts) }
    let arguments = (isMember ? texts.dropFirst() : texts[...]).joined(separator: ", ")
    let receiver = isMember ? (texts.first ?? "") + "." : ""
    return "\(receiver)\(function)(\(arguments))"
  }
}

extension CEL.Operator {
  /// The operator between or before its operands.
  func text(over operands: [String]) -> String {
    switch (self, operands.count) {
    case (.conditional, 3): "\(operands[0]) ? \(operands[1]) : \(operands[2])"
    case (.not, 1): "!\(operands[0])"
    case (.negate, 1): "-\(operands[0])"
    case (.index, 2): "\(operands[0])[\(operands[1])]"
    case (.optionalIndex, 2): "\(operands[0])[?\(operands[1])]"
    case (_, 2): "\(operands[0]) \(sign) \(operands[1])"
    default: "\(rawValue)(\(operands.joined(separator: ", ")))"
    }
  }

  /// The sign between two operands.
  var sign: String {
    self == .isIn ? "in" : String(rawValue.drop { $0 == "_" }.prefix { $0 != "_" })
  }
}
