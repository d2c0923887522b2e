import EventStore
import Governance
import TestKit
import Testing
import Values

/// What a meeting gave somebody to do stands in its minutes.
@Suite struct MinutesActionTests {
  private static func assign(
    _ title: String, to owner: String, _ more: [String: [String]] = [:], in network: SampleNetwork,
    on day: String = "2026-03-20"
  ) throws {
    try network.record(
      "action assign",
      ["title": [title], "owner": [owner], "due": ["2026-06-30"]].merging(more) { $1 }, on: day)
  }

  private static let here = ["meeting": ["plenary-1"]]

  private func actions(_ network: SampleNetwork) throws -> [Governance.Statement] {
    try SampleSitting.file(network).record.statements.filter { $0.code == "action" }
  }

  @Test func `An action has its owner, its day and the event that gave it`() throws {
    let network = try SampleSitting.network(closing: false)
    try Self.assign("Ask all members", to: "PT", Self.here, in: network)
    let action = try #require(try actions(network).first)
    #expect(action.place == "action.action-1")
    #expect(action.values["owner"] == .text("PT") && action.values["action"] == .text("action-1"))
    #expect(action.values["due"] == .day(day("2026-06-30")))
    #expect(action.values["title"] == .text("Ask all members"))
    let made = try network.log.events(ofType: "assignment.made", after: 0, limit: 10)
    #expect(action.events == made.map(\.position))
  }

  @Test func `It stands where it was given, between the decisions`() throws {
    let network = try SampleSitting.network(closing: false)
    try Self.assign("Ask", to: "PT", Self.here, in: network)
    try network.record(
      "deliberation record",
      ["meeting": ["plenary-1"], "title": ["Last"], "consensus": ["true"]], on: "2026-03-20")
    try network.record("meeting close", Self.here, on: "2026-03-20")
    let places = try SampleSitting.file(network).record.statements.map(\.place)
    let action = try #require(places.firstIndex(of: "action.action-1"))
    #expect(try #require(places.firstIndex(of: "D-3.outcome")) < action)
    #expect(action < (try #require(places.firstIndex(of: "D-4"))))
    #expect(Set(places).count == places.count)
  }

  @Test func `What is written down after the closing comes before it in the minutes`() throws {
    let network = try SampleSitting.network()
    try Self.assign("Ask", to: "PT", Self.here, in: network, on: "2026-03-25")
    let places = try SampleSitting.file(network).record.statements.map(\.place)
    let action = try #require(places.firstIndex(of: "action.action-1"))
    #expect(action < (try #require(places.firstIndex(of: "closing"))))
  }

  @Test func `A longer time given later changes nothing of what the meeting said`() throws {
    let network = try SampleSitting.network()
    try Self.assign("Ask", to: "PT", Self.here, in: network)
    let before = try actions(network)
    try network.record(
      "action extend",
      ["action": ["action-1"], "until": ["2026-09-30"], "reason": ["More time"]], on: "2026-05-01")
    #expect(try actions(network) == before)
  }

  @Test func `What a deliberation of the meeting gave is told like what the meeting gave`() throws {
    let network = try SampleSitting.network()
    #expect(try actions(network).isEmpty)
    try Self.assign("Ask", to: "PT", ["by": ["D-1"]], in: network, on: "2026-03-25")
    #expect(try actions(network).count == 1)
  }

  @Test func `A draft of minutes keeps the actions that the record has`() throws {
    let network = try SampleSitting.network()
    try Self.assign("Ask", to: "PT", Self.here, in: network)
    try network.record("minutes draft", Self.here, on: "2026-03-26")
    let drafted = try #require(
      try network.log.events(ofType: "minutes.drafted", after: 0, limit: 10).first)
    let codes = drafted.data["statements"]?.list?.compactMap { $0["code"]?.text } ?? []
    #expect(codes.count { $0 == "action" } == 1)
  }
}
