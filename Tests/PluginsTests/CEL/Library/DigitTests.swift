import Plugins
import Testing

/// Numbers with a fixed count of digits.
@Suite struct DigitTests {
  @Test(arguments: written)
  func `A number is rounded as C rounds it`(_ row: Written) {
    let shown = Evaluating.shown("'\(row.form)'.format([x])", ["x": .double(row.number)])
    #expect(shown == "'\(row.text)'")
  }

  @Test(arguments: [
    ("'%.101f'.format([1.0])", "!evaluation-format"), ("'%.f'.format([1.0])", "!evaluation-format"),
    ("'%.100f'.format([0.0])", "'0.\(String(repeating: "0", count: 100))'"),
    ("'%.99999999999999999999f'.format([1.0])", "!evaluation-format"),
    ("size('%f'.format([1e308]))", "316"), ("size('%.100f'.format([-1e308]))", "411"),
    ("'%.2'.format([1.0])", "!evaluation-format"), ("'%'.format([1.0])", "!evaluation-format"),
    ("'%5d'.format([1])", "!evaluation-format"),
    ("'%s'.format([optional.of(1)])", "!evaluation-format"),
    ("'%s'.format([{'b': 1, 'a': {'d': 2, 'c': 3}}])", "'{a: {c: 3, d: 2}, b: 1}'"),
    ("'%s'.format([-0.5])", "'-0.5'"), ("'%d'.format([2.0])", "'2'"),
    ("'%x'.format([18446744073709551615u])", "'ffffffffffffffff'"),
    ("'%b'.format([-9223372036854775807])", "'-\(String(repeating: "1", count: 63))'"),
    ("'é%s🐱'.format(['ü'])", "'éü🐱'"), ("'%s'.format(['%s'])", "'%s'"),
  ])
  func `A form has bounds`(_ row: Evaluating.Row) {
    #expect(Evaluating.shown(row.text) == row.shown)
  }
}
