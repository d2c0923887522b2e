import Governance
import Plugins
import TestKit
import Testing
import Values

/// The floor goes from one delegation to the next.
@Suite struct GiveFloorTests {
  private let meeting = ["meeting": "plenary-1"]

  private func fields(_ more: [String: String]) -> [String: String] {
    meeting.merging(more) { $1 }
  }

  @Test func `The first who asked speaks first`() throws {
    let given = try SampleFloor.given().asked(1, "BG").asked(2, "AT")
    let decision = try given.when("floor give", fields(["time": "10:05"]))
      .then("floor.given", ["number": 1, "time": "10:05"])
    #expect(decision.notes.isEmpty)
  }

  @Test func `A point of order jumps the queue, the first of several first`() throws {
    let given = try SampleFloor.given().asked(1, "BG").asked(2, "AT").asked(3, "BE", order: true)
      .asked(4, "AT", order: true)
    try given.when("floor give", meeting).then("floor.given", ["number": 3])
    let refusal = try given.when("floor give", fields(["number": "1"])).thenRefused("order-first")
    #expect(refusal.values["member"] == .text("BE") && refusal.values["number"] == .int(3))
    let other = try given.when("floor give", fields(["number": "4"])).then("floor.given")
    #expect(other.notes.map(\.code) == ["out-of-turn"])
  }

  @Test func `Whoever left is passed over, and is not given the floor by its number`() throws {
    let given = try SampleFloor.given().asked(1, "BG").asked(2, "AT")
      .met(1, .departed(Departure(member: #require(MemberID("BG")))))
    let decision = try given.when("floor give", meeting).then("floor.given", ["number": 2])
    #expect(decision.notes.isEmpty)
    try given.when("floor give", fields(["number": "1"])).thenRefused("delegation-not-present")
  }

  @Test func `Another request is taken out of turn, and the answer says so`() throws {
    let decision = try SampleFloor.given().asked(1, "BG").asked(2, "AT")
      .when("floor give", fields(["number": "2"])).then("floor.given", ["number": 2])
    #expect(decision.notes == [Note("out-of-turn", ["member": .text("AT")])])
  }

  @Test func `One delegation speaks at a time`() throws {
    let speaking = try SampleFloor.given().asked(1, "BG").asked(2, "AT")
      .floor("floor.given", ["number": 1])
    let refusal = try speaking.when("floor give", meeting).thenRefused("floor-taken")
    #expect(refusal.values["member"] == .text("BG"))
    let over = try speaking.floor("floor.ended", ["number": 1])
    try over.when("floor give", meeting).then("floor.given", ["number": 2])
  }

  @Test(arguments: [nil, "7", "1"])
  func `Nobody who does not wait gets the floor`(_ number: String?) throws {
    let given = try SampleFloor.given().spoke(1, "AT", minutes: 2)
    let outcome = try given.when(
      "floor give", number.map { fields(["number": $0]) } ?? meeting)
    let refusal = try outcome.thenRefused(number == nil ? "nobody-waits" : "request-unknown")
    #expect(!refusal.ways.isEmpty)
  }

  @Test func `Those who wait are named where a number is wrong`() throws {
    let refusal = try SampleFloor.given().asked(1, "BG").asked(2, "AT")
      .when("floor give", fields(["number": "9"])).thenRefused("request-unknown")
    #expect(refusal.ways == [Note("use-one-of", ["known": .list(["1", "2"])])])
  }

  @Test func `The floor is not given before it was asked for, nor before the last turn ended`()
    throws
  {
    let given = try SampleFloor.given().asked(1, "BG", at: "10:05")
    try given.when("floor give", fields(["time": "10:04"])).thenRefused("floor-goes-back")
    let second = try given.floor("floor.given", ["number": 1, "time": "10:05"])
      .floor("floor.ended", ["number": 1, "time": "10:15"]).asked(2, "AT", at: "10:06")
    let refusal = try second.when("floor give", fields(["time": "10:14"]))
      .thenRefused("floor-goes-back")
    #expect(refusal.values["came"] == .text("2026-11-23 10:15"))
    try second.when("floor give", fields(["time": "10:15"])).then("floor.given")
  }

  // MARK: - The end of a turn

  @Test(arguments: [
    (["time": "10:11"], 6), (["minutes": "4"], 4), (["time": "10:11", "minutes": "4"], 4),
    (["time": "10:05"], 0), ([:], nil),
  ])
  func `The minutes are those that were measured, else those between both times`(
    _ row: (more: [String: String], minutes: Int?)
  ) throws {
    let given = try SampleFloor.given().asked(1, "BG")
      .floor("floor.given", ["number": 1, "time": "10:05"])
    let decision = try given.when("floor end", fields(row.more)).then("floor.ended")
    #expect(decision.notes.map(\.code) == (row.minutes == nil ? ["speaking-time-unknown"] : []))
    let data = try #require(decision.events.first?.event.data)
    var floor = Floor(id: try #require(FloorID("plenary-1")))
    let day = try #require(Day("2026-11-23"))
    for (index, event) in [
      try FloorEvent(
        type: "floor.requested",
        data: [
          "meeting": "plenary-1", "number": 1, "member": "BG", "turns": 1, "spoken": 0,
        ]),
      try FloorEvent(
        type: "floor.given", data: ["meeting": "plenary-1", "number": 1, "time": "10:05"]),
      try FloorEvent(type: "floor.ended", data: data),
    ].enumerated() {
      floor.evolve(with: event, at: Mark(position: Int64(index + 1), effective: day))
    }
    #expect(floor.turns.first?.minutes == row.minutes)
    #expect(floor.spoken(by: try #require(MemberID("BG")), on: nil) == row.minutes ?? 0)
  }

  @Test func `A turn over midnight has the minutes of both days`() throws {
    let given = try SampleFloor.given().asked(1, "BG")
      .floor("floor.given", ["number": 1, "time": "23:50"])
    let over = try given.floor("floor.ended", ["number": 1, "time": "00:10"], on: "2026-11-24")
    try over.when(
      "floor request", fields(["member": "BG"]), on: "2026-11-24"
    ).then("floor.requested", ["spoken": 20])
  }

  @Test func `A turn ends after it began, and only one that was given ends`() throws {
    let given = try SampleFloor.given().asked(1, "BG")
    let free = try given.when("floor end", meeting).thenRefused("floor-free")
    #expect(free.ways.map(\.code) == ["give-floor-next"])
    try given.floor("floor.given", ["number": 1, "time": "10:05"])
      .when("floor end", fields(["time": "10:04"])).thenRefused("floor-goes-back")
  }

  @Test(arguments: ["-1", "1441"])
  func `Minutes that no turn has are refused by their form`(_ minutes: String) throws {
    let command = try #require(ActCatalogue.command(named: "floor end"))
    let failure = #expect(throws: Failure.self) {
      _ = try command.init(
        ActInput(command.kind, ["meeting": ["plenary-1"], "minutes": [minutes]]))
    }
    #expect(failure?.code.name == "field-malformed")
  }

  @Test func `A request that waits is taken back, and no other`() throws {
    let given = try SampleFloor.given().asked(1, "BG", at: "10:00")
    try given.when("floor withdraw", fields(["number": "1"]))
      .then("floor.withdrawn", ["number": 1])
    try given.when("floor withdraw", fields(["number": "1", "time": "09:59"]))
      .thenRefused("floor-goes-back")
    let back = try given.floor("floor.withdrawn", ["number": 1])
    try back.when("floor withdraw", fields(["number": "1"])).thenRefused("request-unknown")
    try back.when("floor give", meeting).thenRefused("nobody-waits")
  }

  @Test(arguments: [
    ("floor give", [:]), ("floor end", [:]), ("floor withdraw", ["number": "1"]),
    ("floor close", [:]), ("floor request", ["member": "AT"]),
  ])
  func `The floor is that of an open meeting, or of a past`(
    _ row: (act: String, more: [String: String])
  ) throws {
    let on = try #require(PartialDay("2026-11-24"))
    let closed = try SampleFloor.given().met(1, .closed(Closing(on: on, time: nil)))
    try closed.when(row.act, fields(row.more)).thenRefused("meeting-closed-already")
    let planned = try SampleFloor.given().planned(2, from: "2026-12-20")
    try planned.when(row.act, row.more.merging(["meeting": "plenary-2"]) { $1 })
      .thenRefused("meeting-not-open")
  }
}
