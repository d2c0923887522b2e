import TestKit
import Testing

@testable import Values

/// What holds for all values and for all bytes, tried on seeded ones.
@Suite struct JSONPropertyTests {
  private static let letters: [Unicode.Scalar] = [
    "a", "b", "Z", "0", " ", "\"", "\\", "/", "\n", "\t", "\u{0}", "\u{1F}", "\u{7F}", "é",
    "\u{301}",
    "ß", "\u{2028}", "日", "\u{FFFF}", "\u{1F1F5}", "\u{10FFFF}",
  ]

  private static func text(_ random: inout Seeded) -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...6, using: &random) {
      text.append(letters[Int.random(in: 0..<letters.count, using: &random)])
    }
    return String(text)
  }

  private static func value(_ random: inout Seeded, depth: Int = 0) -> JSON {
    switch Int.random(in: 0..<(depth < 5 ? 8 : 4), using: &random) {
    case 0: .null
    case 1: .bool(Bool.random(using: &random))
    case 2: .int(Int64(bitPattern: random.next()) >> Int64.random(in: 0..<64, using: &random))
    case 3: .text(text(&random))
    case 4, 5: .list((0..<count(&random)).map { _ in value(&random, depth: depth + 1) })
    default:
      .object(
        JSON.Fields(
          (0..<count(&random)).map { _ in (text(&random), value(&random, depth: depth + 1)) }))
    }
  }

  private static func count(_ random: inout Seeded) -> Int { Int.random(in: 0...4, using: &random) }

  /// The same value with the members of each object turned round.
  private static func turned(_ value: JSON) -> JSON {
    switch value {
    case .list(let values): .list(values.map(turned))
    case .object(let fields):
      .object(JSON.Fields(fields.members.reversed().map { ($0.name, turned($0.value)) }))
    case .null, .bool, .int, .text: value
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `A value comes back from each of its three forms`(_ seed: UInt64) throws {
    var random = Seeded(seed: seed)
    for _ in 0..<100 {
      let value = Self.value(&random)
      #expect(try JSON(parsing: value.compact) == value)
      #expect(try JSON(parsing: value.pretty) == value)
      let canonical = try JSON(parsing: value.canonical)
      #expect(canonical.canonical == value.canonical)
      #expect(canonical.compact == value.canonicalText)
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `Members in any order give the same canonical bytes`(_ seed: UInt64) {
    var random = Seeded(seed: seed)
    for _ in 0..<100 {
      let value = Self.value(&random)
      #expect(Self.turned(value).canonical == value.canonical)
    }
  }

  /// Reads or fails; a failure lies within the bytes, or just after them when they end too soon.
  private func check(_ bytes: [UInt8], sourceLocation: SourceLocation = #_sourceLocation) {
    do throws(JSON.Unreadable) {
      let value = try JSON(parsing: bytes)
      let again = try JSON(parsing: value.canonical)
      #expect(again.canonical == value.canonical, sourceLocation: sourceLocation)
    } catch {
      let isAtEnd = error.reason == .unexpectedEnd
      let offsets = isAtEnd ? bytes.count..<bytes.count + 1 : 0..<bytes.count
      #expect(offsets.contains(error.offset), "\(error)", sourceLocation: sourceLocation)
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `Random bytes read or fail with an offset`(_ seed: UInt64) {
    var random = Seeded(seed: seed)
    let signs = Array("[]{}\",:\\u0123456789-tfnrueals. \n".utf8) + [0x00, 0xC3, 0xA9, 0xFF]
    for _ in 0..<200 {
      let count = Int.random(in: 0...24, using: &random)
      check((0..<count).map { _ in UInt8.random(in: 0...255, using: &random) })
      check((0..<count).map { _ in signs[Int.random(in: 0..<signs.count, using: &random)] })
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `A value with one byte changed reads or fails with an offset`(_ seed: UInt64) {
    var random = Seeded(seed: seed)
    for _ in 0..<100 {
      var bytes = Self.value(&random).canonical
      bytes[Int.random(in: 0..<bytes.count, using: &random)] = .random(in: 0...255, using: &random)
      check(bytes)
    }
  }

  @Test(arguments: 0..<5 as Range<UInt64>)
  func `A list or an object cut short ends too soon`(_ seed: UInt64) {
    var random = Seeded(seed: seed)
    for _ in 0..<20 {
      let bytes = JSON.list([Self.value(&random), Self.value(&random)]).canonical
      for count in 0..<bytes.count {
        let failure = #expect(throws: JSON.Unreadable.self) {
          try JSON(parsing: bytes.prefix(count))
        }
        // A text cut inside a character is no UTF-8 only once it is closed.
        #expect(failure == JSON.Unreadable(reason: .unexpectedEnd, offset: count))
      }
    }
  }
}
