import Testing
import Values

@Suite struct FractionTests {
  /// Every fraction up to sevenths, of every total up to sixty: all that a small network can ask.
  private static let fractions = (1...7).flatMap { denominator in
    (0...denominator).compactMap { Fraction($0, denominator) }
  }

  @Test func `At least a fraction is the smallest count that reaches it`() {
    for fraction in Self.fractions {
      for total in 0...60 {
        // Counted up by multiplication alone, so that no rounding is asked twice.
        let reached = (0...total).first { $0 * fraction.denominator >= fraction.numerator * total }
        #expect(fraction.atLeast(of: total) == reached, "\(fraction) of \(total)")
      }
    }
  }

  @Test func `More than a fraction is the smallest count that passes it`() {
    for fraction in Self.fractions {
      for total in 0...60 {
        let passed = (0...total + 1).first {
          $0 * fraction.denominator > fraction.numerator * total
        }
        #expect(fraction.moreThan(of: total) == passed, "\(fraction) of \(total)")
      }
    }
  }

  @Test func `More than all of a total is more than there is`() throws {
    let all = try #require(Fraction(1, 1))
    #expect(all.atLeast(of: 25) == 25)
    #expect(all.moreThan(of: 25) == 26)
  }

  @Test(arguments: [
    ("1/2", 25, 13, 13), ("1/2", 24, 12, 13), ("2/3", 27, 18, 19), ("2/3", 25, 17, 17),
    ("3/4", 25, 19, 19), ("0/1", 25, 0, 1), ("1/1000", 1, 1, 1), ("999/1000", 1_000, 999, 1_000),
    ("2/3", 1_000_000_000, 666_666_667, 666_666_667),
  ])
  func `A majority is the number that jurists count`(
    _ row: (fraction: String, total: Int, atLeast: Int, moreThan: Int)
  ) throws {
    let fraction = try #require(Fraction(row.fraction))
    #expect(fraction.atLeast(of: row.total) == row.atLeast)
    #expect(fraction.moreThan(of: row.total) == row.moreThan)
  }

  @Test(arguments: ["0/1", "1/1", "1/2", "2/3", "2/4", "1000/1000"])
  func `A fraction reads and writes the same`(_ text: String) throws {
    #expect(try #require(Fraction(text)).description == text)
  }

  @Test(arguments: [
    "", "/", "1", "1/", "/2", "1/0", "0/0", "3/2", "1/1001", "-1/2", "1/-2", "+1/2", "1/2/3",
    " 1/2", "1 / 2", "0.5", "50%", "01/2", "1/02", "½", "1⁄2", "1/9999999999", "١/٢",
  ])
  func `A text that is no fraction is refused`(_ text: String) {
    #expect(Fraction(text) == nil)
  }

  @Test(arguments: [(-1, 2), (3, 2), (1, 0), (0, 1_001), (1, -1), (Int.max, Int.max)])
  func `Numbers outside the bounds make no fraction`(_ row: (Int, Int)) {
    #expect(Fraction(row.0, row.1) == nil)
  }

  @Test func `A fraction stays as the rules write it`() throws {
    #expect(try #require(Fraction(2, 4)) != #require(Fraction(1, 2)))
  }
}
