import EventStore
import Governance
import Plugins
import TestKit
import Testing
import Values

@testable import Projections

/// What would be owed under other rules, held to what is.
@Suite struct ObligationDifferenceTests {
  private static func differences(
    _ edits: [(String, String)], from: String? = nil, on day: String = "2026-11-23"
  ) throws -> [String] {
    let network = try SampleNetwork.sitting()
    try network.record("meeting close", ["meeting": ["plenary-1"]], on: "2026-03-20")
    let views = try Views.open(for: network.log)
    let found = try ObligationDifference.all(
      under: SampleRules.amendedRules(edits), from: from.flatMap { Day($0) }, in: views,
      on: #require(Day(day)))
    let again = try ObligationList.rows(views, #require(Day(day)))
    #expect(try again == ObligationList.rows(Views.open(for: network.log), #require(Day(day))))
    return found.map {
      "\($0.kind.rawValue) \($0.id) \($0.before?.description ?? "-") \($0.after?.description ?? "-")"
    }
  }

  @Test func `Rules that owe the same show no difference`() throws {
    #expect(try Self.differences([]) == [])
    #expect(try Self.differences(SampleRules.strict) == [])
  }

  @Test func `A deadline that is another one moves what is owed`() throws {
    #expect(
      try Self.differences([("within: P30D", "within: P40D")])
        == ["moves outputs.outcome_report:plenary-1 2026-04-26 2026-05-06"])
  }

  @Test func `An output that is gone vanishes, a new one appears`() throws {
    let found = try Self.differences([("outcome_report: {title", "minutes: {title")])
    #expect(
      found == [
        "appears outputs.minutes:plenary-1 - 2026-04-26",
        "vanishes outputs.outcome_report:plenary-1 2026-04-26 -",
      ])
  }

  @Test func `Seats that are not asked for are not owed`() throws {
    let found = try Self.differences([("min: 1, max: 2", "min: 0, max: 2")])
    #expect(found.map { $0.split(separator: " ")[0] } == ["vanishes", "vanishes", "vanishes"])
    #expect(found.allSatisfy { $0.contains("seats.contact_point:") })
  }

  @Test func `Before their first day the other rules owe nothing`() throws {
    let edits = [("within: P30D", "within: P40D")]
    #expect(try Self.differences(edits, from: "2026-03-21") == [])
    #expect(try Self.differences(edits, from: "2026-03-20").count == 1)
    #expect(try Self.differences([("min: 1, max: 2", "min: 0, max: 2")], from: "2026-11-24") == [])
  }

  @Test func `A difference is told to programs with its days`() {
    let difference = ObligationDifference(
      kind: .moves, id: "outputs.report:plenary-1", before: Day("2026-04-19"), after: nil)
    #expect(
      difference.json == [
        "kind": "moves", "obligation": "outputs.report:plenary-1", "before": "2026-04-19",
      ])
  }
}
