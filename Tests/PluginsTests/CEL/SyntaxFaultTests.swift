import Plugins
import TestKit
import Testing
import Values

/// What is said of a text that is no expression.
@Suite struct SyntaxFaultTests {
  private static let operand = Failure.Value.word("expression.operand")
  private static let field = Failure.Value.word("expression.field")
  private static let end = Failure.Value.word("expression.end")

  struct Row: CustomTestStringConvertible, Sendable {
    let text: String
    let found: Failure.Value
    let expected: Failure.Value
    let offset: Int

    init(_ text: String, _ found: Failure.Value, _ expected: Failure.Value, _ offset: Int) {
      (self.text, self.found, self.expected, self.offset) = (text, found, expected, offset)
    }

    var testDescription: String { text }
  }

  static let rows = [
    Row("", end, operand, 0), Row("  // nothing", end, operand, 12), Row("a +", end, operand, 3),
    Row("a + * b", .text("*"), operand, 4), Row("(a", end, .list([")"]), 2),
    Row("(a]", .text("]"), .list([")"]), 2), Row("f(a", end, .list([")", ","]), 3),
    Row("f(a,)", .text(")"), operand, 4), Row("f(,)", .text(","), operand, 2),
    Row("[a", end, .list(["]", ","]), 2), Row("[,a]", .text("a"), .list(["]"]), 2),
    Row("[,,]", .text(","), .list(["]"]), 2), Row("[a,,]", .text(","), operand, 3),
    Row("{,a: b}", .text("a"), .list(["}"]), 2), Row("[,", end, .list(["]"]), 2),
    Row("[a b]", .text("b"), .list(["]", ","]), 3), Row("a[]", .text("]"), operand, 2),
    Row("a[b", end, .list(["]"]), 3), Row("{a}", .text("}"), .list([":"]), 2),
    Row("{a: b", end, .list(["}", ","]), 5), Row("{a: }", .text("}"), operand, 4),
    Row("a.", end, field, 2), Row("a.1", .text(".1"), .list(["+", "&&", "||", "."]), 1),
    Row("a.'b'", .text("'b'"), field, 2), Row("a.in", .text("in"), field, 2),
    Row("a.true", .text("true"), field, 2),
    Row("a.?b()", .text("("), .list(["+", "&&", "||", "."]), 4),
    Row("a ? b", end, .list([":"]), 5), Row("a ? b c", .text("c"), .list([":"]), 6),
    Row("a ? b ? c : d : e", .text("?"), .list([":"]), 6),
    Row("a b", .text("b"), .list(["+", "&&", "||", "."]), 2),
    Row("a)", .text(")"), .list(["+", "&&", "||", "."]), 1),
    Row("1 2", .text("2"), .list(["+", "&&", "||", "."]), 2), Row("in", .text("in"), operand, 0),
    Row("!-a", .text("-"), operand, 1), Row("-!a", .text("!"), operand, 1),
    Row("1x", .text("x"), .list(["+", "&&", "||", "."]), 1),
    Row("0x", .text("x"), .list(["+", "&&", "||", "."]), 1), Row("*", .text("*"), operand, 0),
    Row(".1.a.", end, field, 5), Row("a{1: 2}", .text("1"), field, 2),
    Row("a{b 2}", .text("2"), .list([":"]), 4), Row("a{b: 2", end, .list(["}", ","]), 6),
    Row("`a`", .text("`a`"), operand, 0), Row(". + a", .text("+"), .word("expression.name"), 2),
    Row("'é' 'ü'", .text("'ü'"), .list(["+", "&&", "||", "."]), 4),
  ]

  @Test(arguments: rows)
  func `A text that is no expression is refused with what was expected`(_ row: Row) {
    let fault = #expect(throws: CEL.Fault.self) { try CEL.Parser.parse(row.text) }
    #expect(fault?.code == .expressionSyntax)
    #expect(fault?.values == ["found": row.found, "expected": row.expected])
    #expect(fault?.offset == row.offset)
  }

  @Test(arguments: [
    ("a # b", "#", 2), ("a = b", "=", 2), ("a & b", "&", 2), ("a | b", "|", 2), ("@a", "@", 0),
    ("é", "é", 0), ("'日' + $x", "$", 6), ("a ~ b", "~", 2), ("a;", ";", 1), ("\u{0}", "\u{0}", 0),
    ("a\u{A0}+ b", "\u{A0}", 1), ("\\", "\\", 0), ("👍", "👍", 0),
  ])
  func `A character without a meaning is refused`(_ row: (text: String, found: String, offset: Int))
  {
    let fault = #expect(throws: CEL.Fault.self) { try CEL.Parser.parse(row.text) }
    #expect(fault?.code == .expressionCharacter)
    #expect(fault?.values == ["found": .text(row.found)])
    #expect(fault?.offset == row.offset)
  }

  @Test func `A long word is quoted by its beginning`() {
    let word = String(repeating: "x", count: 1_000)
    let fault = #expect(throws: CEL.Fault.self) { try CEL.Parser.parse("a \(word)") }
    #expect(fault?.values["found"] == .text(String(repeating: "x", count: 39) + "…"))
  }

  private static let alphabet = Array(
    "ab.?:,()[]{}'\"`\\0159xub+-*/%!=<>&|@ \n\u{E9}in".unicodeScalars)

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `Any text is read or refused at a place in it`(_ seed: UInt64) {
    var generator = Seeded(seed: seed)
    for _ in 0..<50 {
      let length = Int.random(in: 0...30, using: &generator)
      let text = String(
        String.UnicodeScalarView(
          (0..<length).map { _ in Self.alphabet.randomElement(using: &generator) ?? "a" }))
      do throws(CEL.Fault) {
        #expect(try CEL.Parser.parse(text).nodes.allSatisfy { $0.offset < length })
      } catch {
        #expect((0...length).contains(error.offset), "\(text)")
        #expect(Failure.Code.expressionCodes.contains(error.code))
      }
    }
  }
}
