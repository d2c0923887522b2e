import TestKit
import Testing
import Values

@testable import Plugins

/// What is written for people to edit reads back as the same values.
@Suite struct NodeWriterTests {
  private func text(_ json: JSON, remarks: [String: String] = [:]) throws -> String {
    NodeWriter(remarks: remarks).text(try Node(json).mapping())
  }

  @Test func `Maps stand over lines, lists in brackets`() throws {
    let json: JSON = [
      "id": "net", "title": ["en": "Net", "pt": "Rede de \"teste\""],
      "members": ["PT", "ES", "NO"], "empty": [], "nothing": .null, "none": [:],
      "groups": [["members": ["PT"], "from": "2026-01-01"]],
      "deep": ["a": ["b": ["c": [1, [true, "x y"]]]]],
    ]
    #expect(
      try text(json) == #"""
        id: net
        title:
          en: Net
          pt: "Rede de \"teste\""
        members: [PT, ES, NO]
        empty: []
        nothing: null
        none: {}
        groups: [{members: [PT], from: 2026-01-01}]
        deep:
          a:
            b:
              c: [1, [true, x y]]

        """#)
  }

  @Test func `Remarks stand above their keys, as far in as these`() throws {
    let json: JSON = ["a": ["b": 1, "c": ["d": 2]], "b": 3]
    let remarks = ["a": "one", "a.b": "two", "a.c.d": "three", "b": "four", "none": "five"]
    #expect(
      try text(json, remarks: remarks) == """
        # one
        a:
          # two
          b: 1
          c:
            # three
            d: 2
        # four
        b: 3

        """)
  }

  @Test(arguments: [
    ("", #""""#), ("null", #""null""#), ("~", #""~""#), ("true", "true"), ("NO", "NO"),
    ("1/2", "1/2"),
    ("2026-12-07", "2026-12-07"), ("-1", #""-1""#), (" a", #"" a""#), ("a ", #""a ""#),
    ("a b", "a b"),
    ("a: b", #""a: b""#), ("a:", #""a:""#), ("a #b", ##""a #b""##), ("[a]", #""[a]""#),
    ("a, b", #""a, b""#), ("it's", #""it's""#), ("a\"b", #""a\"b""#), ("a\\b", #""a\\b""#),
    ("a\nb", #""a\nb""#), ("a\tb", #""a\tb""#), ("é", "é"), ("日本", "日本"), ("½", "½"),
    ("\u{1F1F5}", "\"\u{1F1F5}\""), ("a@b.c", "a@b.c"), ("@a", #""@a""#),
    ("a_b+c-d/e.f", "a_b+c-d/e.f"),
    ("\u{85}", #""\u0085""#), ("\u{202E}x", #""\u202ex""#), ("a\u{FEFF}", #""a\ufeff""#),
    ("a\u{200B}b", #""a\u200bb""#), ("\u{AD}", #""\u00ad""#),
    ("\u{E0041}", #""\U000e0041""#), ("a\u{200D}b", "\"a\u{200D}b\""),
    ("\u{0}", #""\u0000""#), ("\u{1B}", #""\u001b""#), ("\u{7F}", #""\u007f""#), ("Null", "Null"),
    ("*a", #""*a""#), ("&a", #""&a""#), ("!a", #""!a""#), ("---", #""---""#), ("a%b", #""a%b""#),
  ])
  func `A text has quotes only where it needs them`(_ row: (text: String, written: String)) throws {
    let written = try text(["k": .text(row.text)])
    #expect(written == "k: \(row.written)\n")
    #expect(try YAML.parse(written).json == ["k": .text(row.text)])
  }

  // MARK: - Any value

  private static let pieces = [
    "a", "B", "é", "e\u{301}", "日", "0", "7", " ", "  ", "-", "- ", "? ", ": ", ":", "#", " #",
    ", ",
    "[", "]", "{", "}", "&", "*", "!", "|", ">", "'", "\"", "%", "@", "`", "\\", "\n", "\r", "\t",
    "~",
    "null", "<<", "---", "...", "\u{0}", "\u{1B}", "\u{7F}", "\u{85}", "\u{A0}", "\u{2028}",
    "\u{202E}", "\u{FEFF}", "\u{FFFD}", "\u{1F1F5}", "\u{10FFFF}", "/", ".", "_", "+",
  ]

  private static func text(_ random: inout Seeded) -> String {
    (0..<Int.random(in: 0...5, using: &random))
      .map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }.joined()
  }

  private static func value(_ random: inout Seeded, depth: Int = 0) -> JSON {
    switch Int.random(in: 0..<(depth < 4 ? 6 : 3), using: &random) {
    case 0: .null
    case 1, 2: .text(text(&random))
    case 3:
      .list(
        (0..<Int.random(in: 0...3, using: &random)).map { _ in value(&random, depth: depth + 1) })
    default: object(&random, depth: depth + 1)
    }
  }

  private static func object(_ random: inout Seeded, depth: Int = 0) -> JSON {
    // The reader takes two spellings of one name for the same key.
    var names: Set<String> = []
    return .object(
      JSON.Fields(
        (0..<Int.random(in: 0...4, using: &random)).compactMap { _ in
          let name = text(&random)
          return names.insert(name).inserted ? (name, value(&random, depth: depth)) : nil
        }))
  }

  @Test(arguments: 0..<25 as Range<UInt64>)
  func `Any value that is written reads back as it was`(_ seed: UInt64) throws {
    var random = Seeded(seed: seed)
    for _ in 0..<60 {
      var json = Self.object(&random)
      if json == [:] { json = ["only": .null] }
      let written = try text(json)
      let read = try YAML.parse(written)
      #expect(read.json == json, "seed \(seed):\n\(written)")
      #expect(NodeWriter(remarks: [:]).text(try read.mapping()) == written)
    }
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func `Remarks change no value`(_ seed: UInt64) throws {
    var random = Seeded(seed: seed)
    for _ in 0..<40 {
      var json = Self.object(&random)
      if json == [:] { json = ["only": .null] }
      let names = json.fields?.names ?? []
      let remarks = Dictionary(names.map { ($0, "a remark: [on] {it}") }) { first, _ in first }
      #expect(try YAML.parse(text(json, remarks: remarks)).json == json)
    }
  }

  /// JSON is YAML: the same bytes read alike by both readers.
  @Test(arguments: 0..<15 as Range<UInt64>)
  func `JSON without hidden characters is read by the reader of YAML too`(_ seed: UInt64) throws {
    var random = Seeded(seed: seed)
    var tried = 0
    for _ in 0..<80 {
      let json = Self.value(&random)
      for text in [json.compact, json.pretty] {
        guard !text.unicodeScalars.contains(where: \.isHidden), json != .null else { continue }
        #expect(try YAML.parse(text).json == json, "\(text)")
        tried += 1
      }
    }
    #expect(tried > 20)
  }

  @Test(arguments: 0..<15 as Range<UInt64>)
  func `A node and its JSON are one value`(_ seed: UInt64) throws {
    var random = Seeded(seed: seed)
    for _ in 0..<80 {
      let json = Self.value(&random)
      #expect(Node(json).json == json)
      #expect(Node(Node(json).json) == Node(json))
    }
  }

  @Test func `Numbers and truths of the log become the words that write them`() {
    #expect(Node(.int(.min)).json == .text("-9223372036854775808"))
    #expect(Node(.bool(true)).json == "true" && Node(.bool(false)).json == "false")
    #expect(Node([1, .null, true]).json == ["1", .null, "true"])
    #expect(Node("null").json == "null")
  }
}
