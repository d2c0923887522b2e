import Governance
import TestKit
import Testing
import Values

/// Who was in the room of a meeting at a minute.
@Suite struct RoomTests {
  private func meeting(_ events: [(String, JSON)]) throws -> Meeting {
    var meeting = Meeting(id: try #require(MeetingID("plenary-1")))
    for (index, event) in events.enumerated() {
      let day = event.1["on"]?.text ?? "2026-11-23"
      meeting.evolve(
        with: try MeetingEvent(type: event.0, data: event.1),
        at: Mark(position: Int64(index + 1), effective: try #require(Day(day))))
    }
    return meeting
  }

  /// Open from 10:00 to 17:00: PT from the beginning, ES until 11:40, FR from 11:30, and BE at an unknown time.
  private func sitting() throws -> Meeting {
    try meeting([
      ("meeting.opened", ["on": "2026-11-23", "time": "10:00", "present": ["PT", "ES"]]),
      ("delegation.arrived", ["member": "FR", "time": "11:30", "represented_by": "deputy"]),
      ("delegation.departed", ["member": "ES", "time": "11:40"]),
      ("delegation.arrived", ["member": "BE"]),
      ("meeting.closed", ["on": "2026-11-23", "time": "17:00"]),
    ])
  }

  private func present(_ meeting: Meeting, on day: String, at time: String) throws -> [String] {
    let moment = try #require(TimeOfDay(time))
    return meeting.present(on: try #require(Day(day)), at: moment).map(\.member.text).sorted()
  }

  @Test(arguments: [
    ("09:59", [] as [String]), ("10:00", ["BE", "ES", "PT"]), ("11:29", ["BE", "ES", "PT"]),
    ("11:30", ["BE", "ES", "FR", "PT"]), ("11:39", ["BE", "ES", "FR", "PT"]),
    ("11:40", ["BE", "FR", "PT"]), ("16:59", ["BE", "FR", "PT"]), ("17:00", []),
  ])
  func `At each minute those are there who had come and had not left`(
    _ row: (time: String, members: [String])
  ) throws {
    #expect(try present(sitting(), on: "2026-11-23", at: row.time) == row.members)
  }

  @Test(arguments: ["2026-11-22", "2026-11-24"])
  func `On another day nobody is there`(_ day: String) throws {
    #expect(try present(sitting(), on: day, at: "12:00") == [])
  }

  @Test func `Whoever comes back is there again, once`() throws {
    let meeting = try meeting([
      ("meeting.opened", ["on": "2026-11-23", "time": "10:00", "present": ["PT"]]),
      ("delegation.departed", ["member": "PT", "time": "11:00"]),
      ("delegation.arrived", ["member": "PT", "time": "12:00"]),
    ])
    #expect(try present(meeting, on: "2026-11-23", at: "10:59") == ["PT"])
    #expect(try present(meeting, on: "2026-11-23", at: "11:30") == [])
    #expect(try present(meeting, on: "2026-11-23", at: "12:00") == ["PT"])
  }

  @Test func `A meeting that is open overnight goes on, and one that was not opened is empty`()
    throws
  {
    let open = try meeting([
      ("meeting.opened", ["on": "2026-11-23", "time": "10:00", "present": ["PT"]])
    ])
    #expect(try present(open, on: "2026-11-24", at: "09:00") == ["PT"])
    #expect(try present(meeting([]), on: "2026-11-23", at: "12:00") == [])
  }

  @Test func `A departure or a closing without a time holds nothing against the record`() throws {
    let meeting = try meeting([
      ("meeting.opened", ["on": "2026-11-23", "present": ["PT"]]),
      ("delegation.departed", ["member": "PT"]),
      ("meeting.closed", ["on": "2026-11-23"]),
    ])
    #expect(try present(meeting, on: "2026-11-23", at: "00:00") == ["PT"])
    #expect(try present(meeting, on: "2026-11-23", at: "23:59") == ["PT"])
    #expect(try present(meeting, on: "2026-11-24", at: "00:00") == [])
  }
}
