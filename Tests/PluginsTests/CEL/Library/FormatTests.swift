import Testing

/// `format` with all verbs.
///
/// An answer with `!` is the code of an error while it runs, with `!!` of a fault before.
@Suite struct FormatTests {
  static let rows: [Evaluating.Row] = [
    (#""plain".format([])"#, "'plain'"),
    (#""%%".format([])"#, "'%'"),
    (#""%s".format(['a'])"#, "'a'"),
    (#""%s".format([1])"#, "'1'"),
    (#""%s".format([1u])"#, "'1'"),
    (#""%s".format([1.5])"#, "'1.5'"),
    (#""%s".format([true])"#, "'true'"),
    (#""%s".format([null])"#, "'null'"),
    (#""%s".format([b'abc'])"#, "'abc'"),
    (#""%s".format([[1, 'a', [2]]])"#, "'[1, a, [2]]'"),
    (#""%s".format([{'a': 1}])"#, "'{a: 1}'"),
    (#""%s".format([timestamp('2020-01-02T03:04:05Z')])"#, "'2020-01-02T03:04:05Z'"),
    (#""%s".format([duration('90s')])"#, "'90s'"),
    (#""%s %s".format(['a', 'b'])"#, "'a b'"),
    (#""%s".format([])"#, "!evaluation-index-outside"),
    (#""%d".format([42])"#, "'42'"),
    (#""%d".format([-42])"#, "'-42'"),
    (#""%d".format([42u])"#, "'42'"),
    (#""%d".format(['a'])"#, "!evaluation-format"),
    (#""%f".format([2.5])"#, "'2.500000'"),
    (#""%.2f".format([2.345])"#, "'2.35'"),
    (#""%.0f".format([2.5])"#, "'2'"),
    (#""%.0f".format([3.5])"#, "'4'"),
    (#""%f".format([1.0 / 0.0])"#, "'Infinity'"),
    (#""%.3e".format([1234.5])"#, "'1.234e+03'"),
    (#""%e".format([0.00012])"#, "'1.200000e-04'"),
    (#""%b".format([5])"#, "'101'"),
    (#""%b".format([-5])"#, "'-101'"),
    (#""%b".format([true])"#, "'1'"),
    (#""%b".format(['a'])"#, "!evaluation-format"),
    (#""%o".format([8])"#, "'10'"),
    (#""%o".format([-8])"#, "'-10'"),
    (#""%o".format([1.5])"#, "!evaluation-format"),
    (#""%x".format([255])"#, "'ff'"),
    (#""%X".format([255])"#, "'FF'"),
    (#""%x".format([-255])"#, "'-ff'"),
    (#""%x".format(['hello'])"#, "'68656c6c6f'"),
    (#""%X".format(['hello'])"#, "'68656C6C6F'"),
    (#""%x".format([b'\x00\xff'])"#, "'00ff'"),
    (#""%x".format([1.5])"#, "!evaluation-format"),
    (#""%z".format([1])"#, "!evaluation-format"),
    (#""%".format([1])"#, "!evaluation-format"),
    (#""%.f".format([1.0])"#, "!evaluation-format"),
    (#""%s is %d%% of %s".format(['a', 5, 'b'])"#, "'a is 5% of b'"),
  ]

  @Test(arguments: rows)
  func `A format shows each value as its verb says`(_ row: Evaluating.Row) {
    #expect(Evaluating.shown(row.text) == row.shown)
  }
}
