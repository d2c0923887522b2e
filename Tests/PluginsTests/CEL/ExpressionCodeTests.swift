import Plugins
import Testing
import Values

/// Every code of the parser and the checker is provoked once.
@Suite struct ExpressionCodeTests {
  static let rows: [(Failure.Code, String)] = [
    (.expressionCallUnfit, "1 + 'a'"), (.expressionCharacter, "a # b"),
    (.expressionDecimal, "atLeast(n, 0.5, 2)"), (.expressionEscape, #"'\q'"#),
    (.expressionFieldUnknown, "member.nothing"), (.expressionFraction, "atLeast(n, '50%', 2)"),
    (.expressionFunctionUnknown, "nothing()"), (.expressionHas, "has(n)"),
    (.expressionLiteralRange, "99999999999999999999"), (.expressionMessage, "member{}"),
    (.expressionNameUnknown, "nothing"), (.expressionPeriod, "addPeriod(now, '22d')"),
    (.expressionQuote, "'a"), (.expressionReserved, "if"), (.expressionSyntax, "1 +"),
    (.expressionTooDeep, String(repeating: "(", count: 300)),
    (.expressionTooLong, String(repeating: " ", count: 70_000)), (.expressionType, "n.x"),
    (.expressionVariable, "members.all(1, true)"),
  ]

  @Test(arguments: rows)
  func `A wrong expression has a code`(_ row: (code: Failure.Code, text: String)) {
    #expect(CEL.Environment.sample.fault(row.text)?.code == row.code)
  }

  /// Told by the estimate, which has tests of its own.
  static let beyond: [Failure.Code] = [.expressionCost]

  @Test func `Each code is provoked above`() {
    let provoked = Self.rows.map(\.0) + Self.beyond
    let all = Failure.Code.expressionCodes
    #expect(Set(provoked).symmetricDifference(all).map(\.name).sorted() == [])
    #expect(Set(all).count == all.count)
    #expect(all.map(\.name) == all.map(\.name).sorted())
  }
}
