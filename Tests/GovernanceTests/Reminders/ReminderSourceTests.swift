import EventStore
import Governance
import Plugins
import TestKit
import Testing
import Values

/// What letters are about, each with the rules of a network that says nothing of it.
@Suite struct ReminderSourceTests {
  /// Nothing is confirmed for so long that it would matter.
  private static let quiet = (
    "  outputs:\n", "  reminders: {confirmations: {every: P9Y, source: charter}}\n  outputs:\n"
  )

  @Test func `A term that ends is told 60 days before, and nothing is recorded when it lapses`()
    throws
  {
    let stage = try ReminderStage([Self.quiet])
    #expect(try stage.letters("2029-12-01") == [])
    #expect(
      try stage.letters("2029-12-02") == [
        "2029-12-02 terms ES.contact_point.1 before-P60D H-3",
        "2029-12-02 terms PT.contact_point.1 before-P60D H-1",
        "2029-12-02 terms PT.contact_point.2 before-P60D H-2",
      ])
    #expect(try stage.letters("2030-03-01") == [])
    #expect(try stage.network.log.events(ofType: "appointment.ended", after: 0, limit: 9).isEmpty)
  }

  @Test
  func `One whose end was passed over by the timer is told once, dated as it should have been`()
    throws
  {
    let stage = try ReminderStage([Self.quiet])
    #expect(
      try stage.letters("2030-03-01").first
        == "2029-12-02 terms ES.contact_point.1 before-P60D H-3")
    #expect(try stage.letters("2030-03-02") == [])
  }

  @Test func `Of a seat that was ended or given to somebody else the first holder hears nothing`()
    throws
  {
    let stage = try ReminderStage([Self.quiet])
    try stage.record(
      "seat end", ["seat": ["ES.contact_point.1"], "reason": ["retired"]], on: "2029-06-01")
    try stage.record(
      "seat replace", ["seat": ["PT.contact_point.1"], "person": ["H-3"]], on: "2029-06-01")
    #expect(
      try stage.letters("2029-12-02") == [
        "2029-12-02 terms PT.contact_point.1 before-P60D H-3",
        "2029-12-02 terms PT.contact_point.2 before-P60D H-2",
      ])
  }

  @Test func `A term that begins less than 60 days before its end is not told of`() throws {
    let stage = try ReminderStage([Self.quiet])
    try stage.record("person add", ["name": ["Dea"]], on: "2026-02-01")
    try stage.record(
      "seat appoint",
      ["member": ["ES"], "kind": ["contact_point"], "person": ["H-4"], "until": ["2026-03-01"]],
      on: "2026-02-01")
    #expect(try stage.letters("2026-03-05") == [])
  }

  @Test func `A seat that nobody confirmed for a year is asked about 14 days before`() throws {
    let stage = try ReminderStage()
    try stage.record("seat confirm", ["seat": ["ES.contact_point.1"]], on: "2026-05-01")
    #expect(
      try stage.letters("2027-01-18") == [
        "2027-01-18 confirmations PT.contact_point.1 before-P14D H-1",
        "2027-01-18 confirmations PT.contact_point.2 before-P14D H-2",
      ])
    try stage.record("seat confirm", ["seat": ["PT.contact_point.1"]], on: "2027-01-20")
    #expect(
      try stage.letters("2027-04-17") == [
        "2027-04-17 confirmations ES.contact_point.1 before-P14D H-3"
      ])
    #expect(
      try stage.letters("2028-01-06").contains(
        "2028-01-06 confirmations PT.contact_point.1 before-P14D H-1"))
  }

  @Test func `A census asks each holder at once, and again those who have not answered`() throws {
    let stage = try ReminderStage([Self.quiet])
    try stage.record("census open", ["until": ["2026-06-30"]], on: "2026-06-01")
    #expect(
      try stage.letters("2026-06-01") == [
        "2026-06-01 census census-1:ES.contact_point.1 begin H-3",
        "2026-06-01 census census-1:PT.contact_point.1 begin H-1",
        "2026-06-01 census census-1:PT.contact_point.2 begin H-2",
      ])
    for seat in ["ES.contact_point.1", "PT.contact_point.2"] {
      try stage.record("seat confirm", ["seat": [seat]], on: "2026-06-10")
    }
    #expect(
      try stage.letters("2026-06-23") == [
        "2026-06-23 census census-1:PT.contact_point.1 before-P7D H-1"
      ])
    #expect(try stage.tick("2026-07-01").map(\.answer.act) == ["census close"])
    #expect(try stage.letters("2026-07-02") == [])
  }

  @Test func `The next census writes to the same holders again`() throws {
    let stage = try ReminderStage([Self.quiet])
    for number in 1...2 {
      try stage.record("census open", ["until": ["2026-06-30"]], on: "2026-06-0\(number)")
      #expect(try stage.letters("2026-06-0\(number)").count == 3)
      try stage.record("census close", ["census": ["census-\(number)"]], on: "2026-06-0\(number)")
    }
  }

  // The sample network is founded on 23 November 2026, and a procedure runs from the time of the log.

  @Test func `Of a procedure those are told of whom no answer is recorded`() throws {
    let stage = try ReminderStage([Self.quiet])
    try stage.record("procedure open", ["rule": ["plain"], "title": ["Logo"]], on: "2026-12-01")
    try stage.record(
      "procedure answer", ["procedure": ["P-1"], "names": ["PT=for"]], on: "2026-12-02")
    #expect(try stage.letters("2026-12-05") == [])
    let letters = try stage.letters("2026-12-06")
    #expect(letters == ["2026-12-06 procedures P-1 before-P2D H-3"])
    let acts = try stage.tick("2026-12-09").map(\.answer.act)
    #expect(acts == ["procedure close"])
  }

  @Test func `A procedure that ends with the same tick is not told of any more`() throws {
    let stage = try ReminderStage([Self.quiet])
    try stage.record("procedure open", ["rule": ["plain"], "title": ["Logo"]], on: "2026-12-01")
    let acts = try stage.tick("2026-12-09").map(\.answer.act)
    #expect(acts == ["procedure close"])
    #expect(try stage.written() == [])
  }

  @Test func `An action of an adopted programme is told of until it is closed`() throws {
    let stage = try ReminderStage([Self.quiet])
    let acts: [(String, [String: [String]])] = [
      ("programme draft", ["title": ["Work"], "from": ["2026-03-02"]]),
      (
        "programme add",
        [
          "programme": ["programme-1"], "title": ["Train judges"], "owner": ["PT"],
          "due": ["2026-11-30"],
        ]
      ),
      (
        "programme add",
        [
          "programme": ["programme-1"], "title": ["Write a guide"], "owner": ["PT"],
          "due": ["2026-11-30"],
        ]
      ),
      ("meeting plan", ["series": ["plenary"], "from": ["2026-03-20"]]),
      ("meeting convene", ["meeting": ["plenary-1"]]),
    ]
    for act in acts { try stage.record(act.0, act.1, on: "2026-03-02") }
    let sitting: [(String, [String: [String]])] = [
      ("meeting open", ["meeting": ["plenary-1"], "present": ["PT", "ES"]]),
      (
        "deliberation record",
        [
          "meeting": ["plenary-1"], "title": ["Programme"], "matter": ["programme"], "for": ["2"],
        ]
      ),
      ("programme adopt", ["programme": ["programme-1"], "by": ["D-1"]]),
      Self.deliverable("programme-1.1", "Programme of the course"),
      Self.deliverable("programme-1.2", "Draft"), Self.deliverable("programme-1.2", "Guide"),
      ("deliverable publish", ["deliverable": ["programme-1.2.1"], "identifier": ["2026/4"]]),
      ("programme close", ["action": ["programme-1.1"], "outcome": ["done"]]),
    ]
    for act in sitting { try stage.record(act.0, act.1, on: "2026-03-20") }
    let told = try stage.letters("2026-11-20")
    #expect(
      told.filter { $0.contains(" actions ") } == [
        "2026-11-16 actions programme-1.2 before-P14D H-1",
        "2026-11-16 actions programme-1.2 before-P14D H-2",
      ])
    #expect(
      told.filter { $0.contains(" deliverables ") } == [
        "2026-11-16 deliverables programme-1.2.2 before-P14D H-1",
        "2026-11-16 deliverables programme-1.2.2 before-P14D H-2",
      ])
  }

  private static func deliverable(_ action: String, _ title: String) -> (String, [String: [String]])
  {
    ("deliverable add", ["action": [action], "title": [title], "due": ["2026-11-30"]])
  }

  @Test func `What the network's own rules expect is told as they say, and again after its day`()
    throws
  {
    let own = """
      roles: {editors: {grants: [person.revised], who: {seats: [contact_point]}, source: charter}}
      obligations:
        - id: directory-updated
          on: member.reclassified
          owed_by: editors
          due: addPeriod(now, 'P30D')
          met_by: {event: person.revised}
          message: {en: "Update the entry of {member}."}
          values: {member: trigger.event.id}
          remind: [P10D]
          late: {to: board}
          source: assumption

      """
    let stage = try ReminderStage([Self.quiet], adding: own)
    try stage.record("member admit", ["member": ["MT"], "class": ["observer"]], on: "2026-03-01")
    try stage.record("member edit", ["member": ["MT"], "class": ["member"]], on: "2026-03-02")
    let due = try stage.letters("2026-03-22")
    #expect(
      due.map { $0.split(separator: " ").suffix(2).joined(separator: " ") } == [
        "before-P10D H-1", "before-P10D H-2", "before-P10D H-3",
      ])
    let event = try #require(
      try stage.network.log.events(ofType: "letter.written", after: 0, limit: 1).first)
    #expect(event.data["title"] == "Update the entry of {member}.")
    #expect(event.data["values"] == ["member": "MT"])
    // A week after its day; nobody sits on the board that is told of a delay.
    #expect(try stage.letters("2026-04-08").count == 3)
    try stage.record("person edit", ["person": ["H-1"], "languages": ["en"]], on: "2026-04-09")
    #expect(try stage.letters("2026-06-01") == [])
  }

  @Test func `What lies before the network began to record is let go`() throws {
    let stage = try ReminderStage([
      Self.quiet, ("recording_since: 2026-01-01", "recording_since: 2029-12-03"),
    ])
    #expect(try stage.letters("2029-12-10") == [])
  }

  @Test func `What nobody wrote for a year is let go`() throws {
    let stage = try ReminderStage([Self.quiet])
    #expect(try stage.letters("2030-12-02") == [])
    let other = try ReminderStage([Self.quiet])
    #expect(try other.letters("2030-12-01").count == 3)
  }
}
