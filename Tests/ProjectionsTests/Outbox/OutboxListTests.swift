import EventStore
import Governance
import Plugins
import TestKit
import Testing
import Values

@testable import Projections

/// The list of letters: written, due, to come, and those that reach nobody.
@Suite struct OutboxListTests {
  /// H-1 has an address, H-2 none, H-3 was erased; each sits in a seat until 31 January 2030.
  private func network() throws -> SampleNetwork {
    let network = try SampleNetwork()
    for member in ["PT", "ES", "MT"] { try network.admit(member) }
    let persons: [(String, String?)] = [
      ("Ana", "ana@example.org"), ("Bea", nil), ("Cea", "cea@example.org"),
    ]
    for (name, address) in persons {
      var fields = ["name": [name], "languages": ["pt"]]
      fields["email"] = address.map { [$0] }
      try network.record("person add", fields, on: "2026-01-10")
    }
    for (person, member) in [("H-1", "PT"), ("H-2", "ES"), ("H-3", "MT")] {
      try network.record(
        "seat appoint",
        [
          "member": [member], "kind": ["contact_point"], "person": [person],
          "until": ["2030-01-31"],
        ], on: "2026-02-01")
    }
    try network.record("person erase", ["person": ["H-3"], "basis": ["GDPR art. 17"]])
    return network
  }

  private func terms(_ network: SampleNetwork, on day: String) throws -> [String] {
    try network.rows("outbox", on: day).filter { $0.text("about") == "terms" }
      .lines("on", "subject", "person", "state")
  }

  @Test func `A letter is to come, then due, and who gets none is told with the reason`() throws {
    let network = try network()
    #expect(
      try terms(network, on: "2029-12-01") == [
        "2029-12-02 ES.contact_point.1 H-2 unaddressed", "2029-12-02 MT.contact_point.1 H-3 erased",
        "2029-12-02 PT.contact_point.1 H-1 planned",
      ])
    #expect(
      try terms(network, on: "2029-12-02") == [
        "2029-12-02 ES.contact_point.1 H-2 unaddressed", "2029-12-02 MT.contact_point.1 H-3 erased",
        "2029-12-02 PT.contact_point.1 H-1 due",
      ])
  }

  @Test func `What was written stands there from its day, with its event`() throws {
    let network = try network()
    let facts = LetterFacts(
      about: .confirmations, subject: "PT.contact_point.1", due: try #require(Day("2027-02-01")),
      step: .before(.days(14)), on: try #require(Day("2026-11-20")),
      person: try #require(PersonID("H-1")), member: MemberID("PT"), language: "pt")
    let answer = try network.record("outbox write", ["letter": [facts.data.canonicalText]])
    let row = try #require(
      try network.rows("outbox", on: "2026-11-23").first { $0.text("state") == "written" })
    #expect(row.event == answer.events.first?.position)
    #expect(row.text("letter") == LetterID(of: facts, in: "sample").text)
    #expect(row.text("written_on") == "2026-11-23" && row.text("language") == "pt")
    #expect(
      try network.rows("outbox", on: "2026-11-22").allSatisfy { $0.text("state") != "written" })
  }

  @Test func `An owner that nobody is known for has a row without a person`() throws {
    let network = try network()
    try network.record(
      "meeting plan", ["series": ["plenary"], "from": ["2026-03-20"]], on: "2026-02-01")
    try network.record("meeting convene", ["meeting": ["plenary-1"]], on: "2026-02-02")
    try network.record(
      "meeting open", ["meeting": ["plenary-1"], "present": ["PT", "ES"]], on: "2026-03-20")
    try network.record(
      "action assign",
      [
        "title": ["Ask Eurojust"], "owner": ["secretariat"], "due": ["2027-03-01"],
        "meeting": ["plenary-1"],
      ], on: "2026-03-20")
    let rows = try network.rows("outbox", on: "2026-11-23").filter {
      $0.text("about") == "actions"
    }
    #expect(
      rows.lines("on", "step", "person", "office", "state", "title") == [
        "2027-02-15 before-P14D - secretariat nobody Ask Eurojust",
        "2027-03-08 after-P7D - secretariat nobody Ask Eurojust",
      ])
    #expect(rows.allSatisfy { $0["letter"].isNull })
  }

  @Test func `No name and no address stands in a row, nor in the file of the views`() throws {
    let network = try network()
    let rows = try network.rows("outbox", on: "2029-12-02")
    let text = rows.map(\.json.canonicalText).joined()
    #expect(!rows.isEmpty && !text.contains("example.org") && !text.contains("Ana"))
  }

  @Test func `As it was known earlier it has what was written by then`() throws {
    let network = try network()
    let before = try network.log.head().position
    let facts = LetterFacts(
      about: .confirmations, subject: "PT.contact_point.1", due: try #require(Day("2027-02-01")),
      step: .before(.days(14)), on: try #require(Day("2026-11-20")),
      person: try #require(PersonID("H-1")), language: "pt")
    try network.record("outbox write", ["letter": [facts.data.canonicalText]])
    let day = try #require(Day("2026-11-23"))
    let view = try #require(ViewCatalogue.view("outbox"))
    let then = try view.rows(try Views.open(for: network.log, knownAt: before), day)
    let now = try view.rows(try Views.open(for: network.log), day)
    #expect(then.allSatisfy { $0.text("state") != "written" })
    #expect(now.count { $0.text("state") == "written" } == 1)
  }

  @Test func `Before the first rules there is none`() throws {
    #expect(try network().rows("outbox", on: "2016-06-08").isEmpty)
  }
}
