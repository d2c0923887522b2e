import Governance
import Plugins
import TestKit
import Testing
import Values

/// Openings, comings, goings and closings stand in their order, as far as days and times are known.
@Suite struct MeetingTimesTests {
  /// A meeting of two days, opened at half past nine on 23 November with Austria, Belgium and Bulgaria.
  private func open(at time: String? = "09:30") throws -> Given {
    let told = Convocation(on: PartialDay(day("2026-11-02")), agenda: [], isUrgent: false)
    let present = try ["AT", "BE", "BG"].map { try #require(MemberID($0)) }
    return try Given(rules: .sample).admitted("AT BE BG CZ DE")
      .planned(1, from: "2026-11-23", until: "2026-11-24").met(1, .convened(told), on: "2026-11-02")
      .met(
        1,
        .opened(
          Opening(
            on: PartialDay(day("2026-11-23")), time: time.flatMap { TimeOfDay($0) },
            present: present)), on: "2026-11-23")
  }

  private func left(_ given: Given, _ member: String, at time: String, on day: String) throws
    -> Given
  {
    let departure = Departure(
      member: try #require(MemberID(member)), time: TimeOfDay(time))
    return try given.met(1, .departed(departure), on: day)
  }

  @Test(arguments: [
    ("2026-11-22", "10:00", false), ("2026-11-23", "09:29", false), ("2026-11-23", "09:30", true),
    ("2026-11-23", "09:31", true), ("2026-11-24", "08:00", true),
  ])
  func `A delegation comes in at the opening or later`(
    _ row: (day: String, time: String, isRight: Bool)
  ) throws {
    let fields = ["meeting": "plenary-1", "member": "CZ", "time": row.time]
    let outcome = try open().when("attendance arrive", fields, on: row.day)
    if row.isRight {
      try outcome.then("delegation.arrived", ["time": .text(row.time)])
    } else {
      let refusal = try outcome.thenRefused("arrives-before-opening")
      #expect(refusal.code.exit == .badData)
      #expect(refusal.values["opened"] == .text("2026-11-23 09:30"))
      #expect(
        refusal.ways == [
          Note("give-later-moment", ["moment": .text("2026-11-23 09:30")]),
          Note("correct-event", ["position": .text("9")]),
        ])
    }
  }

  @Test func `What is not known is never held against a delegation`() throws {
    try open().when("attendance arrive", ["meeting": "plenary-1", "member": "CZ"])
      .then("delegation.arrived")
    try open(at: nil)
      .when("attendance arrive", ["meeting": "plenary-1", "member": "CZ", "time": "00:00"])
      .then("delegation.arrived")
    try open(at: nil).when(
      "attendance arrive", ["meeting": "plenary-1", "member": "CZ"], on: "2026-11-22"
    )
    .thenRefused("arrives-before-opening")
  }

  @Test(arguments: [("10:59", false), ("11:00", true)])
  func `Whoever left comes back at that time or later`(_ row: (time: String, isRight: Bool)) throws
  {
    let gone = try left(open(), "AT", at: "11:00", on: "2026-11-23")
    let outcome = try gone.when(
      "attendance arrive", ["meeting": "plenary-1", "member": "AT", "time": row.time])
    if row.isRight {
      try outcome.then("delegation.arrived")
    } else {
      let refusal = try outcome.thenRefused("returns-before-leaving")
      #expect(refusal.values == ["member": .text("AT"), "left": .text("2026-11-23 11:00")])
    }
    try gone.when("attendance arrive", ["meeting": "plenary-1", "member": "CZ", "time": "10:00"])
      .then("delegation.arrived")
  }

  @Test func `The last departure of a delegation counts, not an earlier one`() throws {
    let czechs = try #require(MemberID("AT"))
    let twice = try left(
      left(open(), "AT", at: "10:00", on: "2026-11-23").met(
        1, .arrived(Arrival(member: czechs, time: TimeOfDay("11:00")))), "AT", at: "12:00",
      on: "2026-11-23")
    try twice.when("attendance arrive", ["meeting": "plenary-1", "member": "AT", "time": "11:30"])
      .thenRefused("returns-before-leaving")
  }

  @Test func `Nobody leaves before the opening, though it came without a time`() throws {
    let came = try open().met(1, .arrived(Arrival(member: try #require(MemberID("CZ")))))
    let refusal =
      try came
      .when("attendance leave", ["meeting": "plenary-1", "member": "CZ", "time": "09:00"])
      .thenRefused("leaves-before-arrival")
    #expect(refusal.values["came"] == .text("2026-11-23 09:30"))
    try came.when("attendance leave", ["meeting": "plenary-1", "member": "CZ", "time": "09:30"])
      .then("delegation.departed")
  }

  @Test func `Whoever was there at the opening leaves at that time or later`() throws {
    let fields = ["meeting": "plenary-1", "member": "AT"]
    try open().when("attendance leave", fields.merging(["time": "09:29"]) { $1 })
      .thenRefused("leaves-before-arrival")
    try open().when("attendance leave", fields.merging(["time": "09:30"]) { $1 })
      .then("delegation.departed")
    try open().when("attendance leave", fields, on: "2026-11-22")
      .thenRefused("leaves-before-arrival")
  }

  @Test(arguments: [
    ("2026-11-23", "09:29", "closed-before-opening"), ("2026-11-23", "09:30", nil),
    ("2026-11-22", "18:00", "closed-before-opening"), ("2026-11-24", "00:00", nil),
  ])
  func `A meeting ends at its opening or later`(
    _ row: (day: String, time: String, code: String?)
  ) throws {
    let outcome = try open().when(
      "meeting close", ["meeting": "plenary-1", "time": row.time], on: row.day)
    if let code = row.code {
      let refusal = try outcome.thenRefused(code)
      #expect(refusal.values["opened"] == .text("2026-11-23 09:30"))
    } else {
      try outcome.then("meeting.closed")
    }
  }

  @Test(arguments: [
    ("2026-11-24", "11:59", false), ("2026-11-24", "12:00", true), ("2026-11-23", "18:00", false),
    ("2026-11-24", nil, true),
  ])
  func `A meeting ends after the last delegation left, as far as this is known`(
    _ row: (day: String, time: String?, isRight: Bool)
  ) throws {
    let gone = try left(
      left(open(), "BE", at: "12:00", on: "2026-11-24"), "AT", at: "17:00", on: "2026-11-23")
    var fields = ["meeting": "plenary-1"]
    fields["time"] = row.time
    let outcome = try gone.when("meeting close", fields, on: row.day)
    if row.isRight {
      try outcome.then("meeting.closed")
    } else {
      let refusal = try outcome.thenRefused("closed-before-movement")
      #expect(refusal.values["moment"] == .text("2026-11-24 12:00"))
      #expect(refusal.ways.last == Note("correct-event", ["position": .text("10")]))
    }
  }

  @Test func `A late arrival holds the end up as a departure does`() throws {
    let came = try open().met(
      1, .arrived(Arrival(member: try #require(MemberID("CZ")), time: TimeOfDay("15:00"))))
    try came.when("meeting close", ["meeting": "plenary-1", "time": "14:59"])
      .thenRefused("closed-before-movement")
    try came.when("meeting close", ["meeting": "plenary-1", "time": "15:00"]).then("meeting.closed")
  }
}
