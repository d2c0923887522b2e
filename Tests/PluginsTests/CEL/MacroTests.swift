import Plugins
import Testing
import Values

/// What macros become.
@Suite struct MacroTests {
  @Test(arguments: [
    ("has(a.b)", "(has a b)"), ("has(a.b.c)", "(has (. a b) c)"), ("has(a.`b-c`)", "(has a b-c)"),
    ("l.all(x, p)", "(all l x p -)"), ("l.exists(x, p)", "(exists l x p -)"),
    ("l.exists_one(x, p)", "(existsOne l x p -)"), ("l.existsOne(x, p)", "(existsOne l x p -)"),
    ("l.filter(x, p)", "(filter l x p -)"), ("l.map(x, e)", "(map l x - e)"),
    ("l.map(x, p, e)", "(map l x p e)"), ("l.all(i, x, p)", "(all l i,x p -)"),
    ("l.exists(i, x, p)", "(exists l i,x p -)"),
    ("l.existsOne(i, x, p)", "(existsOne l i,x p -)"),
    ("l.exists_one(i, x, p)", "(existsOne l i,x p -)"),
    ("l.transformList(i, x, e)", "(map l i,x - e)"),
    ("l.transformList(i, x, p, e)", "(map l i,x p e)"),
    ("m.transformMap(k, v, e)", "(transformMap m k,v - e)"),
    ("m.transformMap(k, v, p, e)", "(transformMap m k,v p e)"),
    ("m.transformMapEntry(k, v, e)", "(transformMapEntry m k,v - e)"),
    ("m.transformMapEntry(k, v, p, e)", "(transformMapEntry m k,v p e)"),
    ("l.filter(x, p).map(x, e)", "(map (filter l x p -) x - e)"),
    ("l.all(x, x.all(y, p))", "(all l x (all x y p -) -)"),
    ("a.b.all(x, p)", "(all (. a b) x p -)"),
    ("cel.bind(x, 1, x + x)", "(bind x 1 (_+_ x x))"),
    ("math.greatest(1, 2, 3)", "(math.greatest (list 1 2 3))"),
    ("math.least(1, 2, 3, 4)", "(math.least (list 1 2 3 4))"),
  ])
  func `A macro is one node of its own`(_ row: (text: String, tree: String)) throws {
    #expect(try CEL.Parser.parse(row.text).shown == row.tree)
  }

  @Test func `optMap looks once at the optional value that it maps`() throws {
    #expect(
      try CEL.Parser.parse("o.optMap(x, x + 1)").shown
        == """
        (bind @optional o (_?_:_ (@optional.hasValue) \
        (optional.of (bind x (@optional.value) (_+_ x 1))) (optional.none)))
        """)
  }

  @Test func `optFlatMap takes the optional value that its argument gives`() throws {
    #expect(
      try CEL.Parser.parse("o.optFlatMap(x, x.?y)").shown
        == """
        (bind @optional o (_?_:_ (@optional.hasValue) \
        (bind x (@optional.value) (.? x y)) (optional.none)))
        """)
  }

  @Test(arguments: [
    ("l.all(x)", "(l.all x)"), ("l.all(x, y, p, q)", "(l.all x y p q)"), ("all(l, p)", "(all l p)"),
    ("l.map(x)", "(l.map x)"), ("l.filter(i, x, p)", "(l.filter i x p)"),
    ("l.transformList(x, e)", "(l.transformList x e)"), ("l.has(a.b)", "(l.has (. a b))"),
    ("has()", "(has)"), ("has(a.b, c.d)", "(has (. a b) (. c d))"), ("o.optMap(x)", "(o.optMap x)"),
    ("a.bind(x, 1, x)", "(a.bind x 1 x)"), ("cel.bind(x, 1)", "(cel.bind x 1)"),
    ("math.greatest(1, 2)", "(math.greatest 1 2)"), ("math.least([1])", "(math.least (list 1))"),
    ("my.greatest(1, 2, 3)", "(my.greatest 1 2 3)"),
    ("transformMap(k, v, e)", "(transformMap k v e)"),
  ])
  func `Another number of arguments or another receiver makes a plain call`(
    _ row: (text: String, tree: String)
  ) throws {
    #expect(try CEL.Parser.parse(row.text).shown == row.tree)
  }

  @Test(arguments: [
    ("has(a.b)", "(has (. a b))"), ("l.all(x, p)", "(l.all x p)"),
    ("cel.bind(x, 1, x)", "(cel.bind x 1 x)"), ("o.optMap(x, x)", "(o.optMap x x)"),
    ("has(1)", "(has 1)"), ("math.greatest(1, 2, 3)", "(math.greatest 1 2 3)"),
  ])
  func `Without macros each is a call`(_ row: (text: String, tree: String)) throws {
    #expect(try CEL.Parser.parse(row.text, hasMacros: false).shown == row.tree)
  }

  @Test(arguments: [
    ("has(a)", 4), ("has(a.?b)", 7), ("has(a[0])", 5), ("has(f())", 4), ("1 + has(2)", 8),
    ("has(a.b())", 6),
  ])
  func `has takes nothing but a field`(_ row: (text: String, offset: Int)) {
    let fault = #expect(throws: CEL.Fault.self) { try CEL.Parser.parse(row.text) }
    #expect(fault?.code == .expressionHas)
    #expect(fault?.offset == row.offset)
  }

  @Test(arguments: [
    ("l.all(1, true)", "all", 6), ("l.exists(x.y, true)", "exists", 11),
    ("l.map(.x, 1)", "map", 6), ("l.filter('x', true)", "filter", 9),
    ("l.all(x, x, true)", "all", 9), ("l.transformList(i, i + 1, 2)", "transformList", 21),
    ("cel.bind(1, 2, 3)", "cel.bind", 9), ("o.optMap(x.y, 1)", "optMap", 11),
    ("o.optFlatMap(1, 1)", "optFlatMap", 13), ("l.exists_one(f(), true)", "exists_one", 13),
    ("m.transformMap(k, k, 1)", "transformMap", 18),
  ])
  func `A macro declares plain names, and two that differ`(
    _ row: (text: String, macro: String, offset: Int)
  ) {
    let fault = #expect(throws: CEL.Fault.self) { try CEL.Parser.parse(row.text) }
    #expect(fault?.code == .expressionVariable)
    #expect(fault?.values == ["macro": .text(row.macro)])
    #expect(fault?.offset == row.offset)
  }

  @Test(arguments: [
    (CEL.Comprehension.Form.all, 1, "all"), (.all, 2, "all"), (.exists, 1, "exists"),
    (.exists, 2, "exists"), (.existsOne, 1, "exists_one"), (.existsOne, 2, "existsOne"),
    (.filter, 1, "filter"), (.map, 1, "map"), (.map, 2, "transformList"),
    (.transformMap, 2, "transformMap"), (.transformMapEntry, 2, "transformMapEntry"),
  ])
  func `Each form knows the macro that writes it`(
    _ row: (form: CEL.Comprehension.Form, variables: Int, macro: String)
  ) throws {
    let range = try CEL.Parser.parse("[1]")
    let names = Array(["i", "x"].suffix(row.variables))
    let made = CEL.Comprehension(row.form, over: range, variables: names)
    #expect(made.macro == row.macro)
  }
}
