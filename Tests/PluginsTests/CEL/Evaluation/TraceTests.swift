import Plugins
import Testing
import Values

/// A trace has what each node came to, for an explanation as a tree.
@Suite struct TraceTests {
  private static func trace(
    _ text: String, _ variables: [String: CEL.Value] = [:]
  ) throws -> CEL.Trace {
    try #require(try Evaluating.outcome(text, variables, isTraced: true).trace)
  }

  private static func shown(_ found: CEL.Trace.Found?) -> String {
    switch found {
    case .success(let value): value.shown
    case .failure(let error): "!" + error.code.name
    case nil: "nothing"
    }
  }

  private static func node(_ text: String) throws -> CEL.Expression {
    try CEL.Parser.parse(text)
  }

  @Test func `Without asking there is no trace`() throws {
    #expect(try Evaluating.outcome("1 + x", ["x": .int(1)]).trace == nil)
  }

  @Test func `Each node that was evaluated is there with its value`() throws {
    let text = "x + 1 > y"
    let trace = try Self.trace(text, ["x": .int(1), "y": .int(5)])
    guard case .call(_, _, let parts) = try Self.node(text).shape else {
      Issue.record("it should be a call")
      return
    }
    #expect(Self.shown(trace.found[try Self.node(text).id]) == "false")
    #expect(parts.map { Self.shown(trace.found[$0.id]) } == ["2", "5"])
    #expect(trace.found.count == 5)
  }

  @Test func `A node that was not needed is not there`() throws {
    let text = "x > 0 || y > 0"
    let trace = try Self.trace(text, ["x": .int(1), "y": .int(5)])
    guard case .call(_, _, let parts) = try Self.node(text).shape else {
      Issue.record("it should be a call")
      return
    }
    #expect(parts.map { Self.shown(trace.found[$0.id]) } == ["true", "nothing"])
  }

  @Test func `An error that was passed over is there, and counted`() throws {
    let outcome = try Evaluating.outcome(
      "1 / x > 0 || true && x == 0", ["x": .int(0)], isTraced: true)
    #expect(try outcome.result.get().shown == "true")
    #expect(outcome.absorbed == 1)
    #expect(outcome.trace?.absorbed.map(\.code) == [.evaluationDividedByZero])
    #expect(outcome.trace?.absorbed.first?.offset == 2)
    let failed = outcome.trace?.found.values.count { Self.shown($0).hasPrefix("!") }
    #expect(failed == 2)
  }

  @Test(arguments: [
    ("[0, 1, 2].exists(x, 2 / x == 1)", 1), ("[0, 0, 2].exists(x, 2 / x == 1)", 2),
    ("[2, 0].exists(x, 2 / x == 1)", 0), ("[0, 1].all(x, 2 / x < 1)", 1),
    ("[0].exists(x, 2 / x == 1)", 0), ("1 / z == 1 && false", 1), ("false && 1 / z == 1", 0),
    ("(1 / z == 1 || true) && (1 / z == 2 || true)", 2), ("dyn(z) && false", 1),
    ("cel.bind(x, 1 / z, true)", 1), ("cel.bind(x, 1 / z, x == 1 || true)", 1),
    ("cel.bind(x, 1, true)", 0), ("[1, 2].all(y, cel.bind(x, 1 / z, true))", 2),
  ])
  func `Errors that decide nothing are counted without a trace too`(
    _ row: (text: String, absorbed: Int)
  ) throws {
    #expect(try Evaluating.outcome(row.text, ["z": .int(0)]).absorbed == row.absorbed)
    #expect(
      try Evaluating.outcome(row.text, ["z": .int(0)], isTraced: true).trace?.absorbed.count
        == row.absorbed)
  }

  @Test func `Each turn of a macro is there with its variables`() throws {
    let text = "l.all(x, x < 3)"
    let trace = try Self.trace(text, ["l": .list([.int(1), .int(2), .int(3), .int(4)])])
    let turns = try #require(trace.turns[Self.node(text).id])
    #expect(turns.map { Self.shown($0.found) } == ["true", "true", "false"])
    #expect(turns.flatMap(\.variables).map(\.shown) == ["1", "2", "3"])
  }

  @Test func `A turn with two variables has both, and one that failed its error`() throws {
    let text = "m.transformList(k, v, v / (v - 2))"
    let map = CEL.Value.map(CEL.Map(["a": .int(1), "b": .int(2)]))
    let trace = try Self.trace(text, ["m": map])
    let turns = try #require(trace.turns[Self.node(text).id])
    #expect(turns.map { Self.shown($0.found) } == ["-1", "!evaluation-divided-by-zero"])
    #expect(turns.map { $0.variables.map(\.shown) } == [["'a'", "1"], ["'b'", "2"]])
  }

  @Test(arguments: [
    "x + 1", "l.filter(i, i > x)", "l.map(i, i * x)", "l.exists(i, 1 / (i - 1) == x) || true",
    "x > 5 ? 'a' : 'b'", "l.exists_one(i, i == x)", "[x, x + 1].all(i, i in l)", "1 / (x - x)",
    "l.transformMap(i, v, v + x)",
  ])
  func `A trace changes neither value nor cost`(_ text: String) throws {
    let variables = ["x": CEL.Value.int(2), "l": .list([.int(1), .int(2), .int(3)])]
    let plain = try Evaluating.outcome(text, variables)
    let traced = try Evaluating.outcome(text, variables, isTraced: true)
    #expect(Self.shown(plain.result) == Self.shown(traced.result))
    #expect(plain.cost == traced.cost)
    #expect(plain.absorbed == traced.absorbed)
  }
}
