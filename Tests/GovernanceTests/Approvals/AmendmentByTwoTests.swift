import EventStore
import Governance
import Plugins
import TestKit
import Testing
import Values

/// New rules that one person applies and another one puts into force.
@Suite struct AmendmentByTwoTests {
  private static let rule =
    "two_persons: {acts: [rules_adopt], within: P1M, source: assumption}"

  /// Rules without the second person, adopted by a deliberation that named their digest.
  private static let next: JSON = SampleHistory.amended

  private func network() throws -> SampleNetwork {
    let network = try SampleNetwork(adding: Self.rule)
    for act in SampleHistory.acts where act.day < "2026-03-21" || act.name.hasPrefix("member") {
      guard act.fields["class"] != ["guest"], act.name != "event correct" else { continue }
      do { try network.record(act.name, act.fields, on: act.day) } catch is Refusal { continue }
    }
    return network
  }

  private func apply(_ network: SampleNetwork, by actor: String) throws -> Answer {
    let streams = try network.log.streams(in: Deliberation.category)
    let digest = Digest.sha256(Self.next.canonical).hex
    let named = try streams.first { stream in
      try network.log.events(of: stream).contains { $0.data["digest"] == .text(digest) }
    }
    return try network.record(
      "rules adopt",
      ["rules": [Self.next.canonicalText], "adopted-by": [try #require(named).id]], as: actor)
  }

  @Test func `The rules wait with their whole text, and come into force as they stood`() throws {
    let network = try network()
    let asked = try apply(network, by: "ana")
    #expect(asked.events.map(\.type) == ["approval.asked"])
    let kept = asked.events.first?.data["documents"]?["rules"]?.list?.first?.text
    #expect(kept == Self.next.canonicalText)
    var inForce = RulesInForce()
    #expect(try inForce.find(on: SampleNetwork.today, in: network.log).rules.version == "1.0.0")
    let given = try network.record("approval confirm", ["approval": ["A-1"]], as: "rui")
    #expect(given.events.map(\.type) == ["rules.adopted", "approval.confirmed"])
    var after = RulesInForce()
    #expect(try after.find(on: SampleNetwork.today, in: network.log).rules.version == "1.1.0")
  }

  @Test func `The rule that asks for two is not taken away by one`() throws {
    let network = try network()
    _ = try apply(network, by: "ana")
    let alone = try network.record("approval confirm", ["approval": ["A-1"]], as: "ana")
    #expect(alone.verdict == .refused)
    #expect(try apply(network, by: "ana").verdict == .refused)
    var inForce = RulesInForce()
    #expect(try inForce.find(on: SampleNetwork.today, in: network.log).rules.twoPersons != nil)
  }

  @Test func `Once it is gone, one person is enough`() throws {
    let network = try network()
    _ = try apply(network, by: "ana")
    _ = try network.record("approval confirm", ["approval": ["A-1"]], as: "rui")
    var inForce = RulesInForce()
    #expect(try inForce.find(on: SampleNetwork.today, in: network.log).rules.twoPersons == nil)
    #expect(try network.keptStates() == network.foldedStates())
  }
}
