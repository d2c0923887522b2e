import EventStore
import Plugins
import TestKit
import Testing
import Values

@testable import Governance
@testable import Projections

/// Who is in which role, as a reader of the command line gets it.
@Suite struct RoleListTests {
  private static let roles = """
    roles:
      authority: {grants: [appointment.made], scope: own_state, who: {seats: [contact_point]}, source: charter}
      chair: {grants: [meeting.convened], who: {chairs: [board]}, source: charter}
      clerk: {grants: [person.registered], who: {named: true}, source: practice}
      office: {grants: [member.admitted], source: practice}
      trio: {grants: [meeting.planned], who: {bodies: [board]}, source: practice}

    """

  private func network() throws -> SampleNetwork {
    let network = try SampleNetwork(adding: Self.roles)
    for member in ["PT", "ES", "MT"] { try network.admit(member, on: "2026-01-10") }
    for number in 1...2 {
      try network.record("person add", ["name": ["Person \(number)"]])
      try network.record(
        "seat appoint",
        [
          "member": [number == 1 ? "PT" : "ES"], "kind": ["contact_point"],
          "person": ["H-\(number)"],
        ], on: "2026-02-01")
    }
    try network.record("board rotate", ["body": ["board"]], on: "2026-02-01")
    try network.record(
      "role assign",
      ["role": ["clerk"], "person": ["H-2"], "member": ["ES"], "until": ["2026-09-01"]],
      on: "2026-05-01")
    return network
  }

  @Test func `Each role has a row for whoever is in it, by what, since when and until when`() throws
  {
    let rows = try network().rows("role", on: "2026-06-01")
    #expect(
      rows.lines("role", "person", "member", "way", "through", "since", "until") == [
        "authority H-2 ES seat ES.contact_point.1 2026-02-01 2030-02-01",
        "authority H-1 PT seat PT.contact_point.1 2026-02-01 2030-02-01",
        "chair H-1 PT chair board 2026-02-01 2027-07-01",
        "clerk H-2 ES assignment clerk 2026-05-01 2026-09-01",
        "office - - office - - -",
        "trio H-1 PT body board 2026-02-01 2027-07-01",
        "trio H-2 ES body board 2026-02-01 2027-07-01",
        "trio - MT body board 2026-02-01 2027-07-01",
      ])
  }

  @Test func `What a role may record stands beside it`() throws {
    let rows = try network().rows("role", on: "2026-06-01")
    let authority = try #require(rows.first)
    #expect(authority["grants"] == ["appointment.made"])
    #expect(authority.text("scope") == "own_state" && authority.text("source") == "charter")
  }

  @Test(arguments: [
    ("2026-04-30", "nobody -"), ("2026-05-01", "assignment H-2"), ("2026-08-31", "assignment H-2"),
    ("2026-09-01", "nobody -"),
  ])
  func `On any day a role stands as it stood then`(_ row: (day: String, line: String)) throws {
    let rows = try network().rows("role", on: row.day).filter { $0.text("role") == "clerk" }
    #expect(rows.lines("way", "person") == [row.line])
  }

  @Test func `The chair passes by the turns of the rotation`() throws {
    let network = try network()
    for (day, person) in [("2026-06-30", "H-1"), ("2026-07-01", "H-2")] {
      let rows = try network.rows("role", on: day).filter { $0.text("role") == "chair" }
      #expect(rows.map { $0.text("person") } == [person], "\(day)")
    }
  }

  @Test func `A row names the event behind it`() throws {
    let network = try network()
    let rows = try network.rows("role", on: "2026-06-01")
    let types = try rows.map { row in
      try row.event.flatMap { try network.log.event(at: $0)?.type }
    }
    #expect(
      types == [
        "appointment.made", "appointment.made", "board.rotated", "role.assigned",
        "rules.adopted", "board.rotated", "board.rotated", "board.rotated",
      ])
  }

  @Test func `Rules without roles, and days before the rules, list none`() throws {
    #expect(try SampleNetwork().rows("role", on: "2026-06-01") == [])
    #expect(try network().rows("role", on: "2016-01-01") == [])
  }

  @Test(arguments: [
    "2026-01-09", "2026-01-10", "2026-02-01", "2026-06-30", "2026-07-01", "2030-02-02",
  ])
  func `The views find the facts that the registrar finds`(_ text: String) throws {
    let network = try network()
    try network.record(
      "seat end", ["seat": ["ES.contact_point.1"], "reason": ["Left"]], on: "2026-06-15")
    let rules = try PluginFile.load(text: SampleRules.text + "\n" + Self.roles, file: "s.yaml")
      .rules
    let day = try #require(Day(text))
    let seen = try RoleList.facts(Views.open(for: network.log), rules, day)
    var shelf = Shelf(reading: network.log)
    try shelf.load(RoleFacts.needs)
    let folded = RoleFacts(shelf.ledger, under: rules, on: day)
    #expect(Set(seen.memberships) == Set(folded.memberships))
    #expect(Set(seen.holdings) == Set(folded.holdings))
    #expect(Set(seen.sittings) == Set(folded.sittings))
    #expect(Set(seen.namings) == Set(folded.namings))
  }
}
