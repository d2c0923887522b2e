import Plugins
import Testing
import Values

/// The budget bounds time and memory, whatever an expression asks.
@Suite struct BudgetTests {
  private static let hundred = CEL.Value.list((0..<100).map { .int($0) })
  private static let text = CEL.Value.string(String(repeating: "a", count: 100))

  @Test(arguments: [
    ("true", 1), ("x", 1), ("l", 1), ("x + x", 3), ("l[0]", 3), ("x > 0 && x > 1", 7),
    ("x > 0 || x > 1", 4), ("x < 0 && x > 1", 4), ("x > 0 ? 1 : 2 + x", 5), ("!(x > 0)", 4),
    ("l.all(i, true)", 102), ("l.exists(i, i == x)", 8), ("l.filter(i, true)", 102),
    ("l.map(i, i)", 102), ("l.exists_one(i, true)", 102), ("[x, x]", 3), ("{'a': x}", 3),
    ("x in l", 5), ("200 + x in l", 105), ("l + l", 203), ("size(l)", 2), ("size(t)", 12),
    ("t + t", 23), ("t.contains('b')", 14), ("t.upperAscii()", 22), ("t.matches('b')", 13),
    ("cel.bind(y, x, y + y)", 5), ("l.all(i, i < 0)", 5),
  ])
  func `The cost is one for each node and more for what is read or made`(
    _ row: (text: String, cost: Int)
  ) throws {
    let variables = ["x": CEL.Value.int(1), "l": Self.hundred, "t": Self.text]
    #expect(try Evaluating.outcome(row.text, variables).cost == row.cost)
  }

  @Test(arguments: ["x + x + x", "l.all(i, i >= 0)", "t + t + t", "x in l", "l + l", "size(t)"])
  func `An expression that costs as much as its budget has a value, and with one unit less none`(
    _ text: String
  ) throws {
    let variables = ["x": CEL.Value.int(99), "l": Self.hundred, "t": Self.text]
    let full = try Evaluating.outcome(text, variables)
    let exact = try Evaluating.outcome(text, variables, budget: full.cost)
    #expect(exact.cost == full.cost)
    #expect(throws: Never.self) { try exact.result.get() }
    let short = try Evaluating.outcome(text, variables, budget: full.cost - 1)
    guard case .failure(let error) = short.result else {
      Issue.record("it should have been stopped")
      return
    }
    #expect(error.code == .evaluationBudget)
    #expect(error.values["most"] == .int(full.cost - 1))
  }

  @Test(arguments: [
    "l.all(a, l.all(b, l.all(c, l.all(d, true))))",
    "false && l.all(a, l.all(b, l.all(c, true)))",
    "l.all(a, l.all(b, l.all(c, true))) && false || true",
    "l.exists(a, l.all(b, l.all(c, true)) && a == 7) || true",
    "l.map(a, l.map(b, l.map(c, c)))", "l.all(a, l.exists(b, t in l.map(c, string(c))))",
  ])
  func `Loops in loops are stopped, and no operator passes over that`(_ text: String) throws {
    let variables = ["l": Self.hundred, "t": Self.text]
    let outcome = try Evaluating.outcome(text, variables, budget: 20_000)
    guard case .failure(let error) = outcome.result else {
      #expect(text.hasPrefix("false"))
      return
    }
    #expect(error.code == .evaluationBudget)
    #expect(outcome.absorbed == 0)
  }

  /// Doubling forty times would need a tera of elements.
  private static func doubled(_ start: String, _ times: Int = 40) -> String {
    let head = (0..<times).map { index in
      "cel.bind(v\(index + 1), v\(index) + v\(index), "
    }.joined()
    return
      "cel.bind(v0, \(start), \(head)size(v\(times))\(String(repeating: ")", count: times + 1))"
  }

  @Test(arguments: ["[x]", "string(x)", "bytes(string(x))"])
  func `What doubles again and again is stopped before it fills the memory`(
    _ start: String
  ) throws {
    let outcome = try Evaluating.outcome(Self.doubled(start), ["x": .int(1)])
    guard case .failure(let error) = outcome.result else {
      Issue.record("it should have been stopped")
      return
    }
    #expect(error.code == .evaluationBudget)
  }

  @Test(arguments: [
    "b.replace('', b)", "b.replace('a', b)", "l.map(i, b).join(b)",
    "'%s'.format([l.map(i, l.map(j, b))])",
  ])
  func `A text that would be too long is not made`(_ text: String) throws {
    let long = CEL.Value.string(String(repeating: "a", count: 5_000))
    let outcome = try Evaluating.outcome(
      text, ["b": long, "l": Self.hundred], budget: 9_000)
    guard case .failure(let error) = outcome.result else {
      Issue.record("it should have been refused")
      return
    }
    #expect([.evaluationTextTooLong, .evaluationBudget].contains(error.code))
  }
}
