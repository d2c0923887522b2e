import Plugins
import TestKit
import Testing
import Values

@testable import Governance

/// A decider sees what it asked for, and nothing that happens to be loaded.
@Suite struct LedgerPartTests {
  private static func ledger() throws -> Ledger {
    var ledger = Ledger()
    let day = try #require(Day("2026-01-10"))
    for (index, name) in ["ES", "PT"].enumerated() {
      let id = try #require(MemberID(name))
      ledger.evolve(
        id, with: .admitted(memberClass: "member", from: PartialDay(day)),
        at: Mark(position: Int64(index + 1), effective: day))
    }
    return ledger
  }

  @Test func `One entity comes alone, and one without a history not at all`() throws {
    let ledger = try Self.ledger()
    let (portugal, france) = (try #require(MemberID("PT")), try #require(MemberID("FR")))
    let part = ledger.part([.one(EntityKey(portugal)), .one(EntityKey(france))])
    #expect(part.all(Member.self).map(\.id) == [portugal])
    #expect(part[france] == nil && part.counts.isEmpty)
  }

  @Test func `All of a category come in the order of their ids`() throws {
    let part = try Self.ledger().part([.all(category: "member"), .all(category: "seat")])
    #expect(part.all(Member.self).map(\.id.text) == ["ES", "PT"])
    #expect(part.all(Seat.self).isEmpty)
  }

  @Test func `A number is counted, and none is nought`() throws {
    let part = try Self.ledger().part([.count(category: "member"), .count(category: "person")])
    #expect(part.counts == ["member": 2, "person": 0])
    #expect(part.all(Member.self).isEmpty)
  }

  @Test func `What a part learns, the whole does not`() throws {
    let ledger = try Self.ledger()
    var part = ledger.part([.all(category: "member")])
    let (france, day) = (try #require(MemberID("FR")), try #require(Day("2026-02-10")))
    part.evolve(
      france, with: .admitted(memberClass: "member", from: PartialDay(day)),
      at: Mark(position: 3, effective: day))
    #expect(part.all(Member.self).count == 3 && ledger.all(Member.self).count == 2)
  }

  @Test func `Ids of two kinds are kept apart`() throws {
    var ledger = try Self.ledger()
    let seat = try #require(Identifier<Seat>("PT"))
    ledger.put(Seat(id: seat))
    #expect(ledger[seat]?.id == seat)
    #expect(ledger.all(Member.self).count == 2 && ledger.all(Seat.self).count == 1)
    #expect(ledger.holds(EntityKey(seat)) && !ledger.holds(EntityKey(category: "seat", id: "ES")))
  }
}
