import Plugins
import Testing
import Values

/// How the words of an expression belong together.
@Suite struct ParserTests {
  @Test(arguments: [
    ("a || b && c", "(_||_ a (_&&_ b c))"), ("a && b || c", "(_||_ (_&&_ a b) c)"),
    ("a || b || c", "(_||_ (_||_ a b) c)"), ("a && b && c", "(_&&_ (_&&_ a b) c)"),
    ("a == b && c != d", "(_&&_ (_==_ a b) (_!=_ c d))"),
    ("a < b == c", "(_==_ (_<_ a b) c)"), ("a <= b", "(_<=_ a b)"), ("a > b", "(_>_ a b)"),
    ("a >= b", "(_>=_ a b)"), ("a in b", "(@in a b)"), ("a in b in c", "(@in (@in a b) c)"),
    ("a + b * c", "(_+_ a (_*_ b c))"), ("a * b + c", "(_+_ (_*_ a b) c)"),
    ("a - b - c", "(_-_ (_-_ a b) c)"), ("a - (b - c)", "(_-_ a (_-_ b c))"),
    ("a / b % c", "(_%_ (_/_ a b) c)"), ("a + b < c + d", "(_<_ (_+_ a b) (_+_ c d))"),
    ("(a || b) && c", "(_&&_ (_||_ a b) c)"), ("((a))", "a"),
    ("a ? b : c", "(_?_:_ a b c)"), ("a ? b : c ? d : e", "(_?_:_ a b (_?_:_ c d e))"),
    ("a || b ? c && d : e", "(_?_:_ (_||_ a b) (_&&_ c d) e)"), ("a?.5:b", "(_?_:_ a 0.5 b)"),
  ])
  func `An operator binds as tightly as the language says`(_ row: (text: String, tree: String))
    throws
  {
    #expect(try CEL.Parser.parse(row.text).shown == row.tree)
  }

  @Test(arguments: [
    ("!a", "(!_ a)"), ("!!a", "(!_ (!_ a))"), ("-a", "(-_ a)"), ("--a", "(-_ (-_ a))"),
    ("-a.b", "(-_ (. a b))"), ("!a.b()", "(!_ (a.b))"), ("-5.abs()", "(-5.abs)"),
    ("-(5)", "(-_ 5)"), ("--5", "(-_ -5)"), ("-5u", "(-_ 5u)"), ("a - -1", "(_-_ a -1)"),
    ("a -1", "(_-_ a 1)"), ("-a + b", "(_+_ (-_ a) b)"), ("!a in b", "(@in (!_ a) b)"),
    ("-9223372036854775808 + 0", "(_+_ -9223372036854775808 0)"),
  ])
  func `A sign belongs to the value after it`(_ row: (text: String, tree: String)) throws {
    #expect(try CEL.Parser.parse(row.text).shown == row.tree)
  }

  @Test(arguments: [
    ("a", "a"), (".a", ".a"), ("_a1", "_a1"), ("a.b.c", "(. (. a b) c)"), (".a.b", "(. .a b)"),
    ("a.?b", "(.? a b)"), ("a.?b.c", "(. (.? a b) c)"), ("a . b", "(. a b)"),
    ("a.`b-c`", "(. a b-c)"), ("a.?`b.c/d e`", "(.? a b.c/d e)"), ("a.`in`", "(. a in)"),
    ("a[0]", "(_[_] a 0)"), ("a[?0]", "(_[?_] a 0)"), ("a[b][c]", "(_[_] (_[_] a b) c)"),
    ("f()", "(f)"), ("f(a)", "(f a)"), ("f(a, b)", "(f a b)"), (".f(a)", "(.f a)"),
    ("a.f()", "(a.f)"), ("a.f(b, c)", "(a.f b c)"), ("a.b.f(c)", "((. a b).f c)"),
    ("a.f().g()", "((a.f).g)"), ("'x'.size()", "('x'.size)"), ("[1].size()", "((list 1).size)"),
    ("{}.size()", "((map).size)"), ("(a + b).c", "(. (_+_ a b) c)"), ("a.if", "(. a if)"),
    ("a.while()", "(a.while)"), ("f(a)[0].b", "(. (_[_] (f a) 0) b)"),
    ("a ? .b : .c", "(_?_:_ a .b .c)"), ("bytes.b", "(. bytes b)"), ("r.b", "(. r b)"),
    ("b", "b"), ("br", "br"),
  ])
  func `Fields, indices and calls follow a value`(_ row: (text: String, tree: String)) throws {
    #expect(try CEL.Parser.parse(row.text).shown == row.tree)
  }

  @Test(arguments: [
    ("[]", "(list)"), ("[1]", "(list 1)"), ("[1, 2,]", "(list 1 2)"), ("[?a, b]", "(list ?a b)"),
    ("[[]]", "(list (list))"), ("{}", "(map)"),
    ("[,]", "(list)"), ("[ , ].size()", "((list).size)"), ("{,}", "(map)"), ("{1: 2}", "(map 1:2)"),
    ("{'a': b, c: d,}", "(map 'a':b c:d)"), ("{?'a': b}", "(map ?'a':b)"),
    ("{a ? b : c : d}", "(map (_?_:_ a b c):d)"), ("[a ? b : c]", "(list (_?_:_ a b c))"),
    ("[?a ? b : c]", "(list ?(_?_:_ a b c))"),
    ("a{}", "(message a)"), ("a.b.C{x: 1, y: 2,}", "(message a.b.C)"),
    (".a{?x: 1}", "(message .a)"), ("a{`x-y`: 1}.b", "(. (message a) b)"),
  ])
  func `Lists, maps and messages hold what is between their brackets`(
    _ row: (text: String, tree: String)
  ) throws {
    #expect(try CEL.Parser.parse(row.text).shown == row.tree)
  }

  @Test(arguments: [
    "a+b", " a + b ", "a\t+\nb", "a\r\n+\u{C}b", "a // why\n + b", "a + b // end", "a + b //",
    "// first\na + b", "a +//\nb",
  ])
  func `Spaces, ends of lines and comments change nothing`(_ text: String) throws {
    #expect(try CEL.Parser.parse(text).shown == "(_+_ a b)")
  }

  @Test(arguments: [
    ("  a", 2), ("a + b", 2), ("a.b", 2), ("a.?b", 3), ("a.f(b)", 2), ("f(a)", 0), ("[a]", 0),
    ("a[b]", 1), ("!a", 0), ("'é日' + a", 5), ("// é\na", 5), ("a ? b : c", 2), ("(a)", 1),
    ("a.all(x, x)", 2), ("has(a.b)", 0), ("-1", 0), ("a{}", 0),
  ])
  func `A node stands at its operator, its field or its beginning`(
    _ row: (text: String, offset: Int)
  )
    throws
  {
    #expect(try CEL.Parser.parse(row.text).offset == row.offset)
  }

  @Test(arguments: [
    "a", "a + b * c - d", "a.all(x, x > 0)", "o.optMap(x, x + 1).optFlatMap(y, y)",
    "math.greatest(1, 2, 3)", "{'a': [1, 2], ?b: c}[d].e ? f(g) : h.i(j)", "cel.bind(x, 1, x + x)",
    "{}.transformMapEntry(k, v, k != v, {v: k})",
  ])
  func `Each node has a number of its own, from 1`(_ text: String) throws {
    let ids = try CEL.Parser.parse(text).nodes.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(ids.allSatisfy { $0 >= 1 })
  }

  @Test(arguments: ["as", "break", "const", "if", "let", "package", "void", "while"])
  func `A reserved word names no variable and no function`(_ word: String) {
    for text in [word, "\(word)(1)", "a + \(word)"] {
      let fault = #expect(throws: CEL.Fault.self) { try CEL.Parser.parse(text) }
      #expect(fault?.code == .expressionReserved)
      #expect(fault?.values == ["found": .text(word)])
    }
  }
}
