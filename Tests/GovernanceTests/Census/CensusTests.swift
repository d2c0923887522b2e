import EventStore
import Governance
import Plugins
import TestKit
import Testing
import Values

/// A round of confirmations: opened by an act, answered by confirming seats, closed with its figures.
@Suite struct CensusTests {
  private func given() throws -> Given {
    try Given(rules: .sample).registered(3)
      .seated("PT.contact_point.1=H-1 PT.contact_point.2=H-2 ES.contact_point.1=H-3")
  }

  private func opened(_ kind: String? = nil, until: String = "2026-12-31") throws -> Given {
    let opening = CensusOpening(
      on: try #require(PartialDay("2026-11-01")), until: try #require(Day(until)), kind: kind)
    return try given().happened(
      .opened(opening), to: #require(CensusID("census-1")), on: "2026-11-01")
  }

  private func confirmed(_ seat: String, on day: String, _ given: Given) throws -> Given {
    try given.happened(
      .confirmed(on: #require(PartialDay(day))), to: #require(SeatID(seat)), on: day)
  }

  @Test func `Opening it asks everybody in a seat, by a day`() throws {
    let decision = try given().when("census open", ["until": "2026-12-31"])
      .then("census.opened", ["on": "2026-11-23", "until": "2026-12-31"])
    #expect(decision.events.first?.key.id == "census-1")
    #expect(decision.events.first?.event.data["kind"] == nil)
    #expect(decision.notes == [Note("census-asks", ["n": .int(3)])])
  }

  @Test func `It may ask one kind of seat alone`() throws {
    try given().when("census open", ["until": "2026-12-31", "kind": "contact_point"])
      .then("census.opened", ["kind": "contact_point"])
    try given().when("census open", ["until": "2026-12-31", "kind": "magistrate"])
      .thenRefused("seat-kind-unknown")
  }

  @Test func `It does not end before it begins, and may end on the same day`() throws {
    try given().when("census open", ["until": "2026-11-22"]).thenRefused("census-end-passed")
    try given().when("census open", ["until": "2026-11-23"]).then("census.opened")
  }

  @Test(arguments: ["", "contact_point"], ["", "contact_point"])
  func `Two that ask the same seats are not open at one time`(_ first: String, _ second: String)
    throws
  {
    var fields = ["until": "2026-12-31"]
    fields["kind"] = second.isEmpty ? nil : second
    let refusal = try opened(first.isEmpty ? nil : first).when("census open", fields)
      .thenRefused("census-open")
    #expect(refusal.values["census"] == .text("census-1"))
  }

  @Test func `After it was closed the next one may ask, under the next number`() throws {
    let closing = CensusClosing(
      on: try #require(PartialDay("2026-11-20")),
      figures: CensusFigures(confirmed: [], waiting: []))
    let decision = try opened()
      .happened(.closed(closing), to: #require(CensusID("census-1")), on: "2026-11-20")
      .when("census open", ["until": "2026-12-31"]).then("census.opened")
    #expect(decision.events.first?.key.id == "census-2")
  }

  @Test func `Closing it keeps who was confirmed and who was not`() throws {
    let answered = try confirmed("PT.contact_point.1", on: "2026-11-10", opened())
    let decision = try answered.when("census close", ["census": "census-1"])
      .then(
        "census.closed",
        [
          "on": "2026-11-23", "asked": 3, "confirmed": ["PT.contact_point.1"],
          "waiting": ["ES.contact_point.1", "PT.contact_point.2"],
        ])
    #expect(
      decision.notes == [Note("census-figures", ["confirmed": .int(1), "asked": .int(3)])])
  }

  @Test func `A confirmation from before the opening does not answer it`() throws {
    let before = try confirmed("PT.contact_point.1", on: "2026-10-31", given())
    let opening = CensusOpening(
      on: try #require(PartialDay("2026-11-01")), until: try #require(Day("2026-12-31")))
    let later = try before.happened(
      .opened(opening), to: #require(CensusID("census-1")), on: "2026-11-01")
    try later.when("census close", ["census": "census-1"]).then("census.closed", ["confirmed": []])
    // Recorded after the opening, for a day before it.
    let late = try confirmed("PT.contact_point.1", on: "2026-10-31", opened())
    try late.when("census close", ["census": "census-1"]).then("census.closed", ["confirmed": []])
  }

  @Test func `Whoever was appointed since is new on record, and counts as confirmed`() throws {
    let replaced = try opened().happened(
      .appointed(
        .init(person: #require(PersonID("H-2")), from: #require(PartialDay("2026-11-15")))),
      to: #require(SeatID("ES.contact_point.1")), on: "2026-11-15")
    try replaced.when("census close", ["census": "census-1"])
      .then("census.closed", ["asked": 3, "confirmed": ["ES.contact_point.1"]])
  }

  @Test func `A seat that nobody is in any more is not asked`() throws {
    let ended = try opened().happened(
      .ended(until: #require(PartialDay("2026-11-15")), reason: "retired"),
      to: #require(SeatID("ES.contact_point.1")), on: "2026-11-15")
    try ended.when("census close", ["census": "census-1"]).then("census.closed", ["asked": 2])
  }

  @Test func `What came after the last day does not count, however late it is closed`() throws {
    let late = try confirmed("PT.contact_point.1", on: "2026-11-12", opened(until: "2026-11-10"))
    try late.when("census close", ["census": "census-1"]).then("census.closed", ["confirmed": []])
    let inTime = try confirmed(
      "PT.contact_point.1", on: "2026-11-10", opened(until: "2026-11-10"))
    try inTime.when("census close", ["census": "census-1"])
      .then("census.closed", ["confirmed": ["PT.contact_point.1"]])
  }

  @Test func `What is not open is not closed`() throws {
    try given().when("census close", ["census": "census-1"]).thenRefused("census-unknown")
    let closing = CensusClosing(
      on: try #require(PartialDay("2026-11-20")),
      figures: CensusFigures(confirmed: [], waiting: []))
    try opened().happened(.closed(closing), to: #require(CensusID("census-1")), on: "2026-11-20")
      .when("census close", ["census": "census-1"]).thenRefused("census-closed")
    try opened().when("census close", ["census": "census-1"], on: "2026-10-31")
      .thenRefused("census-not-begun")
  }

  @Test func `Figures that do not add up are not read`() throws {
    let data: JSON = [
      "on": "2027-01-01", "asked": 2, "confirmed": ["PT.contact_point.1"], "waiting": [],
    ]
    #expect(throws: Failure.self) { try CensusEvent(type: "census.closed", data: data) }
  }

  // MARK: - By time alone

  private func network() throws -> SampleNetwork {
    let network = try SampleNetwork()
    try network.record("member admit", ["member": ["PT"], "class": ["member"]], on: "2026-01-10")
    try network.record("person add", ["name": ["Ana Example"]])
    try network.appoint("H-1", for: "PT", on: "2026-01-15")
    try network.record("census open", ["until": ["2026-06-30"]], on: "2026-06-01")
    return network
  }

  private func tick(_ network: SampleNetwork, on day: String) throws -> [Ticked] {
    try network.registrar.tick(
      by: #require(Instant(day)), now: SampleNetwork.now, today: #require(Day(day)),
      actor: "timer")
  }

  @Test func `A tick closes it after its last day, once, with the figures of that day`() throws {
    let network = try network()
    #expect(try tick(network, on: "2026-06-30").isEmpty)
    try network.record("seat confirm", ["seat": ["PT.contact_point.1"]], on: "2026-07-03")
    let ticked = try tick(network, on: "2026-07-05")
    #expect(ticked.map(\.answer.act) == ["census close"])
    let closed = try #require(ticked.first?.answer.events.first)
    #expect(closed.effective == Day("2026-07-01"))
    #expect(closed.data["confirmed"] == [] && closed.data["asked"] == 1)
    #expect(try tick(network, on: "2026-07-05").isEmpty)
  }
}
