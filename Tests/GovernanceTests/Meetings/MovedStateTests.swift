import Governance
import TestKit
import Testing
import Values

/// What a meeting is after it was planned and moved, in whatever order the moves came.
@Suite struct MovedStateTests {
  private func meeting(
    from: String? = "2026-12-10", until: String? = "2026-12-12", _ events: MeetingEvent...
  ) throws -> Meeting {
    var meeting = Meeting(id: try #require(MeetingID("plenary-1")))
    let plan = MeetingPlan(
      series: "plenary", number: 1, from: from.flatMap { PartialDay($0) },
      until: until.flatMap { PartialDay($0) }, place: "Lisbon", format: .online, title: "First")
    for (index, event) in ([.planned(plan)] + events).enumerated() {
      meeting.evolve(
        with: event, at: Mark(position: Int64(index + 1), effective: day("2026-11-02")))
    }
    return meeting
  }

  private func move(
    _ from: String? = nil, _ until: String? = nil, place: String? = nil, on: String = "2026-11-05"
  ) -> MeetingEvent {
    .moved(
      Move(
        on: PartialDay(day(on)), from: from.flatMap { PartialDay($0) },
        until: until.flatMap { PartialDay($0) }, place: place, reason: "x"))
  }

  private func days(_ meeting: Meeting) -> [String?] {
    [meeting.from?.description, meeting.until?.description]
  }

  @Test func `Each move changes what it names and leaves the rest`() throws {
    #expect(days(try meeting()) == ["2026-12-10", "2026-12-12"])
    #expect(days(try meeting(move(nil, "2026-12-13"))) == ["2026-12-10", "2026-12-13"])
    #expect(days(try meeting(move("2026-12-20", "2026-12-21"))) == ["2026-12-20", "2026-12-21"])
    let placed = try meeting(move(place: "Ghent"))
    #expect(placed.place == "Ghent" && placed.title == "First" && placed.format == .online)
    #expect(days(placed) == ["2026-12-10", "2026-12-12"])
  }

  @Test func `A new first day without a last one is a meeting of that day`() throws {
    #expect(days(try meeting(move("2026-12-20"))) == ["2026-12-20", "2026-12-20"])
    #expect(
      days(try meeting(move(nil, "2026-12-30"), move("2026-12-20"))) == [
        "2026-12-20", "2026-12-20",
      ])
  }

  @Test func `The last move counts, and one of the place does not bring former days back`() throws {
    let twice = try meeting(
      move("2026-12-20", "2026-12-21"), move("2027-01-11", "2027-01-12"), move(place: "Ghent"))
    #expect(days(twice) == ["2027-01-11", "2027-01-12"])
    #expect(twice.place == "Ghent" && twice.moves.count == 3)
  }

  @Test func `The members were told by the convocation, or by a later move of the first day`()
    throws
  {
    let told = MeetingEvent.convened(
      Convocation(on: PartialDay(day("2026-11-03")), agenda: [], isUrgent: false))
    #expect(try meeting().toldOn == nil)
    #expect(try meeting(move("2026-12-20")).toldOn == nil)
    #expect(try meeting(told).toldOn?.description == "2026-11-03")
    #expect(try meeting(told, move("2026-12-20")).toldOn?.description == "2026-11-05")
    #expect(try meeting(told, move(place: "x")).toldOn?.description == "2026-11-03")
    #expect(try meeting(move("2026-12-20"), told).toldOn?.description == "2026-11-03")
  }

  @Test func `A moved meeting keeps its stage, and a held one has its own`() throws {
    #expect(try meeting(move("2026-12-20")).stage == .planned)
    let held = MeetingEvent.held(Holding(by: PartialDay(day("2025-12-31"))))
    #expect(try meeting(from: nil, until: nil, held).stage == .held)
    let closed = MeetingEvent.closed(Closing(on: PartialDay(day("2025-06-01")), time: nil))
    #expect(try meeting(from: nil, until: nil, held, closed).stage == .closed)
    let cancelled = MeetingEvent.cancelled(
      Cancellation(on: PartialDay(day("2025-06-01")), reason: "x"))
    #expect(try meeting(held, cancelled).stage == .cancelled)
  }

  @Test func `The state is written and read back equal, moves and all`() throws {
    let held = MeetingEvent.held(Holding(by: PartialDay(day("2025-12-31"))))
    let moved = try meeting(move("2026-12-20", "2026-12-21", place: "Ghent"), move(), held)
    #expect(try Meeting(id: moved.id, state: moved.state) == moved)
    #expect(throws: Failure.self) { try Meeting(id: moved.id, state: ["moves": [[:]]]) }
  }
}
