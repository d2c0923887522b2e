import Plugins
import Testing
import Values

/// Expressions as text.
@Suite struct PrinterTests {
  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func `What is printed reads as the same expression`(_ seed: UInt64) throws {
    var random = RandomExpression(seed: seed)
    for depth in [1, 2, 3, 4, 5] {
      let tree = random.tree(depth: depth)
      let read = try CEL.Parser.parse(tree.text)
      #expect(read.shown == tree.shown, "\(tree.text)")
      #expect(read.text == tree.text)
    }
  }

  @Test(arguments: [
    "a", ".a", "a.b.c", "a.?b", "a.`b-c`", "a.`in`", "a.if", "a[0][?b]", "f(a, b)", "a.f(b).g()",
    "[a, ?b]", "{'a': 1, ?'b': c}", "[]", "{}", "a ? b : c ? d : e", "(a ? b : c) ? d : e",
    "a ? (b ? c : d) : e", "a || b || c", "a || (b || c)", "(a || b) && c", "a && b || c",
    "a == (b == c)", "a in b", "!(a in b)", "a - (b - c)", "(a + b) * c", "a + b * c", "-a", "--a",
    "-(5)", "-(-5)", "!(-a)", "-(!a)", "-a.b", "(-a).b", "(a + b).c", "(5).f()", "(-5).f()",
    "a - -5", "null", "true", "1u", "0.5", "-0.5", "1e+300", "'it\\'s'", "'\\\\'", "'a\\nb\\r\\t'",
    "'\\x01\\x7f'", "'é日'", "b'a\\xff'", "has(a.b)", "has(a.`b.c`)", "a{}", "a.B{}",
    "l.all(x, x > 0)", "l.map(x, x, y)", "m.transformMap(k, v, v + 1)", "l.existsOne(i, x, i == x)",
    "l.exists_one(x, x)", "cel.bind(x, 1, x + x)", "o.optMap(x, x + 1)", "o.optFlatMap(x, x.?y)",
    "o.optMap(x, p.optMap(y, x + y))", "(a ? b : c).all(x, x)", "members.filter(m, m.id in [1])",
  ])
  func `An expression with no bracket too many is printed as it was written`(_ text: String) throws
  {
    #expect(try CEL.Parser.parse(text).text == text)
  }

  @Test(arguments: [
    ("((a))", "a"), ("a||b", "a || b"), ("(a && b) || c", "a && b || c"), ("\"a\"", "'a'"),
    ("(a.b).c", "a.b.c"), ("[a,]", "[a]"), ("0x10", "16"), ("1e2", "100.0"), ("a . b", "a.b"),
    ("l.existsOne(x, x)", "l.exists_one(x, x)"), ("math.least(1, 2, 3)", "math.least([1, 2, 3])"),
    ("l.exists_one(i, x, x)", "l.existsOne(i, x, x)"), ("r'\\d'", "'\\\\d'"), ("a // why", "a"),
    ("a.`b`", "a.b"), ("'\\u00e9'", "'é'"), ("B'é'", "b'\\xc3\\xa9'"), ("5U", "5u"),
    ("!(a)", "!a"), ("a{b: 1}", "a{}"), ("(a ? b : c) ? (d) : (e)", "(a ? b : c) ? d : e"),
  ])
  func `Every way to write an expression is printed in one way`(
    _ row: (text: String, printed: String)
  )
    throws
  {
    #expect(try CEL.Parser.parse(row.text).text == row.printed)
  }

  @Test func `A resolved expression is printed with its full names`() throws {
    var environment = CEL.Environment()
    environment.container = "net"
    environment.variables["net.size.max"] = .int
    let expression = try environment.resolved(
      "math.abs(size.max) + [1].map(x, optional.of(x)).size()")
    #expect(expression.text == "math.abs(net.size.max) + [1].map(x, optional.of(x)).size()")
  }
}
