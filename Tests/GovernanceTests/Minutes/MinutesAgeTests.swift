import EventStore
import TestKit
import Testing
import Values

@testable import Governance

/// Minutes that the record has left behind are not approved in silence, and nobody approves them unawares.
@Suite struct MinutesAgeTests {
  private func circulated() throws -> SampleNetwork {
    let network = try SampleSitting.network()
    try record(network, "draft")
    try record(network, "circulate")
    return network
  }

  @discardableResult
  private func record(
    _ network: SampleNetwork, _ act: String, _ fields: [String: String] = [:],
    on day: String = "2026-03-21"
  ) throws -> Answer {
    var values = fields.mapValues { [$0] }
    values["meeting"] = ["plenary-1"]
    return try network.record("minutes \(act)", values, on: day)
  }

  /// Corrects the event of D-3, which was deferred.
  private func correct(_ network: SampleNetwork, _ fields: [String: String]) throws {
    let event = try #require(
      try network.log.events(after: 0, limit: 100).first { $0.stream.text == "deliberation-D-3" })
    let values = fields.merging(["event": "\(event.position)", "reason": "misread"]) { $1 }
    try network.record("event correct", values.mapValues { [$0] }, on: "2026-03-22")
  }

  @Test func `Silence does not approve what was put right after the draft`() throws {
    let network = try circulated()
    try correct(network, ["set": "reason=no papers"])
    let refusal = try SampleSitting.refusal(network, "approve", on: "2026-04-01")
    #expect(refusal.code == "minutes-outdated" && refusal.rule == nil)
    #expect(refusal.values["n"] == .int(1))
    #expect(refusal.values["places"] == .list(["D-3.outcome"]))
    #expect(refusal.ways.map(\.code) == ["draft-anew", "approve-by-deliberation"])
    #expect(try SampleSitting.file(network).minutes?.stage == .circulated)
  }

  @Test func `A deliberation approves it, and is told what reads otherwise`() throws {
    let network = try circulated()
    try correct(network, ["set": "reason=no papers"])
    let answer = try record(network, "approve", ["by": "D-1"], on: "2026-04-01")
    #expect(answer.verdict == .accepted)
    #expect(answer.reasons.notes.map(\.code) == ["minutes-outdated"])
    #expect(answer.reasons.notes[0].values["places"] == .list(["D-3.outcome"]))
  }

  @Test func `Drawn up anew and sent round again, silence approves it`() throws {
    let network = try circulated()
    try correct(network, ["set": "reason=no papers"])
    #expect(try record(network, "draft", on: "2026-03-23").reasons.notes.isEmpty)
    #expect(try record(network, "circulate", on: "2026-03-23").reasons.notes.isEmpty)
    #expect(try record(network, "approve", on: "2026-04-03").verdict == .accepted)
  }

  @Test func `Whoever sends round what was put right since is told`() throws {
    let network = try SampleSitting.network()
    try record(network, "draft")
    try correct(network, ["set": "reason=no papers"])
    let answer = try record(network, "circulate", on: "2026-03-23")
    #expect(answer.reasons.notes.map(\.code) == ["minutes-outdated"])
  }

  @Test func `A matter that was struck leaves its sentences behind`() throws {
    let network = try circulated()
    try correct(network, ["strike": "true"])
    let refusal = try SampleSitting.refusal(network, "approve", on: "2026-04-01")
    #expect(refusal.code == "minutes-outdated")
    #expect(refusal.values["places"] == .list(["D-3", "D-3.unlisted", "D-3.outcome"]))
  }

  @Test func `The time for comments comes first, and a tick approves nothing that is left behind`()
    throws
  {
    let network = try circulated()
    try correct(network, ["set": "reason=no papers"])
    #expect(try SampleSitting.refusal(network, "approve", on: "2026-03-31").code == "comments-open")
    let answers = try network.registrar.tick(
      by: try #require(Instant("2026-04-20T12:00:00Z")), now: SampleNetwork.now,
      today: try #require(Day("2026-04-20")), actor: "timer")
    #expect(answers.map(\.answer.verdict) == [.refused])
    #expect(try SampleSitting.file(network).minutes?.approval == nil)
  }

  @Test func `What an earlier program did not tell makes no minutes older`() throws {
    let record = try SampleSitting.file(SampleSitting.network()).record
    let older = record.statements.dropLast().map { statement in
      Governance.Statement(
        statement.code, statement.form, at: statement.place,
        statement.values.filter { !["clause", "ruled", "urgent"].contains($0.key) },
        events: statement.events)
    }
    let meeting = try #require(MeetingID("plenary-1"))
    let on = try #require(PartialDay("2026-03-21"))
    var minutes = Minutes(id: MinutesID(sharedWith: meeting))
    let draft = MinutesDraft(
      meeting: meeting, on: on, version: 1, statements: older, digest: "")
    minutes.evolve(with: .drafted(draft), at: Mark(position: 99, effective: on.first))
    #expect(MinutesAge(of: minutes, version: 1, against: record).places == [])
    #expect(MinutesAge(of: minutes, version: 0, against: record).places == [])
  }
}
