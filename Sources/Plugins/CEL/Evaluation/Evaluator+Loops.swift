internal import Values

/// The macros over lists and maps.
extension CEL.Evaluator {
  /// `all`, which one `false` decides, and `exists`, which one `true` decides, whatever errors other elements have.
  mutating func quantified(
    _ node: CEL.Node, deciding: Bool
  ) throws(CEL.EvaluationError) -> Bool {
    var problems: [CEL.EvaluationError] = []
    let loop = program.loops[Int(node.first)]
    let range = try range(of: loop, node)
    for turn in 0..<range.count {
      begin(turn, of: range, loop)
      do throws(CEL.EvaluationError) {
        guard try holds(loop.condition, loop, node) == deciding else { continue }
        for problem in problems { absorb(problem) }
        return deciding
      } catch {
        guard !error.isFinal else { throw error }
        problems.append(error)
      }
    }
    if let first = problems.first { throw first }
    return !deciding
  }

  mutating func existsOne(_ node: CEL.Node) throws(CEL.EvaluationError) -> Bool {
    let loop = program.loops[Int(node.first)]
    let range = try range(of: loop, node)
    var count = 0
    for turn in 0..<range.count {
      begin(turn, of: range, loop)
      if try holds(loop.condition, loop, node) { count += 1 }
    }
    return count == 1
  }

  mutating func filtered(_ node: CEL.Node) throws(CEL.EvaluationError) -> CEL.Value {
    let loop = program.loops[Int(node.first)]
    let range = try range(of: loop, node)
    var kept: [CEL.Value] = []
    for turn in 0..<range.count {
      begin(turn, of: range, loop)
      if try holds(loop.condition, loop, node) { kept.append(locals[Int(loop.slot)]) }
    }
    return .list(kept)
  }

  mutating func mapped(_ node: CEL.Node) throws(CEL.EvaluationError) -> CEL.Value {
    let loop = program.loops[Int(node.first)]
    let range = try range(of: loop, node)
    var made: [CEL.Value] = []
    made.reserveCapacity(range.count)
    for turn in 0..<range.count {
      begin(turn, of: range, loop)
      if loop.condition >= 0, try !holds(loop.condition, loop, node) { continue }
      made.append(try turnResult(loop, node))
    }
    return .list(made)
  }

  /// `transformMap`, whose keys stay, and `transformMapEntry`, whose results are maps that are put together.
  mutating func transformed(_ node: CEL.Node) throws(CEL.EvaluationError) -> CEL.Value {
    let loop = program.loops[Int(node.first)]
    let range = try range(of: loop, node)
    var builder = CEL.Map.Builder()
    for turn in 0..<range.count {
      begin(turn, of: range, loop)
      let key = locals[Int(loop.slot)]
      if loop.condition >= 0, try !holds(loop.condition, loop, node) { continue }
      let made = try turnResult(loop, node)
      if node.step == .transformMap {
        try insert(key, made, into: &builder, node)
      } else {
        try insertEntries(of: made, into: &builder, node)
      }
    }
    return .map(CEL.Map(builder))
  }

  private mutating func insertEntries(
    of made: CEL.Value, into builder: inout CEL.Map.Builder, _ node: CEL.Node
  ) throws(CEL.EvaluationError) {
    guard case .map(let entries) = made else {
      throw CEL.EvaluationError.noOverload("transformMapEntry", [made]).at(node)
    }
    try spend(entries.count, node)
    for index in entries.keys.indices {
      try insert(entries.keys[index], entries.values[index], into: &builder, node)
    }
  }

  func insert(
    _ key: CEL.Value, _ value: CEL.Value, into builder: inout CEL.Map.Builder, _ node: CEL.Node
  ) throws(CEL.EvaluationError) {
    switch builder.insert(key, value) {
    case .inserted: return
    case .repeated: throw CEL.EvaluationError(.evaluationKeyRepeated).at(node)
    case .noKey:
      throw CEL.EvaluationError(.evaluationKeyType, ["type": .text(key.typeName)]).at(node)
    }
  }

  // MARK: - Turns

  /// What a macro goes through.
  private enum Range {
    case list([CEL.Value])
    case map(CEL.Map)

    var count: Int {
      switch self {
      case .list(let list): list.count
      case .map(let map): map.count
      }
    }
  }

  private mutating func range(
    of loop: CEL.Loop, _ node: CEL.Node
  ) throws(CEL.EvaluationError) -> Range {
    let found = try value(loop.range)
    switch found {
    case .list(let list): return .list(list)
    case .map(let map): return .map(map)
    default: throw CEL.EvaluationError.noOverload(node.step.word, [found]).at(node)
    }
  }

  /// Sets the variables of a turn: an element or a key; of two, index and element or key and value.
  private mutating func begin(_ turn: Int, of range: Range, _ loop: CEL.Loop) {
    switch range {
    case .list(let list):
      guard loop.secondSlot >= 0 else {
        locals[Int(loop.slot)] = list[turn]
        return
      }
      locals[Int(loop.slot)] = .int(Int64(turn))
      locals[Int(loop.secondSlot)] = list[turn]
    case .map(let map):
      locals[Int(loop.slot)] = map.keys[turn]
      if loop.secondSlot >= 0 { locals[Int(loop.secondSlot)] = map.values[turn] }
    }
  }

  private mutating func holds(
    _ condition: Int32, _ loop: CEL.Loop, _ node: CEL.Node
  ) throws(CEL.EvaluationError) -> Bool {
    guard notesTurns, loop.result < 0 else { return try truth(condition, of: node) }
    let variables = variables(of: loop)
    do throws(CEL.EvaluationError) {
      let isTrue = try truth(condition, of: node)
      note(CEL.Trace.Turn(variables: variables, found: .success(.bool(isTrue))), of: node)
      return isTrue
    } catch {
      note(CEL.Trace.Turn(variables: variables, found: .failure(error)), of: node)
      throw error
    }
  }

  private mutating func turnResult(
    _ loop: CEL.Loop, _ node: CEL.Node
  ) throws(CEL.EvaluationError) -> CEL.Value {
    guard notesTurns else { return try value(loop.result) }
    let variables = variables(of: loop)
    do throws(CEL.EvaluationError) {
      let made = try value(loop.result)
      note(CEL.Trace.Turn(variables: variables, found: .success(made)), of: node)
      return made
    } catch {
      note(CEL.Trace.Turn(variables: variables, found: .failure(error)), of: node)
      throw error
    }
  }

  private func variables(of loop: CEL.Loop) -> [CEL.Value] {
    let first = locals[Int(loop.slot)]
    return loop.secondSlot < 0 ? [first] : [first, locals[Int(loop.secondSlot)]]
  }
}
