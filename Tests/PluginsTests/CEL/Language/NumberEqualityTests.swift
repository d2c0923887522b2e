import Testing

/// How each kind of number is equal to each other kind; agrees with the C++ runtime of the language.
///
/// An answer with `!` is the code of an error while it runs, with `!!` of a fault before.
@Suite struct NumberEqualityTests {
  static let rows: [Evaluating.Row] = [
    ("dyn(-1) == dyn(-1)", "true"),
    ("dyn(-1) == dyn(0u)", "false"),
    ("dyn(-1) == dyn(1)", "false"),
    ("dyn(-1) == dyn(1u)", "false"),
    ("dyn(-1) == dyn(1.0)", "false"),
    ("dyn(-1) == dyn(1.5)", "false"),
    ("dyn(-1) == dyn(18446744073709551615u)", "false"),
    ("dyn(-1) == dyn(0.0/0.0)", "false"),
    ("dyn(-1) == dyn(-9223372036854775808)", "false"),
    ("dyn(0u) == dyn(0u)", "true"),
    ("dyn(0u) == dyn(1)", "false"),
    ("dyn(0u) == dyn(1u)", "false"),
    ("dyn(0u) == dyn(1.0)", "false"),
    ("dyn(0u) == dyn(1.5)", "false"),
    ("dyn(0u) == dyn(18446744073709551615u)", "false"),
    ("dyn(0u) == dyn(0.0/0.0)", "false"),
    ("dyn(0u) == dyn(-9223372036854775808)", "false"),
    ("dyn(1) == dyn(1)", "true"),
    ("dyn(1) == dyn(1u)", "true"),
    ("dyn(1) == dyn(1.0)", "true"),
    ("dyn(1) == dyn(1.5)", "false"),
    ("dyn(1) == dyn(18446744073709551615u)", "false"),
    ("dyn(1) == dyn(0.0/0.0)", "false"),
    ("dyn(1) == dyn(-9223372036854775808)", "false"),
    ("dyn(1u) == dyn(1u)", "true"),
    ("dyn(1u) == dyn(1.0)", "true"),
    ("dyn(1u) == dyn(1.5)", "false"),
    ("dyn(1u) == dyn(18446744073709551615u)", "false"),
    ("dyn(1u) == dyn(0.0/0.0)", "false"),
    ("dyn(1u) == dyn(-9223372036854775808)", "false"),
    ("dyn(1.0) == dyn(1.0)", "true"),
    ("dyn(1.0) == dyn(1.5)", "false"),
    ("dyn(1.0) == dyn(18446744073709551615u)", "false"),
    ("dyn(1.0) == dyn(0.0/0.0)", "false"),
    ("dyn(1.0) == dyn(-9223372036854775808)", "false"),
    ("dyn(1.5) == dyn(1.5)", "true"),
    ("dyn(1.5) == dyn(18446744073709551615u)", "false"),
    ("dyn(1.5) == dyn(0.0/0.0)", "false"),
    ("dyn(1.5) == dyn(-9223372036854775808)", "false"),
    ("dyn(18446744073709551615u) == dyn(18446744073709551615u)", "true"),
    ("dyn(18446744073709551615u) == dyn(0.0/0.0)", "false"),
    ("dyn(18446744073709551615u) == dyn(-9223372036854775808)", "false"),
    ("dyn(0.0/0.0) == dyn(0.0/0.0)", "false"),
    ("dyn(0.0/0.0) == dyn(-9223372036854775808)", "false"),
    ("dyn(-9223372036854775808) == dyn(-9223372036854775808)", "true"),
  ]

  @Test(arguments: rows)
  func `Numbers are equal when they count the same, whatever their types, and NaN to nothing`(
    _ row: Evaluating.Row
  ) {
    #expect(Evaluating.shown(row.text) == row.shown)
  }
}
