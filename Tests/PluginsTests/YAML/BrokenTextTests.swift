import Plugins
import Testing
import Values

/// Texts that are refused, each with its code and the place that the message names.
@Suite struct BrokenTextTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let text: String
    let code: String
    let line: Int
    let column: Int

    init(_ text: String, _ code: String, _ line: Int, _ column: Int) {
      self.text = text
      self.code = code
      self.line = line
      self.column = column
    }

    var testDescription: String { "\(code): \(text.debugDescription.prefix(60))" }
  }

  static let writing = [
    Row("a:\n\tb: 1", "yaml-tab", 2, 1),
    Row("a:\n  b: 1\n\tc: 2", "yaml-tab", 3, 1),
    Row("- a\n-\t- b", "yaml-tab", 2, 2),
    Row("a: |\n\tx\n", "yaml-tab", 2, 1),
    Row("a: x\n\ty", "yaml-tab", 2, 1),
    Row("a: b: c", "yaml-colon", 1, 5),
    Row("a\nb: 1", "yaml-colon", 2, 2),
    Row("a: 1\nb\n", "yaml-colon", 3, 1),
    Row("a: 'x", "yaml-quote", 1, 4),
    Row("a: 1\nb: \"x\nc: 1\nd: 2\n", "yaml-quote", 2, 4),
    Row("a: \"x\n---\nb: 1", "yaml-quote", 1, 4),
    Row("a: [1, 2", "yaml-bracket", 1, 9),
    Row("a: {b: 1\nc: 2", "yaml-bracket", 2, 2),
    Row("a: [1, 2}", "yaml-bracket", 1, 9),
    Row(#"a: "\q""#, "yaml-escape", 1, 5),
    Row(#"a: "\xZZ""#, "yaml-escape", 1, 7),
    Row("a: 1\n  b: 2", "yaml-colon", 2, 4),
    Row("a:\n  b: 1\n c: 2", "yaml-indentation", 3, 2),
    Row("- a\nb: 1", "yaml-indentation", 2, 1),
    Row("a: - b", "yaml-indentation", 1, 4),
    Row("a: @x", "yaml-reserved-character", 1, 4),
    Row("a: `x`", "yaml-reserved-character", 1, 4),
    Row("a: %x", "yaml-reserved-character", 1, 4),
    Row("a: |x\n  y", "yaml-block-header", 1, 5),
    Row("a: & b", "yaml-anchor", 1, 5),
    Row("a: * b", "yaml-anchor", 1, 5),
    Row("a: ]", "yaml-syntax", 1, 4),
  ]

  static let content = [
    Row("a: 1\na: 2", "yaml-duplicate-key", 2, 1),
    Row("a:\n  b: 1\n  c: 2\n  'b': 3", "yaml-duplicate-key", 4, 3),
    Row("{a: 1, a: 1}", "yaml-duplicate-key", 1, 8),
    Row("a: !!str 1", "yaml-tag", 1, 4),
    Row("a: !local x", "yaml-tag", 1, 4),
    Row("a: ! x", "yaml-tag", 1, 4),
    Row("a: &b ! x", "yaml-tag", 1, 4),
    Row("a: !!binary |\n  R0lG", "yaml-tag", 1, 4),
    Row("- !!set {a, b}", "yaml-tag", 1, 3),
    Row("- !!seq [a]", "yaml-tag", 1, 3),
    Row("!<tag:x> a", "yaml-tag", 1, 1),
    Row("a: !x!y z", "yaml-tag", 1, 4),
    Row("%YAML 1.1\n---\na: no", "yaml-directive", 1, 1),
    Row("%TAG ! tag:x,2000:\n---\na: 1", "yaml-directive", 1, 1),
    Row("%YAML 3.0\n---\na: 1", "yaml-directive", 1, 1),
    Row("x: &b {c: 1}\na:\n  <<: *b", "yaml-merge-key", 3, 3),
    Row("a: 1\n---\nb: 2", "yaml-second-document", 2, 1),
    Row("a: 1\n...\nb: 2", "yaml-second-document", 3, 1),
    Row("? [a, b]\n: c", "yaml-key", 1, 3),
    Row("{a: 1}: c", "yaml-key", 1, 1),
    Row(": c", "yaml-key", 1, 1),
    Row("?\n: c", "yaml-key", 1, 2),
    Row("[a] b", "yaml-second-document", 1, 5),
    Row("- &a x\n- *a : y", "yaml-key", 2, 3),
    Row("a: *nowhere", "yaml-alias-unknown", 1, 4),
    Row("a: &x [1, *x]", "yaml-alias-self", 1, 11),
    Row("&x {a: {b: *x}}", "yaml-alias-self", 1, 12),
    Row("", "yaml-empty", 1, 1),
    Row("# only a remark\n", "yaml-empty", 1, 1),
    Row("---\n", "yaml-empty", 1, 1),
    Row("a: \u{0}", "yaml-control-character", 1, 4),
    Row("a: 1\r\nb: \u{1B}[31m", "yaml-control-character", 2, 4),
    Row("a: 1\rb: \u{7F}", "yaml-control-character", 2, 4),
    Row("a: x\u{2028}b: 1", "yaml-control-character", 1, 5),
    Row("é: x\u{202E}y", "yaml-control-character", 1, 5),
    Row("a: x\u{FEFF}", "yaml-control-character", 1, 5),
  ]

  @Test(arguments: writing + content)
  func `A broken text is refused with its place and its code`(_ row: Row) {
    let failure = #expect(throws: Failure.self) { try YAML.parse(row.text, file: "n.yaml") }
    #expect(failure?.code.name == row.code)
    #expect(failure?.place == Place(file: "n.yaml", line: row.line, column: row.column))
  }

  @Test(
    arguments: [
      ([0x61, 0x3A, 0x20, 0xFF], 1, 4), ([0x61, 0x3A, 0x0A, 0xC0, 0xAF], 2, 1),
      ([0xC3, 0xA9, 0x3A, 0x20, 0xED, 0xA0, 0x80], 1, 4), ([0x61, 0xE2, 0x82], 1, 2),
      ([0xFF, 0xFE, 0x61, 0x00], 1, 1),
    ] as [([UInt8], Int, Int)])
  func `Bytes that are no UTF-8 are refused at the first of them`(
    _ row: (bytes: [UInt8], line: Int, column: Int)
  ) {
    let failure = #expect(throws: Failure.self) { try YAML.parse(row.bytes) }
    #expect(failure?.code == .yamlEncoding)
    #expect(failure?.place == Place(line: row.line, column: row.column))
  }

  @Test func `One run names every fault that leaves the rest readable`() {
    let text = "a: 1\na: 2\nb: !t x\nc: *y\n? [k]\n: 1\nd: {<<: x}\n"
    let reading = YAML.read(Array(text.utf8))
    #expect(
      reading.failures.map(\.code) == [
        .yamlDuplicateKey, .yamlTag, .yamlAliasUnknown, .yamlKey, .yamlMergeKey,
      ])
    #expect(reading.node?.json.compact == #"{"a":"1","b":"x","c":null,"d":{}}"#)
  }

  @Test func `What was found before the reading ended is kept`() {
    let reading = YAML.read(Array("a: 1\na: 2\nb: [".utf8))
    #expect(reading.failures.map(\.code) == [.yamlDuplicateKey, .yamlSyntax])
    #expect(reading.node == nil)
  }
}
