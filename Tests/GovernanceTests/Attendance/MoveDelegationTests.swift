import Governance
import Plugins
import TestKit
import Testing
import Values

/// A delegation goes from the room to the link and back.
@Suite struct MoveDelegationTests {
  private let given: Given

  init() throws {
    given = try Given(rules: .sample).admitted("AT BE BG CZ").open(present: "AT BE BG")
  }

  private func fields(
    _ member: String = "AT", to place: String = "remote", at time: String? = nil
  ) -> [String: String] {
    var fields = ["meeting": "plenary-1", "member": member, "to": place]
    fields["time"] = time
    return fields
  }

  private func moved(_ code: String, _ isRemote: Bool, at time: String? = nil) throws -> Given {
    let change = RoomChange(
      member: try #require(MemberID(code)), isRemote: isRemote,
      time: time.flatMap { TimeOfDay($0) })
    return try given.met(1, .attendance(.moved(change)))
  }

  @Test func `It goes on over the link, with the time where that is known`() throws {
    try given.when("attendance move", fields(at: "11:15"))
      .then("delegation.moved", ["member": "AT", "remote": true, "time": "11:15"])
    let untimed = try given.when("attendance move", fields()).then("delegation.moved")
    #expect(untimed.events.first?.event.data["time"] == nil)
  }

  @Test func `It comes back into the room`() throws {
    try moved("AT", true).when("attendance move", fields(to: "room"))
      .then("delegation.moved", ["remote": false])
  }

  @Test(arguments: [("AT", "room"), ("BE", "room")])
  func `Where it is already, it does not go`(_ row: (member: String, place: String)) throws {
    let refusal = try given.when("attendance move", fields(row.member, to: row.place))
      .thenRefused("delegation-there-already")
    #expect(refusal.values["to"] == .text("room"))
    try moved("AT", true).when("attendance move", fields()).thenRefused("delegation-there-already")
  }

  @Test func `Whoever is not there moves nowhere`() throws {
    try given.when("attendance move", fields("CZ")).thenRefused("delegation-not-present")
  }

  @Test func `Nobody moves before it came`() throws {
    let arrival = Arrival(member: try #require(MemberID("CZ")), time: TimeOfDay("10:00"))
    let refusal = try given.met(1, .arrived(arrival))
      .when("attendance move", fields("CZ", at: "09:59")).thenRefused("moves-before-arrival")
    #expect(refusal.values["came"] == .text("2026-11-23 10:00"))
    #expect(refusal.ways.map(\.code) == ["give-later-moment", "correct-event"])
  }

  @Test func `Nobody leaves before it moved`() throws {
    try moved("AT", true, at: "11:00")
      .when("attendance leave", ["meeting": "plenary-1", "member": "AT", "time": "10:59"])
      .thenRefused("leaves-before-arrival")
  }

  @Test(arguments: [
    ("attendance move", ["member": "AT", "to": "remote"]),
    ("attendance arrive", ["member": "CZ", "remote": "true"]),
  ])
  func `A meeting that was planned in person has no link, until it is moved to another form`(
    _ row: (act: String, fields: [String: String])
  ) throws {
    let plan = MeetingPlan(
      series: "plenary", number: 1, from: PartialDay("2026-11-23"), format: .inPerson)
    let inPerson = try given.met(1, .planned(plan))
    let fields = row.fields.merging(["meeting": "plenary-1"]) { $1 }
    let refusal = try inPerson.when(row.act, fields).thenRefused("remote-not-offered")
    #expect(refusal.ways == [Note("make-hybrid", ["meeting": .text("plenary-1")])])
    let on = try #require(PartialDay("2026-11-23"))
    let hybrid = try inPerson.met(1, .moved(Move(on: on, format: .hybrid, reason: "snow")))
    #expect(try hybrid.when(row.act, fields).result.get().objections.isEmpty)
  }

  @Test func `It belongs to an open meeting`() throws {
    let on = try #require(PartialDay("2026-11-23"))
    try given.met(1, .closed(Closing(on: on, time: nil))).when("attendance move", fields())
      .thenRefused("meeting-closed-already")
  }

  // MARK: - State

  /// PT in the room from 10:00, over the link from 11:00 to 12:00, with a deputy.
  private func meeting() throws -> Meeting {
    var meeting = Meeting(id: try #require(MeetingID("plenary-1")))
    let events: [(String, JSON)] = [
      ("meeting.opened", ["on": "2026-11-23", "time": "10:00", "present": ["ES"]]),
      (
        "delegation.arrived",
        ["member": "PT", "time": "10:00", "represented_by": "deputy", "person": "H-1"]
      ),
      ("delegation.moved", ["member": "PT", "remote": true, "time": "11:00"]),
      ("delegation.moved", ["member": "PT", "remote": false, "time": "12:00"]),
      ("delegation.departed", ["member": "PT", "time": "13:00"]),
    ]
    for (index, event) in events.enumerated() {
      meeting.evolve(
        with: try MeetingEvent(type: event.0, data: event.1),
        at: Mark(position: Int64(index + 1), effective: try #require(Day("2026-11-23"))))
    }
    return meeting
  }

  @Test(arguments: [
    ("10:59", "false"), ("11:00", "true"), ("11:59", "true"), ("12:00", "false"), ("13:00", "-"),
  ])
  func `At each minute it is in one place`(_ row: (time: String, isRemote: String)) throws {
    let stays = try meeting().present(
      on: #require(Day("2026-11-23")), at: #require(TimeOfDay(row.time))
    ).filter { $0.member.text == "PT" }
    #expect(stays.map { "\($0.isRemote)" } == (row.isRemote == "-" ? [] : [row.isRemote]))
  }

  @Test func `Who sits for it stays with it, and after each event it is there once`() throws {
    let meeting = try meeting()
    let stays = meeting.stays.filter { $0.member.text == "PT" }
    #expect(stays.map(\.representedBy) == ["deputy", "deputy", "deputy"])
    #expect(stays.map { $0.person?.text } == ["H-1", "H-1", "H-1"])
    for position in Int64(2)...4 {
      #expect(meeting.present(at: position).count { $0.member.text == "PT" } == 1, "\(position)")
    }
    #expect(meeting.present(at: 5).map(\.member.text) == ["ES"])
    #expect(try Meeting(id: meeting.id, state: meeting.state) == meeting)
  }

  @Test func `Of a delegation that is not there nothing moves`() throws {
    var meeting = Meeting(id: try #require(MeetingID("plenary-1")))
    meeting.evolve(
      with: try MeetingEvent(type: "delegation.moved", data: ["member": "PT", "remote": true]),
      at: Mark(position: 1, effective: try #require(Day("2026-11-23"))))
    #expect(meeting.stays.isEmpty)
  }
}
