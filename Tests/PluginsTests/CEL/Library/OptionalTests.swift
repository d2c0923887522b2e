import Testing

/// Values that may be absent.
///
/// An answer with `!` is the code of an error while it runs, with `!!` of a fault before.
@Suite struct OptionalTests {
  static let rows: [Evaluating.Row] = [
    ("optional.of(1).hasValue()", "true"),
    ("optional.none().hasValue()", "false"),
    ("optional.of(1).value()", "1"),
    ("optional.none().value()", "!evaluation-optional-empty"),
    ("optional.of(1).orValue(2)", "1"),
    ("optional.none().orValue(2)", "2"),
    ("optional.none().or(optional.of(3)).value()", "3"),
    ("optional.of(1).or(optional.of(3)).value()", "1"),
    ("optional.none().or(optional.none()).hasValue()", "false"),
    ("optional.ofNonZeroValue(0).hasValue()", "false"),
    ("optional.ofNonZeroValue(1).hasValue()", "true"),
    ("optional.ofNonZeroValue('').hasValue()", "false"),
    ("optional.ofNonZeroValue('a').hasValue()", "true"),
    ("optional.ofNonZeroValue([]).hasValue()", "false"),
    ("optional.ofNonZeroValue({}).hasValue()", "false"),
    ("optional.ofNonZeroValue(0u).hasValue()", "false"),
    ("optional.ofNonZeroValue(0.0).hasValue()", "false"),
    ("optional.ofNonZeroValue(false).hasValue()", "false"),
    ("optional.ofNonZeroValue(true).hasValue()", "true"),
    ("optional.ofNonZeroValue(b'').hasValue()", "false"),
    ("optional.ofNonZeroValue(duration('0s')).hasValue()", "false"),
    ("optional.of(1).optMap(x, x + 1).value()", "2"),
    ("optional.of(1).optFlatMap(x, optional.of(x + 1)).value()", "2"),
    ("optional.of(1).optFlatMap(x, optional.none()).hasValue()", "false"),
    ("{'a': 1}.?a.value()", "1"),
    ("{'a': 1}.?b.hasValue()", "false"),
    ("{'a': 1}.?b.orValue(7)", "7"),
    ("{'a': {'b': 2}}.?a.b.value()", "2"),
    ("{'a': {'b': 2}}.?a.c.hasValue()", "false"),
    ("{'a': {'b': 2}}.?x.b.hasValue()", "false"),
    ("{'a': {'b': 2}}.?a.?b.value()", "2"),
    ("{'a': 1}[?'a'].value()", "1"),
    ("{'a': 1}[?'b'].hasValue()", "false"),
    ("[1, 2][?0].value()", "1"),
    ("[1, 2][?2].hasValue()", "false"),
    ("[1, 2][?-1].hasValue()", "false"),
    ("optional.of([1, 2])[?1].value()", "2"),
    ("optional.of([1, 2])[1].value()", "2"),
    ("optional.of({'a': 1}).a.value()", "1"),
    ("has({'a': {'b': 2}}.?a.b)", "true"),
    ("[?optional.of(1), ?optional.none(), 3]", "[1, 3]"),
    ("size([?optional.none()])", "0"),
    ("{?'a': optional.of(1), ?'b': optional.none()}", "{'a': 1}"),
    ("optional.of(1) == optional.of(1)", "true"),
    ("optional.of(1) == optional.of(2)", "false"),
    ("optional.none() == optional.none()", "true"),
    ("dyn(1).?a", "!evaluation-no-overload"),
    ("optional.of(1).orValue(1 / 0)", "1"),
    ("optional.of(1).or(optional.of(1 / 0)).value()", "1"),
  ]

  @Test(arguments: rows)
  func `An optional value is empty or holds one, and carries that on`(_ row: Evaluating.Row) {
    #expect(Evaluating.shown(row.text) == row.shown)
  }
}
