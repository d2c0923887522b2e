import Governance
import Plugins
import TestKit
import Testing
import Values

/// A meeting has a time with its zone, and a link for those who are not in the room.
@Suite struct PlannedStartTests {
  private let given: Given

  init() throws {
    given = try Given(rules: .sample).admitted("AT BE BG").planned(1, from: "2026-12-14")
  }

  private func plan(_ more: [String: String]) -> [String: String] {
    ["series": "plenary", "from": "2026-12-20"].merging(more) { $1 }
  }

  private func move(_ more: [String: String]) -> [String: String] {
    ["meeting": "plenary-1", "reason": "asked"].merging(more) { $1 }
  }

  private func data(_ outcome: Given.Outcome) throws -> JSON {
    try #require(outcome.result.get().events.first?.event.data)
  }

  @Test func `A time is kept with its zone, which is that of the rules where none is given`() throws
  {
    let given = try data(
      self.given.when("meeting plan", plan(["starts": "09:00", "zone": "Europe/Amsterdam"])))
    #expect(given["starts"] == "09:00" && given["zone"] == "Europe/Amsterdam")
    let bare = try data(self.given.when("meeting plan", plan(["starts": "09:00"])))
    #expect(bare["zone"] == "UTC")
    let none = try data(self.given.when("meeting plan", plan([:])))
    #expect(none["starts"] == nil && none["zone"] == nil && none["link"] == nil)
  }

  @Test func `A zone without a time says nothing`() throws {
    let refusal = try given.when("meeting plan", plan(["zone": "Europe/Athens"]))
      .thenRefused("zone-without-time")
    #expect(refusal.ways == [Note("give-start")])
    try given.when("meeting move", move(["zone": "Europe/Athens"]))
      .thenRefused("zone-without-time")
  }

  @Test func `A meeting in person has no link, and any other has one`() throws {
    let link = ["link": "https://meet.example/1"]
    try given.when("meeting plan", plan(link.merging(["format": "in-person"]) { $1 }))
      .thenRefused("link-in-person")
    for format in ["hybrid", "online"] {
      let kept = try data(
        given.when("meeting plan", plan(link.merging(["format": format]) { $1 })))
      #expect(kept["link"] == "https://meet.example/1")
    }
    #expect(try data(given.when("meeting plan", plan(link)))["link"] == "https://meet.example/1")
  }

  @Test(arguments: [
    ["link": "meet.example/1"], ["link": "https://"], ["link": "ftp://meet.example"],
    ["link": "https://meet.example/a b"], ["link": "javascript:alert(1)"],
    ["zone": "Europe/The Hague"], ["zone": "/etc/passwd"], ["zone": "../UTC"],
    ["starts": "25:00"], ["starts": "9"],
  ])
  func `What is no link, no zone and no time is refused by its form`(_ more: [String: String])
    throws
  {
    let command = try #require(ActCatalogue.command(named: "meeting plan"))
    let failure = #expect(throws: Failure.self) {
      _ = try command.init(ActInput(command.kind, plan(more).mapValues { [$0] }))
    }
    #expect(failure?.code.name == "field-malformed", "\(more)")
  }

  @Test(arguments: [
    ("meeting plan", "Europe/Atlantis", "write-zone"),
    ("meeting plan", "Europe/Athen", "write-zone"),
    ("meeting move", "Asia/Athens", "use-zone"),
  ])
  func `A zone that the machine does not know is refused when it is asked for`(
    _ row: (act: String, zone: String, way: String)
  ) throws {
    let command = try #require(ActCatalogue.command(named: row.act))
    let fields =
      row.act == "meeting plan"
      ? plan(["starts": "09:00", "zone": row.zone]) : move(["starts": "09:00", "zone": row.zone])
    let act = try command.init(ActInput(command.kind, fields.mapValues { [$0] }))
    let refusal = #expect(throws: Refusal.self) { try act.checkWords() }
    #expect(refusal?.code.name == "meeting-zone-unknown")
    #expect(refusal?.ways.map(\.code) == [row.way])
    if row.way == "use-zone" {
      #expect(refusal?.ways.first?.values["zone"] == .text("Europe/Athens"))
    }
  }

  @Test(arguments: ["UTC", "Europe/Lisbon", "America/Argentina/Buenos_Aires", "Etc/GMT+5"])
  func `A zone that the machine knows passes`(_ zone: String) throws {
    let command = try #require(ActCatalogue.command(named: "meeting plan"))
    let fields = plan(["starts": "09:00", "zone": zone]).mapValues { [$0] }
    #expect(throws: Never.self) { try command.init(ActInput(command.kind, fields)).checkWords() }
  }

  @Test func `A move gives a time, another one, and keeps what it does not name`() throws {
    let first = try data(given.when("meeting move", move(["starts": "10:00"])))
    #expect(first["starts"] == "10:00" && first["zone"] == "UTC")
    let on = try #require(PartialDay("2026-11-23"))
    let timed = try given.met(
      1, .moved(Move(on: on, reason: "x", starts: TimeOfDay("10:00"), zone: "Europe/Amsterdam")))
    let later = try data(timed.when("meeting move", move(["starts": "14:00"])))
    #expect(later["starts"] == "14:00" && later["zone"] == nil)
    try timed.when("meeting move", move(["starts": "10:00"])).thenRefused("nothing-moved")
    try timed.when("meeting move", move(["zone": "Europe/Amsterdam"]))
      .thenRefused("nothing-moved")
    let linked = try data(timed.when("meeting move", move(["link": "https://meet.example/2"])))
    #expect(linked["link"] == "https://meet.example/2" && linked["starts"] == nil)
  }

  @Test func `A meeting that is open has begun, and gets no other time`() throws {
    let open = try Given(rules: .sample).admitted("AT BE BG").open(present: "AT BE BG")
    try open.when("meeting move", move(["starts": "10:00"])).thenRefused("meeting-open-already")
    try open.when("meeting move", move(["link": "https://meet.example/2"])).then("meeting.moved")
  }

  // MARK: - State

  private func meeting(_ events: [(String, JSON)]) throws -> Meeting {
    var meeting = Meeting(id: try #require(MeetingID("plenary-1")))
    for (index, event) in events.enumerated() {
      meeting.evolve(
        with: try MeetingEvent(type: event.0, data: event.1),
        at: Mark(position: Int64(index + 1), effective: try #require(Day("2026-11-01"))))
    }
    return meeting
  }

  private let planned: (String, JSON) = (
    "meeting.planned",
    [
      "series": "plenary", "from": "2026-12-14", "starts": "09:00", "zone": "Europe/Amsterdam",
      "link": "https://meet.example/1", "format": "hybrid",
    ]
  )

  @Test func `The last move counts for the time, and another day keeps it`() throws {
    let moved = try meeting([
      planned,
      ("meeting.moved", ["on": "2026-11-02", "reason": "x", "urgent": false, "starts": "10:30"]),
      (
        "meeting.moved", ["on": "2026-11-03", "reason": "x", "urgent": false, "from": "2027-01-11"]
      ),
    ])
    let start = try #require(moved.start)
    #expect(start.day.description == "2027-01-11" && start.time == TimeOfDay("10:30"))
    #expect(start.zone == "Europe/Amsterdam")
    #expect(try Meeting(id: moved.id, state: moved.state) == moved)
  }

  @Test func `A meeting that becomes one in person has no link any more`() throws {
    let inPerson: (String, JSON) = (
      "meeting.moved",
      ["on": "2026-11-02", "reason": "x", "urgent": false, "format": "in-person"]
    )
    #expect(try meeting([planned]).link == "https://meet.example/1")
    #expect(try meeting([planned, inPerson]).link == nil)
  }

  @Test(arguments: ["2026-12", "2026"])
  func `Without a day there is no moment`(_ from: String) throws {
    let vague = try meeting([
      (
        "meeting.planned",
        ["series": "plenary", "from": .text(from), "starts": "09:00", "zone": "UTC"]
      )
    ])
    #expect(vague.start == nil && vague.starts == TimeOfDay("09:00"))
  }
}
