import Testing

/// The macros with two variables: index and element of a list, key and value of a map.
@Suite struct TwoVariableTests {
  static let rows: [Evaluating.Row] = [
    ("[10, 20].all(i, v, v == (i + 1) * 10)", "true"),
    ("[10, 20].all(i, v, i > 0)", "false"),
    ("[].all(i, v, false)", "true"),
    ("[10, 20].exists(i, v, i == 1 && v == 20)", "true"),
    ("[10, 20].exists(i, v, i == 2)", "false"),
    ("[10, 20].existsOne(i, v, v > 10)", "true"),
    ("[10, 20].existsOne(i, v, v > 0)", "false"),
    ("[0, 1].exists(i, v, 1 / v == 1)", "true"),
    ("[0, 1].all(i, v, 1 / v == 7)", "false"),
    ("[0, 1].existsOne(i, v, 1 / v == 1)", "!evaluation-divided-by-zero"),
    ("[3, 2].transformList(i, v, v * 10 + i)", "[30, 21]"),
    ("[3, 2, 1].transformList(i, v, i != 1, v)", "[3, 1]"),
    ("[].transformList(i, v, v)", "[]"),
    ("[3, 2].transformMap(i, v, v * 10)", "{0: 30, 1: 20}"),
    ("[3, 2].transformMap(i, v, v > 2, v)", "{0: 3}"),
    ("{'a': 1, 'b': 2}.all(k, v, k != '' && v > 0)", "true"),
    ("{'a': 1, 'b': 2}.exists(k, v, k == 'b' && v == 2)", "true"),
    ("{'a': 1, 'b': 2}.existsOne(k, v, v == 2)", "true"),
    ("{'a': 1, 'b': 2}.transformList(k, v, k + string(v))", "['a1', 'b2']"),
    ("{'a': 1, 'b': 2}.transformMap(k, v, v + 1)", "{'a': 2, 'b': 3}"),
    ("{'a': 1, 'b': 2}.transformMap(k, v, k == 'b', v)", "{'b': 2}"),
    ("{'a': 1, 'b': 2}.transformMapEntry(k, v, {v: k})", "{1: 'a', 2: 'b'}"),
    ("{'a': 1, 'b': 2}.transformMapEntry(k, v, v > 1, {v: k})", "{2: 'b'}"),
    ("['a', 'b'].transformMapEntry(i, v, {v: i})", "{'a': 0, 'b': 1}"),
    ("{'a': 1, 'b': 1}.transformMapEntry(k, v, {v: k})", "!evaluation-key-repeated"),
    ("[1].transformMapEntry(i, v, dyn(v))", "!evaluation-no-overload"),
    ("[1, 0].transformMap(i, v, 1 / v)", "!evaluation-divided-by-zero"),
    ("dyn(1).all(i, v, true)", "!evaluation-no-overload"),
  ]

  @Test(arguments: rows)
  func `A macro with two variables sees place and element, or key and value`(
    _ row: Evaluating.Row
  ) {
    #expect(Evaluating.shown(row.text) == row.shown)
  }
}
