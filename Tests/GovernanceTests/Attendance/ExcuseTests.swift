import Governance
import Plugins
import TestKit
import Testing
import Values

/// A delegation tells that it will not come.
@Suite struct ExcuseTests {
  private let given: Given
  private let fields = ["meeting": "plenary-1", "member": "CZ"]

  init() throws {
    given = try Given(rules: .sample).admitted("AT BE BG CZ DE").admitted("NO", as: "observer")
      .open(present: "AT BE BG")
  }

  private func excused(_ code: String, _ given: Given) throws -> Given {
    let excuse = Excuse(member: try #require(MemberID(code)))
    return try given.met(1, .attendance(.excused(excuse)))
  }

  @Test func `An excuse says who, and why by a code where a reason was given`() throws {
    try given.when("attendance excuse", fields.merging(["reason": "travel"]) { $1 })
      .then("delegation.excused", ["member": "CZ", "reason": "travel"])
    let bare = try given.when("attendance excuse", fields).then("delegation.excused")
    #expect(bare.events.first?.event.data["reason"] == nil)
  }

  @Test func `No code of a reason is about health`() {
    let codes = Excuse.Reason.allCases.map(\.rawValue)
    #expect(codes == ["duties", "travel", "other-meeting", "vacancy", "other"])
  }

  @Test func `A reason in words is refused by its form`() throws {
    let command = try #require(ActCatalogue.command(named: "attendance excuse"))
    let failure = #expect(throws: Failure.self) {
      _ = try command.init(
        ActInput(
          command.kind,
          ["meeting": ["plenary-1"], "member": ["CZ"], "reason": ["ill since Monday"]]))
    }
    #expect(failure?.code.name == "field-malformed")
  }

  @Test(arguments: ["planned", "convened", "open"])
  func `It is told before the meeting and while it sits`(_ stage: String) throws {
    var other = try given.planned(2, from: "2026-12-20")
    let on = try #require(PartialDay("2026-11-02"))
    if stage != "planned" {
      other = try other.met(2, .convened(Convocation(on: on, agenda: [], isUrgent: false)))
    }
    let meeting = stage == "open" ? "plenary-1" : "plenary-2"
    try other.when("attendance excuse", ["meeting": meeting, "member": "CZ"])
      .then("delegation.excused")
  }

  @Test func `Not of a meeting that is over, unless a past is taken over`() throws {
    let on = try #require(PartialDay("2026-11-24"))
    let closed = try given.met(1, .closed(Closing(on: on, time: nil)))
    try closed.when("attendance excuse", fields).thenRefused("meeting-closed-already")
    try closed.when("attendance excuse", fields, takenOver: true).then("delegation.excused")
  }

  @Test func `Whoever is there, or was there, is not excused`() throws {
    let there = ["meeting": "plenary-1", "member": "AT"]
    let refusal = try given.when("attendance excuse", there).thenRefused("delegation-attended")
    #expect(refusal.ways.map(\.code) == ["record-departure", "correct-event"])
    let left = try given.met(1, .departed(Departure(member: #require(MemberID("AT")))))
    try left.when("attendance excuse", there).thenRefused("delegation-attended")
  }

  @Test func `One excuse is enough, and one who comes all the same is excused no more`() throws {
    let once = try excused("CZ", given)
    let refusal = try once.when("attendance excuse", fields)
      .thenRefused("delegation-excused-already")
    #expect(refusal.ways.map(\.code) == ["correct-event"])
    try once.when("attendance arrive", fields).then("delegation.arrived")
  }

  @Test(arguments: [("US", "delegation-unknown", nil), ("NO", "may-not-attend", "observers")])
  func `Only a delegation that could come is excused`(
    _ row: (member: String, code: String, clause: String?)
  ) throws {
    var rules = Rules.sample
    rules.membership.classes[1].rights = []
    rules.membership.classes[1].clause = Clause(id: "observers", source: .assumption)
    let given = try Given(rules: rules).admitted("AT BE BG").admitted("NO", as: "observer")
      .open(present: "AT BE BG")
    try given.when("attendance excuse", ["meeting": "plenary-1", "member": row.member])
      .thenRefused(row.code, clause: row.clause)
  }

  // MARK: - State

  private func meeting(_ events: [(String, JSON)]) throws -> Meeting {
    var meeting = Meeting(id: try #require(MeetingID("plenary-1")))
    for (index, event) in events.enumerated() {
      meeting.evolve(
        with: try MeetingEvent(type: event.0, data: event.1),
        at: Mark(position: Int64(index + 1), effective: try #require(Day("2026-11-23"))))
    }
    return meeting
  }

  @Test func `The excuses that hold are those of whoever never came, by code`() throws {
    let meeting = try meeting([
      ("delegation.excused", ["member": "FI"]), ("delegation.excused", ["member": "CZ"]),
      ("meeting.opened", ["on": "2026-11-23", "present": ["AT"]]),
      ("delegation.arrived", ["member": "FI"]),
    ])
    #expect(meeting.excuses.map(\.facts.member.text) == ["FI", "CZ"])
    #expect(meeting.excused.map(\.facts.member.text) == ["CZ"])
    #expect(try Meeting(id: meeting.id, state: meeting.state) == meeting)
  }

  @Test func `A state of a release before excuses and guests is read as one without them`() throws {
    let old = try meeting([("meeting.opened", ["on": "2026-11-23", "present": ["AT"]])])
    #expect(old.state["excuses"] == nil && old.state["guests"] == nil)
    let again = try Meeting(id: old.id, state: old.state)
    #expect(again.excuses.isEmpty && again.guests.isEmpty && again == old)
  }
}
