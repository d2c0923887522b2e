import EventStore
import Governance
import Plugins
import TestKit
import Testing
import Values

/// What the minutes of a meeting tell of the rounds that were counted in it.
@Suite struct ElectionMinutesTests {
  private func file(_ network: SampleNetwork) throws -> MeetingFile {
    let id = try #require(MeetingID("plenary-1"))
    return try #require(try MeetingFile(id, in: network.log, today: SampleNetwork.today))
  }

  private func story() throws -> SampleNetwork {
    let network = try ElectionInLogTests.network()
    try ElectionInLogTests.vote(
      network, ["PT=7", "ES=5", "IT=5", "FR=4", "FI=2"], more: ["seed": ["autumn"]])
    return network
  }

  @Test func `A round stands with its numbers, its lot and its outcome, each with its event`()
    throws
  {
    let network = try story()
    let record = try file(network).record
    let statements = record.electionStatements
    #expect(
      statements.map(\.code) == [
        "election", "election-count", "election-lot", "election-outcome",
      ])
    let event = try #require(
      try network.log.events(ofType: "election.counted", after: 0, limit: 1).first)
    #expect(statements.allSatisfy { $0.events == [event.position] })
    #expect(statements.map(\.place) == ["E-1.1", "E-1.1.count", "E-1.1.lot", "E-1.1.outcome"])
    let all = record.statements.map(\.place)
    #expect(all.contains("E-1.1") && Set(all).count == all.count)
  }

  @Test func `A withdrawal stands before the round that followed it, and in no other`() throws {
    let network = try ElectionInLogTests.network()
    try network.record(
      "election nominate", ["election": ["E-1"], "member": ["NL"], "proposer": ["NL"]],
      on: "2026-02-03")
    try ElectionInLogTests.vote(network, ["PT=7", "ES=6", "IT=2", "FR=3", "FI=1", "NL=3"])
    try network.record(
      "election withdraw", ["election": ["E-1"], "member": ["FI"], "reason": ["Another office"]],
      on: "2026-03-20")
    #expect(
      try !file(network).record.electionStatements.contains { $0.code == "election-withdrawn" })
    try ElectionInLogTests.vote(network, ["FR=5", "NL=3"])
    let statements = try file(network).record.electionStatements
    let index = try #require(statements.firstIndex { $0.code == "election-withdrawn" })
    #expect(statements[index - 1].place == "E-1.2")
    #expect(statements[index].values["reason"] == .text("Another office"))
    #expect(statements[index].values["reasoned"] == .text("yes"))
    #expect(statements.last?.values["elected"] == .list(["FR"]))
  }

  @Test func `Names of the ballots are for those who were there`() throws {
    let network = try ElectionInLogTests.network()
    try network.record(
      "election vote",
      [
        "election": ["E-1"], "meeting": ["plenary-1"],
        "names": ["DE=PT+ES", "ES=PT+ES", "FI=FI", "FR=FR+PT", "IT=PT+ES", "NL=abstain"],
      ], on: "2026-03-20")
    let codes = try file(network).record.electionStatements.map(\.code)
    #expect(codes == ["election", "election-count", "election-roll", "election-outcome"])
  }
}
