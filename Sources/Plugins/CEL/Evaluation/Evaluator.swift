internal import Values

extension CEL {
  /// One walk through a program.
  struct Evaluator {
    let program: Program
    let activation: Activation
    private let variables: [Value?]
    var locals: [Value]
    private(set) var cost = 0
    private let budget: Int
    private(set) var absorbed = 0
    private(set) var trace: Trace?
    private let isTraced: Bool
    /// What went wrong where `cel.bind` asked for the value of a name, by its place.
    private var late: [Int32: LateError]?

    init(_ program: Program, _ activation: Activation, budget: Int, isTraced: Bool) {
      self.program = program
      self.activation = activation
      variables = program.variables.map { activation.variables[$0] }
      locals = Array(repeating: .null, count: program.slotCount)
      self.budget = budget
      self.isTraced = isTraced
      if isTraced { trace = Trace() }
    }

    mutating func result() -> Result<Value, EvaluationError> {
      do throws(EvaluationError) {
        return .success(try value(program.root))
      } catch {
        return .failure(error)
      }
    }

    /// The value of a node; one unit.
    mutating func value(_ index: Int32) throws(EvaluationError) -> Value {
      let node = program.nodes[Int(index)]
      cost &+= 1
      guard cost <= budget else { throw spent(node) }
      return isTraced ? try traced(node) : try compute(node)
    }

    /// Counts work beyond the visit of a node.
    mutating func spend(_ units: Int, _ node: Node) throws(EvaluationError) {
      let (sum, hasOverflown) = cost.addingReportingOverflow(units)
      cost = hasOverflown ? Int.max : sum
      guard cost <= budget else { throw spent(node) }
    }

    /// What a function of the library may use.
    var call: Call { Call(activation: activation, room: max(0, budget - cost) &* 10) }

    mutating func absorb(_ error: EvaluationError) {
      absorbed += 1
      if isTraced { trace?.absorbed.append(error) }
    }

    mutating func note(_ turn: Trace.Turn, of node: Node) {
      if isTraced { trace?.turns[Int(node.id), default: []].append(turn) }
    }

    var notesTurns: Bool { isTraced }

    private mutating func traced(_ node: Node) throws(EvaluationError) -> Value {
      do throws(EvaluationError) {
        let found = try compute(node)
        trace?.found[Int(node.id)] = .success(found)
        return found
      } catch {
        trace?.found[Int(node.id)] = .failure(error)
        throw error
      }
    }

    private func spent(_ node: Node) -> EvaluationError {
      EvaluationError(.evaluationBudget, ["most": .int(budget)]).at(node)
    }

    private mutating func compute(_ node: Node) throws(EvaluationError) -> Value {
      switch node.step {
      case .constant: return program.constants[Int(node.first)]
      case .local:
        if late != nil { try raise(node.first) }
        return locals[Int(node.first)]
      case .variable: return try variable(node)
      case .select: return try select(node)
      case .optionalSelect: return try optionalSelect(node)
      case .has: return .bool(try has(node))
      case .and, .or: return .bool(try logic(node, deciding: node.step == .or))
      case .not: return .bool(!(try truth(node.first, of: node)))
      case .conditional:
        return try value(truth(node.first, of: node) ? node.second : node.third)
      case .equal: return .bool(try value(node.first).equals(value(node.second)))
      case .notEqual: return .bool(!(try value(node.first).equals(value(node.second))))
      case .less, .lessOrEqual, .greater, .greaterOrEqual: return .bool(try compared(node))
      case .isIn: return .bool(try isIn(node))
      case .add, .subtract, .multiply, .divide, .remainder: return try arithmetic(node)
      case .negate: return try negated(node)
      case .index: return try indexed(node)
      case .optionalIndex: return try optionallyIndexed(node)
      case .list: return try list(node)
      case .map: return try map(node)
      case .size: return try size(node)
      case .call: return try called(node)
      case .host: return try hosted(node)
      case .matches: return try matched(node)
      case .matchesText: return try matchedText(node)
      case .optionalOr: return try alternative(node, isValue: false)
      case .optionalOrValue: return try alternative(node, isValue: true)
      case .all, .exists: return .bool(try quantified(node, deciding: node.step == .exists))
      case .existsOne: return .bool(try existsOne(node))
      case .filter: return try filtered(node)
      case .mapList: return try mapped(node)
      case .transformMap, .transformMapEntry: return try transformed(node)
      case .bind: return try bound(node)
      }
    }

    /// `cel.bind`: a value that cannot be told is an error of whoever reads the name, and of nobody else.
    private mutating func bound(_ node: Node) throws(EvaluationError) -> Value {
      guard let problem = try problem(ofBinding: node) else { return try value(node.third) }
      late = late ?? [:]
      late?[node.first] = LateError(error: problem)
      defer { late?[node.first] = nil }
      let found = try value(node.third)
      if let unread = late?[node.first], !unread.isRead { absorb(unread.error) }
      return found
    }

    /// Gives a name its value; what keeps it from having one, if anything does.
    private mutating func problem(
      ofBinding node: Node
    ) throws(EvaluationError) -> EvaluationError? {
      do throws(EvaluationError) {
        locals[Int(node.first)] = try value(node.second)
        return nil
      } catch {
        guard !error.isFinal else { throw error }
        return error
      }
    }

    private mutating func raise(_ slot: Int32) throws(EvaluationError) {
      guard let error = late?[slot]?.error else { return }
      late?[slot]?.isRead = true
      throw error
    }

    private func variable(_ node: Node) throws(EvaluationError) -> Value {
      guard let found = variables[Int(node.first)] else {
        throw EvaluationError(
          .evaluationVariableUnbound, ["name": .text(program.variables[Int(node.first)])]
        ).at(node)
      }
      return found
    }
  }
}

extension CEL.Evaluator {
  /// An error that waits for somebody who reads the name.
  private struct LateError {
    let error: CEL.EvaluationError
    var isRead = false
  }
}

extension CEL.Node.Step {
  /// How a message calls it.
  var word: String {
    switch self {
    case .and: "&&"
    case .or: "||"
    case .not: "!"
    case .conditional: "?:"
    case .equal: "=="
    case .notEqual: "!="
    case .less: "<"
    case .lessOrEqual: "<="
    case .greater: ">"
    case .greaterOrEqual: ">="
    case .isIn: "in"
    case .add: "+"
    case .subtract, .negate: "-"
    case .multiply: "*"
    case .divide: "/"
    case .remainder: "%"
    case .index: "[]"
    case .optionalIndex: "[?]"
    case .select: "."
    case .optionalSelect: ".?"
    case .optionalOr: "or"
    case .optionalOrValue: "orValue"
    case .existsOne: "exists_one"
    case .mapList: "map"
    case .matchesText: "matches"
    default: "\(self)"
    }
  }
}
