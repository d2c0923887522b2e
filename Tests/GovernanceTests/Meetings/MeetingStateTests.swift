import Governance
import Plugins
import TestKit
import Testing
import Values

@Suite struct MeetingStateTests {
  private let on = PartialDay(Day(number: 20_780))

  /// Every kind of event of a meeting, in the order in which a meeting goes.
  private func history() throws -> [MeetingEvent] {
    let portugal = try #require(MemberID("PT"))
    let spain = try #require(MemberID("ES"))
    let time = TimeOfDay("09:30")
    return [
      .planned(
        MeetingPlan(
          series: "plenary", number: 19, from: on, until: PartialDay("2026-11"), place: "The Hague",
          format: .hybrid, title: "Autumn", funder: "Host")),
      .convened(Convocation(on: on, agenda: ["Opening", "E-evidence"], isUrgent: true)),
      .opened(
        Opening(
          on: on, time: time, present: [portugal], chair: portugal, attended: "60 people",
          quorum: QuorumCount(needed: 1, found: 1, base: 2))),
      .arrived(Arrival(member: spain, time: TimeOfDay("10:00"), representedBy: "deputy")),
      .departed(Departure(member: spain, time: TimeOfDay("11:00"))),
      .arrived(Arrival(member: spain)),
      .closed(Closing(on: on, time: TimeOfDay("17:00"))),
      .reported(Publication(output: "outcome_report", identifier: "2026/2", on: on)),
      .cancelled(Cancellation(on: on, reason: "strike")),
    ]
  }

  @Test func `Every state on the way reads back equal`() throws {
    let id = try #require(MeetingID("plenary-19"))
    var meeting = Meeting(id: id)
    for (index, event) in try history().enumerated() {
      meeting.evolve(
        with: event, at: Mark(position: Int64(index + 1), effective: Day(number: 20_780 + index)))
      #expect(try Meeting(id: id, state: meeting.state) == meeting, "\(event.type)")
    }
  }

  @Test func `Every event reads back equal from what is stored`() throws {
    for event in try history() {
      #expect(try MeetingEvent(type: event.type, data: event.data) == event)
      #expect(MeetingEvent.schemas[event.type] == 1)
    }
  }

  @Test func `An event that nobody knows is a failure`() {
    #expect(throws: Failure.self) { try MeetingEvent(type: "meeting.moved", data: [:]) }
    #expect(throws: Failure.self) { try MeetingEvent(type: "meeting.planned", data: []) }
    #expect(throws: Failure.self) { try MeetingEvent(type: "meeting.cancelled", data: [:]) }
  }

  @Test func `The stage follows from what was recorded`() throws {
    let events = try history()
    var meeting = Meeting(id: try #require(MeetingID("plenary-19")))
    var stages: [Meeting.Stage] = []
    for event in events {
      meeting.evolve(with: event, at: Mark(position: 1, effective: on.first))
      stages.append(meeting.stage)
    }
    #expect(
      stages == [
        .planned, .convened, .open, .open, .open, .open, .closed, .closed, .cancelled,
      ])
  }

  @Test func `Who is in the room is known now and after each event`() throws {
    var meeting = Meeting(id: try #require(MeetingID("plenary-19")))
    #expect(!meeting.knowsAttendance)
    for (index, event) in try history().enumerated() {
      meeting.evolve(with: event, at: Mark(position: Int64(index + 1), effective: on.first))
    }
    #expect(meeting.knowsAttendance)
    let present = (1...7).map { meeting.present(at: $0).map(\.member.text) }
    #expect(
      present == [[], [], ["PT"], ["PT", "ES"], ["PT"], ["PT", "ES"], ["PT", "ES"]])
    #expect(meeting.present().map(\.member.text) == ["PT", "ES"])
    #expect(meeting.present(at: 4).last?.representedBy == "deputy")
    #expect(meeting.stays.map(\.leftAt) == [nil, TimeOfDay("11:00"), nil])
  }

  @Test func `A departure of a delegation that is not there changes nothing`() throws {
    var meeting = Meeting(id: try #require(MeetingID("plenary-19")))
    meeting.evolve(
      with: .departed(Departure(member: try #require(MemberID("PT")))),
      at: Mark(position: 1, effective: on.first))
    #expect(meeting.stays == [])
  }

  @Test func `The counter reads back equal and knows its meetings`() throws {
    let id = try #require(SeriesID("plenary"))
    var counter = SeriesCounter(id: id)
    for (position, number) in [nil, 7, 4].enumerated() {
      let meeting = try #require(MeetingID("plenary-\(number ?? 0)"))
      let event = SeriesEvent.assigned(NumberAssignment(number: number, meeting: meeting))
      #expect(try SeriesEvent(type: event.type, data: event.data) == event)
      counter.evolve(with: event, at: Mark(position: Int64(position), effective: on.first))
      #expect(try SeriesCounter(id: id, state: counter.state) == counter)
    }
    #expect(counter.next == 8)
    #expect(counter.meeting(numbered: 4)?.text == "plenary-4")
    #expect(counter.meeting(numbered: 5) == nil)
    #expect(throws: Failure.self) { try SeriesEvent(type: "number.freed", data: [:]) }
  }
}
