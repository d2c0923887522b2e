import EventStore
import Governance
import TestKit
import Testing
import Values

/// Minutes and extracts say what became of a decision, each as far as its own time reaches.
@Suite struct MinutesFateTests {
  /// The sitting network, where a vote is annulled by the chair and repeated, and then amended by the second.
  private func network(closedBefore isLate: Bool) throws -> SampleNetwork {
    let network = try SampleNetwork.sitting()
    let day = "2026-03-20"
    let vote = ["meeting": ["plenary-1"], "title": ["Templates"], "for": ["2"]]
    try network.record(
      "deliberation record", vote.merging(["basis": ["Article 3"]]) { $1 }, on: day)
    try network.record(
      "deliberation annul", ["deliberation": ["D-1"], "reason": ["Not all were called"]], on: day)
    try network.record(
      "deliberation record", vote.merging(["repeats": ["D-1"]]) { $1 }, on: day)
    try network.record("deliberation record", vote, on: day)
    let amendment = ["deliberation": ["D-2"], "by": ["D-3"]]
    if !isLate { try network.record("deliberation amend", amendment, on: day) }
    try network.record("meeting close", ["meeting": ["plenary-1"]], on: day)
    if isLate { try network.record("deliberation amend", amendment, on: "2026-03-21") }
    return network
  }

  private func statements(_ network: SampleNetwork) throws -> [Governance.Statement] {
    try SampleSitting.file(network).record.statements
  }

  private func places(_ network: SampleNetwork) throws -> [String] {
    try statements(network).map(\.place).filter { $0.hasPrefix("D-") }
  }

  @Test func `An annulled vote is not told as if it counted`() throws {
    let network = try network(closedBefore: true)
    let annulled = try #require(try statements(network).first { $0.code == "annulled" })
    #expect(annulled.place == "D-1.annulled")
    #expect(annulled.values["reason"] == .text("Not all were called"))
    #expect(annulled.values["chair"] == .text("yes"))
    let event = try network.log.events(ofType: "deliberation.annulled", after: 0, limit: 2)
    #expect(annulled.events == event.map(\.position))
  }

  @Test func `The repeated vote names the first, and a basis stands before the votes`() throws {
    let network = try network(closedBefore: true)
    let said = try places(network)
    #expect(
      said.prefix(5) == ["D-1", "D-1.basis", "D-1.votes", "D-1.outcome", "D-1.annulled"])
    #expect(said.dropFirst(5).prefix(3) == ["D-2", "D-2.repeats", "D-2.votes"])
  }

  @Test(arguments: [false, true])
  func `Minutes say what happened in their meeting, an extract what has happened since`(
    _ isLate: Bool
  ) throws {
    let network = try network(closedBefore: isLate)
    #expect(try !places(network).contains { $0.hasPrefix("D-2.amended") })
    let told = try places(network).contains { $0.hasPrefix("D-3.amended") }
    #expect(told, "it is told where it was decided")
    let file = try SampleSitting.file(network)
    let decision = try #require(file.record.deliberations.first { $0.id.text == "D-2" })
    let extract = file.record.statements(on: decision, item: nil)
    let amended = try #require(extract.last)
    #expect(amended.code == "amended" && amended.values["by"] == .text("D-3"))
    #expect(amended.events.count == 1)
  }
}
