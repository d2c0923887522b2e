import TestKit
import Testing

@testable import Values

/// How a sentence with places for values is taken apart.
@Suite struct MessageTests {
  @Test(
    arguments: [
      ("", []), ("plain", []), ("{a}", ["a"]), ("{a} and {b}", ["a", "b"]), ("{a} {a}", ["a"]),
      ("{ a }", ["a"]), ("{a-b_1}", ["a-b_1"]), ("'{a}'", []),
      ("{n, plural, one {{v}} other {{w}}}", ["n", "v", "w"]),
      ("{o, select, x {{v}} other {}}", ["o", "v"]),
      ("{n, plural, =0 {{z}} other {}}", ["n", "z"]),
    ] as [(String, Set<String>)])
  func `The placeholders of a text are the values that it quotes`(
    _ row: (text: String, names: Set<String>)
  ) throws {
    #expect(try Message(row.text).placeholders == row.names)
  }

  @Test(arguments: [
    ("the network's folder", "the network's folder"), ("it''s", "it's"), ("'{'", "{"),
    ("'}'", "}"), ("'{a} it''s {b}' {c}", "{a} it's {b} "), ("'{ to the end", "{ to the end"),
    ("# is no number here", "# is no number here"), ("'#'", "'#'"), ("a '", "a '"), ("''''", "''"),
    ("l'État n'est pas", "l'État n'est pas"),
  ])
  func `An apostrophe is itself, unless it stands before a brace`(
    _ row: (text: String, plain: String)
  ) throws {
    let parts = try Message(row.text).parts
    let plain = parts.map { part in
      if case .text(let text) = part { text } else { "" }
    }.joined()
    #expect(plain == row.plain)
  }

  @Test func `A text is one part, and what it quotes another`() throws {
    #expect(try Message("a {b} c").parts == [.text("a "), .value("b"), .text(" c")])
    #expect(Message(plain: "{b}").parts == [.text("{b}")])
  }

  @Test func `Spaces and line breaks between forms are of no account`() throws {
    let tight = try Message("{n,plural,one{# a}other{# b}}")
    let wide = try Message("{ n , plural ,\n  one {# a}\n  other {# b}\n}")
    #expect(tight == wide)
  }

  @Test(
    arguments: [
      ("{a", .unclosed, 0), ("é {a", .unclosed, 2), ("{n, plural, other {x}", .unclosed, 0),
      ("{n, plural, other {x", .unclosed, 18), ("{n, plural", .unclosed, 0),
      ("a}", .unopened, 1), ("{a}}", .unopened, 3),
      ("{}", .nameUnfit, 1), ("{ }", .nameUnfit, 2), ("{a b}", .nameUnfit, 3),
      ("{é}", .nameUnfit, 1), ("{n, plural one {x}}", .nameUnfit, 11), ("{{a}}", .nameUnfit, 1),
      ("{n, date}", .kindUnknown, 4), ("{n, plurals, other {x}}", .kindUnknown, 4),
      ("{n, plural, many {x} other {y}}", .formUnfit, 12),
      ("{n, plural, =x {x} other {y}}", .formUnfit, 12),
      ("{n, plural, one {x} one {y} other {z}}", .formUnfit, 20),
      ("{n, plural, =1 {x} =1 {y} other {z}}", .formUnfit, 19),
      ("{n, plural, =99999999999999999999 {x} other {z}}", .formUnfit, 12),
      ("{n, plural, other x}", .formUnfit, 18),
      ("{o, select, a {x} a {y} other {}}", .formUnfit, 18),
      ("{o, select, =1 {x} other {}}", .formUnfit, 12), ("{n, plural, ! {x}}", .formUnfit, 12),
      ("{n, plural, one {x}}", .otherMissing, 0), ("{n, plural, }", .otherMissing, 0),
      (" {o, select, a {x}}", .otherMissing, 1),
    ] as [(String, Message.Fault.Reason, Int)])
  func `A fault names its reason and its place`(
    _ row: (text: String, reason: Message.Fault.Reason, offset: Int)
  ) {
    #expect(throws: Message.Fault(row.reason, at: row.offset)) { try Message(row.text) }
  }

  @Test func `Forms stand in forms four deep and no deeper`() throws {
    func nested(_ depth: Int) -> String {
      depth == 0 ? "x" : "{n, plural, other {\(nested(depth - 1))}}"
    }
    #expect(try Message(nested(Message.greatestDepth)).placeholders == ["n"])
    #expect(throws: Message.Fault.self) { try Message(nested(Message.greatestDepth + 1)) }
    let deep = String(repeating: "{n, plural, other {", count: 100_000)
    #expect(throws: Message.Fault.self) { try Message(deep) }
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `Any text is taken apart or has a fault inside it`(_ seed: UInt64) {
    var random = Seeded(seed: seed)
    let pieces = ["{", "}", "'", "#", ",", " ", "n", "plural", "select", "one", "other", "=1", "é"]
    for _ in 0..<2_000 {
      let text = (0..<Int.random(in: 0...14, using: &random))
        .map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }.joined()
      do throws(Message.Fault) {
        _ = try Message(text)
      } catch {
        #expect((0...text.unicodeScalars.count).contains(error.offset), "\(text)")
      }
    }
  }

  @Test(arguments: [(-1, false), (0, false), (1, true), (2, false), (101, false), (Int.min, false)])
  func `Only one is one`(_ row: (number: Int, isOne: Bool)) {
    #expect((PluralClass(row.number) == .one) == row.isOne)
  }
}
