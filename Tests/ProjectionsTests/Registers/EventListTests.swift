import Plugins
import TestKit
import Testing
import Values

@testable import Projections

@Suite struct EventListTests {
  private func network() throws -> SampleNetwork {
    let network = try SampleNetwork(adding: SampleRules.guidelines)
    for (number, day) in [("S/2027", "2026-05-01"), ("S/2026", "2026-03-01")] {
      try network.record(
        "event register",
        [
          "type": ["sample.guideline.published"],
          "set": ["number=\(number)", "handling=green", "copies=3"],
        ], on: day)
    }
    return network
  }

  @Test func `Events are listed by the day from which they count`() throws {
    let network = try network()
    #expect(try network.rows("event", on: "2026-02-28") == [])
    #expect(
      try network.rows("event", on: "2026-04-30").lines("position", "day", "type", "version")
        == ["4 2026-03-01 sample.guideline.published 1"])
    #expect(
      try network.rows("event", on: "2026-05-01").lines("day", "fields") == [
        "2026-03-01 [\"copies=3\",\"handling=green\",\"names_case=false\",\"number=S/2026\"]",
        "2026-05-01 [\"copies=3\",\"handling=green\",\"names_case=false\",\"number=S/2027\"]",
      ])
  }

  @Test func `A corrected event shows its new values, and a struck one not at all`() throws {
    let network = try network()
    try network.record(
      "event correct", ["event": ["4"], "set": ["copies=5"], "reason": ["Miscounted"]])
    try network.record("event correct", ["event": ["3"], "strike": ["true"], "reason": ["Never"]])
    let rows = try network.rows("event", on: "2026-12-01")
    #expect(rows.lines("position") == ["4"])
    #expect(rows.first?["payload"]["copies"] == 5)
  }

  @Test func `A later version of the rules reads earlier payloads in its own form`() throws {
    let network = try network()
    let views = try Views.open(for: network.log)
    let day = try #require(Day("2026-12-01"))
    let later = try PluginFile.load(
      resolved: SampleRules.document(adding: SampleRules.laterGuidelines))
    views.findRules = { _ in later }
    let row = try #require(try EventList.rows(views, day).first)
    #expect(row["payload"]["code"] == "S/2026" && row["payload"]["language"] == "en")
    #expect(row["payload"]["number"] == nil && row["payload"]["copies"] == nil)
    #expect(row.int("version") == 1)
  }

  @Test func `The view is narrowed by the type`() throws {
    #expect(ViewCatalogue.view("event")?.narrowedBy == "type")
    #expect(
      ViewCatalogue.all.filter { $0.narrowedBy != nil }.map(\.noun)
        == [
          "guest", "agenda", "referral", "speaker", "invitation", "amendment", "candidate", "event",
        ])
  }
}
