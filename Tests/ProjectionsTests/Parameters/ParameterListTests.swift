import TestKit
import Testing
import Values

@testable import Projections

@Suite struct ParameterListTests {
  private func network() throws -> SampleNetwork {
    try SampleNetwork(under: SampleRules.parametered())
  }

  private func notice(_ network: SampleNetwork, on day: String) throws -> Row {
    try #require(
      try network.rows("parameter", on: day).first { $0.text("parameter") == "notice" })
  }

  @Test func `Each parameter stands with its default and its bounds before anybody set it`() throws
  {
    let rows = try network().rows("parameter", on: "2026-03-01")
    let lines = rows.lines("parameter", "value", "default", "least", "most", "choices", "since")
    #expect(
      lines.sorted() == [
        "ceiling 3 3 1 - [] -", "language en en - - [\"en\",\"fr\"] -", "motto Ius Ius - - [] -",
        "notice P14D P14D P7D P2M [] -", "open true true - - [] -",
        "quorum 1/2 1/2 1/2 9/10 [] -",
      ])
    #expect(rows.allSatisfy { $0.event == 2 })
  }

  @Test func `A value that was set is listed from its day on, with its event`() throws {
    let network = try network()
    try network.record(
      "parameter set", ["parameter": ["notice"], "value": ["P21D"]], on: "2026-05-01")
    let before = try notice(network, on: "2026-04-30")
    #expect(before.text("value") == "P14D" && before.event == 2)
    let after = try notice(network, on: "2026-05-01")
    #expect(after.text("value") == "P21D" && after.text("default") == "P14D")
    #expect(after.text("since") == "2026-05-01" && after.event == 3)
    #expect(after.text("title") == "Notice")
  }

  @Test func `A value that was set for a day to come shows when that day has come`() throws {
    let network = try network()
    for (value, day) in [("P28D", "2027-01-01"), ("P21D", "2026-05-01")] {
      try network.record("parameter set", ["parameter": ["notice"], "value": [value]], on: day)
    }
    #expect(try notice(network, on: "2026-12-31").text("value") == "P21D")
    #expect(try notice(network, on: "2027-01-01").text("value") == "P28D")
  }

  @Test func `Rules without parameters list none`() throws {
    #expect(try SampleNetwork().rows("parameter", on: "2026-03-01") == [])
    #expect(try network().rows("parameter", on: "2016-06-08") == [])
  }
}
