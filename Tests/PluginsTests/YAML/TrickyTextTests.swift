import Plugins
import Testing
import Values

/// Texts that are good YAML and that other readers get wrong; each with its value as JSON.
@Suite struct TrickyTextTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let name: String
    let text: String
    let json: String

    init(_ name: String, _ text: String, _ json: String) {
      self.name = name
      self.text = text
      self.json = json
    }

    var testDescription: String { name }
  }

  static let scalars = [
    Row("Norway", "member: NO", #"{"member":"NO"}"#),
    Row("Norway in a list", "[FI, NO, SE]", #"["FI","NO","SE"]"#),
    Row("yes, no, on, off", "[yes, no, on, off, y, n]", #"["yes","no","on","off","y","n"]"#),
    Row("a key that is no", "no: 1", #"{"no":"1"}"#),
    Row("true is a text until asked", "a: true", #"{"a":"true"}"#),
    Row("ISO 3166", "standard: 3166", #"{"standard":"3166"}"#),
    Row("zeros before", "code: 007", #"{"code":"007"}"#),
    Row("octal of old", "code: 0o17", #"{"code":"0o17"}"#),
    Row("hexadecimal", "code: 0x1F", #"{"code":"0x1F"}"#),
    Row("base sixty", "time: 1:30", #"{"time":"1:30"}"#),
    Row("base sixty with seconds", "time: 190:20:30", #"{"time":"190:20:30"}"#),
    Row("a fraction", "threshold: 2/3", #"{"threshold":"2/3"}"#),
    Row("a day", "on: 2016-10-14", #"{"on":"2016-10-14"}"#),
    Row("a moment", "at: 2001-12-14t21:59:43.10-05:00", #"{"at":"2001-12-14t21:59:43.10-05:00"}"#),
    Row("a version", "version: 1.10", #"{"version":"1.10"}"#),
    Row("an exponent", "n: 1e3", #"{"n":"1e3"}"#),
    Row("infinity", "n: [.inf, -.INF, .nan]", #"{"n":[".inf","-.INF",".nan"]}"#),
    Row("underscores in a number", "n: 1_000", #"{"n":"1_000"}"#),
    Row("nothing in three ways", "{a: , b: ~, c: null}", #"{"a":null,"b":null,"c":null}"#),
    Row("Null and NULL are texts", "[Null, NULL]", #"["Null","NULL"]"#),
    Row("quoted null is a text", "a: 'null'", #"{"a":"null"}"#),
    Row("quoted nothing is a text", "a: \"\"", #"{"a":""}"#),
    Row("accents", "city: São Tomé", #"{"city":"São Tomé"}"#),
    Row("outside the plane", "a: \u{1F1F3}\u{1F1F4}", "{\"a\":\"\u{1F1F3}\u{1F1F4}\"}"),
    Row("an equals sign", "a: =", #"{"a":"="}"#),
    Row("a hash inside a word", "a: C#1", ##"{"a":"C#1"}"##),
    Row("a comment after a value", "a: C #1", #"{"a":"C"}"#),
    Row("a colon inside a word", "a: urn:x:y", #"{"a":"urn:x:y"}"#),
    Row("a question mark at the start", "a: ?x", #"{"a":"?x"}"#),
    Row("a hyphen at the start", "a: -x", #"{"a":"-x"}"#),
  ]

  static let shapes = [
    Row("single quotes doubled", "a: 'it''s'", #"{"a":"it's"}"#),
    Row("escapes", #"a: "\x41\u00e9\n""#, #"{"a":"Aé\n"}"#),
    Row("a folded plain text", "a: one\n  two\n\n  three", #"{"a":"one two\nthree"}"#),
    Row("a folded block", "a: >\n  one\n  two\n", #"{"a":"one two\n"}"#),
    Row("a literal block", "a: |\n  one\n   two\n", #"{"a":"one\n two\n"}"#),
    Row("a block without its last break", "a: |-\n  one\n", #"{"a":"one"}"#),
    Row("a block with all breaks", "a: |+\n  one\n\n", #"{"a":"one\n\n"}"#),
    Row("a block with an indicator", "a: |2\n   one\n", #"{"a":" one\n"}"#),
    Row("a tab inside a block", "a: |\n  x\ty\n", #"{"a":"x\ty\n"}"#),
    Row("a tab after the indentation of a block", "a: |\n  y\n  \tx\n", #"{"a":"y\n\tx\n"}"#),
    Row("a tab before a comment", "a: x\t# why", #"{"a":"x"}"#),
    Row("a list at the level of its key", "a:\n- x\n- y", #"{"a":["x","y"]}"#),
    Row("a list of lists", "- - x\n  - y\n- z", #"[["x","y"],"z"]"#),
    Row("mappings in a list", "- a: 1\n  b: 2\n- c: 3", #"[{"a":"1","b":"2"},{"c":"3"}]"#),
    Row("flow over lines", "{a: [1,\n 2],\n b: {}}", #"{"a":["1","2"],"b":{}}"#),
    Row("a comma at the end", "[a, b,]", #"["a","b"]"#),
    Row("a pair in a list", "[a: 1]", #"[{"a":"1"}]"#),
    Row("an explicit key", "? a\n: b", #"{"a":"b"}"#),
    Row("a key without value", "a:\nb: 1", #"{"a":null,"b":"1"}"#),
    Row("a key of JSON", #"{"a":1}"#, #"{"a":"1"}"#),
    Row("a quoted key with a colon", "\"a: b\": c", #"{"a: b":"c"}"#),
    Row("a quoted merge key is a text", "'<<': x", #"{"<<":"x"}"#),
    Row("the start marked", "---\na: 1\n", #"{"a":"1"}"#),
    Row("start and end marked", "--- a\n...\n", #""a""#),
    Row("lines of Windows", "a: 1\r\nb: 2\r\n", #"{"a":"1","b":"2"}"#),
    Row("a byte order mark", "\u{FEFF}a: 1", #"{"a":"1"}"#),
    Row("an alias", "a: &x [1, 2]\nb: *x", #"{"a":["1","2"],"b":["1","2"]}"#),
    Row("the latest anchor counts", "[&x 1, *x, &x 2, *x]", #"["1","1","2","2"]"#),
    Row("a text alone", "text", #""text""#),
    Row("quoted nothing alone", "''", #""""#),
  ]

  @Test(arguments: scalars + shapes)
  func `A tricky text reads as what it looks like`(_ row: Row) throws {
    #expect(try YAML.parse(row.text).json.compact == row.json)
  }

  @Test(arguments: scalars + shapes)
  func `A value that went through the log reads the same`(_ row: Row) throws {
    let json = try YAML.parse(row.text).json
    #expect(Node(try JSON(parsing: json.canonical)).json.canonical == json.canonical)
  }

  @Test func `Sixty levels of brackets are read`() throws {
    let text = String(repeating: "[", count: 60) + String(repeating: "]", count: 60)
    #expect(try YAML.parse(text).json.compact == text)
  }

  @Test func `The places of keys and values count from one`() throws {
    let node = try YAML.parse("# rules\nseries:\n  açores: {notice: P14D}\n", file: "n.yaml")
    let series = try #require(try node.mapping().first)
    #expect(series.place == Place(file: "n.yaml", line: 2, column: 1))
    let inner = try #require(try series.value.mapping().first)
    #expect(inner.place == Place(file: "n.yaml", line: 3, column: 3))
    let notice = try #require(try inner.value.mapping().first)
    #expect(notice.value.place == Place(file: "n.yaml", line: 3, column: 20))
  }
}
