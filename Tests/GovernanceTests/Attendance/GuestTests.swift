import Governance
import Plugins
import TestKit
import Testing
import Values

/// Guests at a meeting: of their own, counted apart, in no quorum.
@Suite struct GuestTests {
  private let given: Given

  init() throws {
    given = try Given(rules: .sample).admitted("AT BE BG CZ").open(present: "AT BE BG")
  }

  private func fields(_ more: [String: String]) -> [String: String] {
    ["meeting": "plenary-1"].merging(more) { $1 }
  }

  private func guest(
    _ kind: Guest.Kind, _ name: String, number: Int = 1, at time: String? = nil
  ) throws -> Given {
    let arrival = GuestArrival(
      number: number, guest: Guest(kind, name), time: time.flatMap { TimeOfDay($0) })
    return try given.met(1, .attendance(.guestArrived(arrival)))
  }

  @Test(
    arguments: [
      (["state": "US", "count": "2"], ["kind": "state", "guest": "US", "count": 2]),
      (
        ["organisation": "Council of Europe", "time": "10:30"],
        ["kind": "organisation", "guest": "Council of Europe", "time": "10:30"]
      ),
      (["state": "JP", "remote": "true"], ["guest": "JP", "remote": true]),
    ] as [([String: String], JSON)])
  func `A guest is a state or an organisation, with the number of its persons where counted`(
    _ row: (fields: [String: String], data: JSON)
  ) throws {
    let decision = try given.when("guest arrive", fields(row.fields))
      .then("guest.arrived", row.data)
    #expect(decision.events.first?.event.data["number"] == 1)
    #expect(decision.derivations.isEmpty)
  }

  @Test func `A person is one that is known, by id and without a name in the log`() throws {
    try given.when("guest arrive", fields(["person": "H-1"])).thenRefused("person-unknown")
    let person = try #require(PersonID("H-1"))
    let known = try given.happened(
      PersonEvent(type: "person.registered", data: [:]), to: person)
    try known.when("guest arrive", fields(["person": "H-1"]))
      .then("guest.arrived", ["kind": "person", "guest": "H-1"])
  }

  @Test(arguments: [
    [:], ["state": "US", "organisation": "X"], ["state": "US", "person": "H-1"],
    ["person": "H-1", "count": "2"],
  ])
  func `A guest is exactly one of the three`(_ more: [String: String]) throws {
    try expect("guest-unclear", more)
  }

  @Test(arguments: [
    ["state": "XX"], ["state": "usa"], ["state": "US", "count": "0"],
    ["state": "US", "count": "1000"], ["organisation": "One\nTwo"], ["organisation": ""],
  ])
  func `What is no state, no count and no name is refused by its form`(_ more: [String: String])
    throws
  {
    try expect("field-malformed", more)
  }

  private func expect(_ code: String, _ more: [String: String]) throws {
    let command = try #require(ActCatalogue.command(named: "guest arrive"))
    let values = fields(more).mapValues { [$0] }
    let failure = #expect(throws: Failure.self) {
      _ = try command.init(ActInput(command.kind, values))
    }
    #expect(failure?.code.name == code, "\(more)")
  }

  @Test func `A name of two hundred bytes is one, and of one more is none`() throws {
    try given.when(
      "guest arrive", fields(["organisation": String(repeating: "x", count: 200)])
    ).then("guest.arrived")
    try expect("field-malformed", ["organisation": String(repeating: "x", count: 201)])
  }

  @Test func `A member has a delegation and is no guest`() throws {
    let refusal = try given.when("guest arrive", fields(["state": "CZ"]))
      .thenRefused("guest-is-member")
    #expect(refusal.ways == [Note("record-arrival", ["member": .text("CZ")])])
  }

  @Test func `A guest comes once, and again after it left`() throws {
    let there = try guest(.state, "US")
    let refusal = try there.when("guest arrive", fields(["state": "US"]))
      .thenRefused("guest-present-already")
    #expect(
      refusal.ways == [
        Note("record-guest-departure", ["meeting": .text("plenary-1"), "number": .int(1)])
      ])
    try there.when("guest arrive", fields(["state": "JP"])).then("guest.arrived", ["number": 2])
    let left = try there.met(1, .attendance(.guestDeparted(GuestDeparture(number: 1))))
    try left.when("guest arrive", fields(["state": "US"])).then("guest.arrived", ["number": 2])
  }

  @Test func `A guest does not come before the opening`() throws {
    let on = try #require(PartialDay("2026-12-01"))
    let opening = Opening(on: on, time: TimeOfDay("10:00"), present: [])
    let timed = try given.planned(2, from: "2026-12-01").met(2, .opened(opening), on: "2026-12-01")
    let refusal = try timed.when(
      "guest arrive", ["meeting": "plenary-2", "state": "US", "time": "09:59"], on: "2026-12-01"
    ).thenRefused("arrives-before-opening")
    #expect(refusal.values["opened"] == .text("2026-12-01 10:00"))
  }

  @Test func `A guest of a past is told of in a meeting that is over, and today it is not`() throws
  {
    let on = try #require(PartialDay("2026-11-24"))
    let closed = try given.met(1, .closed(Closing(on: on, time: nil)))
    try closed.when("guest arrive", fields(["state": "US"])).thenRefused("meeting-closed-already")
    try closed.when("guest arrive", fields(["state": "US"]), takenOver: true).then("guest.arrived")
  }

  @Test func `A guest leaves by its number, after it came`() throws {
    let there = try guest(.state, "US", at: "10:00")
    try there.when("guest leave", fields(["number": "1", "time": "12:00"]))
      .then("guest.departed", ["number": 1, "time": "12:00"])
    let refusal = try there.when("guest leave", fields(["number": "1", "time": "09:00"]))
      .thenRefused("leaves-before-arrival")
    #expect(refusal.values["member"] == .text("US"))
    let left = try there.met(1, .attendance(.guestDeparted(GuestDeparture(number: 1))))
    try left.when("guest leave", fields(["number": "1"])).thenRefused("guest-not-present")
    try there.when("guest leave", fields(["number": "7"])).thenRefused("guest-not-present")
  }

  @Test func `A meeting takes five hundred guests and no more`() throws {
    var full = given
    for number in 1...500 {
      let arrival = GuestArrival(number: number, guest: Guest(.organisation, "O\(number)"))
      full = try full.met(1, .attendance(.guestArrived(arrival)))
    }
    try full.when("guest arrive", fields(["state": "US"])).thenRefused("guests-full")
  }

  @Test func `Guests are in no quorum and in no number of a vote`() throws {
    let alone = try guest(.state, "US").met(
      1, .departed(Departure(member: #require(MemberID("AT")))))
    let refusal = try alone.when(
      "deliberation record", ["meeting": "plenary-1", "title": "X", "consensus": "true"]
    ).thenRefused("quorum-missing", clause: "bodies.plenary.quorum")
    #expect(refusal.values["found"] == .int(2))
  }

  @Test func `Who was a guest at a minute, and after an event, is kept like a delegation`() throws {
    var meeting = Meeting(id: try #require(MeetingID("plenary-1")))
    let events: [(String, JSON)] = [
      ("meeting.opened", ["on": "2026-11-23", "time": "10:00", "present": ["ES"]]),
      ("guest.arrived", ["number": 1, "kind": "state", "guest": "US", "time": "10:30"]),
      ("guest.arrived", ["number": 2, "kind": "organisation", "guest": "CoE"]),
      ("guest.departed", ["number": 1, "time": "11:00"]),
      ("guest.departed", ["number": 1, "time": "11:30"]),
      ("guest.departed", ["number": 9]),
      ("meeting.closed", ["on": "2026-11-23", "time": "17:00"]),
    ]
    let day = try #require(Day("2026-11-23"))
    for (index, event) in events.enumerated() {
      meeting.evolve(
        with: try MeetingEvent(type: event.0, data: event.1),
        at: Mark(position: Int64(index + 1), effective: day))
    }
    for (time, names) in [
      ("10:29", ["CoE"]), ("10:30", ["US", "CoE"]), ("11:00", ["CoE"]), ("17:00", []),
    ] {
      let found = meeting.guests(on: day, at: try #require(TimeOfDay(time)))
      #expect(found.map(\.guest.name) == names, "\(time)")
    }
    #expect(meeting.guests.filter { $0.holds(at: 3) }.map(\.guest.name) == ["US", "CoE"])
    #expect(meeting.guests.filter { $0.holds(at: 4) }.map(\.guest.name) == ["CoE"])
    #expect(meeting.guests.first?.departure?.facts.time == TimeOfDay("11:00"))
    #expect(try Meeting(id: meeting.id, state: meeting.state) == meeting)
  }
}
