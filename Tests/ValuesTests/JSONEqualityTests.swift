import TestKit
import Testing

@testable import Values

/// Values are equal when they are the same bytes: two spellings of one accent are two texts.
@Suite struct JSONEqualityTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let name: String
    let one: String
    let other: String

    init(_ name: String, _ one: String, _ other: String) {
      self.name = name
      self.one = one
      self.other = other
    }

    var testDescription: String { name }
  }

  /// Texts that a person reads alike, and that are other bytes.
  static let spellings = [
    Row("an accent", "\u{E9}", "e\u{301}"),
    Row("a cedilla", "A\u{E7}\u{E3}o", "Ac\u{327}a\u{303}o"),
    Row("the sign of Ångström", "\u{212B}", "\u{C5}"),
    Row("the sign of Ohm", "\u{2126}", "\u{3A9}"),
    Row("marks in another order", "a\u{323}\u{307}", "a\u{307}\u{323}"),
    Row("a syllable of Hangul", "\u{AC00}", "\u{1100}\u{1161}"),
    Row("an ideograph of old", "\u{F900}", "\u{8C48}"),
  ]

  @Test(arguments: spellings)
  func `Two spellings are two texts`(_ row: Row) {
    #expect(row.one == row.other)
    #expect(JSON.text(row.one) != JSON.text(row.other))
    #expect(JSON.text(row.one) == JSON.text(row.one))
    #expect(Set([JSON.text(row.one), JSON.text(row.other)]).count == 2)
  }

  @Test(arguments: spellings)
  func `Two spellings are two names`(_ row: Row) throws {
    let one = JSON.object(JSON.Fields([(row.one, 1)]))
    #expect(one != JSON.object(JSON.Fields([(row.other, 1)])))
    #expect(one[row.one] == 1)
    #expect(one[row.other] == nil)
    var both = JSON.Fields([(row.one, 1), (row.other, 2)])
    #expect(both.members.count == 2)
    both[row.other] = 3
    #expect(both[row.one] == 1 && both[row.other] == 3)
    both[row.one] = nil
    #expect(both.members == [.init(name: row.other, value: 3)])
    #expect(both.members != [.init(name: row.one, value: 3)])
  }

  @Test(arguments: spellings)
  func `An object with both spellings as names is read and kept whole`(_ row: Row) throws {
    let text = "{\"\(row.one)\":1,\"\(row.other)\":2}"
    let value = try JSON(parsing: text)
    #expect(value.compact.utf8.elementsEqual(text.utf8))
    #expect(try JSON(parsing: value.canonical).fields?.members.count == 2)
    #expect(throws: JSON.Unreadable.self) {
      try JSON(parsing: "{\"\(row.one)\":1,\"\(row.one)\":2}")
    }
  }

  @Test(arguments: spellings)
  func `Two spellings make two lists and two objects, however deep`(_ row: Row) {
    func wrapped(_ text: String) -> [JSON] {
      [[.text(text)], ["a": .text(text)], [["a": [1, .text(text)]]], ["a": ["b": [.text(text)]]]]
    }
    for (one, other) in zip(wrapped(row.one), wrapped(row.other)) {
      #expect(one != other)
      #expect(one.canonical != other.canonical)
    }
    #expect(wrapped(row.one) == wrapped(row.one))
  }

  /// One value of each kind and of each near miss.
  static let values: [JSON] = [
    .null, true, false, 0, 1, -1, .int(.max), .int(.min), "", "0", "1", "true", "null", "\u{0}",
    [], [[]], [.null], [0], [0, 0], [1, 0], ["0"], [:], ["": .null], ["a": 0], ["a": 1], ["b": 0],
    ["a": "0"], ["a": [:]], ["a": 0, "b": 0], ["b": 0, "a": 0], [["a": 0]],
  ]

  @Test func `Each value is equal to itself and to no other`() {
    for (index, value) in Self.values.enumerated() {
      for (place, other) in Self.values.enumerated() {
        #expect((value == other) == (index == place), "\(value.compact) and \(other.compact)")
      }
    }
    #expect(Set(Self.values).count == Self.values.count)
  }

  private static let letters: [Unicode.Scalar] = ["e", "\u{E9}", "\u{301}"]

  private static func text(_ random: inout Seeded) -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      text.append(letters[Int.random(in: 0..<letters.count, using: &random)])
    }
    return String(text)
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func `Texts are equal exactly when their canonical bytes are`(_ seed: UInt64) {
    var random = Seeded(seed: seed)
    var (equal, alike) = (0, 0)
    for _ in 0..<2_000 {
      let (one, other) = (Self.text(&random), Self.text(&random))
      let (left, right) = (JSON.text(one), JSON.text(other))
      #expect((left == right) == (left.canonical == right.canonical))
      #expect((["k": left] == ["k": right] as JSON) == (left == right))
      #expect(left != right || left.hashValue == right.hashValue)
      equal += left == right ? 1 : 0
      alike += left != right && one == other ? 1 : 0
    }
    #expect(equal > 0 && alike > 0, "seed \(seed) tried nothing")
  }
}

/// An object may be as long as a file may be: its names are looked up, not compared one by one.
@Suite struct LongObjectTests {
  /// An object whose last name is that of the member at an index.
  private func text(_ count: Int, repeating index: Int) -> (text: String, offset: Int) {
    let members = (0..<count).map { "\"n\($0)\":\($0)" }.joined(separator: ",")
    return ("{\(members),\"n\(index)\":0}", members.utf8.count + 2)
  }

  @Test(arguments: [1, 2, 5, 6, 7, 8, 14, 15, 16, 17, 18, 31, 32, 33, 100, 1_000])
  func `A repeated name is found at any distance`(_ count: Int) {
    for index in Set([0, 1, count / 2, count - 2, count - 1]) where (0..<count).contains(index) {
      let (text, offset) = text(count, repeating: index)
      #expect(throws: JSON.Unreadable(reason: .repeatedName, offset: offset)) {
        try JSON(parsing: text)
      }
    }
  }

  @Test(arguments: [1, 15, 16, 17, 18, 33, 1_000])
  func `Names that all differ are all read, in their order`(_ count: Int) throws {
    let text = text(count, repeating: count).text
    let names = try #require(try JSON(parsing: text).fields).names
    #expect(names == (0...count).map { "n\($0)" })
  }

  @Test func `A name may stand again in an object within or beside`() throws {
    let inner = text(40, repeating: 40).text
    let value = try JSON(parsing: "[\(inner),\(inner),{\"n0\":\(inner)}]")
    #expect(value.list?.count == 3)
  }

  @Test(.timeLimit(.minutes(1)))
  func `Two hundred thousand names are read, and the last of them told when it comes again`()
    throws
  {
    let (text, offset) = text(200_000, repeating: 199_999)
    #expect(throws: JSON.Unreadable(reason: .repeatedName, offset: offset)) {
      try JSON(parsing: text)
    }
  }
}
