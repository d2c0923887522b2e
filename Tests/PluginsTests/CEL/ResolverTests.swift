import Plugins
import Testing

/// Which names are variables, and which functions have a namespace.
@Suite struct ResolverTests {
  private static func resolved(
    _ text: String, container: String = "", _ variables: [String] = [], _ functions: [String] = []
  ) throws -> String {
    var environment = CEL.Environment()
    environment.container = container
    for variable in variables { environment.variables[variable] = .dyn }
    for function in functions {
      environment.functions[function] = [CEL.Overload(function, function, [.dyn], .dyn)]
    }
    return try environment.resolved(text).shown
  }

  @Test(arguments: [
    ("a.b.c", ["a.b.c", "a.b", "a"], "a.b.c"), ("a.b.c", ["a.b", "a"], "(. a.b c)"),
    ("a.b.c", ["a"], "(. (. a b) c)"), ("a.b.c", [], "(. (. a b) c)"),
    ("a.b.c.d", ["a.b.c"], "(. a.b.c d)"), ("a.?b.c", ["a.b", "a"], "(. (.? a b) c)"),
    ("has(a.b.c)", ["a.b", "a.b.c"], "(has a.b c)"), ("a.b[0].c", ["a.b"], "(. (_[_] a.b 0) c)"),
    ("f(a.b)", ["a.b"], "(f a.b)"), ("[a.b, {a.b: a.b}]", ["a.b"], "(list a.b (map a.b:a.b))"),
    ("a.b.size()", ["a.b"], "(a.b.size)"), ("a.`b`.c", ["a.b"], "(. a.b c)"),
  ])
  func `The longest name that is declared is the variable`(
    _ row: (text: String, variables: [String], tree: String)
  ) throws {
    #expect(try Self.resolved(row.text, row.variables) == row.tree)
  }

  @Test(arguments: [
    ("c", ["a.b.c", "a.c", "c"], "a.b.c"), ("c", ["a.c", "c"], "a.c"), ("c", ["c"], "c"),
    (".c", ["a.b.c", "c"], "c"), (".c", ["a.b.c"], ".c"), ("x.c", ["a.x.c"], "a.x.c"),
    ("x.c", ["a.b.x", "x.c"], "x.c"), ("x.c", ["a.b.x", "x"], "(. a.b.x c)"),
    (".a.c", ["a.c"], "a.c"), (".a.c", ["a"], "(. a c)"),
  ])
  func `The container is looked in first, from the inside out`(
    _ row: (text: String, variables: [String], tree: String)
  ) throws {
    #expect(try Self.resolved(row.text, container: "a.b", row.variables) == row.tree)
  }

  @Test(arguments: [
    ("[0].all(y, y == 0)", "(all (list 0) y (_==_ y 0) -)"),
    ("[0].all(x, y == 0)", "(all (list 0) x (_==_ a.y 0) -)"),
    ("[0].all(y, y.z == 0)", "(all (list 0) y (_==_ (. y z) 0) -)"),
    ("[0].all(y, .y == 0)", "(all (list 0) y (_==_ .y 0) -)"),
    ("[0].all(y, .y.z == 0)", "(all (list 0) y (_==_ y.z 0) -)"),
    ("[0].all(x, .y == 0)", "(all (list 0) x (_==_ y 0) -)"),
    ("[y].all(y, true)", "(all (list a.y) y true -)"),
    ("cel.bind(y, y, y)", "(bind y a.y y)"),
    ("[0].all(y, true) && y", "(_&&_ (all (list 0) y true -) a.y)"),
    ("[0].map(i, y, y, y)", "((list 0).map i a.y a.y a.y)"),
    ("[0].transformList(i, y, y, y)", "(map (list 0) i,y y y)"),
    ("[0].all(math, math.abs(1) == 1)", "(all (list 0) math (_==_ (math.abs 1) 1) -)"),
    ("[0].all(x, math.abs(x) == 1)", "(all (list 0) x (_==_ (math.abs x) 1) -)"),
  ])
  func `Variables of macros hide those of the environment`(_ row: (text: String, tree: String))
    throws
  {
    #expect(
      try Self.resolved(row.text, container: "a", ["a.y", "y", "y.z", "a.y.z"]) == row.tree)
  }

  @Test(arguments: [
    ("math.abs(1)", ""), ("optional.of(1)", ""), ("base64.encode(b'')", ""),
    ("strings.quote('')", ""), ("n.f(1)", "n.f"), ("f(1)", "a.f"), ("n.f(1)", "a.n.f"),
    (".math.abs(1)", ""),
  ])
  func `A function with a namespace has no receiver`(_ row: (text: String, function: String)) throws
  {
    var environment = CEL.Environment()
    environment.container = "a"
    if !row.function.isEmpty {
      environment.functions[row.function] = [CEL.Overload("o", row.function, [.int], .int)]
    }
    let expression = try environment.resolved(row.text)
    guard case .call(let function, let target, _) = expression.shape else {
      Issue.record("\(expression.shown)")
      return
    }
    #expect(target == nil)
    #expect(row.function.isEmpty ? row.text.contains(function) : function == row.function)
  }

  @Test(arguments: [
    ("int", "int"), ("google.protobuf.Timestamp", "google.protobuf.Timestamp"),
    ("google.protobuf", "(. google protobuf)"), ("type(x) == list", "(_==_ (type x) list)"),
    ("a.size()", "(a.size)"), ("size(a)", "(size a)"), ("unknown(1)", "(unknown 1)"),
    ("a.b.unknown(1)", "((. a b).unknown 1)"), ("a{b: 1}", "(message a)"),
  ])
  func `Types are names, and what nobody knows stays as it is`(_ row: (text: String, tree: String))
    throws
  {
    #expect(try Self.resolved(row.text) == row.tree)
  }

  @Test func `A name of several words stands where the first begins`() throws {
    var environment = CEL.Environment()
    environment.variables["a.b.c"] = .int
    #expect(try environment.resolved("  a.b.c").offset == 2)
    #expect(try environment.resolved("1 + a.b.c.d").nodes.map(\.offset) == [2, 0, 10, 4])
  }
}
