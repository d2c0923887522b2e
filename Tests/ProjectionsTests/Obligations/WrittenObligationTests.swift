import TestKit
import Testing
import Values

@testable import Projections

/// Obligations that a network wrote itself, among all that is owed.
@Suite struct WrittenObligationTests {
  private static let written = """
    obligations:
      - id: directory-updated
        on: appointment.made
        owed_by: secretariat
        due: addWorkingDays(now, 5)
        met_by: {event: person.revised, where: "event.id == trigger.payload.person"}
        message: {en: "Update the entry of {person} since {since}."}
        values: {person: trigger.payload.person, since: trigger.payload.from}
        remind: [P2D]
        late: {to: board}
        source: assumption

    """

  private func network() throws -> SampleNetwork {
    let network = try SampleNetwork(adding: Self.written)
    try network.admit("PT")
    try network.addPerson("Ana Example")
    try network.appoint("H-1", for: "PT", on: "2026-01-15")
    return network
  }

  private func own(_ network: SampleNetwork, on day: String) throws -> [Row] {
    try network.rows("obligation", on: day).filter { $0.text("what") == "own" }
  }

  @Test(arguments: [
    ("2026-01-15", "2026-01-22 - due false"), ("2026-01-22", "2026-01-22 - due false"),
    ("2026-01-23", "2026-01-22 2026-01-23 overdue true"),
  ])
  func `It is due until its day and overdue from the next`(_ row: (day: String, line: String))
    throws
  {
    let rows = try own(network(), on: row.day)
    #expect(rows.lines("due", "overdue_since", "state", "late") == [row.line])
  }

  @Test func `A row has everything that the rule says, and what it follows from`() throws {
    let row = try #require(try own(network(), on: "2026-01-15").first)
    #expect(row.text("obligation") == "directory-updated:6")
    #expect(row.text("clause") == "directory-updated" && row.text("source") == "assumption")
    #expect(row.text("owed_by") == "secretariat" && row.text("late_to") == "board")
    #expect(row["remind"] == ["2026-01-20"])
    #expect(row.text("message") == "Update the entry of {person} since {since}.")
    #expect(row["basis"]["value.person"] == "H-1" && row["basis"]["value.since"] == "2026-01-15")
    #expect(row.event == 6)
  }

  @Test func `What was met is listed as met, with the event, behind what is still owed`() throws {
    let network = try network()
    try network.record(
      "person edit", ["person": ["H-1"], "specialities": ["cybercrime"]], on: "2026-02-01")
    let rows = try network.rows("obligation", on: "2026-02-01")
    let last = try #require(rows.last)
    #expect(last.text("state") == "met" && last["late"] == .bool(true))
    #expect(last.int("met_by") == 7 && last.text("met_on") == "2026-02-01")
    #expect(last.text("overdue_since") == nil)
    #expect(rows.dropLast().allSatisfy { $0.text("state") != "met" && $0["met_by"] == .null })
  }

  @Test func `What was met on the last day was not late`() throws {
    let network = try network()
    try network.record(
      "person edit", ["person": ["H-1"], "specialities": ["cybercrime"]], on: "2026-01-22")
    let row = try #require(try own(network, on: "2026-02-01").first)
    #expect(row.text("state") == "met" && row["late"] == .bool(false))
  }

  @Test func `Days are counted in the zone that the views are given`() throws {
    let network = try network()
    let views = try Views.open(for: network.log)
    views.zones = ZoneSource { _ in nil }
    #expect(throws: Failure.self) {
      try ViewCatalogue.view("obligation")?.rows(views, try #require(Day("2026-02-01")))
    }
  }
}
