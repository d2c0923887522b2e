import Governance
import Plugins
import TestKit
import Testing
import Values

@Suite struct AttendanceTests {
  private let given: Given

  init() throws {
    given = try Given(rules: .sample).admitted("AT BE BG CZ DE").admitted("NO", as: "observer")
      .open(present: "AT BE BG")
  }

  private func member(_ code: String) throws -> MemberID { try #require(MemberID(code)) }

  @Test func `A delegation comes in late, for its head or with a deputy`() throws {
    try given
      .when(
        "attendance arrive",
        [
          "meeting": "plenary-1", "member": "CZ", "time": "10:15", "represented-by": "deputy",
        ]
      )
      .then("delegation.arrived", ["member": "CZ", "time": "10:15", "represented_by": "deputy"])
    try given.when("attendance arrive", ["meeting": "plenary-1", "member": "NO"])
      .then("delegation.arrived", ["member": "NO"])
  }

  @Test func `A delegation goes and comes again`() throws {
    let gone =
      try given.met(1, .departed(Departure(member: member("AT"), time: TimeOfDay("11:00"))))
    try gone.when("attendance arrive", ["meeting": "plenary-1", "member": "AT"])
      .then("delegation.arrived", ["member": "AT"])
    try gone.met(1, .arrived(Arrival(member: member("AT"), time: TimeOfDay("12:00"))))
      .when("attendance leave", ["meeting": "plenary-1", "member": "AT", "time": "12:00"])
      .then("delegation.departed", ["member": "AT", "time": "12:00"])
  }

  @Test func `Whoever is in the room does not come in`() throws {
    try given.when("attendance arrive", ["meeting": "plenary-1", "member": "AT"])
      .thenRefused("delegation-present-already")
  }

  @Test func `Whoever is not in the room does not leave it`() throws {
    try given.when("attendance leave", ["meeting": "plenary-1", "member": "CZ"])
      .thenRefused("delegation-not-present")
    try given.met(1, .departed(Departure(member: member("AT"))))
      .when("attendance leave", ["meeting": "plenary-1", "member": "AT"])
      .thenRefused("delegation-not-present")
  }

  @Test func `Several delegations leave together, each with an event of its own`() throws {
    let decision = try given.when(
      "attendance leave", ["meeting": "plenary-1", "member": "BG,AT", "time": "12:00"]
    ).then(["delegation.departed", "delegation.departed"], ["member": "BG", "time": "12:00"])
    #expect(decision.events.map { $0.event.data["member"] } == ["BG", "AT"])
    #expect(decision.events.allSatisfy { $0.key.text == "meeting-plenary-1" })
  }

  @Test(arguments: ["AT,CZ", "CZ,AT", "AT,BE,BG,DE"])
  func `Of several none leaves when one of them is not in the room`(_ members: String) throws {
    let refusal =
      try given
      .when("attendance leave", ["meeting": "plenary-1", "member": members])
      .thenRefused("delegation-not-present")
    let absent = members.contains("CZ") ? "CZ" : "DE"
    #expect(refusal.values["member"] == .text(absent))
    #expect(refusal.ways == [Note("record-arrival", ["member": .text(absent)])])
  }

  @Test(arguments: ["AT,AT", "AT,", "AT,a t"])
  func `A list that names a member twice, or none, is no list`(_ members: String) throws {
    #expect(throws: Failure.self) {
      _ = try given.when("attendance leave", ["meeting": "plenary-1", "member": members])
    }
  }

  @Test func `A guest does not come in as a delegation`() throws {
    try given.when("attendance arrive", ["meeting": "plenary-1", "member": "US"])
      .thenRefused("delegation-unknown")
  }

  @Test func `A class without the right to attend stays out`() throws {
    var rules = Rules.sample
    rules.membership.classes[1].rights = []
    try Given(rules: rules).admitted("AT BE BG").admitted("NO", as: "observer")
      .open(present: "AT BE BG")
      .when("attendance arrive", ["meeting": "plenary-1", "member": "NO"])
      .thenRefused("may-not-attend", clause: "membership.classes.observer")
  }

  @Test func `Nobody leaves before coming in`() throws {
    let arrived = try given.met(
      1, .arrived(Arrival(member: member("CZ"), time: TimeOfDay("10:00"))))
    let refusal =
      try arrived
      .when("attendance leave", ["meeting": "plenary-1", "member": "CZ", "time": "09:59"])
      .thenRefused("leaves-before-arrival")
    #expect(refusal.values["came"] == .text("2026-11-23 10:00"))
    try arrived
      .when(
        "attendance leave", ["meeting": "plenary-1", "member": "CZ", "time": "09:00"],
        on: "2026-11-24"
      )
      .then("delegation.departed")
    try arrived
      .when("attendance leave", ["meeting": "plenary-1", "member": "CZ"], on: "2026-11-22")
      .thenRefused("leaves-before-arrival")
    try arrived
      .when(
        "attendance leave", ["meeting": "plenary-1", "member": "CZ", "time": "23:00"],
        on: "2026-11-22"
      )
      .thenRefused("leaves-before-arrival")
  }

  @Test(arguments: ["attendance arrive", "attendance leave"])
  func `Comings and goings belong to an open meeting`(_ act: String) throws {
    let fields = ["meeting": "plenary-2", "member": "AT"]
    try given.when(act, fields).thenRefused("meeting-unknown")
    let planned = try given.planned(2, from: "2026-12-20")
    try planned.when(act, fields).thenRefused("meeting-not-open")
    let on = PartialDay(day("2026-11-23"))
    try planned.met(2, .closed(Closing(on: on, time: nil))).when(act, fields)
      .thenRefused("meeting-closed-already")
    try planned.met(2, .cancelled(Cancellation(on: on, reason: "strike"))).when(act, fields)
      .thenRefused("meeting-cancelled-already")
  }

  @Test func `A meeting that is open is closed`() throws {
    let decision =
      try given.when(
        "meeting close", ["meeting": "plenary-1", "time": "17:00"], on: "2026-11-24"
      )
      .then("meeting.closed", ["on": "2026-11-24", "time": "17:00"])
    #expect(decision.notes == [])
  }

  @Test func `A meeting is not closed before it was opened`() throws {
    try given.when("meeting close", ["meeting": "plenary-1"], on: "2026-11-22")
      .thenRefused("closed-before-opening")
    try given.planned(2, from: "2026-12-20").when("meeting close", ["meeting": "plenary-2"])
      .thenRefused("meeting-not-open")
    try given.when("meeting close", ["meeting": "plenary-2"]).thenRefused("meeting-unknown")
    try given.met(1, .closed(Closing(on: PartialDay(day("2026-11-24")), time: nil)))
      .when("meeting close", ["meeting": "plenary-1"]).thenRefused("meeting-closed-already")
  }

  @Test func `A past may close a meeting of whose opening nothing is known`() throws {
    let decision = try given.planned(2, from: "2017-04-06")
      .when("meeting close", ["meeting": "plenary-2"], on: "2017-04-07", takenOver: true)
      .then("meeting.closed", ["on": "2017-04-07"])
    #expect(decision.notes == [Note("meeting-not-opened", ["meeting": .text("plenary-2")])])
  }

  @Test func `A meeting that has not begun is cancelled`() throws {
    let planned = try given.planned(2, from: "2026-12-20")
    let fields = ["meeting": "plenary-2", "reason": "strike"]
    try planned.when("meeting cancel", fields)
      .then("meeting.cancelled", ["on": "2026-11-23", "reason": "strike"])
    let convocation = Convocation(on: PartialDay(day("2026-11-20")), agenda: [], isUrgent: false)
    try planned.met(2, .convened(convocation)).when("meeting cancel", fields)
      .then("meeting.cancelled")
  }

  @Test func `A meeting that was held or cancelled is not cancelled`() throws {
    let fields = ["meeting": "plenary-1", "reason": "strike"]
    try given.when("meeting cancel", fields).thenRefused("meeting-open-already")
    let on = PartialDay(day("2026-11-24"))
    try given.met(1, .closed(Closing(on: on, time: nil))).when("meeting cancel", fields)
      .thenRefused("meeting-closed-already")
    try given.met(1, .cancelled(Cancellation(on: on, reason: "x"))).when("meeting cancel", fields)
      .thenRefused("meeting-cancelled-already")
    try given.when("meeting cancel", ["meeting": "plenary-7", "reason": "x"])
      .thenRefused("meeting-unknown")
  }
}
