import Governance
import Testing
import Values

/// A stream with corrections is folded as if everything had been recorded rightly.
@Suite struct HistoryTests {
  private let portugal: MemberID

  init() throws { portugal = try #require(MemberID("PT")) }

  private func event(_ position: Int64, _ event: MemberEvent, on: String) -> PastEvent {
    PastEvent(
      key: EntityKey(portugal), position: position, type: event.type, effective: day(on),
      data: event.data)
  }

  private func correction(
    _ position: Int64, of corrected: Int64, _ changes: JSON = [:],
    effective: String? = nil, strikes: Bool = false
  ) -> PastEvent {
    let correction = Correction(
      corrects: corrected, changes: changes.fields ?? JSON.Fields(),
      effective: effective.map { day($0) },
      strikes: strikes, reason: "recorded wrongly")
    return PastEvent(
      key: EntityKey(portugal), position: position, type: Correction.type,
      effective: day("2026-11-23"), data: correction.data)
  }

  private var admitted: PastEvent {
    event(
      1, .admitted(memberClass: "observer", from: PartialDay(day("2026-01-10"))), on: "2026-01-10")
  }

  private var promoted: PastEvent {
    event(
      2, .reclassified(memberClass: "member", from: PartialDay(day("2026-05-01"))), on: "2026-05-01"
    )
  }

  private func classes(_ events: [PastEvent]) throws -> [String?] {
    let member = try History(portugal, events).entity
    return ["2026-01-10", "2026-05-01", "2026-12-01"].map { member.memberClass(on: day($0)) }
  }

  @Test func `Without corrections events are folded as they stand`() throws {
    #expect(try classes([]) == [nil, nil, nil])
    #expect(try classes([admitted, promoted]) == ["observer", "member", "member"])
  }

  @Test func `A corrected value counts in the place of the old one`() throws {
    let corrected = [admitted, promoted, correction(3, of: 1, ["class": "member"])]
    #expect(try classes(corrected) == ["member", "member", "member"])
  }

  @Test func `A corrected day moves the event`() throws {
    let corrected = [
      admitted, promoted,
      correction(3, of: 2, ["from": "2026-11-30"], effective: "2026-11-30"),
    ]
    #expect(try classes(corrected) == ["observer", "observer", "member"])
  }

  @Test func `An event that was struck never happened`() throws {
    #expect(
      try classes([admitted, promoted, correction(3, of: 2, strikes: true)])
        == ["observer", "observer", "observer"])
    #expect(
      try classes([admitted, promoted, correction(3, of: 1, strikes: true)])
        == [nil, "member", "member"])
  }

  @Test func `The last correction of an event counts, and one takes back the striking of another`()
    throws
  {
    let events = [
      admitted, promoted, correction(3, of: 2, strikes: true),
      correction(4, of: 2, ["class": "guest"]),
    ]
    #expect(try classes(events) == ["observer", "guest", "guest"])
    let twice = [
      admitted, correction(2, of: 1, ["class": "member"]), correction(3, of: 1, ["class": "guest"]),
    ]
    #expect(try classes(twice) == ["guest", "guest", "guest"])
  }

  @Test func `The fact keeps the position of the event that was corrected`() throws {
    let member = try History(
      portugal, [admitted, correction(2, of: 1, ["class": "member"])]
    ).entity
    #expect(member.tenures.map(\.begunBy) == [1])
  }

  @Test func `A correction that does not fit, or an unknown event, stops the reading`() throws {
    #expect(throws: Failure.self) {
      try History(portugal, [admitted, correction(2, of: 1, ["from": "soon"])])
    }
    let galaxy = PastEvent(
      key: EntityKey(portugal), position: 2, type: "member.knighted", effective: day("2026-01-10"),
      data: ["class": "x", "from": "2026"])
    #expect(throws: Failure(.eventUnknown, ["type": .text("member.knighted")])) {
      try History(portugal, [admitted, galaxy])
    }
    let broken = PastEvent(
      key: EntityKey(portugal), position: 2, type: Correction.type, effective: day("2026-01-10"),
      data: ["corrects": "one"])
    #expect(throws: Failure.self) { try History(portugal, [admitted, broken]) }
  }
}
