import Plugins
import Testing
import Values

@Suite struct ProgramTests {
  @Test(arguments: [
    ("1 + 2 * 3", 1), ("duration('504h')", 1), ("['a', 'b']", 1), ("{'a': 1}.a", 1),
    ("'a' in ['a', 'b']", 1), ("'abc'.matches('b')", 1), ("size('abc')", 1), ("1 == 1 && 2 > 1", 1),
    ("1 / 0", 3), ("[1].map(x, x)", 3), ("x + (1 + 2)", 3), ("timestamp(0).getHours('UTC')", 4),
    ("year(timestamp(0))", 2),
  ])
  func `Constants are put together once, but for errors and what an activation decides`(
    _ row: (text: String, cost: Int)
  ) throws {
    #expect(try Evaluating.outcome(row.text, ["x": .int(1)]).cost == row.cost)
  }

  @Test func `A program gives the same for the same activation, again and from any thread`()
    async
    throws
  {
    var environment = CEL.Environment()
    environment.variables = ["l": .list(.int)]
    let program = try Evaluating.program("l.map(x, x * x).filter(x, x % 3 == 1)", in: environment)
    let activation = CEL.Activation(["l": .list((0..<50).map { .int($0) })])
    let first = program.evaluate(activation)
    let shown = try first.result.get().shown
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<16 {
        group.addTask {
          let outcome = program.evaluate(activation)
          return (try? outcome.result.get().shown) == shown && outcome.cost == first.cost
        }
      }
      for await isSame in group { #expect(isSame) }
    }
  }

  @Test(arguments: [
    (".y", "1"), ("[5].map(y, y)", "[5]"), ("[5].map(y, .y)", "[1]"),
    ("[5].map(y, [6].map(y, y)[0] + y)", "[11]"), ("cel.bind(y, 2, y + .y)", "3"),
    ("[1].map(x, cel.bind(x, 9, x))", "[9]"), ("a.b", "7"), ("[2].map(a, a + 1)", "[3]"),
  ])
  func `A name is the innermost variable, and with a point the outermost`(
    _ row: (text: String, shown: String)
  ) {
    #expect(Evaluating.shown(row.text, ["y": .int(1), "a.b": .int(7)]) == row.shown)
  }

  @Test func `A variable may have the name of a type`() {
    #expect(Evaluating.shown("int + 1", ["int": .int(4)]) == "5")
    #expect(Evaluating.shown("[1].map(list, list + 1)") == "[2]")
  }

  /// A row of so many operators, in which each is one level deeper than the former.
  private static func nested(_ depth: Int) -> CEL.Expression {
    (1...depth).reduce(CEL.Expression(id: 1, offset: 0, .literal(.bool(true)))) { inner, id in
      CEL.Expression(id: id + 1, offset: 0, .call("!_", target: nil, [inner]))
    }
  }

  @Test func `An expression is planned to a depth that no stack minds, and refused beyond`() throws
  {
    let environment = CEL.Environment()
    #expect(throws: Never.self) { try CEL.Program(Self.nested(240), in: environment) }
    let fault = #expect(throws: CEL.Fault.self) {
      try CEL.Program(Self.nested(5_000), in: environment)
    }
    #expect(fault?.code == .expressionTooDeep)
  }

  @Test(arguments: ["[", "(x == ", "x + (", "[1].all(y, ", "!("])
  func `The deepest expression that can be written is evaluated`(_ opening: String) throws {
    let closing = ["[": "]", "(x == ": ")", "x + (": ")", "[1].all(y, ": ")", "!(": ")"]
    let count = opening == "x + (" || opening == "(x == " ? 60 : 100
    let end = try #require(closing[opening])
    let inner = opening == "x + (" ? "1" : "true"
    let text =
      String(repeating: opening, count: count) + inner + String(repeating: end, count: count)
    let outcome = try Evaluating.outcome(text, ["x": .int(1)])
    #expect(outcome.cost > 0)
    #expect(throws: Never.self) { try outcome.result.get() }
  }

  @Test func `A function that nobody has is an error when it is called, and not before`() throws {
    let program = try Evaluating.program("x || nobody(1, 'a')", isChecked: false)
    #expect(try program.evaluate(CEL.Activation(["x": .bool(true)])).result.get().shown == "true")
    guard case .failure(let error) = program.evaluate(CEL.Activation(["x": .bool(false)])).result
    else {
      Issue.record("nobody can answer")
      return
    }
    #expect(error.code == .evaluationNoOverload)
    #expect(error.values == ["function": .text("nobody"), "types": .text("int, string")])
  }

  @Sendable private static func hasRole(
    _ values: [CEL.Value]
  ) throws(CEL.EvaluationError) -> CEL.Value? {
    guard case (.string(let actor), .string(let role)) = (values[0], values[1]) else { return nil }
    return .bool(actor == "PT" && role == "authority")
  }

  @Sendable private static func twice(
    _ values: [CEL.Value]
  ) throws(CEL.EvaluationError) -> CEL.Value? {
    guard case .int(let number) = values[0] else { return nil }
    guard number < 10 else { throw CEL.EvaluationError(.evaluationOverflow) }
    return .int(number * 2)
  }

  @Test func `A function of the activation is called, with its receiver first`() throws {
    var environment = CEL.Environment()
    environment.variables = ["actor": .string]
    environment.functions = [
      "hasRole": [CEL.Overload("has_role", "hasRole", [.string, .string], .bool)],
      "twice": [CEL.Overload("twice", "twice", isMember: true, [.int], .int)],
    ]
    var activation = CEL.Activation(["actor": .string("PT")])
    activation.functions = ["hasRole": Self.hasRole, "twice": Self.twice]
    let rows = [
      ("hasRole(actor, 'authority')", "true"), ("hasRole(actor, 'other')", "false"),
      ("3.twice() + 1", "7"), ("10.twice()", "evaluation-overflow"),
      ("dyn('a').twice()", "evaluation-no-overload"),
    ]
    for (text, expected) in rows {
      let result = try Evaluating.program(text, in: environment).evaluate(activation).result
      switch result {
      case .success(let value): #expect(value.shown == expected)
      case .failure(let error):
        #expect(error.code.name == expected)
        #expect(error.node > 0)
      }
    }
  }
}
