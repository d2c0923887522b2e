import Testing

@testable import Plugins

/// Texts are compared by code points: what looks alike is not the same.
@Suite struct TextOrderTests {
  @Test(arguments: [
    ("", "", 0), ("a", "a", 0), ("", "a", -1), ("a", "", 1), ("a", "b", -1), ("ab", "a", 1),
    ("Z", "a", -1), ("e\u{301}", "\u{E9}", -1), ("\u{E9}", "e\u{301}", 1), ("z", "\u{E9}", -1),
    ("\u{FF5E}", "\u{1F431}", -1), ("\u{1F431}", "\u{FF5E}", 1), ("\u{FFFF}", "\u{10000}", -1),
    ("a\u{0}b", "a", 1), ("a\u{0}b", "a\u{0}c", -1),
    ("a long text beyond fifteen bytes", "a long text beyond fifteen bytes", 0),
    ("a long text beyond fifteen bytes", "a long text beyond fifteen byteS", 1),
  ])
  func `Texts have the order of their code points`(
    _ row: (left: String, right: String, sign: Int)
  ) {
    #expect(row.left.comparison(to: row.right).signum() == row.sign)
    #expect(row.right.comparison(to: row.left).signum() == -row.sign)
    #expect(row.left.isSame(as: row.right) == (row.sign == 0))
  }

  @Test(arguments: [
    ("S\u{E3}o", "Sa\u{303}o"), ("a\u{323}\u{307}", "a\u{307}\u{323}"), ("\u{212B}", "\u{C5}"),
    ("\u{1100}\u{1161}", "\u{AC00}"),
  ])
  func `Texts that Swift holds to be equal are not the same`(
    _ row: (left: String, right: String)
  ) {
    #expect(row.left == row.right)
    #expect(!row.left.isSame(as: row.right))
    #expect(row.left.comparison(to: row.right) != 0)
  }

  @Test func `The order is that of the scalars, for any two texts`() {
    let scalars: [Unicode.Scalar] = ["a", "\u{7F}", "\u{80}", "\u{7FF}", "\u{800}", "\u{10000}"]
    let texts = scalars.flatMap { one in scalars.map { String(one) + String($0) } }
    for left in texts {
      for right in texts {
        let isBefore = left.unicodeScalars.map(\.value).lexicographicallyPrecedes(
          right.unicodeScalars.map(\.value))
        #expect((left.comparison(to: right) < 0) == isBefore)
      }
    }
  }
}
