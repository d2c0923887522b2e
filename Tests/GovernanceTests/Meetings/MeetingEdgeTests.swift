import Governance
import Plugins
import TestKit
import Testing
import Values

/// The days on which the rules for meetings turn, and what is left of a meeting whose planning was struck.
@Suite struct MeetingEdgeTests {
  private let given: Given

  init() throws { given = try Given(rules: .sample).admitted("AT BE BG") }

  @Test func `A meeting may be closed on the day it was opened, and not on the day before`() throws
  {
    let open = try given.open(present: "AT BE BG")
    try open.when("meeting close", ["meeting": "plenary-1"], on: "2026-11-23").then(
      "meeting.closed")
    try open.when("meeting close", ["meeting": "plenary-1"], on: "2026-11-22")
      .thenRefused("closed-before-opening")
  }

  @Test func `A meeting may open on its first day`() throws {
    let convened = Convocation(on: PartialDay(day("2026-11-02")), agenda: [], isUrgent: false)
    let ready = try given.planned(1, from: "2026-11-23").met(
      1, .convened(convened), on: "2026-11-02")
    let fields = ["meeting": "plenary-1", "present": "AT,BE"]
    try ready.when("meeting open", fields, on: "2026-11-23").then("meeting.opened")
    try ready.when("meeting open", fields, on: "2026-11-22").thenRefused(
      "meeting-before-its-day", clause: "series.plenary.notice")
    let past = try ready.when("meeting open", fields, on: "2026-11-22", takenOver: true).result
      .get()
    #expect(past.events.map(\.event.type) == ["meeting.opened"])
  }

  @Test func `A past may have been convened after it began, which the rule on notice objects to`()
    throws
  {
    let decision = try given.planned(1, from: "2017-04-06")
      .when("meeting convene", ["meeting": "plenary-1"], on: "2017-05-01", takenOver: true)
      .result.get()
    #expect(decision.events.map(\.event.type) == ["meeting.convened"])
    #expect(decision.objections.map(\.code.name) == ["notice-too-short"])
  }

  @Test func `A past convened in a month that is known says nothing of its notice`() throws {
    let decision = try given.planned(1, from: "2017-04-06")
      .when("meeting convene", ["meeting": "plenary-1"], on: "2017-04", takenOver: true)
      .then("meeting.convened")
    #expect(decision.notes == [Note("notice-unknown", ["meeting": .text("plenary-1")])])
    #expect(decision.derivations == [])
  }

  @Test func `A meeting may end on its first day and be planned on that day`() throws {
    try given.when(
      "meeting plan", ["series": "plenary", "from": "2026-11-23", "until": "2026-11-23"]
    ).then(["meeting.planned", "number.assigned"])
  }

  @Test func `The next number of the past skips none`() throws {
    let decision = try given.when(
      "meeting plan", ["series": "plenary", "number": "1", "from": "2017"], takenOver: true
    ).result.get()
    #expect(decision.notes == [])
  }

  @Test func `A delegation may leave on the day it came, at the time it came`() throws {
    let open = try given.open(present: "AT")
    let at = try #require(TimeOfDay("10:00"))
    let came = try open.met(1, .arrived(Arrival(member: try #require(MemberID("BE")), time: at)))
    let fields = ["meeting": "plenary-1", "member": "BE"]
    try came.when("attendance leave", fields).then("delegation.departed")
    try came.when("attendance leave", fields.merging(["time": "10:00"]) { $1 })
      .then("delegation.departed")
    try came.when("attendance leave", fields.merging(["time": "09:59"]) { $1 })
      .thenRefused("leaves-before-arrival")
    try came.when("attendance leave", fields, on: "2026-11-22").thenRefused("leaves-before-arrival")
  }

  @Test func `A departure is kept with its day and its time`() throws {
    var meeting = Meeting(id: try #require(MeetingID("plenary-1")))
    let austria = try #require(MemberID("AT"))
    let at = try #require(TimeOfDay("17:00"))
    meeting.evolve(
      with: .arrived(Arrival(member: austria)), at: Mark(position: 1, effective: day("2026-11-23")))
    meeting.evolve(
      with: .departed(Departure(member: austria, time: at)),
      at: Mark(position: 2, effective: day("2026-11-24")))
    #expect(meeting.stays.map(\.leftOn) == [day("2026-11-24")])
    #expect(meeting.stays.map(\.leftAt) == [at])
    #expect(meeting.stays.map(\.endedBy) == [2])
  }

  @Test(arguments: ["meeting convene", "meeting close"])
  func `A meeting whose planning was struck is no meeting`(_ act: String) throws {
    let convened = Convocation(on: PartialDay(day("2026-11-02")), agenda: [], isUrgent: false)
    try given.met(1, .convened(convened)).when(act, ["meeting": "plenary-1"])
      .thenRefused("meeting-unknown")
  }

  @Test func `A report published in a month that is known is neither late nor in time`() throws {
    let closed = try given.open(present: "AT BE BG")
      .met(1, .closed(Closing(on: PartialDay(day("2026-11-24")), time: nil)), on: "2026-11-24")
    let decision = try closed.when(
      "report publish", ["output": "outcome_report", "meeting": "plenary-1"], on: "2027-06",
      today: "2027-06-30"
    ).then("report.published")
    #expect(decision.derivations == [])
    #expect(decision.notes.map(\.code) == ["report-numbered"])
  }
}
