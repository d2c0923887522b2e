import Governance
import Plugins
import TestKit
import Testing
import Values

/// A list of attendance tells of each delegation once, and of guests apart.
@Suite struct RoomListTests {
  /// PT in the room, NO over the link from 11:00, ES gone at 11:40, FI excused, US a guest; HU never came.
  private func meeting() throws -> Meeting {
    var meeting = Meeting(id: try #require(MeetingID("plenary-1")))
    let events: [(String, JSON)] = [
      ("delegation.excused", ["member": "FI", "reason": "travel"]),
      ("meeting.opened", ["on": "2026-11-23", "time": "10:00", "present": ["PT", "ES", "NO"]]),
      ("guest.arrived", ["number": 1, "kind": "state", "guest": "US", "time": "10:30"]),
      ("delegation.moved", ["member": "NO", "remote": true, "time": "11:00"]),
      ("delegation.departed", ["member": "ES", "time": "11:40"]),
    ]
    for (index, event) in events.enumerated() {
      meeting.evolve(
        with: try MeetingEvent(type: event.0, data: event.1),
        at: Mark(position: Int64(index + 1), effective: try #require(Day("2026-11-23"))))
    }
    return meeting
  }

  private func awaited() throws -> [MemberID] {
    try ["ES", "FI", "HU", "NO", "PT"].map { try #require(MemberID($0)) }
  }

  private func words(_ list: RoomList) -> [String] {
    list.lines.map { "\($0.member?.text ?? $0.guest?.name ?? "-") \($0.way.rawValue)" }
  }

  @Test(arguments: [
    ("10:00", ["ES room", "NO room", "PT room"]),
    ("11:00", ["ES room", "NO remote", "PT room", "US guest"]),
    ("11:40", ["NO remote", "PT room", "US guest"]), ("09:00", []),
  ])
  func `At a minute it tells who is there, and in which way`(
    _ row: (time: String, lines: [String])
  ) throws {
    let list = RoomList(
      try meeting(), on: try #require(Day("2026-11-23")), at: try #require(TimeOfDay(row.time)))
    #expect(words(list) == row.lines)
  }

  @Test func `With those who are expected it tells excused and absent apart`() throws {
    let list = RoomList(
      try meeting(), on: try #require(Day("2026-11-23")), at: try #require(TimeOfDay("12:00")),
      awaiting: try awaited())
    #expect(
      words(list) == [
        "NO remote", "PT room", "ES absent", "FI excused", "HU absent", "US guest",
      ])
    let excused = try #require(list.lines.first { $0.way == .excused })
    #expect(excused.reason == .travel && excused.event == 1)
    #expect(list.lines.filter { $0.way == .absent }.allSatisfy { $0.event == nil })
  }

  @Test(arguments: [
    (2, ["ES room", "NO room", "PT room"]), (3, ["ES room", "NO room", "PT room", "US guest"]),
    (4, ["ES room", "NO remote", "PT room", "US guest"]),
    (9, ["NO remote", "PT room", "US guest"]),
  ])
  func `At an event it tells who was there when it was recorded`(
    _ row: (position: Int, lines: [String])
  ) throws {
    #expect(words(RoomList(try meeting(), at: Int64(row.position))) == row.lines)
  }

  @Test func `Those expected are the members of classes that may attend, on the day`() throws {
    var rules = Rules.sample
    rules.membership.classes[1].rights = [.receive]
    func member(_ code: String, _ turns: [(String, String?)]) throws -> Member {
      var member = Member(id: try #require(MemberID(code)))
      for (index, turn) in turns.enumerated() {
        let from = try #require(PartialDay(turn.0))
        let event: MemberEvent =
          turn.1.map { .admitted(memberClass: $0, from: from) } ?? .ended(from: from, reason: nil)
        member.evolve(with: event, at: Mark(position: Int64(index + 1), effective: from.first))
      }
      return member
    }
    let members = try [
      member("PT", [("2026-01-01", "member")]), member("CH", [("2026-01-01", "observer")]),
      member("ES", [("2026-01-01", "member"), ("2026-06-01", nil)]),
      member("AT", [("2026-12-01", "member")]),
    ]
    func codes(_ day: String) throws -> [String] {
      Meeting.awaited(members, on: try #require(Day(day)), under: rules).map(\.text)
    }
    #expect(try codes("2026-03-01") == ["ES", "PT"])
    #expect(try codes("2026-06-01") == ["PT"])
    #expect(try codes("2026-12-01") == ["AT", "PT"])
  }
}
