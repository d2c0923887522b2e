import Plugins
import Testing
import Values

/// What the literals of expressions stand for.
@Suite struct LiteralTests {
  private static func literal(_ text: String) throws -> CEL.Literal? {
    let expression = try CEL.Parser.parse(text)
    return if case .literal(let literal) = expression.shape { literal } else { nil }
  }

  @Test(arguments: [
    ("null", CEL.Literal.null), ("true", .bool(true)), ("false", .bool(false)),
    ("0", .int(0)), ("42", .int(42)), ("-1", .int(-1)), ("- 1", .int(-1)), ("007", .int(7)),
    ("0x0", .int(0)), ("0xFf", .int(255)), ("0Xab", .int(171)), ("-0x10", .int(-16)),
    ("9223372036854775807", .int(.max)), ("-9223372036854775808", .int(.min)),
    ("0x7FFFFFFFFFFFFFFF", .int(.max)), ("-0x8000000000000000", .int(.min)),
    ("0u", .uint(0)), ("7U", .uint(7)), ("0x10u", .uint(16)),
    ("18446744073709551615u", .uint(.max)), ("0xFFFFFFFFFFFFFFFFu", .uint(.max)),
    ("0.5", .double(0.5)), (".5", .double(0.5)), ("-.5", .double(-0.5)), ("1e3", .double(1000)),
    ("1E+3", .double(1000)), ("25e-1", .double(2.5)), ("1.5e2", .double(150)),
    ("-0.0", .double(-0.0)), ("1.7976931348623157e308", .double(.greatestFiniteMagnitude)),
    ("1e-400", .double(0)),
  ])
  func `A constant stands for its value`(_ row: (text: String, literal: CEL.Literal)) throws {
    #expect(try Self.literal(row.text) == row.literal)
  }

  @Test func `Zero below zero keeps its sign`() throws {
    let literal = try Self.literal("-0.0")
    guard case .double(let value) = literal else {
      Issue.record("-0.0 is \(String(describing: literal))")
      return
    }
    #expect(value.sign == .minus)
  }

  @Test(arguments: [
    ("9223372036854775808", "9223372036854775808", 0),
    ("-9223372036854775809", "-9223372036854775809", 0),
    ("1 + 99999999999999999999", "99999999999999999999", 4),
    ("18446744073709551616u", "18446744073709551616u", 0),
    ("0x10000000000000000", "0x10000000000000000", 0), ("-1e999", "1e999", 1),
    ("0x8000000000000000", "9223372036854775808", 0),
    ("-99999999999999999999", "99999999999999999999", 1),
  ])
  func `A number out of range is refused`(_ row: (text: String, found: String, offset: Int)) {
    let fault = Self.fault(row.text)
    #expect(fault?.code == .expressionLiteralRange)
    #expect(fault?.values == ["found": .text(row.found)])
    #expect(fault?.offset == row.offset)
  }

  @Test(arguments: [
    (#"'a'"#, "a"), (#""a""#, "a"), (#"''"#, ""), (#""""#, ""), (#"'"'"#, "\""), (#""'""#, "'"),
    (#"'''a'''"#, "a"), (#""""a""""#, "a"), (#"''''''"#, ""), (#"''' ' '' '''"#, " ' '' "),
    ("'''a\nb'''", "a\nb"), ("\"\"\"a\r\nb\"\"\"", "a\r\nb"), ("'\t'", "\t"),
    (#"'\\\?\"\'\`'"#, #"\?"'`"#), (#"'\a\b\f\n\r\t\v'"#, "\u{7}\u{8}\u{c}\n\r\t\u{b}"),
    (#"'\x41\X4a'"#, "AJ"), (#"'\xff'"#, "ÿ"), (#"'\101\377\000'"#, "Aÿ\0"),
    (#"'\u00e9\u00E9'"#, "éé"), (#"'\U0001f431'"#, "🐱"), (#"'\U0010FFFF'"#, "\u{10FFFF}"),
    (#"'\ud7ff\ue000'"#, "\u{D7FF}\u{E000}"), ("'São'", "São"), ("'日本'", "日本"),
    (#"r'\n'"#, #"\n"#), (#"R"\""#, #"\"#), (#"r'''\'a'''"#, #"\'a"#), (#"r'a' "#, "a"),
    (#"'// no comment'"#, "// no comment"),
  ])
  func `A text is what its quotes hold`(_ row: (text: String, value: String)) throws {
    let literal = try Self.literal(row.text)
    guard case .string(let value) = literal else {
      Issue.record("\(row.text) is \(String(describing: literal))")
      return
    }
    #expect(Array(value.unicodeScalars) == Array(row.value.unicodeScalars))
  }

  @Test(
    arguments: [
      (#"b'a'"#, [0x61]), (#"B"a""#, [0x61]), (#"b''"#, []), (#"b'ÿ'"#, [0xC3, 0xBF]),
      (#"b'\xff\377\000'"#, [0xFF, 0xFF, 0]), (#"b'\n\\'"#, [0x0A, 0x5C]),
      (#"br'\x'"#, [0x5C, 0x78]), (#"bR"\\""#, [0x5C, 0x5C]), ("b'''\n'''", [0x0A]),
    ] as [(String, [UInt8])])
  func `Bytes are what their quotes hold`(_ row: (text: String, bytes: [UInt8])) throws {
    #expect(try Self.literal(row.text) == .bytes(row.bytes))
  }

  @Test(
    arguments: [
      (#"'\q'"#, #"\q"#, 1), (#"'ab\'"#, nil, 0), (#"'\8'"#, #"\8"#, 1), (#"'\x4'"#, #"\x4"#, 1),
      (#"'\u12'"#, #"\u12"#, 1), (#"'\ud800'"#, #"\ud800"#, 1),
      (#"'\UFFFFFFFF'"#, #"\UFFFFFFFF"#, 1),
      (#"'\U00110000'"#, #"\U00110000"#, 1), (#"'\400'"#, #"\4"#, 1), (#"'\078'"#, #"\07"#, 1),
      (#"b'\u0041'"#, #"\u"#, 2), (#"b'\U00000041'"#, #"\U"#, 2), ("'é\\z'", #"\z"#, 2),
    ] as [(String, String?, Int)])
  func `An escape that stands for nothing is refused at its backslash`(
    _ row: (text: String, found: String?, offset: Int)
  ) {
    let fault = Self.fault(row.text)
    #expect(fault?.code == (row.found == nil ? .expressionQuote : .expressionEscape))
    #expect(fault?.values["found"] == row.found.map { .text($0) })
    #expect(fault?.offset == row.offset)
  }

  @Test(
    arguments: [
      ("'a", "'", 0), ("1 + \"a", "\"", 4), ("'a\nb'", "'", 0), ("'a\rb'", "'", 0),
      ("'''a''", "'''", 0), ("b'a", "'", 0), ("r'a", "'", 0), (#"'a\"#, nil, 2),
      ("\"\"\"", "\"\"\"", 0),
      ("a.`b", "`", 2), ("a.``", "`", 2), ("a.`b\nc`", "`", 2), ("a.`é`", "`", 2),
    ] as [(String, String?, Int)])
  func `A text that does not end is refused where it begins`(
    _ row: (text: String, quote: String?, offset: Int)
  ) {
    let fault = Self.fault(row.text)
    #expect(fault?.code == (row.quote == nil ? .expressionEscape : .expressionQuote))
    #expect(fault?.values["quote"] == row.quote.map { .text($0) })
    #expect(fault?.offset == row.offset)
  }

  private static func fault(_ text: String) -> CEL.Fault? {
    do throws(CEL.Fault) {
      _ = try CEL.Parser.parse(text)
      return nil
    } catch {
      return error
    }
  }
}
