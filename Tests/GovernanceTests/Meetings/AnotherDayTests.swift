import Governance
import Plugins
import TestKit
import Testing
import Values

/// What is to be done when a meeting is to be held on another day than the one it is recorded for.
@Suite struct AnotherDayTests {
  private static let open = ["meeting": "plenary-1", "present": "AT,BE,CZ"]

  private func convened() throws -> Given {
    let convocation = Convocation(
      on: try #require(PartialDay("2026-11-02")), agenda: ["Opening"], isUrgent: false)
    return try Given(rules: .sample).admitted("AT BE CZ").planned(1, from: "2026-12-14")
      .met(1, .convened(convocation), on: "2026-11-02")
  }

  @Test func `Too early an opening is told to wait or to move, with the event that gave the day`()
    throws
  {
    let refusal = try convened().when("meeting open", Self.open, on: "2026-11-23")
      .thenRefused("meeting-before-its-day", clause: "series.plenary.notice")
    #expect(refusal.ways.map(\.code) == ["open-on-its-day", "move-to-day", "correct-event"])
    #expect(refusal.values["from"] == Day("2026-12-14").map { .day($0) })
    #expect(
      refusal.ways[1].values == ["meeting": .text("plenary-1"), "day": .text("2026-11-23")])
    #expect(refusal.ways.last == Note("correct-event", ["position": .text("4")]))
  }

  @Test func `After a move it is the move that gave the day`() throws {
    let move = Move(
      on: try #require(PartialDay("2026-11-10")), from: PartialDay("2026-12-20"),
      reason: "the host asked")
    let place = Move(
      on: try #require(PartialDay("2026-11-11")), place: "Ghent", reason: "the host changed")
    let refusal = try convened().met(1, .moved(move), on: "2026-11-10")
      .met(1, .moved(place), on: "2026-11-11")
      .when("meeting open", Self.open, on: "2026-12-14").thenRefused(
        "meeting-before-its-day", clause: "series.plenary.notice")
    #expect(refusal.ways.last == Note("correct-event", ["position": .text("7")]))
  }

  @Test func `Too short a notice names the command that moves the meeting`() throws {
    let refusal = try Given(rules: .sample).admitted("AT BE CZ").planned(1, from: "2026-12-01")
      .when("meeting convene", ["meeting": "plenary-1", "agenda": "Opening"], on: "2026-11-23")
      .thenRefused("notice-too-short", clause: "series.plenary.notice")
    #expect(
      refusal.ways.map(\.code) == ["earliest-lawful-day", "move-to-day", "urgent-notice"])
    #expect(
      refusal.ways[1].values == ["meeting": .text("plenary-1"), "day": .text("2026-12-07")])
  }
}
