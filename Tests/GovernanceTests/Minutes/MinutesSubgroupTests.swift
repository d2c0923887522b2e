import EventStore
import Governance
import TestKit
import Testing
import Values

/// What minutes tell of subgroups: who coordinates a new one, that one was renewed, and what one reported.
@Suite struct MinutesSubgroupTests {
  private let day = "2026-03-20"

  private func decide(_ network: SampleNetwork) throws { try network.vote(3, against: 0, on: day) }

  private func followed(_ network: SampleNetwork) throws -> [Governance.Statement] {
    try SampleSitting.file(network).record.statements.filter { $0.code.hasPrefix("follows-") }
  }

  /// D-1 creates a subgroup, which somebody coordinates from a day.
  private func subgroup(coordinatedFrom day: String?) throws -> SampleNetwork {
    let network = try SampleNetwork.sitting()
    try decide(network)
    try network.record(
      "subgroup add",
      [
        "subgroup": ["crypto"], "title": ["Crypto"], "mandate": ["A guide"], "by": ["D-1"],
        "until": ["2026-12-31"],
      ], on: self.day)
    guard let day else { return network }
    try network.record(
      "subgroup coordinate", ["subgroup": ["crypto"], "member": ["ES"]], on: day)
    return network
  }

  @Test func `Who coordinates a subgroup from its first day stands after its creation`() throws {
    let said = try followed(subgroup(coordinatedFrom: day))
    #expect(said.map(\.code) == ["follows-subgroup", "follows-coordination"])
    #expect(said[1].values["member"] == .text("ES") && said[1].values["title"] == .text("Crypto"))
    #expect(said[1].place == "D-1.subgroup.crypto.coordination")
    let later = try followed(subgroup(coordinatedFrom: "2026-05-01"))
    #expect(later.map(\.code) == ["follows-subgroup"], "who takes over later does so by itself")
    #expect(later[0].values["joined"] == .text("no"))
  }

  @Test func `A subgroup that is renewed is told with its new last day`() throws {
    let network = try subgroup(coordinatedFrom: nil)
    try decide(network)
    try network.record(
      "subgroup amend", ["subgroup": ["crypto"], "by": ["D-2"], "until": ["2027-06-30"]], on: day)
    let said = try #require(try followed(network).first { $0.place.hasPrefix("D-2.") })
    #expect(said.code == "follows-subgroup-amended")
    #expect(said.values["until"] == Day("2027-06-30").map(Failure.Value.day))
    #expect(said.values["renewed"] == .text("yes") && said.values["charged"] == .text("no"))
    let amended = try network.log.events(ofType: "subgroup.amended", after: 0, limit: 2)
    #expect(said.events == amended.map(\.position))
  }

  @Test func `A report of a subgroup in the meeting stands under a heading of its own`() throws {
    let network = try subgroup(coordinatedFrom: nil)
    let report = ["subgroup": ["crypto"], "text": ["Two meetings."]]
    try network.record("subgroup report", report, on: day)
    try network.record("meeting close", ["meeting": ["plenary-1"]], on: day)
    try network.record("subgroup report", report, on: "2026-04-20")
    let said = try SampleSitting.file(network).record.statements
      .filter { $0.code.hasPrefix("subgroup-report") }
    #expect(said.map(\.form) == [.heading, .quote])
    #expect(said[1].values["text"] == .text("Two meetings."))
    #expect(Set(said.flatMap(\.events)).count == 1)
  }
}
