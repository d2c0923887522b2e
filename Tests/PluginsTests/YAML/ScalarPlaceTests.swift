import Plugins
import TestKit
import Testing
import Values

/// From a character of a value back to its line and column, in every style that YAML has.
@Suite struct ScalarPlaceTests {
  /// A text whose key `a` holds a value, and the place of the first `#` or `X` in it.
  struct Row: CustomTestStringConvertible, Sendable {
    let name: String
    let text: String
    let line: Int
    let column: Int
    let mark: Character

    init(_ name: String, _ text: String, _ line: Int, _ column: Int, mark: Character = "X") {
      (self.name, self.text, self.line, self.column) = (name, text, line, column)
      self.mark = mark
    }

    var testDescription: String { name }
  }

  static let flow = [
    Row("plain", "a: bcX", 1, 6),
    Row("plain, the first character", "a: Xb", 1, 4),
    Row("plain after accents", "a: çãoX", 1, 7),
    Row("plain over lines", "a: b c\n   d X", 2, 6),
    Row("plain over lines with tabs behind", "a: b \t\n  X", 2, 3),
    Row("plain over an empty line", "a: b\n\n\n  X", 4, 3),
    Row("plain in a flow mapping", "a: {b: c, d: eX}", 1, 15),
    Row("plain after an anchor", "a: &name bX", 1, 11),
    Row("plain after an anchor and a remark", "a: &name # why\n  bX", 2, 4),
    Row("plain with two spaces inside", "a: b  X", 1, 7),
    Row("single quotes", "a: 'bX'", 1, 6),
    Row("single quotes doubled before it", "a: 'it''s X'", 1, 11),
    Row("two doubled quotes", "a: '''''X'", 1, 9),
    Row("single quotes over lines", "a: 'b\n  c\n\n  X'", 4, 3),
    Row("single quotes with a space at the end of a line", "a: 'b  \n   X'", 2, 4),
    Row("double quotes", "a: \"bX\"", 1, 6),
    Row("an escape before it", #"a: "b\n\tX""#, 1, 10),
    Row("an escaped quote before it", #"a: "\"X""#, 1, 7),
    Row("escapes with digits before it", #"a: "\x41\u00e9\U0001F1F3X""#, 1, 25),
    Row("it is an escape itself", #"a: "bc\u0058""#, 1, 7),
    Row("an escape in capital digits", #"a: "\u00AB\xAfX""#, 1, 15),
    Row("double quotes over lines", "a: \"b\n\n  c X\"", 3, 5),
    Row("an escaped line break", "a: \"b\\\n   X\"", 2, 4),
    Row("an escaped line break and a space kept", "a: \"b\\\n  \\ X\"", 2, 5),
    Row("an escaped line break and an empty line", "a: \"b\\\n\n X\"", 3, 2),
    Row("a hash inside quotes", "a: 'b # c #X'", 1, 12),
  ]

  static let blocks = [
    Row("a literal block", "a: |\n  bX\n", 2, 4),
    Row("the second line of a literal block", "a: |\n  b\n  cX\n", 3, 4),
    Row("a literal block with a deeper line", "a: |\n  b\n    X\n", 3, 5),
    Row("a literal block without its last break", "a: |-\n  b\n  X", 3, 3),
    Row("a literal block with all its breaks", "a: |+\n  b\n\n  X\n\n", 4, 3),
    Row("an empty line in a literal block", "a: |\n  b\n\n  X\n", 4, 3),
    Row("empty lines before a literal block", "a: |\n\n\n  X\n", 4, 3),
    Row("an indicator of indentation", "a: |2\n    X\n", 2, 5),
    Row("indicators in the other order", "a: |-1\n   bX\n", 2, 5),
    Row("a remark behind the head", "a: | # why\n  X\n", 2, 3),
    Row("a folded block", "a: >\n  b\n  X\n", 3, 3),
    Row("a folded block without its last break", "a: >-\n  b c\n  d X\n", 3, 5),
    Row("a folded block with an empty line", "a: >-\n  b\n\n  c\n  X\n", 5, 3),
    Row("a folded block with a deeper line", "a: >\n  b\n    c\n  X\n", 4, 3),
    Row("a folded block that begins deeper", "a: >2\n    b\n  X\n", 3, 3),
    Row("a folded block with a tab at a line's start", "a: >\n  b\n  \tc\n  X\n", 4, 3),
    Row("a folded block with spaces at a line's end", "a: >\n  b  \n  X\n", 3, 3),
    Row("a block deep in a list", "a:\n- - b: |\n      c\n      dX\n", 4, 8),
    Row("a block after an anchor", "a: &n |\n  X\n", 2, 3),
    Row("lines of Windows", "a: |\r\n  b\r\n  X\r\n", 3, 3),
    Row("a folded block with lines of Windows", "a: >-\r\n  b\r\n  X\r\n", 3, 3),
    Row("a byte order mark", "\u{FEFF}a: bX", 1, 5),
    Row("a block at the top of a file", "|\n  b\n  X\n", 3, 3),
  ]

  /// The scalar that holds the mark, wherever it stands.
  private func scalar(with mark: Character, in node: Node) -> Node? {
    switch node.kind {
    case .scalar(let scalar): scalar.text.contains(mark) ? node : nil
    case .sequence(let nodes):
      nodes.lazy.compactMap { self.scalar(with: mark, in: $0) }.first
    case .mapping(let entries):
      entries.lazy.compactMap { self.scalar(with: mark, in: $0.value) }.first
    }
  }

  private func offset(of mark: Character, in node: Node) throws -> Int {
    let text = try node.string()
    let start = try #require(text.firstIndex(of: mark))
    return text.unicodeScalars.distance(from: text.startIndex, to: start)
  }

  @Test(arguments: flow + blocks)
  func `A character of a value is found where it is written`(_ row: Row) throws {
    let tree = try YAML.parse(row.text, file: "n.yaml")
    let node = try #require(scalar(with: row.mark, in: tree))
    let place = node.place(at: try offset(of: row.mark, in: node))
    #expect(place == Place(file: "n.yaml", line: row.line, column: row.column))
  }

  @Test(arguments: [
    ("plain", "a: bc", 1, 6), ("quoted", "a: 'bc'", 1, 7), ("escaped", #"a: "b\n""#, 1, 8),
    ("literal", "a: |-\n  bc\n", 2, 5), ("empty", "a: ''", 1, 5),
  ])
  func `The end of a value is a place too`(
    _ row: (name: String, text: String, line: Int, column: Int)
  ) throws {
    let node = try #require(try YAML.parse(row.text).mapping().first).value
    let count = try node.string().unicodeScalars.count
    #expect(node.place(at: count) == Place(line: row.line, column: row.column), "\(row.name)")
  }

  @Test func `A break that became a space stands at the end of its line`() throws {
    let node = try #require(try YAML.parse("a: >-\n  one\n  two\n").mapping().first).value
    #expect(node.place(at: 3) == Place(line: 2, column: 6))
  }

  @Test(arguments: [-1, 3, 1_000])
  func `An offset that the value does not have is told at its beginning`(_ offset: Int) throws {
    let node = try #require(try YAML.parse("a: bc").mapping().first).value
    #expect(node.place(at: offset) == Place(line: 1, column: 4))
  }

  @Test func `An alias leads to where its value is written`() throws {
    let entries = try YAML.parse("a: &x 'b''X'\nb: *x\n").mapping()
    #expect(entries[1].value.place(at: 2) == Place(line: 1, column: 11))
  }

  @Test func `What comes from the log has no place`() {
    #expect(Node(.text("abc")).place(at: 1) == nil)
  }

  @Test func `A mapping is told at its own place`() throws {
    let node = try #require(try YAML.parse("a: {b: c}").mapping().first).value
    #expect(node.place(at: 2) == node.place)
  }

  @Test func `Two readings of one text are equal, and of another are not`() throws {
    #expect(try YAML.parse("a: b") == YAML.parse("a: b"))
    #expect(try YAML.parse("a: b") != YAML.parse("a: 'b'"))
  }

  // MARK: - Any value in any style

  /// A scalar being written, with the index of each character of its value.
  private struct Writing {
    var text = ""
    var value = ""
    var indices: [Int] = []

    var count: Int { text.unicodeScalars.count }

    mutating func write(_ character: Unicode.Scalar, as written: String) {
      indices.append(count)
      value.unicodeScalars.append(character)
      text += written
    }
  }

  private static let letters: [Unicode.Scalar] = Array("abXY012_.çÃ€🇳'\"\\#&|>:-".unicodeScalars)

  private func word(_ random: inout Seeded, plain: Bool) -> [Unicode.Scalar] {
    let letters = plain ? Array("abXY012_.çÃ€".unicodeScalars) : Self.letters
    return (0..<Int.random(in: 1...5, using: &random)).compactMap { _ in
      letters.randomElement(using: &random)
    }
  }

  private func escaped(_ character: Unicode.Scalar, _ random: inout Seeded) -> String {
    let digits = String(character.value, radix: 16)
    let long = "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
    if character == "\"" || character == "\\" { return "\\" + String(character) }
    return Int.random(in: 0..<4, using: &random) == 0 ? long : String(character)
  }

  private func quoted(_ random: inout Seeded, double: Bool) -> Writing {
    var writing = Writing(text: double ? "\"" : "'")
    for number in 0..<Int.random(in: 1...6, using: &random) {
      if number > 0 { separate(&writing, &random) }
      for character in word(&random, plain: false) {
        let single = character == "'" ? "''" : String(character)
        writing.write(character, as: double ? escaped(character, &random) : single)
      }
    }
    writing.text += double ? "\"" : "'"
    return writing
  }

  /// A space, or one to three line breaks as YAML folds them.
  private func separate(_ writing: inout Writing, _ random: inout Seeded) {
    let breaks = Int.random(in: 0...3, using: &random)
    switch breaks {
    case 0: writing.write(" ", as: " ")
    case 1: writing.write(" ", as: "\n")
    default:
      writing.text += "\n"
      for _ in 1..<breaks { writing.write("\n", as: "\n") }
    }
    if breaks > 0 { writing.text += "    " }
  }

  private func plain(_ random: inout Seeded) -> Writing {
    var writing = Writing()
    for number in 0..<Int.random(in: 1...6, using: &random) {
      if number > 0 { separate(&writing, &random) }
      for character in word(&random, plain: true) {
        writing.write(character, as: String(character))
      }
    }
    return writing
  }

  private func block(_ random: inout Seeded, folded: Bool) -> Writing {
    var writing = Writing(text: folded ? ">-\n    " : "|-\n    ")
    for number in 0..<Int.random(in: 1...6, using: &random) {
      if number > 0, folded {
        separate(&writing, &random)
      } else if number > 0 {
        writing.write("\n", as: "\n    ")
      }
      for character in word(&random, plain: false) {
        writing.write(character, as: String(character))
      }
    }
    return writing
  }

  /// The places of all characters of a text, counted one by one.
  private func places(of text: String) -> [Place] {
    var places: [Place] = []
    var (line, column) = (1, 1)
    for character in text.unicodeScalars {
      places.append(Place(line: line, column: column))
      (line, column) = character == "\n" ? (line + 1, 1) : (line, column + 1)
    }
    return places
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `Any value in any style is found character by character`(_ seed: UInt64) throws {
    var random = Seeded(seed: seed)
    for _ in 0..<25 {
      let writings = [
        plain(&random), quoted(&random, double: true), quoted(&random, double: false),
        block(&random, folded: true), block(&random, folded: false),
      ]
      for writing in writings {
        let text = "key:\n  inner: " + writing.text + "\n"
        let expected = places(of: text)
        let tree = try YAML.parse(text).mapping()
        let node = try #require(try tree.first?.value.mapping().first).value
        try #require(try node.string() == writing.value, "\(text.debugDescription)")
        let found = writing.indices.indices.map { node.place(at: $0) }
        let wanted = writing.indices.map { expected[$0 + 14] }
        #expect(found == wanted, "\(text.debugDescription)")
      }
    }
  }
}
