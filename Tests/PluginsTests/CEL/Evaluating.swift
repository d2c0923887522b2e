import Plugins
import Values

/// Texts of expressions, evaluated and shown, so that a table of tests is a table of texts.
enum Evaluating {
  typealias Row = (text: String, shown: String)

  /// A program of a text; checked unless the test is about what the checker refuses.
  static func program(
    _ text: String, in environment: CEL.Environment = CEL.Environment(), isChecked: Bool = true
  ) throws -> CEL.Program {
    let parsed = try CEL.Parser.parse(text, hasMacros: environment.hasMacros)
    let resolved = CEL.Resolver.resolve(parsed, in: environment)
    guard isChecked else { return try CEL.Program(resolved, in: environment) }
    let checked = try CEL.Checker.check(resolved, in: environment)
    return try CEL.Program(checked.expression, kinds: checked.kinds, in: environment)
  }

  /// What an expression over variables of any type comes to.
  static func outcome(
    _ text: String, _ variables: [String: CEL.Value] = [:], budget: Int = CEL.Program.budget,
    isTraced: Bool = false
  ) throws -> CEL.Program.Outcome {
    var environment = CEL.Environment()
    for name in variables.keys { environment.variables[name] = .dyn }
    return try program(text, in: environment).evaluate(
      CEL.Activation(variables), budget: budget, isTraced: isTraced)
  }

  static func value(
    _ text: String, _ variables: [String: CEL.Value] = [:]
  ) throws -> CEL.Value {
    try outcome(text, variables).result.get()
  }

  /// The value as a text, or `!` and the code of an error, or `!!` and that of a fault.
  static func shown(_ text: String, _ variables: [String: CEL.Value] = [:]) -> String {
    do {
      return try outcome(text, variables).result.get().shown
    } catch let error as CEL.EvaluationError {
      return "!" + error.code.name
    } catch let fault as CEL.Fault {
      return "!!" + fault.code.name
    } catch {
      return "?"
    }
  }
}

extension CEL.Value {
  /// With the type in sight: `1`, `1u`, `1.0`, `'1'`, `b31`.
  var shown: String {
    switch self {
    case .null: "null"
    case .bool(let value): "\(value)"
    case .int(let value): "\(value)"
    case .uint(let value): "\(value)u"
    case .double(let value): "\(value)"
    case .string(let value): "'\(value)'"
    case .bytes(let value): "b" + value.map { String($0, radix: 16) }.joined(separator: ".")
    case .timestamp(let value): value.description
    case .duration(let value): value.description
    case .list(let value): "[" + value.map(\.shown).joined(separator: ", ") + "]"
    case .map(let value): "{" + value.shownEntries.joined(separator: ", ") + "}"
    case .record(let value): value.shape.name
    case .optional(let value): "optional(\(value?.shown ?? ""))"
    case .type(let name): name
    }
  }
}

extension CEL.Map {
  fileprivate var shownEntries: [String] {
    zip(keys, values).map { "\($0.shown): \($1.shown)" }
  }
}
