import TestKit
import Testing
import Values

@testable import Governance

/// The tree of an agenda: numbers without gaps, every item once, whatever happened to it.
@Suite struct AgendaOutlineTests {
  private static let meeting = MeetingID("plenary-1")

  /// An agenda from words: `a`, `a>b` for a below b, `-a` withdrawn, `a^b` moved before b, `a!` closed.
  private static func agenda(_ words: String) throws -> Agenda {
    let meeting = try #require(meeting)
    var agenda = Agenda(id: AgendaID(sharedWith: meeting))
    let on = try #require(PartialDay("2026-11-02"))
    for (index, word) in words.split(separator: " ").enumerated() {
      let day = try #require(Day("2026-11-02"))
      let mark = Mark(position: Int64(index + 1), effective: day)
      agenda.evolve(with: try event(String(word), meeting, on), at: mark)
    }
    return agenda
  }

  private static func event(_ word: String, _ meeting: MeetingID, _ on: PartialDay) throws
    -> AgendaEvent
  {
    func id(_ text: some StringProtocol) throws -> ItemID { try #require(ItemID(text)) }
    if word.hasPrefix("-") {
      return .withdrawn(
        ItemWithdrawal(meeting: meeting, item: try id(word.dropFirst()), on: on, reason: "r"))
    }
    if let cut = word.firstIndex(of: "^") {
      let rest = word[word.index(after: cut)...]
      return .moved(
        ItemMove(
          meeting: meeting, item: try id(word[..<cut]), on: on,
          before: rest.isEmpty ? nil : try id(rest)))
    }
    if let cut = word.firstIndex(of: "<") {
      return .moved(
        ItemMove(
          meeting: meeting, item: try id(word[..<cut]), on: on,
          parent: try id(word[word.index(after: cut)...])))
    }
    let session: ItemAddition.Session =
      word.hasSuffix("!") ? .closed : word.hasSuffix("?") ? .restricted : .open
    let plain = word.filter { $0 != "!" && $0 != "?" }
    let parts = plain.split(separator: ">")
    return .added(
      ItemAddition(
        meeting: meeting, item: try id(parts[0]), on: on, title: String(parts[0]),
        parent: parts.count > 1 ? try id(parts[1]) : nil, minutes: 10, session: session))
  }

  private static func numbers(
    _ words: String, heardBy session: ItemAddition.Session = .closed
  ) throws -> String {
    AgendaOutline(try agenda(words), heardBy: session).lines
      .map { "\($0.number):\($0.item.id.text)" }.joined(separator: " ")
  }

  @Test(arguments: [
    ("a b c", "1:a 2:b 3:c"),
    ("a b>a c>a d", "1:a 1.1:b 1.2:c 2:d"),
    ("a b>a c>b d>c", "1:a 1.1:b 1.1.1:c 1.1.1.1:d"),
    ("a b c -b", "1:a 2:c"),
    ("a b>a c>b d -a", "1:d"),
    ("a b c c^a", "1:c 2:a 3:b"),
    ("a b c a^", "1:b 2:c 3:a"),
    ("a b c c<a", "1:a 1.1:c 2:b"),
    ("a b>a b^a", "1:b 2:a"),
    ("a b>x", "1:a 2:b"),
    ("", ""),
  ])
  func `Numbers follow the tree`(_ row: (words: String, numbers: String)) throws {
    #expect(try Self.numbers(row.words) == row.numbers)
  }

  @Test func `Moving an item renumbers all that stand after it`() throws {
    #expect(try Self.numbers("a b c d b>a") == "1:a 2:b 3:c 4:d", "a second addition says nothing")
    #expect(try Self.numbers("a b c d d^b") == "1:a 2:d 3:b 4:c")
  }

  @Test(arguments: [
    (ItemAddition.Session.open, "1:a 2:d"), (.restricted, "1:a 2:b 3:d"),
    (.closed, "1:a 2:b 3:c 3.1:e 4:d"),
  ])
  func `Whoever does not hear an item sees no gap where it stands`(
    _ row: (session: ItemAddition.Session, numbers: String)
  ) throws {
    #expect(try Self.numbers("a b? c! d e>c", heardBy: row.session) == row.numbers)
  }

  @Test func `An item below a closed one is closed too`() throws {
    let lines = AgendaOutline(try Self.agenda("a! b>a c")).lines
    #expect(lines.map(\.session) == [.closed, .closed, .open])
  }

  @Test func `Items that stand below each other, as corrections can make it, are shown once`()
    throws
  {
    #expect(try Self.numbers("a b a<b b<a c") == "1:c 2:a 2.1:b")
    #expect(try Self.numbers("a b c a<a") == "1:b 2:c 3:a")
  }

  @Test func `The time of a meeting is that of its items together`() throws {
    #expect(AgendaOutline(try Self.agenda("a b>a c -c")).minutes == 20)
    #expect(AgendaOutline(try Self.agenda("")).minutes == 0)
  }

  @Test(arguments: UInt64(1)...20)
  func `Whatever happens, every item that is not withdrawn or below such a one stands once`(
    _ seed: UInt64
  ) throws {
    var random = Seeded(seed: seed)
    let names = ["a", "b", "c", "d", "e", "f"]
    var words = names
    for _ in 1...30 {
      let item = try #require(names.randomElement(using: &random))
      let other = try #require(names.randomElement(using: &random))
      words.append(
        ["\(item)<\(other)", "\(item)^\(other)", "\(item)^"].randomElement(using: &random) ?? "")
    }
    let lines = AgendaOutline(try Self.agenda(words.joined(separator: " "))).lines
    #expect(lines.map(\.item.id.text).sorted() == names)
    #expect(Set(lines.map(\.number)).count == names.count)
    for line in lines where line.depth > 0 {
      let above = line.number.split(separator: ".").dropLast().joined(separator: ".")
      #expect(lines.contains { $0.number == above && $0.depth == line.depth - 1 })
    }
  }

  @Test func `The state of an agenda is read back equal`() throws {
    let agenda = try Self.agenda("a b>a c? -c b^a d<a")
    #expect(try Agenda(id: agenda.id, state: agenda.state) == agenda)
    #expect(throws: Failure.self) { try Agenda(id: agenda.id, state: ["items": [["addition": 1]]]) }
  }
}
