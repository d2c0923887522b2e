import EventStore
import Plugins
import TestKit
import Testing
import Values

@testable import Governance

/// A registrar that is kept reads the rules once, and never decides by rules that are not in force.
@Suite struct KnownRulesTests {
  private func request(
    _ act: String, _ fields: [String: [String]], on day: String
  ) throws -> ActRequest {
    ActRequest(
      id: .random(),
      input: try ActInput(try #require(ActCatalogue.command(named: act)).kind, fields),
      actor: "secretariat", effective: try #require(PartialDay(day)), today: SampleNetwork.today)
  }

  private func admission(_ member: String, on day: String) throws -> ActRequest {
    try request("member admit", ["member": [member], "class": ["member"]], on: day)
  }

  @Test func `It decides by the rules that another registrar has put into force meanwhile`() throws
  {
    let network = try SampleNetwork.sitting()
    let kept = network.registrar
    let first = try kept.record(admission("FR", on: "2026-03-20"), now: SampleNetwork.now)
    try network.adopt(try SampleRules.amended(SampleRules.strict), from: "2026-03-21")
    let second = try kept.record(admission("IT", on: "2026-03-22"), now: SampleNetwork.now)
    let earlier = try kept.record(admission("DE", on: "2026-03-20"), now: SampleNetwork.now)
    #expect(try network.version(of: first) == "1.0.0")
    #expect(try network.version(of: second) == "1.1.0")
    #expect(try network.version(of: earlier) == "1.0.0")
  }

  @Test func `What a trial adopted at a place does not stand for what is recorded there`() throws {
    let network = try SampleNetwork.sitting()
    let kept = network.registrar
    let (one, other) = (
      try SampleRules.amended(SampleRules.strict, version: "1.1.0"),
      try SampleRules.amended([], version: "1.2.0")
    )
    var adoptions: [ActRequest] = []
    for (index, rules) in [one, other].enumerated() {
      let digest = Digest.sha256(try RulesDocument.rules(resolved: rules).resolved.canonical).hex
      try network.vote(3, against: 0, on: "2026-03-20", matter: "rules", digest: digest)
      adoptions.append(
        try request(
          "rules adopt", ["rules": [rules.canonicalText], "adopted-by": ["D-\(index + 1)"]],
          on: "2026-03-21"))
    }
    let tried = try kept.inTransaction(now: SampleNetwork.now, mode: .trial) { session in
      _ = try session.answer(adoptions[0])
      return try session.rulesInForce(on: #require(Day("2026-03-22")))?.version
    }
    #expect(tried == "1.1.0")
    let adopted = try kept.record(adoptions[1], now: SampleNetwork.now)
    #expect(adopted.verdict == .accepted)
    let act = try kept.record(admission("IT", on: "2026-03-22"), now: SampleNetwork.now)
    #expect(try network.version(of: act) == "1.2.0")
  }

  private struct Stop: Error {}

  @Test func `What it adopted itself is in force for its next act, and not when it was taken back`()
    throws
  {
    let network = try SampleNetwork.sitting()
    let kept = network.registrar
    let rules = try SampleRules.amended(SampleRules.strict)
    let digest = Digest.sha256(try RulesDocument.rules(resolved: rules).resolved.canonical).hex
    try network.vote(3, against: 0, on: "2026-03-20", matter: "rules", digest: digest)
    let adoption = try request(
      "rules adopt", ["rules": [rules.canonicalText], "adopted-by": ["D-1"]], on: "2026-03-21")
    _ = try kept.record(admission("FR", on: "2026-03-20"), now: SampleNetwork.now)
    #expect(throws: Stop.self) {
      try kept.inTransaction(now: SampleNetwork.now, mode: .recording) { session in
        _ = try session.answer(adoption)
        #expect(try session.rulesInForce(on: #require(Day("2026-03-22")))?.version == "1.1.0")
        throw Stop()
      }
    }
    let before = try kept.record(admission("IT", on: "2026-03-22"), now: SampleNetwork.now)
    #expect(try network.version(of: before) == "1.0.0")
    #expect(try kept.record(adoption, now: SampleNetwork.now).verdict == .accepted)
    let after = try kept.record(admission("DE", on: "2026-03-22"), now: SampleNetwork.now)
    #expect(try network.version(of: after) == "1.1.0")
  }

  @Test func `A type that was taken back gets its number again from the log`() throws {
    let network = try SampleNetwork.sitting()
    let kept = network.registrar
    let one = try request("person add", ["name": ["Rui"]], on: "2026-03-20")
    #expect(throws: Stop.self) {
      try kept.inTransaction(now: SampleNetwork.now, mode: .recording) { session in
        _ = try session.answer(one)
        throw Stop()
      }
    }
    #expect(
      try kept.record(admission("FR", on: "2026-03-20"), now: SampleNetwork.now).verdict
        == .accepted)
    #expect(try kept.record(one, now: SampleNetwork.now).verdict == .accepted)
    let events = try network.log.events(after: 0, limit: 1000)
    #expect(events.suffix(2).map(\.type) == ["member.admitted", "person.registered"])
  }

  @Test func `The rules of a version are read from the log once`() throws {
    let network = try SampleNetwork()
    let known = KnownRules()
    let head = try network.log.head().hash
    var (first, second) = (RulesInForce(known, at: head), RulesInForce(known, at: head))
    let found = try first.find(on: SampleNetwork.today, in: network.log)
    #expect(try second.find(on: SampleNetwork.today, in: network.log) === found)
    var stranger = RulesInForce()
    let again = try stranger.find(on: SampleNetwork.today, in: network.log)
    #expect(again !== found && again.rules == found.rules && again.digest == found.digest)
  }
}
