import Governance
import TestKit
import Testing
import Values

/// The text of a motion with its adopted amendments, and which amendments exclude each other.
@Suite struct ConsolidationTests {
  typealias Change = AmendmentChange

  private static func amendment(_ number: Int, _ change: Change) throws -> Amendment {
    let on = try #require(PartialDay("2026-06-02"))
    let day = try #require(Day("2026-06-02"))
    return Amendment(
      Recorded(
        AmendmentProposal(on: on, number: number, change: change),
        at: Mark(position: Int64(number), effective: day)))
  }

  private static let text = MotionText("One.\n\nTwo.\n\nThree.\n\nFour.")

  private func read(_ changes: [Change]) throws -> [String] {
    let amendments = try changes.enumerated().map { try Self.amendment($0.offset + 1, $0.element) }
    return Consolidation(Self.text, amendments).text.paragraphs
  }

  static let rows: [(changes: [Change], paragraphs: [String])] = [
    ([], ["One.", "Two.", "Three.", "Four."]),
    ([Change(.replace, 2, text: "2")], ["One.", "2", "Three.", "Four."]),
    ([Change(.replace, 1, through: 4, text: "All.")], ["All."]),
    ([Change(.replace, 2, through: 3, text: "a\n\nb\n\nc")], ["One.", "a", "b", "c", "Four."]),
    ([Change(.strike, 4)], ["One.", "Two.", "Three."]), ([Change(.strike, 1, through: 4)], []),
    ([Change(.insert, 0, text: "Zero.")], ["Zero.", "One.", "Two.", "Three.", "Four."]),
    ([Change(.insert, 4, text: "Five.")], ["One.", "Two.", "Three.", "Four.", "Five."]),
    (
      [Change(.insert, 1, text: "a"), Change(.insert, 1, text: "b")],
      ["One.", "a", "b", "Two.", "Three.", "Four."]
    ),
    (
      [Change(.strike, 2), Change(.insert, 2, text: "New."), Change(.replace, 3, text: "3")],
      ["One.", "New.", "3", "Four."]
    ),
  ]

  @Test(arguments: rows)
  func `Adopted changes stand in the text, each in its place`(
    _ row: (changes: [Change], paragraphs: [String])
  ) throws {
    #expect(try read(row.changes) == row.paragraphs)
    #expect(try read(row.changes.reversed()).count == row.paragraphs.count)
  }

  @Test func `Each passage names its paragraphs and the amendment that changed them`() throws {
    let amendments = try [
      Self.amendment(1, Change(.replace, 2, through: 3, text: "New.")),
      Self.amendment(2, Change(.insert, 4, text: "Five.")),
    ]
    let passages = Consolidation(Self.text, amendments).passages
    #expect(passages.map(\.number) == [1, 2, 4, 4])
    #expect(passages.map(\.former) == [["One."], ["Two.", "Three."], ["Four."], []])
    #expect(passages.map(\.current) == [["One."], ["New."], ["Four."], ["Five."]])
    #expect(passages.map { $0.amendment?.number } == [nil, 1, nil, 2])
  }

  /// What a log could hold after a correction, and no act lets through.
  @Test(arguments: [
    Change(.replace, 0, text: "x"), Change(.replace, 9, text: "x"),
    Change(.strike, 2, through: Int.max), Change(.strike, 3, through: -5),
    Change(.insert, -1, text: "x"), Change(.insert, Int.max, text: "x"),
    Change(.replace, Int.min, through: Int.min, text: "x"),
  ])
  func `A change that names no paragraph of the text does no harm`(_ change: Change) throws {
    let amendment = try Self.amendment(1, change)
    let passages = Consolidation(Self.text, [amendment]).passages
    #expect(passages.flatMap(\.former) == Self.text.paragraphs)
    _ = change.collides(with: Change(.strike, 1, through: Int.max))
  }

  @Test(arguments: [
    (Change(.replace, 2, text: "a"), Change(.replace, 2, text: "b"), true),
    (Change(.replace, 2, text: "a"), Change(.strike, 2), true),
    (Change(.replace, 1, through: 3, text: "a"), Change(.strike, 3, through: 4), true),
    (Change(.replace, 1, through: 4, text: "a"), Change(.strike, 2), true),
    (Change(.replace, 2, text: "a"), Change(.replace, 3, text: "b"), false),
    (Change(.strike, 1), Change(.strike, 4), false),
    (Change(.insert, 2, text: "a"), Change(.insert, 2, text: "b"), false),
    (Change(.insert, 2, text: "a"), Change(.strike, 2), false),
    (Change(.insert, 1, text: "a"), Change(.strike, 2), false),
    (Change(.insert, 2, text: "a"), Change(.strike, 2, through: 3), true),
    (Change(.insert, 3, text: "a"), Change(.strike, 2, through: 3), false),
  ])
  func `Two changes of one paragraph collide, in either order`(
    _ row: (one: Change, other: Change, collide: Bool)
  ) {
    #expect(row.one.collides(with: row.other) == row.collide)
    #expect(row.other.collides(with: row.one) == row.collide)
  }

  /// Changes that do not collide may be adopted in any order.
  @Test(arguments: UInt64(1)...20)
  func `What does not collide gives one text, whatever comes first`(_ seed: UInt64) throws {
    var random = Seeded(seed: seed)
    var changes: [Change] = []
    for _ in 1...12 {
      let first = Int.random(in: 1...4, using: &random)
      let last = Int.random(in: first...4, using: &random)
      let change = [
        Change(.replace, first, through: last, text: "r\(first)"), Change(.strike, first),
        Change(.insert, first - 1, text: "i\(first)"),
      ][Int.random(in: 0...2, using: &random)]
      if !changes.contains(where: { $0.collides(with: change) || $0 == change }) {
        changes.append(change)
      }
    }
    let numbered = try changes.enumerated().map { try Self.amendment($0.offset + 1, $0.element) }
    let text = Consolidation(Self.text, numbered).text
    #expect(Consolidation(Self.text, numbered.shuffled(using: &random)).text == text)
    let struck = changes.filter { $0.kind != .insert }.reduce(0) { $0 + $1.last - $1.first + 1 }
    let added = changes.reduce(0) { $0 + $1.paragraphs.count }
    #expect(text.paragraphs.count == 4 - struck + added)
  }
}
