import Testing

@testable import Values

@Suite struct JSONParsingTests {
  @Test(arguments: [
    ("null", "null"), (" true\n", "true"), ("false", "false"), ("0", "0"), ("-7", "-7"),
    ("9223372036854775807", "9223372036854775807"),
    ("-9223372036854775808", "-9223372036854775808"),
    ("[]", "[]"), ("{ }", "{}"), ("[1, [2],\t3]", "[1,[2],3]"),
    (#"{"b":1, "a" : {"c":[]}}"#, #"{"a":{"c":[]},"b":1}"#),
    (#""a\u00e9\ud83d\ude00\/\"\\""#, #""aé😀/\"\\""#), (#""\b\f\n\r\t""#, #""\b\f\n\r\t""#),
    ("\"é😀\"", "\"é😀\""),
  ])
  func `What is JSON is read`(_ text: String, _ canonical: String) throws {
    #expect(String(decoding: try JSON(parsing: text).canonical, as: UTF8.self) == canonical)
  }

  @Test(
    arguments: [
      ("", .unexpectedEnd, 0), ("[1", .unexpectedByte, 2), ("[1,]", .unexpectedByte, 3),
      ("{\"a\"}", .unexpectedByte, 4), ("{\"a\":1", .unexpectedByte, 6), ("\"a", .unexpectedEnd, 2),
      ("1.5", .notAnInteger, 0), ("1e3", .notAnInteger, 0), ("01", .notAnInteger, 0),
      ("9223372036854775808", .notAnInteger, 0), ("-", .unexpectedByte, 1),
      ("tru", .unexpectedByte, 0),
      (#"{"a":1,"a":2}"#, .repeatedName, 7), ("1 2", .trailingBytes, 2),
      ("\"\n\"", .unexpectedByte, 1),
      (#""\x""#, .unexpectedByte, 2), (#""\ud800""#, .notUTF8, 3),
      (#""\u00g0""#, .unexpectedByte, 3),
    ] as [(String, JSON.Unreadable.Reason, Int)])
  func `What is no JSON is refused at its place`(
    _ text: String, _ reason: JSON.Unreadable.Reason, _ offset: Int
  ) {
    let failure = #expect(throws: JSON.Unreadable.self) { try JSON(parsing: text) }
    #expect(failure == JSON.Unreadable(reason: reason, offset: offset))
  }

  @Test(arguments: [[0x80], [0xC3], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xFF]] as [[UInt8]])
  func `Bytes that are not UTF-8 are refused, never mended`(_ bytes: [UInt8]) {
    let failure = #expect(throws: JSON.Unreadable.self) {
      try JSON(parsing: [0x5B, 0x22] + bytes + [0x22, 0x5D])
    }
    #expect(failure == JSON.Unreadable(reason: .notUTF8, offset: 2))
    #expect(String(utf8: bytes.span) == nil)
  }

  @Test func `Depth ends at 64`() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    _ = try JSON(parsing: nested(64))
    let failure = #expect(throws: JSON.Unreadable.self) { try JSON(parsing: nested(65)) }
    #expect(failure == JSON.Unreadable(reason: .tooDeep, offset: 64))
  }
}
