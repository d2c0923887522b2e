import Testing
import Values

@testable import admin

/// `meeting list --planned YEAR`, on the network whose trio and numbers are public.
@Suite struct PlannedYearCommandTests {
  @Test func `A year is proposed with its numbers and nothing is recorded`() throws {
    try SampleNetwork.with { network in
      let events = network.eventCount
      let rows = try #require(try network.json("meeting list --planned 2027").list)
      #expect(rows.map { $0["stage"] } == ["proposed", "proposed"])
      #expect(rows.map { $0["series"] } == ["plenary", "plenary"])
      #expect(rows.allSatisfy { $0["event"] == .null && $0["meeting"] == .null })
      #expect(network.eventCount == events)
    }
  }

  @Test func `Who presides in 2026 is the trio of the calendar`() throws {
    try SampleNetwork.with { network in
      var network = network
      network.now = "2026-01-05T09:00:00Z"
      let row = try #require(try network.json("meeting list --planned 2026").list?.first)
      #expect(row["presiding"] == ["PL", "DK", "CY"] && row["chair"]?.text != nil)
      #expect(network.run("meeting list --planned 2026").output.contains("PL"))
    }
  }

  @Test(arguments: ["0", "12345", "2077", "soon"])
  func `A year that cannot be planned is refused, and says how far plans reach`(_ year: String)
    throws
  {
    try SampleNetwork.with { network in
      let refused = network.run("meeting list --planned \(year)")
      #expect(refused.status == .usage && refused.output.isEmpty, "\(refused.talk)")
      if year == "2077" { #expect(refused.talk.contains("2076")) }
    }
  }

  @Test func `The last year that can be planned is`() throws {
    try SampleNetwork.with { network in
      #expect(network.run("meeting list --planned 2076 --json").status == .done)
    }
  }
}
