import Testing

/// The macros with one variable, and `cel.bind`.
///
/// An answer with `!` is the code of an error while it runs, with `!!` of a fault before.
@Suite struct LoopTests {
  static let rows: [Evaluating.Row] = [
    ("[1, 2, 3].all(x, x > 0)", "true"),
    ("[1, 2, 3].all(x, x > 1)", "false"),
    ("[].all(x, x > 1)", "true"),
    ("[1, 2, 3].exists(x, x == 2)", "true"),
    ("[1, 2, 3].exists(x, x == 4)", "false"),
    ("[].exists(x, true)", "false"),
    ("[1, 2, 3].exists_one(x, x > 2)", "true"),
    ("[1, 2, 3].exists_one(x, x > 1)", "false"),
    ("[].exists_one(x, true)", "false"),
    ("[1, 2, 3].filter(x, x % 2 == 1)", "[1, 3]"),
    ("[1, 2, 3].map(x, x * x)", "[1, 4, 9]"),
    ("[1, 2, 3].map(x, x > 1, x * 10)", "[20, 30]"),
    ("[1, 2, 3].map(x, [x])", "[[1], [2], [3]]"),
    ("{'a': 1, 'b': 2}.all(k, k != 'c')", "true"),
    ("{'a': 1, 'b': 2}.exists(k, k == 'b')", "true"),
    ("{'a': 1}.map(k, k + '!')", "['a!']"),
    ("{'a': 1}.filter(k, k == 'a')", "['a']"),
    ("{'a': 1}.exists_one(k, k == 'a')", "true"),
    ("[0, 1, 2].exists(x, 2 / x == 1)", "true"),
    ("[0, 1, 2].exists(x, 2 / x == 7)", "!evaluation-divided-by-zero"),
    ("[0, 1, 2].all(x, 2 / x < 2)", "false"),
    ("[0, 1, 2].all(x, 2 / x > 0)", "!evaluation-divided-by-zero"),
    ("[2, 1, 0].exists_one(x, 2 / x == 1)", "!evaluation-divided-by-zero"),
    ("[2, 1, 0].filter(x, 2 / x == 1)", "!evaluation-divided-by-zero"),
    ("[2, 1, 0].map(x, 2 / x)", "!evaluation-divided-by-zero"),
    ("[1, 2].all(x, [3, 4].all(y, y > x))", "true"),
    ("[1, 2].exists(x, [1, 2].exists(y, x + y == 4))", "true"),
    ("[1, 2].map(x, [3].map(y, x * y))", "[[3], [6]]"),
    ("[[1, 2], [3]].map(l, l.map(x, x + 1))", "[[2, 3], [4]]"),
    ("[1, 2].map(x, x + 1).filter(x, x > 2)", "[3]"),
    ("[1, 2].all(x, dyn(x))", "!evaluation-no-overload"),
    ("[1, 2].exists(x, dyn('a'))", "!evaluation-no-overload"),
    ("[1, 2].filter(x, dyn(1))", "!evaluation-no-overload"),
    ("dyn(1).all(x, true)", "!evaluation-no-overload"),
    ("dyn('abc').map(x, x)", "!evaluation-no-overload"),
    ("[1, 2, 3].filter(x, x > 1).size() == 2 && [1].exists(x, x == 1)", "true"),
    ("cel.bind(x, 5, x + x)", "10"),
    ("cel.bind(x, 5, cel.bind(y, x + 1, x * y))", "30"),
    ("cel.bind(x, [1, 2], x.map(y, y + size(x)))", "[3, 4]"),
    ("cel.bind(x, 1 / 0, 5)", "5"), ("cel.bind(x, 1 / 0, x)", "!evaluation-divided-by-zero"),
    ("cel.bind(x, 1 / 0, true || x == 1)", "true"),
    ("cel.bind(x, 1 / 0, x == 1 || true)", "true"),
    ("cel.bind(x, 1 / 0, x == 1 && true)", "!evaluation-divided-by-zero"),
    ("cel.bind(x, 1 / 0, [1].map(y, x))", "!evaluation-divided-by-zero"),
    ("cel.bind(x, 1 / 0, cel.bind(y, x, 7))", "7"),
    ("cel.bind(x, 1 / 0, cel.bind(y, x, y))", "!evaluation-divided-by-zero"),
    ("cel.bind(x, 1 / 0, cel.bind(x, 3, x))", "3"),
    ("[0, 2].map(d, cel.bind(x, dyn(4) / d, d == 0 ? -1 : x))", "[-1, 2]"),
    ("[2, 0].exists(d, cel.bind(x, 4 / d, x == 2))", "true"),
    ("cel.bind(x, 1, cel.bind(x, 2, x) + x)", "3"),
    ("[1, 2].map(x, cel.bind(y, x * 10, y + x))", "[11, 22]"),
  ]

  @Test(arguments: rows)
  func `A macro goes through a list or the keys of a map`(_ row: Evaluating.Row) {
    #expect(Evaluating.shown(row.text) == row.shown)
  }
}
