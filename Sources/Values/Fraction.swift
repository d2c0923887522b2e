/// An exact fraction, as rules state majorities.
///
/// Rules write `1/2` and `2/3`; there is no 0.5 in a rule.
package struct Fraction: Hashable, Sendable {
  package let numerator: Int
  package let denominator: Int

  /// A fraction from 0/1 to 1/1 with a denominator of at most 1,000.
  package init?(_ numerator: Int, _ denominator: Int) {
    guard (1...1_000).contains(denominator), (0...denominator).contains(numerator) else {
      return nil
    }
    self.numerator = numerator
    self.denominator = denominator
  }

  /// Reads `2/3`, and nothing else: no spaces, no signs, no zeros before a number.
  package init?(_ text: some StringProtocol) {
    let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard parts.count == 2, let numerator = digits(parts[0]), let denominator = digits(parts[1])
    else { return nil }
    self.init(numerator, denominator)
    guard text == description else { return nil }
  }

  /// The least whole number that is at least this fraction of a total.
  package func atLeast(of total: Int) -> Int {
    (numerator * total + denominator - 1) / denominator
  }

  /// The least whole number that is more than this fraction of a total.
  package func moreThan(of total: Int) -> Int { numerator * total / denominator + 1 }
}

extension Fraction: CustomStringConvertible {
  package var description: String { "\(numerator)/\(denominator)" }
}
