import Testing
import Values

@testable import Plugins

/// How an expression is changed to see whether a case notices.
@Suite struct ExpressionChangeTests {
  private func changes(_ text: String, _ kind: ExpressionChange.Kind? = nil) throws -> [String] {
    try CEL.Parser.parse(text).changes.filter { kind == nil || $0.kind == kind }
      .map(\.expression.text)
  }

  struct Row: CustomTestStringConvertible, Sendable {
    let text: String
    let changes: [String]

    init(_ text: String, _ changes: [String]) { (self.text, self.changes) = (text, changes) }

    var testDescription: String { text }
  }

  static let rows = [
    Row("a < b", ["a <= b", "a >= b"]), Row("a <= b", ["a < b", "a > b"]),
    Row("a > b", ["a >= b", "a <= b"]), Row("a >= b", ["a > b", "a < b"]),
    Row("a == b", ["a != b"]), Row("a != b", ["a == b"]),
    Row("a && b", ["a || b", "a", "b"]), Row("a || b", ["a && b", "a", "b"]),
    Row("!a", ["a"]), Row("!(a && b)", ["a && b", "!(a || b)", "!a", "!b"]),
    Row("l.all(x, x)", ["l.exists(x, x)"]), Row("l.exists(x, x)", ["l.all(x, x)"]),
    Row("l.exists_one(x, x)", []),
    Row("size(l) == 3", ["size(l) != 3", "size(l) == 4", "size(l) == 2"]),
    Row(
      "atLeast(n, '2/3', t)",
      [
        "moreThan(n, '2/3', t)", "atLeast(n, '3/5', t)", "atLeast(n, '3/4', t)",
      ]),
    Row(
      "moreThan(n, '1/2', t)",
      [
        "atLeast(n, '1/2', t)", "moreThan(n, '1/3', t)", "moreThan(n, '3/5', t)",
      ]),
    Row("addPeriod(t, 'P14D')", ["addPeriod(t, 'P15D')", "addPeriod(t, 'P13D')"]),
    Row("addPeriod(t, 'P2M')", ["addPeriod(t, 'P3M')", "addPeriod(t, 'P1M')"]),
    Row("addPeriod(t, params.notice)", []), Row("a in ['x', 'y']", []), Row("a", []),
    Row("'P14D'", []),
    Row("c ? 1 : 2", ["c ? 2 : 2", "c ? 0 : 2", "c ? 1 : 3", "c ? 1 : 1"]),
    Row(
      "f(g(1)).h(x < y)",
      [
        "f(g(2)).h(x < y)", "f(g(0)).h(x < y)", "f(g(1)).h(x <= y)", "f(g(1)).h(x >= y)",
      ]),
    Row("[1, a]", ["[2, a]", "[0, a]"]), Row("{'k': a == b}", ["{'k': a != b}"]),
    Row("has(a.b) && c", ["has(a.b) || c", "has(a.b)", "c"]),
    Row(
      "l.filter(x, x == 1)",
      [
        "l.filter(x, x != 1)", "l.filter(x, x == 2)", "l.filter(x, x == 0)",
      ]),
    Row(
      "l.map(x, x < 1, x)",
      [
        "l.map(x, x <= 1, x)", "l.map(x, x >= 1, x)", "l.map(x, x < 2, x)", "l.map(x, x < 0, x)",
      ]),
    Row(
      "cel.bind(v, 1, v < a)",
      [
        "cel.bind(v, 2, v < a)", "cel.bind(v, 0, v < a)", "cel.bind(v, 1, v <= a)",
        "cel.bind(v, 1, v >= a)",
      ]),
  ]

  @Test(arguments: rows)
  func `An expression is changed at one node at a time`(_ row: Row) throws {
    #expect(try changes(row.text) == row.changes)
  }

  @Test(arguments: rows)
  func `Each change can be read again and is another expression`(_ row: Row) throws {
    let whole = try CEL.Parser.parse(row.text).text
    for change in try changes(row.text) {
      #expect(try CEL.Parser.parse(change).text == change)
      #expect(change != whole)
    }
  }

  @Test(arguments: [
    ("a < 1 && !b", ExpressionChange.Kind.comparison, ["a <= 1 && !b", "a >= 1 && !b"]),
    ("a < 1 && !b", .number, ["a < 2 && !b", "a < 0 && !b"]),
    ("a < 1 && !b", .connective, ["a < 1 || !b"]), ("a < 1 && !b", .negation, ["a < 1 && b"]),
    ("a < 1 && !b", .part, ["a < 1", "!b"]), ("a < 1 && !b", .fraction, []),
    ("a.all(x, x)", .quantifier, ["a.exists(x, x)"]),
    ("atLeast(a, '1/2', b)", .strictness, ["moreThan(a, '1/2', b)"]),
    ("atLeast(a, '1/2', b)", .fraction, ["atLeast(a, '1/3', b)", "atLeast(a, '3/5', b)"]),
    ("addPeriod(a, 'P1D')", .period, ["addPeriod(a, 'P2D')"]),
  ])
  func `A change says of which kind it is`(
    _ row: (text: String, kind: ExpressionChange.Kind, changes: [String])
  ) throws {
    #expect(try changes(row.text, row.kind) == row.changes)
  }

  @Test func `The greatest number is not changed past the end`() throws {
    let greatest = "9223372036854775807"
    #expect(try changes("a == \(greatest)", .number) == ["a == 9223372036854775806"])
  }

  @Test func `The same change is not tried twice`() throws {
    let found = try changes("a && a")
    #expect(found == ["a || a", "a"])
  }

  @Test(arguments: [
    ("1/2", ["1/3", "3/5"]), ("1/5", ["1/3"]), ("4/5", ["3/4"]), ("1/1", ["4/5"]),
    ("5/9", ["1/2", "3/5"]),
  ])
  func `A fraction has neighbours among those in use`(
    _ row: (fraction: String, neighbours: [String])
  ) throws {
    let fraction = try #require(Fraction(row.fraction))
    #expect(fraction.neighbours.map(\.description) == row.neighbours)
  }

  @Test(arguments: [
    ("P14D", ["P15D", "P13D"]), ("P1D", ["P2D"]), ("P2M", ["P3M", "P1M"]), ("P1M", ["P2M"]),
    ("P2Y", ["P2Y1M", "P1Y11M"]), ("P1Y6M", ["P1Y7M", "P1Y5M"]), ("P1M3D", ["P1M4D", "P1M2D"]),
  ])
  func `A period has neighbours a day away, or a month where it counts no days`(
    _ row: (period: String, neighbours: [String])
  ) throws {
    let period = try #require(Period(row.period))
    #expect(period.neighbours.map(\.description) == row.neighbours)
  }
}
