package import Values

/// What the expressions of a plugin may name, and what kinds their values have.
///
/// ```swift
/// let checked = try RuleEnvironment(rules).checked(rule.require, on: "member.admitted")
/// checked.kind  // bool
/// ```
package struct RuleEnvironment: Sendable {
  /// What every expression sees.
  private let base: CEL.Environment
  private let schemas: [String: PayloadSchema]
  /// Those that can be read, each after the ones that it uses.
  private let definitions: [Definitions.Part]
  private let maxima: CEL.Maxima

  package init(_ rules: Rules) {
    let own = rules.events.map { ($0.type, $0.payload) }
    schemas = BuiltInEvents.schemas.merging(own) { known, _ in known }
    definitions = Definitions(rules.definitions).ordered
    maxima = rules.maxima
    var base = Self.kernel
    base.records["params"] = CEL.RecordKind(
      "params", rules.parameters.map { .init($0.name, $0.kind.celKind) })
    base.variables["params"] = .record("params")
    self.base = base
  }

  private static let kernel: CEL.Environment = {
    var environment = CEL.Environment()
    environment.functions = CEL.Declarations.functions
    environment.records = KernelRecords.records
    environment.variables = KernelRecords.kinds
    return environment
  }()

  /// An expression with its types, checked for the events of a type and held to the greatest cost.
  ///
  /// - Parameters:
  ///   - text: The expression.
  ///   - type: Of the event whose `payload` it sees; nil for none.
  ///   - trigger: Of the event that brought an obligation about, which it sees as `trigger`.
  /// - Returns: The expression with its definitions as variables.
  /// - Throws: The first fault, at its place in the file; that of a definition at the definition's.
  package func checked(
    _ text: ExpressionText, on type: String?, trigger: String? = nil
  ) throws(Failure) -> CEL.Checked {
    try reading(text, on: type, trigger: trigger).checked
  }

  /// The same with a program of it, for which each pattern that stands in it is read.
  ///
  /// - Throws: As `checked`, and for a pattern outside the linear subset, at its place.
  func planned(
    _ text: ExpressionText, on type: String?, trigger: String? = nil
  ) throws(Failure) -> (checked: CEL.Checked, program: CEL.Program, scope: CEL.Environment) {
    let (checked, scope) = try reading(text, on: type, trigger: trigger)
    do throws(CEL.Fault) {
      return (checked, try CEL.Program(checked, in: scope), scope)
    } catch {
      throw text.failure(error)
    }
  }

  private func reading(
    _ text: ExpressionText, on type: String?, trigger: String?
  ) throws(Failure) -> (checked: CEL.Checked, scope: CEL.Environment) {
    do throws(CEL.Fault) {
      let expression = try CEL.Parser.parse(text.text)
      let scope: CEL.Environment
      do throws(Failure) {
        scope = try environment(for: expression.freeNames, on: type, trigger: trigger)
      } catch {
        throw CEL.Fault(.definitionUnread, ["name": .text(Self.name(of: error))], at: 0)
      }
      let checked = try CEL.Checker.check(
        CEL.Resolver.resolve(expression, in: scope), in: scope)
      try CEL.CostEstimate.require(checked, maxima: maxima)
      return (checked, scope)
    } catch {
      throw text.failure(error)
    }
  }

  private static func name(of failure: Failure) -> String {
    if case .text(let name)? = failure.values["name"] { name } else { "" }
  }

  /// What an expression sees that uses some names.
  ///
  /// - Parameters:
  ///   - names: Of definitions or of anything else.
  ///   - type: Of the event whose `payload` it sees; nil for none.
  ///   - trigger: Of the event that it sees as `trigger`.
  /// - Returns: The variables with their kinds, and the definitions that are used.
  /// - Throws: `definition-unread` for one of the names that is a definition with a fault.
  package func environment(
    for names: Set<String>, on type: String?, trigger: String? = nil
  ) throws(Failure) -> CEL.Environment {
    var environment = base
    if let type, let schema = schemas[type] {
      environment.variables["payload"] = schema.kind(named: type, into: &environment.records)
    }
    if let trigger, let schema = schemas[trigger] {
      let payload = schema.kind(named: trigger, into: &environment.records)
      environment.records["trigger"] = CEL.RecordKind(
        "trigger", [.init("event", .record("event")), .init("payload", payload)])
      environment.variables["trigger"] = .record("trigger")
    }
    for part in used(names) {
      guard
        let checked = try? CEL.Checker.check(
          CEL.Resolver.resolve(part.expression, in: environment), in: environment)
      else { throw Failure(.definitionUnread, ["name": .text(part.name)]) }
      environment.variables[part.name] = checked.kind
    }
    return environment
  }

  /// The definitions that names lead to, each after those that it uses.
  func used(_ names: Set<String>) -> [Definitions.Part] {
    var wanted = names
    for part in definitions.reversed() where wanted.contains(part.name) {
      wanted.formUnion(part.names)
    }
    return definitions.filter { wanted.contains($0.name) }
  }

  /// Checks a definition where it stands: with a payload of no known type when it uses one.
  func check(_ definition: NamedExpression) throws(Failure) {
    do throws(CEL.Fault) {
      let expression = try CEL.Parser.parse(definition.expression.text)
      var scope = try fault(at: 0) { () throws(Failure) in
        try environment(for: expression.freeNames.subtracting([definition.name]), on: nil)
      }
      for name in ["payload", "trigger"] { scope.variables[name] = .dyn }
      let resolved = CEL.Resolver.resolve(expression, in: scope)
      let checked = try CEL.Checker.check(resolved, in: scope)
      try CEL.CostEstimate.require(checked, maxima: maxima)
      _ = try CEL.Program(checked, in: scope)
    } catch {
      throw definition.expression.failure(error)
    }
  }

  private func fault<Value>(
    at offset: Int, _ body: () throws(Failure) -> Value
  ) throws(CEL.Fault) -> Value {
    do throws(Failure) {
      return try body()
    } catch {
      throw CEL.Fault(error.code, error.values, at: offset)
    }
  }
}

/// The named parts of expressions and what they use of each other.
struct Definitions {
  struct Part: Sendable {
    let name: String
    let expression: CEL.Expression
    /// Of other definitions and of anything else.
    let names: Set<String>
  }

  private(set) var ordered: [Part] = []
  /// The first way from a definition back to itself; empty when there is none.
  private(set) var cycle: [String] = []
  private let parts: [String: Part]

  init(_ definitions: [NamedExpression]) {
    let read = definitions.compactMap { definition -> Part? in
      guard let expression = try? CEL.Parser.parse(definition.expression.text) else { return nil }
      return Part(name: definition.name, expression: expression, names: expression.freeNames)
    }
    parts = Dictionary(read.map { ($0.name, $0) }) { first, _ in first }
    var done: Set<String> = []
    for part in read { visit(part.name, path: [], &done) }
  }

  /// Takes what a definition uses before it; the number of definitions bounds the depth.
  private mutating func visit(_ name: String, path: [String], _ done: inout Set<String>) {
    guard let part = parts[name], !done.contains(name) else { return }
    if let start = path.firstIndex(of: name) {
      if cycle.isEmpty { cycle = Array(path[start...]) + [name] }
      return
    }
    for used in part.names.sorted() { visit(used, path: path + [name], &done) }
    done.insert(name)
    ordered.append(part)
  }
}
