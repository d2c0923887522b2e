import Governance
import Testing
import Values

@Suite struct MemberStateTests {
  /// What happened to a member: a day and the class from then on, or none.
  private static let facts: [(String, String?)] = [
    ("2026-02-01", "observer"), ("2026-04-01", "member"), ("2026-06-01", nil),
    ("2026-08-01", "member"), ("2026-10-01", "observer"),
  ]

  private static func member(_ facts: [(String, String?)]) throws -> Member {
    var member = Member(id: try #require(MemberID("PT")))
    for (index, fact) in facts.enumerated() {
      let from = try #require(PartialDay(fact.0))
      let event: MemberEvent =
        fact.1.map { .reclassified(memberClass: $0, from: from) }
        ?? .ended(from: from, reason: nil)
      member.evolve(
        with: event, at: Mark(position: Int64(index + 1), effective: from.first))
    }
    return member
  }

  private static func classes(_ member: Member) throws -> [String?] {
    let start = try #require(Day("2026-01-15"))
    return (0..<330).map { member.memberClass(on: Day(number: start.number + $0)) }
  }

  /// All orders of a few things.
  private static func orders<Value>(of values: [Value]) -> [[Value]] {
    guard !values.isEmpty else { return [[]] }
    return values.indices.flatMap { index in
      var rest = values
      let first = rest.remove(at: index)
      return orders(of: rest).map { [first] + $0 }
    }
  }

  @Test func `Facts of different days lead to the same classes in whatever order they come`() throws
  {
    let expected = try Self.classes(Self.member(Self.facts))
    for order in Self.orders(of: Self.facts) {
      #expect(try Self.classes(Self.member(order)) == expected)
    }
  }

  @Test func `Of two facts of one day the one recorded last counts`() throws {
    let member = try Self.member([("2026-02-01", "observer"), ("2026-02-01", "member")])
    #expect(member.memberClass(on: try #require(Day("2026-02-01"))) == "member")
    #expect(member.tenures.map(\.memberClass) == ["member"])
  }

  @Test func `A tenure names the events that began and ended it`() throws {
    let tenures = try Self.member(Self.facts).tenures
    #expect(tenures.map(\.begunBy) == [1, 2, 4, 5])
    #expect(tenures.map(\.endedBy) == [2, 3, 5, nil])
    #expect(
      tenures.map { $0.until?.description } == ["2026-04-01", "2026-06-01", "2026-10-01", nil])
  }

  @Test func `Tenures and the class of a day say the same`() throws {
    for order in Self.orders(of: Self.facts).prefix(20) {
      let member = try Self.member(order)
      let start = try #require(Day("2026-01-15"))
      for offset in 0..<330 {
        let day = Day(number: start.number + offset)
        #expect(member.tenure(on: day)?.memberClass == member.memberClass(on: day))
      }
    }
  }

  @Test func `The state is read back equal`() throws {
    let member = try Self.member(Self.facts)
    #expect(try Member(id: member.id, state: member.state) == member)
  }
}
