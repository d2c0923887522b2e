import Testing

/// `&&`, `||`, `!`, `?:`, comparisons and types.
///
/// An answer with `!` is the code of an error while it runs, with `!!` of a fault before.
@Suite struct LogicTests {
  static let rows: [Evaluating.Row] = [
    ("true && true", "true"),
    ("true && false", "false"),
    ("false && true", "false"),
    ("false && false", "false"),
    ("true || true", "true"),
    ("true || false", "true"),
    ("false || true", "true"),
    ("false || false", "false"),
    ("false && 1 / 0 > 0", "false"),
    ("1 / 0 > 0 && false", "false"),
    ("true && 1 / 0 > 0", "!evaluation-divided-by-zero"),
    ("1 / 0 > 0 && true", "!evaluation-divided-by-zero"),
    ("true || 1 / 0 > 0", "true"),
    ("1 / 0 > 0 || true", "true"),
    ("false || 1 / 0 > 0", "!evaluation-divided-by-zero"),
    ("1 / 0 > 0 || false", "!evaluation-divided-by-zero"),
    ("1 / 0 > 0 && 1 % 0 > 0", "!evaluation-divided-by-zero"),
    ("dyn(1) && false", "false"),
    ("false && dyn(1)", "false"),
    ("dyn(1) || true", "true"),
    ("dyn('a') && true", "!evaluation-no-overload"),
    ("dyn('a') || false", "!evaluation-no-overload"),
    ("true && dyn(null)", "!evaluation-no-overload"),
    ("true ? 1 : 2", "1"),
    ("false ? 1 : 2", "2"),
    ("true ? 1 : 1 / 0", "1"),
    ("false ? 1 / 0 : 2", "2"),
    ("dyn(1) ? 2 : 3", "!evaluation-no-overload"),
    ("1 / 0 > 0 ? 2 : 3", "!evaluation-divided-by-zero"),
    ("true ? (false ? 1 : 2) : 3", "2"),
    ("(1 / 0 > 0 || true) && !(1 / 0 > 0 && false)", "true"),
    ("1 == 1 && 2 == 2 && 3 == 4", "false"),
    ("1 == 2 || 2 == 3 || 3 == 3", "true"),
    ("dyn(1) == dyn('1')", "false"),
    ("dyn(null) == dyn(false)", "false"),
    ("dyn([]) == dyn({})", "false"),
    ("dyn(true) < dyn(false)", "false"),
    ("false < true", "true"),
    ("true <= true", "true"),
    ("null == null", "true"),
    ("dyn(null) < dyn(null)", "!evaluation-no-overload"),
    ("dyn([1]) < dyn([2])", "!evaluation-no-overload"),
    ("dyn('a') < dyn(b'a')", "!evaluation-no-overload"),
    ("type(1) == int", "true"),
    ("type(1u) == uint", "true"),
    ("type('') == string", "true"),
    ("type(b'') == bytes", "true"),
    ("type(null) == null_type", "true"),
    ("type([]) == list", "true"),
    ("type({}) == map", "true"),
    ("type(1.0) == double", "true"),
    ("type(type(1)) == type", "true"),
    ("type(duration('1s')) == google.protobuf.Duration", "true"),
    ("type(timestamp(0)) == google.protobuf.Timestamp", "true"),
    ("type(1) == type(1u)", "false"),
  ]

  @Test(arguments: rows)
  func `Logic absorbs the errors that do not decide, and types can be compared`(
    _ row: Evaluating.Row
  ) {
    #expect(Evaluating.shown(row.text) == row.shown)
  }
}
