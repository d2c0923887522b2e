import Plugins
import Testing
import Values

/// Each refusal where it can stand: plain, in quotes, in blocks, in lists and maps on a line.
@Suite struct ContextTests {
  private static func rows(_ code: String, _ texts: [String]) -> [PlacedText] {
    texts.map { PlacedText(code, $0) }
  }

  static let tags = rows(
    "yaml-tag",
    [
      "a: ¤!x y", "a: ¤!x 'y'", "a: ¤!x \"y\"", "a: ¤!x |\n  y", "a: ¤!x >\n  y", "[¤!x y]",
      "[a, ¤!x 'y']", "{a: ¤!x y}", "{¤!x a: y}", "¤!x a: y", "- ¤!x\n  - y", "a: ¤!x\n  b: 1",
      "a: ¤!x [y]", "a: ¤!x {y: z}", "a: ¤&b !x y", "a: ¤!x", "a:\n  - b\n  - ¤!x c",
      "? ¤!x a\n: b", "a: ¤! y", "[¤! 'y']", "a: ¤!!int 3", "a: ¤!<tag:x> y",
    ])

  static let keys =
    rows(
      "yaml-key",
      [
        "¤[a]: 1", "? ¤{a: 1}\n: 2", "{¤[a]: 1}", "[¤{a: 1}: 2]", "a: 1\n¤: 2", "{a: 1, ¤: 2}",
        "- ¤: 1", "a: 1\n? ¤[b]\n: 2", "a:\n  ¤{b: 1}: 2", "&x a: 1\n¤*x : 2",
      ])
    + rows(
      "yaml-duplicate-key",
      [
        "a: 1\n¤a: 2", "{a: 1, ¤a: 2}", "{a: 1, b: 2, ¤\"a\": 3}", "a: 1\nb: {c: 1}\n¤'a': 2",
        "- a: 1\n  ¤a: 2", "? a\n: 1\n? ¤a\n: 2", "a: 1\n? ¤>-\n  a\n: 2",
        "a: 1\n? ¤|-\n  a\n: 2", "\"\\x61\": 1\n¤a: 2", "é: 1\n¤é: 2", "e\u{301}: 1\n¤\u{E9}: 2",
        "x:\n  y:\n    a: 1\n    b: 1\n    ¤a: 2", "'': 1\n¤\"\": 2", "NO: 1\n¤'NO': 2",
      ])
    + rows(
      "yaml-merge-key",
      ["¤<<: {a: 1}", "{¤<<: x}", "- ¤<<: x", "? ¤<<\n: x", "a: 1\n¤<<: [x]", "a:\n  ¤<<: {b: 1}"])

  static let names =
    rows(
      "yaml-alias-unknown",
      [
        "a: ¤*x", "[¤*x]", "{a: ¤*x}", "- ¤*x", "a:\n  - b: ¤*x", "[a, [b, ¤*x]]", "¤*x",
        "a: '&x'\nb: ¤*x", "a: |\n  &x y\nb: ¤*x",
      ])
    + rows(
      "yaml-alias-self",
      ["a: &x [¤*x]", "&x {a: ¤*x}", "a: &x\n  - b\n  - ¤*x", "a: &x\n  b: {c: [¤*x]}"])
    + rows(
      "yaml-anchor",
      ["a: &¤ x", "[&¤ x]", "{a: &¤ b}", "a: *¤ ", "[*¤, x]", "- &¤\n", "a: &¤é b", "a: *¤é"])

  static let quotes =
    rows(
      "yaml-quote",
      [
        "a: ¤'x", "a: ¤\"x", "- ¤'x\n- y", "{a: ¤'b}", "[¤'x, y]", "¤'k: 1", "a: ¤'it''s",
        "a: ¤\"x\\\"", "a: ¤'x\n---\nb: 'y'", "a: ¤\"x\n...\nb", "a: ¤'x\n\n\n y", "a: ¤'",
        "a: 1\nb:\n  - \"é\"\n  - ¤\"c\n  - d\ne: 1\n",
      ])
    + rows(
      "yaml-escape",
      [
        #"a: "b ¤\q""#, #""k¤\z": 1"#, #"[x, "¤\y"]"#, #"{a: "¤\-"}"#, "a: \"one\n  two ¤\\9\"",
        #"a: "\x¤G0""#, #"a: "\u¤12""#, #"a: "\U¤0000""#, #"a: "é ¤\'""#, #"- "x"# + "\n  ¤\\1\"",
      ])

  static let blocks =
    rows(
      "yaml-block-header",
      [
        "a: |¤x\n  y", "a: >¤x\n  y", "- |¤x", "- >-¤z", "a: |-¤-\n  y", "a: |+ ¤x\n  y",
        "a: |¤é\n",
        "a: >2¤2\n   y", "a: |¤'\n  y",
      ])
    + rows(
      "yaml-tab",
      [
        "a:\n¤\tb: 1", "a: >\n¤\tx\n", "a: |\n¤\tx\n", "a:\n  b: 1\n¤\tc: 2", "- a\n-¤\t- b",
        "a: x\n¤\ty", "a:\n  - b\n¤\t- c",
      ])
    + rows(
      "yaml-indentation",
      [
        "a:\n   b: 1\n  ¤c: 2", "a:\n  - b\n ¤- c", "- a\n¤b: 1", "a: ¤- b", "a:\n  b: 1\n ¤c: 2",
        "a: 'x'\n ¤'y': 1",
      ])

  static let flows =
    rows(
      "yaml-bracket",
      [
        "a: [1, 2¤", "[a¤", "{a: 1¤", "{a: 1¤]", "[1, 2¤}", "[a, {b: 1¤]", "{a: [1, 2¤}",
        "[a, 'b' ¤'c']", "{a: 'b' ¤'c': 1}", "[a\n¤",
      ])
    + rows(
      "yaml-syntax",
      ["a: ¤]", "¤}", "a: ¤, b", "- ¤]", "[¤, a]", "[a,¤, b]", "a: ¤}"])
    + rows(
      "yaml-reserved-character",
      [
        "¤@a: 1", "- ¤@a", "[¤@a]", "{a: ¤@b}", "[¤`a`]", "{¤@a: 1}", "a: ¤`b`", "a:\n  ¤@b",
        "a: ¤%b", "- ¤%b",
      ])
    + rows(
      "yaml-colon",
      ["a: b¤: c", "a: 'b'¤: c", "a: \"b\"¤: c", "a: [b]¤: c", "- a: b¤: c", "a: b\n c¤: d"])
    + rows(
      "yaml-second-document",
      [
        "a: 1\n¤---\nb: 2", "a: 1\n...\n¤b: 2", "[a]\n¤[b]", "'a'\n¤'b'", "{a: 1}\n¤b: 2",
        "--- a\n¤--- b", "|\n a\n¤--- b",
      ])
    + rows(
      "yaml-directive", ["¤%YAML 1.1\n---\na: 1", "¤%TAG !e! tag:x:\n---\na: 1"])

  @Test(arguments: tags + keys + names + quotes + blocks + flows)
  func `A fault is told where it stands, whatever stands around it`(_ row: PlacedText) {
    let reading = YAML.read(Array(row.text.utf8))
    #expect(reading.failures.first?.code.name == row.code)
    #expect(reading.failures.first?.place == row.place)
  }

  @Test(arguments: tags + keys + names + quotes + blocks + flows)
  func `A fault is told at the same column in a file of Windows`(_ row: PlacedText) {
    let text = row.text.unicodeScalars.reduce(into: "") { text, letter in
      text += letter == "\n" ? "\r\n" : String(letter)
    }
    let reading = YAML.read(Array(text.utf8))
    #expect(reading.failures.first?.code.name == row.code)
    #expect(reading.failures.first?.place == row.place)
  }

  // MARK: - What nobody sees

  /// A place for one character in each context.
  static let hosts = [
    "a: x¤y", "a: ¤", "a: 'x¤'", "a: \"x¤\"", "a: >\n  x\n  y¤z\n", "a: |\n  x\n  ¤z\n",
    "[a, b¤]", "{a: 'b', c: ¤d}", "¤a: 1", "a¤: 1", "a: 1 # x¤", "# ¤\na: 1", "'¤': 1",
    "a: &b¤ c", "a: é日\u{1F1F5}¤", "a:\n  - b\n  - c: ¤",
  ]

  @Test(arguments: hosts)
  func `A hidden character is told by its number, wherever it hides`(_ host: String) {
    let hidden: [(Unicode.Scalar, String)] = [
      ("\u{0}", "U+0000"), ("\u{7}", "U+0007"), ("\u{B}", "U+000B"), ("\u{C}", "U+000C"),
      ("\u{1B}", "U+001B"), ("\u{1F}", "U+001F"), ("\u{7F}", "U+007F"), ("\u{80}", "U+0080"),
      ("\u{85}", "U+0085"), ("\u{9F}", "U+009F"), ("\u{2028}", "U+2028"), ("\u{2029}", "U+2029"),
      ("\u{202A}", "U+202A"), ("\u{202E}", "U+202E"), ("\u{2066}", "U+2066"),
      ("\u{2069}", "U+2069"), ("\u{FEFF}", "U+FEFF"), ("\u{FFFE}", "U+FFFE"),
      ("\u{FFFF}", "U+FFFF"), ("\u{AD}", "U+00AD"), ("\u{61C}", "U+061C"),
      ("\u{180E}", "U+180E"), ("\u{200B}", "U+200B"), ("\u{200E}", "U+200E"),
      ("\u{200F}", "U+200F"), ("\u{2060}", "U+2060"), ("\u{2064}", "U+2064"),
      ("\u{FFF9}", "U+FFF9"), ("\u{E0041}", "U+E0041"),
    ]
    let row = PlacedText("yaml-control-character", host)
    for (character, name) in hidden where !(character == "\u{FEFF}" && host.hasPrefix("¤")) {
      let text = host.replacing("¤", with: String(character))
      let failure = #expect(throws: Failure.self) { try YAML.parse(text) }
      #expect(
        failure
          == Failure(.yamlControlCharacter, ["character": .text(name)], at: row.place), "\(name)")
    }
  }

  @Test(arguments: hosts)
  func `A character beside the hidden ones is shown, and read`(_ host: String) {
    let shown = [
      "\u{A0}", "\u{200C}", "\u{200D}", "\u{2010}", "\u{2027}", "\u{202F}", "\u{205F}", "\u{2065}",
      "\u{206A}", "\u{FE0F}", "\u{FFFD}", "~",
    ]
    for character in shown {
      let failures = YAML.read(Array(host.replacing("¤", with: character).utf8)).failures
      #expect(failures.allSatisfy { $0.code != .yamlControlCharacter }, "\(character)")
    }
  }

  @Test(arguments: hosts)
  func `Bytes that are no text are told where they begin, wherever they stand`(_ host: String) {
    let row = PlacedText("yaml-encoding", host)
    let parts = host.split(separator: "¤", omittingEmptySubsequences: false).map { Array($0.utf8) }
    let broken: [[UInt8]] = [
      [0xFF], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0x80],
    ]
    for bytes in broken {
      let failure = #expect(throws: Failure.self) { try YAML.parse(parts[0] + bytes + parts[1]) }
      #expect(failure == Failure(.yamlEncoding, at: row.place), "\(bytes)")
    }
  }

  // MARK: - What is only text

  /// Words that mean something to YAML where they stand bare.
  static let words = [
    "!!str x", "*x", "&x y", "<<", "<<: x", "@x", "`x`", "%YAML 1.1", "[a", "{a: b", "a: b", "- a",
    "? a", "| x", "> x", "# x", "x # y", "--- x", "... x", "null", "~", "", "it's", "say \"x\"",
    "\\q",
    "1/2", "NO", ", a", "]", "}", "a\u{A0}b", "e\u{301}",
  ]

  @Test(arguments: words)
  func `In quotes and in blocks every word is text`(_ word: String) throws {
    let single = "a: '\(word.replacing("'", with: "''"))'"
    let double = "a: \"\(word.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
    var texts = [single, double, "{\(single)}", "[\(single), {\(double)}]"]
    if !word.isEmpty { texts += ["a: |-\n  \(word)\n", "a: >-\n  \(word)\n"] }
    for text in texts {
      let json = try YAML.parse(text).json
      let value = json["a"] ?? json.list?.last?["a"]
      #expect(value == .text(word), "\(text)")
    }
    let key = try YAML.parse("\(single.dropFirst(3)): 1").json
    #expect(key.fields?.names.first.map { $0.utf8.elementsEqual(word.utf8) } == true)
  }
}
