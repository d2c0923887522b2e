import Testing
import Values

/// The bytes that are hashed into the log: a row that must be changed here breaks every chain.
@Suite struct JSONWritingTests {
  struct Vector: CustomTestStringConvertible, Sendable {
    let name: String
    let value: JSON
    let bytes: String

    init(_ name: String, _ value: JSON, _ bytes: String) {
      self.name = name
      self.value = value
      self.bytes = bytes
    }

    var testDescription: String { name }
  }

  static let scalars = [
    Vector("null", .null, "null"), Vector("true", true, "true"), Vector("false", false, "false"),
    Vector("zero", 0, "0"), Vector("a negative number", -1, "-1"),
    Vector("the greatest integer", .int(.max), "9223372036854775807"),
    Vector("the least integer", .int(.min), "-9223372036854775808"),
    Vector("an empty text", "", #""""#), Vector("a text", "Lisboa", #""Lisboa""#),
    Vector("a quote", "a\"b", #""a\"b""#), Vector("a backslash", #"a\b"#, #""a\\b""#),
    Vector("a slash is no escape", "a/b", #""a/b""#),
    Vector("the short escapes", "\u{8}\t\n\u{C}\r", #""\b\t\n\f\r""#),
    Vector("NUL", "\u{0}", #""\u0000""#),
    Vector("other controls by number", "\u{1}\u{B}\u{1F}", #""\u0001\u000b\u001f""#),
    Vector("DEL and what follows as it is", "\u{7F}\u{80}", "\"\u{7F}\u{80}\""),
    Vector("accents as UTF-8", "ação", "\"ação\""),
    Vector("line separators as UTF-8", "\u{2028}\u{2029}", "\"\u{2028}\u{2029}\""),
    Vector("outside the plane as UTF-8", "🇵🇹", "\"🇵🇹\""),
    Vector("a text of digits stays a text", "007", #""007""#),
  ]

  static let shapes = [
    Vector("an empty list", [], "[]"), Vector("an empty object", [:], "{}"),
    Vector("a list keeps its order", ["b", "a", 1], #"["b","a",1]"#),
    Vector("names are sorted", ["b": 1, "a": 2, "c": 3], #"{"a":2,"b":1,"c":3}"#),
    Vector("capitals before small letters", ["a": 1, "Z": 2], #"{"Z":2,"a":1}"#),
    Vector("a name before those it begins", ["ab": 1, "a": 2], #"{"a":2,"ab":1}"#),
    Vector("digits by their bytes", ["10": 1, "9": 2], #"{"10":1,"9":2}"#),
    Vector("the empty name first", ["a": 1, "": 2], #"{"":2,"a":1}"#),
    Vector("accents after all of ASCII", ["é": 1, "z": 2, "~": 3], #"{"z":2,"~":3,"é":1}"#),
    Vector(
      "by UTF-8 and not by UTF-16", ["\u{1F1F5}": 1, "\u{FF01}": 2],
      "{\"\u{FF01}\":2,\"\u{1F1F5}\":1}"),
    Vector("by the name and not by its escapes", ["\"": 1, "!": 2], #"{"!":2,"\"":1}"#),
    Vector(
      "sorted at each level", ["b": [["d": 1, "c": 2]], "a": ["z": .null, "y": []]],
      #"{"a":{"y":[],"z":null},"b":[{"c":2,"d":1}]}"#),
  ]

  @Test(arguments: scalars + shapes)
  func `Canonical bytes are these and no others`(_ vector: Vector) {
    #expect(vector.value.canonical == Array(vector.bytes.utf8))
    #expect(vector.value.canonicalText == vector.bytes)
  }

  @Test(arguments: scalars + shapes)
  func `Canonical bytes read back give themselves`(_ vector: Vector) throws {
    #expect(try JSON(parsing: vector.bytes).canonical == Array(vector.bytes.utf8))
  }

  @Test func `The order of members changes no canonical byte`() {
    let one: JSON = ["a": ["x": 1, "y": 2], "b": 3]
    let other: JSON = ["b": 3, "a": ["y": 2, "x": 1]]
    #expect(one != other)
    #expect(one.canonical == other.canonical)
  }

  @Test func `Two spellings of one accent stay two texts in the log`() {
    #expect(JSON.text("é").canonical == [0x22, 0xC3, 0xA9, 0x22])
    #expect(JSON.text("e\u{301}").canonical == [0x22, 0x65, 0xCC, 0x81, 0x22])
  }

  @Test func `Compact text is one line with the members in their own order`() {
    let value: JSON = ["b": [1, "x"], "a": ["d": .null, "c": true]]
    #expect(value.compact == #"{"b":[1,"x"],"a":{"d":null,"c":true}}"#)
    #expect(JSON.text("a\nb").compact == #""a\nb""#)
  }

  @Test func `Pretty text has two spaces a level and the members in their own order`() {
    let value: JSON = ["b": [1, ["x": 2]], "a": [:], "c": [], "d": "e"]
    #expect(
      value.pretty == """
        {
          "b": [
            1,
            {
              "x": 2
            }
          ],
          "a": {},
          "c": [],
          "d": "e"
        }
        """)
  }

  @Test(arguments: scalars)
  func `A scalar is written alike in all three forms`(_ vector: Vector) {
    #expect(vector.value.pretty == vector.bytes)
    #expect(vector.value.compact == vector.bytes)
  }
}
