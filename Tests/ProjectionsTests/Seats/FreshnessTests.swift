import Governance
import TestKit
import Testing
import Values

@testable import Projections

/// Coverage tells how fresh the record is: the last confirmation, and how many are too old.
@Suite struct FreshnessTests {
  private func network(_ reminders: String = "") throws -> SampleNetwork {
    let rules =
      reminders.isEmpty
      ? SampleRules.document
      : try SampleRules.amended([("  outputs:\n", reminders + "  outputs:\n")])
    let network = try SampleNetwork(under: rules)
    for member in ["PT", "ES"] { try network.admit(member) }
    for name in ["Ana", "Bea"] { try network.addPerson(name) }
    try network.appoint("H-1", for: "PT", on: "2026-02-01")
    try network.appoint("H-2", for: "PT", on: "2026-03-01")
    return network
  }

  private func lines(_ network: SampleNetwork, on day: String) throws -> [String] {
    try network.rows("coverage", on: day)
      .lines("member", "held", "missing_since", "confirmed_on", "stale")
  }

  @Test func `Every state stands there with its count, its vacancy and its last confirmation`()
    throws
  {
    let network = try network()
    try network.record("seat confirm", ["seat": ["PT.contact_point.1"]], on: "2026-05-01")
    try network.record("seat confirm", ["seat": ["PT.contact_point.2"]], on: "2026-04-01")
    #expect(
      try lines(network, on: "2026-06-01") == ["ES 0 2026-01-10 - 0", "PT 2 - 2026-05-01 0"])
    #expect(try lines(network, on: "2026-04-15")[1] == "PT 2 - 2026-04-01 0")
  }

  @Test(arguments: [
    ("2027-01-31", 0), ("2027-02-01", 1), ("2027-02-28", 1), ("2027-03-01", 2),
  ])
  func `A holder who was never confirmed is stale a year after the appointment`(
    _ row: (day: String, stale: Int)
  ) throws {
    let rows = try network().rows("coverage", on: row.day)
    #expect(rows.last?.int("stale") == row.stale)
  }

  @Test func `A confirmation clears it for another year`() throws {
    let network = try network()
    try network.record("seat confirm", ["seat": ["PT.contact_point.1"]], on: "2027-02-10")
    #expect(try network.rows("coverage", on: "2027-02-28").last?.int("stale") == 0)
    #expect(try network.rows("coverage", on: "2028-02-09").last?.int("stale") == 1)
    #expect(try network.rows("coverage", on: "2028-02-10").last?.int("stale") == 2)
  }

  @Test func `The rules say how long a confirmation holds`() throws {
    let network = try network("  reminders: {confirmations: {every: P1M, source: charter}}\n")
    #expect(try network.rows("coverage", on: "2026-03-01").last?.int("stale") == 1)
    #expect(try network.rows("coverage", on: "2026-04-01").last?.int("stale") == 2)
  }

  @Test func `A successor is fresh, and has no confirmation of the one before`() throws {
    let network = try network()
    try network.addPerson("Cea")
    try network.record("seat confirm", ["seat": ["PT.contact_point.1"]], on: "2026-05-01")
    try network.record(
      "seat replace", ["seat": ["PT.contact_point.1"], "person": ["H-3"]], on: "2026-06-01")
    let row = try #require(try network.rows("coverage", on: "2026-06-02").last)
    #expect(row["confirmed_on"].isNull && row.int("stale") == 0)
  }
}
