import Governance
import Plugins
import TestKit
import Testing
import Values

/// A delegation asks for the floor, within the limits of the rules and of the item.
@Suite struct RequestFloorTests {
  private func fields(_ more: [String: String] = [:]) -> [String: String] {
    ["meeting": "plenary-1", "member": "AT"].merging(more) { $1 }
  }

  @Test func `A request has its number, its item, its turn and the minutes before`() throws {
    let given = try SampleFloor.given().spoke(1, "AT", item: "budget", minutes: 4)
      .spoke(2, "AT", minutes: 3).asked(3, "BE")
    try given.when("floor request", fields(["item": "budget", "time": "10:05"])).then(
      "floor.requested",
      [
        "number": 4, "member": "AT", "item": "budget", "time": "10:05", "turns": 2, "spoken": 4,
      ])
    let bare = try given.when("floor request", fields())
      .then("floor.requested", ["turns": 2, "spoken": 3])
    #expect(bare.events.first?.event.data["item"] == nil && bare.derivations.isEmpty)
  }

  @Test func `A point of order is none of its turns`() throws {
    let given = try SampleFloor.given().asked(1, "AT", order: true)
    try given.when("floor request", fields()).then("floor.requested", ["turns": 1])
    try SampleFloor.given().when("floor request", fields(["point-of-order": "true"]))
      .then("floor.requested", ["turns": 0, "point_of_order": true])
  }

  private static let limits: [(times: Int?, minutes: Int?, holds: Bool)] = [
    (1, nil, false), (2, nil, true), (nil, 4, false), (nil, 5, true),
  ]

  @Test(arguments: limits)
  func `A limit reached refuses the next request with its clause`(
    _ row: (times: Int?, minutes: Int?, holds: Bool)
  ) throws {
    let given = try SampleFloor.given(SampleFloor.rules(minutes: row.minutes, times: row.times))
      .spoke(1, "AT", item: "budget", minutes: 4)
    let outcome = try given.when("floor request", fields(["item": "budget"]))
    let decision = try outcome.result.get()
    let derivation = try #require(decision.derivations.first)
    #expect(derivation.question == "speaking" && derivation.holds == row.holds)
    #expect(derivation.inputs["turns"] == 2 && derivation.inputs["spoken"] == 4)
    #expect(derivation.inputs["most_turns"] == row.times.map { .int(Int64($0)) })
    guard !row.holds else {
      #expect(decision.objections.isEmpty)
      return
    }
    let refusal = try outcome.thenRefused(
      row.times == nil ? "speaking-time-used" : "speaking-turns-used", clause: SampleFloor.clause)
    #expect(refusal.values["used"] == .int(row.times ?? 4))
    #expect(refusal.values["most"] == .int(row.times ?? row.minutes ?? 0))
    #expect(refusal.derivation == derivation)
    #expect(refusal.ways.map(\.code) == ["let-others-speak", "raise-point-of-order"])
  }

  @Test func `Both limits are told at once, and only of the item and the delegation`() throws {
    let rules = SampleFloor.rules(minutes: 3, times: 1)
    let given = try SampleFloor.given(rules).spoke(1, "AT", item: "budget", minutes: 5)
    let refused = try given.when("floor request", fields(["item": "budget"])).result.get()
    #expect(
      refused.objections.map(\.code.name) == ["speaking-time-used", "speaking-turns-used"])
    try given.when("floor request", fields()).then("floor.requested")
    try given.when("floor request", fields(["member": "BE", "item": "budget"]))
      .then("floor.requested")
    let order = ["item": "budget", "point-of-order": "true"]
    let decision = try given.when("floor request", fields(order)).then("floor.requested")
    #expect(decision.derivations.isEmpty)
  }

  @Test func `A limit of the item is narrower than the rules, and cited by its event`() throws {
    let given = try SampleFloor.given(SampleFloor.rules(times: 3))
      .floor("floor.limited", ["item": "budget", "times": 1])
      .spoke(1, "AT", item: "budget", minutes: 1).spoke(2, "AT", minutes: 1)
    let refusal = try given.when("floor request", fields(["item": "budget"]))
      .thenRefused("speaking-turns-used")
    #expect(refusal.clause == nil && refusal.ways.first?.code == "set-other-limit")
    try given.when("floor request", fields()).then("floor.requested", ["turns": 2])
  }

  @Test func `The last limit counts, that of the item before that of all`() throws {
    let given = try SampleFloor.given().floor("floor.limited", ["times": 1])
      .floor("floor.limited", ["item": "budget", "times": 1])
      .floor("floor.limited", ["item": "budget", "times": 2])
      .spoke(1, "AT", item: "budget", minutes: 1).spoke(2, "AT", minutes: 1)
    try given.when("floor request", fields(["item": "budget"])).then("floor.requested")
    try given.when("floor request", fields()).thenRefused("speaking-turns-used")
  }

  @Test func `A request that was taken back is no turn`() throws {
    let given = try SampleFloor.given(SampleFloor.rules(times: 1)).asked(1, "AT")
      .floor("floor.withdrawn", ["number": 1])
    try given.when("floor request", fields()).then("floor.requested", ["turns": 1, "number": 2])
  }

  @Test func `A delegation waits once on an item, and once with a point of order`() throws {
    let given = try SampleFloor.given().asked(1, "AT")
    let refusal = try given.when("floor request", fields()).thenRefused("speaker-waits")
    #expect(refusal.values["number"] == .int(1))
    try given.when("floor request", fields(["item": "budget"])).then("floor.requested")
    try given.when("floor request", fields(["point-of-order": "true"])).then("floor.requested")
    try given.asked(2, "AT", order: true)
      .when("floor request", fields(["point-of-order": "true"])).thenRefused("speaker-waits")
  }

  @Test func `A list that is closed takes points of order alone`() throws {
    let given = try SampleFloor.given().floor("floor.closed", ["item": "budget"])
    let refusal = try given.when("floor request", fields(["item": "budget"]))
      .thenRefused("speakers-closed")
    #expect(refusal.ways.map(\.code) == ["raise-point-of-order", "correct-event"])
    try given.when("floor request", fields()).then("floor.requested")
    try given.when("floor request", fields(["item": "budget", "point-of-order": "true"]))
      .then("floor.requested")
  }

  @Test(arguments: [
    (["member": "CZ"], "delegation-not-present"), (["item": "travel"], "item-unknown"),
    (["meeting": "plenary-9"], "meeting-unknown"),
  ])
  func `What makes no sense is refused, whatever the rules`(
    _ row: (more: [String: String], code: String)
  ) throws {
    try SampleFloor.given().when("floor request", fields(row.more)).thenRefused(row.code)
  }

  @Test func `A class without the right to speak is not heard`() throws {
    var rules = Rules.sample
    rules.membership.classes[1].rights = [.attend]
    let given = try SampleFloor.given(rules, present: "AT BE BG NO")
    let refusal = try given.when("floor request", fields(["member": "NO"]))
      .thenRefused("may-not-speak", clause: "membership.classes.observer")
    #expect(refusal.values["class"] == .text("observer"))
    try SampleFloor.given(present: "AT BE BG NO").when("floor request", fields(["member": "NO"]))
      .then("floor.requested")
  }

  @Test func `Nobody asks before the opening`() throws {
    let on = try #require(PartialDay("2026-12-01"))
    let codes = try ["AT", "BE", "BG"].map { try #require(MemberID($0)) }
    let given = try SampleFloor.given().planned(2, from: "2026-12-01")
      .met(
        2, .opened(Opening(on: on, time: TimeOfDay("10:00"), present: codes)), on: "2026-12-01")
    let refusal = try given.when(
      "floor request", ["meeting": "plenary-2", "member": "AT", "time": "09:59"], on: "2026-12-01"
    ).thenRefused("floor-goes-back")
    #expect(refusal.values["came"] == .text("2026-12-01 10:00"))
  }

  // MARK: - Limits and closing

  @Test(arguments: [
    (["minutes": "5"], true), (["minutes": "6"], false), (["times": "2"], true),
    (["times": "3"], false), (["minutes": "5", "times": "3"], false),
  ])
  func `A limit for an item is set within the rules`(
    _ row: (more: [String: String], holds: Bool)
  ) throws {
    let given = try SampleFloor.given(SampleFloor.rules(minutes: 5, times: 2))
    let outcome = try given.when(
      "floor limit", ["meeting": "plenary-1", "item": "budget"].merging(row.more) { $1 })
    if row.holds {
      try outcome.then("floor.limited", ["item": "budget"])
    } else {
      let refusal = try outcome.thenRefused("limit-too-wide", clause: SampleFloor.clause)
      #expect(refusal.ways.map(\.code) == ["give-limit"])
    }
  }

  @Test(arguments: [
    [:], ["minutes": "0"], ["minutes": "1000"], ["times": "0"], ["times": "100"],
  ])
  func `A limit without a number, or with one that is none, is refused by its form`(
    _ more: [String: String]
  ) throws {
    let command = try #require(ActCatalogue.command(named: "floor limit"))
    let failure = #expect(throws: Failure.self) {
      _ = try command.init(
        ActInput(command.kind, ["meeting": ["plenary-1"]].merging(more.mapValues { [$0] }) { $1 }))
    }
    #expect(failure?.code.name == (more.isEmpty ? "limit-unclear" : "field-malformed"))
  }

  @Test func `Without a rule any limit is set, before the meeting too`() throws {
    try SampleFloor.given().when("floor limit", ["meeting": "plenary-1", "times": "99"])
      .then("floor.limited", ["times": 99])
    let planned = try SampleFloor.given().planned(2, from: "2026-12-20")
    try planned.when("floor limit", ["meeting": "plenary-2", "minutes": "3"])
      .then("floor.limited", ["minutes": 3])
  }

  @Test func `For a meeting that is cancelled no limit is set`() throws {
    let cancellation = Cancellation(on: PartialDay(day("2026-11-20")), reason: "strike")
    try SampleFloor.given().planned(2, from: "2026-12-20").met(2, .cancelled(cancellation))
      .when("floor limit", ["meeting": "plenary-2", "minutes": "3"])
      .thenRefused("meeting-cancelled-already")
  }

  @Test func `A list is closed once for each item`() throws {
    let fields = ["meeting": "plenary-1", "item": "budget", "time": "10:30"]
    try SampleFloor.given().when("floor close", fields)
      .then("floor.closed", ["item": "budget", "time": "10:30"])
    let closed = try SampleFloor.given().floor("floor.closed", ["item": "budget"])
    try closed.when("floor close", fields).thenRefused("speakers-closed-already")
    try closed.when("floor close", ["meeting": "plenary-1"]).then("floor.closed")
    try SampleFloor.given().when("floor close", ["meeting": "plenary-1", "item": "travel"])
      .thenRefused("item-unknown")
  }
}
