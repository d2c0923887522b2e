import Testing

@testable import Values

@Suite struct JSONParsingTests {
  typealias Reason = JSON.Unreadable.Reason

  struct Row: CustomTestStringConvertible, Sendable {
    let name: String
    let bytes: [UInt8]
    let reason: Reason
    let offset: Int

    init(_ name: String, _ text: String, _ reason: Reason, _ offset: Int) {
      self.init(name, Array(text.utf8), reason, offset)
    }

    init(_ name: String, _ bytes: [UInt8], _ reason: Reason, _ offset: Int) {
      self.name = name
      self.bytes = bytes
      self.reason = reason
      self.offset = offset
    }

    var testDescription: String { "\(reason): \(name)" }
  }

  static let misfits = [
    Row("a letter", "x", .unexpectedByte, 0),
    Row("a word of another language", "None", .unexpectedByte, 0),
    Row("a misspelt word", "nulx", .unexpectedByte, 3),
    Row("a capital", "trUe", .unexpectedByte, 2),
    Row("a text in single quotes", "'a'", .unexpectedByte, 0),
    Row("a plus sign", "+1", .unexpectedByte, 0),
    Row("a lone point", ".5", .unexpectedByte, 0),
    Row("a sign before no digit", "-x", .unexpectedByte, 1),
    Row("a list that begins with a comma", "[,1]", .unexpectedByte, 1),
    Row("a comma at the end of a list", "[1,]", .unexpectedByte, 3),
    Row("no comma in a list", "[1 2]", .unexpectedByte, 3),
    Row("a list closed as an object", "[1}", .unexpectedByte, 2),
    Row("a name that is no text", "{1:2}", .unexpectedByte, 1),
    Row("no colon", #"{"a" 1}"#, .unexpectedByte, 5),
    Row("no value", #"{"a":}"#, .unexpectedByte, 5),
    Row("a comma at the end of an object", #"{"a":1,}"#, .unexpectedByte, 7),
    Row("an object closed as a list", #"{"a":1]"#, .unexpectedByte, 6),
    Row("a comment", "[1 // one\n]", .unexpectedByte, 3),
    Row("a byte order mark", "\u{FEFF}1", .unexpectedByte, 0),
    Row("a space of another script", "\u{A0}1", .unexpectedByte, 0),
    Row("NUL as it is", "\"a\u{0}b\"", .unexpectedByte, 2),
    Row("a line break in a text", "\"a\nb\"", .unexpectedByte, 2),
    Row("a control after an escape", "\"\\n\u{1F}\"", .unexpectedByte, 3),
    Row("an unknown escape", #""\q""#, .unexpectedByte, 2),
    Row("an escape with a capital", #""\N""#, .unexpectedByte, 2),
    Row("too few hexadecimal digits", #""\u12""#, .unexpectedByte, 5),
    Row("no hexadecimal digit", #""\u00g0""#, .unexpectedByte, 5),
    Row("a sign among hexadecimal digits", #""\u+123""#, .unexpectedByte, 3),
  ]

  static let ends = [
    Row("nothing", "", .unexpectedEnd, 0),
    Row("only spaces", " \n\t\r", .unexpectedEnd, 4),
    Row("half a word", "tru", .unexpectedEnd, 3),
    Row("a lone sign", "-", .unexpectedEnd, 1),
    Row("an open list", "[", .unexpectedEnd, 1),
    Row("a list after a value", "[1", .unexpectedEnd, 2),
    Row("a list after a comma", "[1,", .unexpectedEnd, 3),
    Row("an open object", "{", .unexpectedEnd, 1),
    Row("an object after a name", #"{"a""#, .unexpectedEnd, 4),
    Row("an object after a colon", #"{"a":"#, .unexpectedEnd, 5),
    Row("an object after a value", #"{"a":1"#, .unexpectedEnd, 6),
    Row("an object after a comma", #"{"a":1,"#, .unexpectedEnd, 7),
    Row("an open text", #""ab"#, .unexpectedEnd, 3),
    Row("a text after an escape", #""a\n"#, .unexpectedEnd, 4),
    Row("a backslash at the end", #""a\"#, .unexpectedEnd, 3),
    Row("half an escape by number", #""\u12"#, .unexpectedEnd, 5),
  ]

  static let numbers = [
    Row("a fraction", "1.5", .notAnInteger, 0),
    Row("a fraction that is whole", "[1.0]", .notAnInteger, 1),
    Row("an exponent", "1e3", .notAnInteger, 0),
    Row("an exponent with a capital", "-1E3", .notAnInteger, 0),
    Row("a zero before", "01", .notAnInteger, 0),
    Row("a zero before, with a sign", "[0, -01]", .notAnInteger, 4),
    Row("two zeros", "00", .notAnInteger, 0),
    Row("one more than the greatest", "9223372036854775808", .notAnInteger, 0),
    Row("one less than the least", "-9223372036854775809", .notAnInteger, 0),
  ]

  static let others = [
    Row("the same name twice", #"{"a":1,"a":2}"#, .repeatedName, 7),
    Row("the same name, once escaped", #"{"a":1, "\u0061":2}"#, .repeatedName, 8),
    Row("the same name farther down", #"[{"a":1,"b":2,"a":3}]"#, .repeatedName, 14),
    Row("a second value", "1 2", .trailingBytes, 2),
    Row("a letter after a number", "1x", .trailingBytes, 1),
    Row("a bracket too many", "[]]", .trailingBytes, 2),
    Row("NUL after the value", "{}\u{0}", .trailingBytes, 2),
    Row("a text that is no UTF-8", [0x22, 0x61, 0xFF, 0x22], .notUTF8, 1),
    Row("a name that is no UTF-8", [0x7B, 0x22, 0xC0, 0xAF, 0x22, 0x3A, 0x31, 0x7D], .notUTF8, 2),
    Row("a surrogate as UTF-8", [0x22, 0xED, 0xA0, 0x80, 0x22], .notUTF8, 1),
    Row("no UTF-8 after an escape", [0x22, 0x5C, 0x6E, 0xFF, 0x22], .notUTF8, 1),
    Row("a lone high surrogate", #""\ud83d""#, .notUTF8, 3),
    Row("a high surrogate before a letter", #""\ud83dx""#, .notUTF8, 3),
    Row("a high surrogate before an escape", #""\ud83d\n""#, .notUTF8, 3),
    Row("a high surrogate before a high one", #""\ud83d\ud83d""#, .notUTF8, 3),
    Row("a lone low surrogate", #""a\udc4d""#, .notUTF8, 4),
    Row(
      "sixty-five lists", String(repeating: "[", count: 65) + String(repeating: "]", count: 65),
      .tooDeep, 64),
    Row(
      "sixty-five objects",
      String(repeating: #"{"":"#, count: 65) + "1" + String(repeating: "}", count: 65), .tooDeep,
      256),
    Row("a hundred thousand lists", String(repeating: "[", count: 100_000), .tooDeep, 64),
  ]

  @Test(arguments: misfits + ends + numbers + others)
  func `What is no JSON of ours is refused at its place`(_ row: Row) {
    #expect(throws: JSON.Unreadable(reason: row.reason, offset: row.offset)) {
      try JSON(parsing: row.bytes)
    }
  }

  @Test func `Each reason is provoked by a row`() {
    let provoked = Set(
      (Self.misfits + Self.ends + Self.numbers + Self.others).map { "\($0.reason)" })
    #expect(
      provoked == [
        "unexpectedByte", "unexpectedEnd", "notAnInteger", "repeatedName", "tooDeep", "notUTF8",
        "trailingBytes",
      ])
  }

  @Test(
    arguments: [
      ("null", .null), (" true ", true), ("\t\r\n false", false), ("-0", 0), ("0", 0),
      ("9223372036854775807", .int(.max)), ("-9223372036854775808", .int(.min)),
      (#""""#, ""), (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"),
      (#""\u0000""#, "\u{0}"), (#""\u00e9\u00E9é""#, "ééé"), (#""\ud83d\udc4d""#, "\u{1F44D}"),
      (#""a\u002Fb""#, "a/b"), ("\"\u{7F}\"", "\u{7F}"), ("[ ]", []), ("{ }", [:]),
      ("[1 , [2] , {}]", [1, [2], [:]]),
      (#" { "b" : 1 , "a" : [ ] } "#, ["b": 1, "a": []]),
      (#"{"":1," ":2}"#, ["": 1, " ": 2]),
      (#"[{"a":1},{"a":2}]"#, [["a": 1], ["a": 2]]),
    ] as [(String, JSON)])
  func `What is JSON of ours is read`(_ row: (text: String, value: JSON)) throws {
    #expect(try JSON(parsing: row.text) == row.value)
    #expect(try JSON(parsing: Array(row.text.utf8)) == row.value)
  }

  @Test(arguments: [[0x80], [0xC3], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xFF]] as [[UInt8]])
  func `Bytes that are not UTF-8 are refused, never mended`(_ bytes: [UInt8]) {
    #expect(throws: JSON.Unreadable(reason: .notUTF8, offset: 2)) {
      try JSON(parsing: [0x5B, 0x22] + bytes + [0x22, 0x5D])
    }
    #expect(String(utf8: bytes.span) == nil)
  }

  @Test func `Sixty-four levels are read`() throws {
    let text = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
    #expect(try JSON(parsing: text).compact == text)
  }

  @Test func `Levels side by side are not counted together`() throws {
    let row = "[" + Array(repeating: "[{}]", count: 200).joined(separator: ",") + "]"
    #expect(try JSON(parsing: row).list?.count == 200)
  }

  @Test func `Bytes are read from whatever holds them`() throws {
    let bytes = Array("xx[1]".utf8)
    #expect(try JSON(parsing: bytes.dropFirst(2)) == [1])
  }
}
