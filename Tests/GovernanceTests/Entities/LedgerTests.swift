import Governance
import Testing
import Values

@Suite struct LedgerTests {
  private let first = Mark(position: 1, effective: day("2026-01-10"))

  private func id(_ text: String) throws -> MemberID { try #require(MemberID(text)) }

  private func admission(_ memberClass: String = "member") -> MemberEvent {
    .admitted(memberClass: memberClass, from: PartialDay(day("2026-01-10")))
  }

  @Test func `An entity begins with its first event, and goes on from there`() throws {
    var ledger = Ledger()
    #expect(try ledger[id("PT")] == nil)
    ledger.evolve(try id("PT"), with: admission(), at: first)
    #expect(try ledger[id("PT")]?.memberClass(on: day("2026-01-10")) == "member")
    let end = MemberEvent.ended(from: PartialDay(day("2026-03-01")), reason: nil)
    ledger.evolve(
      try id("PT"), with: end, at: Mark(position: 2, effective: day("2026-03-01")))
    #expect(try ledger[id("PT")]?.tenures.count == 1)
    #expect(try ledger[id("PT")]?.memberClass(on: day("2026-03-01")) == nil)
  }

  @Test func `Two kinds with one id are two things`() throws {
    var ledger = Ledger()
    ledger.evolve(try id("x"), with: admission(), at: first)
    let board = try #require(BoardID("x"))
    #expect(ledger[board] == nil)
    let seating = BoardEvent.Seating(members: [try id("PT")], from: PartialDay(day("2026-01-10")))
    ledger.evolve(board, with: .composed(seating), at: first)
    #expect(ledger.all(Member.self).count == 1 && ledger.all(Board.self).count == 1)
  }

  @Test func `All of a kind come in the order of their ids`() throws {
    var ledger = Ledger()
    for code in ["PT", "AT", "ES"] { ledger.evolve(try id(code), with: admission(), at: first) }
    #expect(ledger.all(Member.self).map(\.id.text) == ["AT", "ES", "PT"])
    #expect(ledger.all(Seat.self) == [])
  }

  @Test func `What is put takes the place of what was there`() throws {
    var ledger = Ledger()
    ledger.evolve(try id("PT"), with: admission(), at: first)
    ledger.put(Member(id: try id("PT")))
    #expect(try ledger[id("PT")]?.tenures == [])
  }

  @Test func `A ledger is a value`() throws {
    var ledger = Ledger()
    let before = ledger
    ledger.evolve(try id("PT"), with: admission(), at: first)
    #expect(before.all(Member.self) == [] && ledger.all(Member.self).count == 1)
  }
}
