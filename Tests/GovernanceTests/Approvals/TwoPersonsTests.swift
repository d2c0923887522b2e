import EventStore
import Plugins
import TestKit
import Testing
import Values

@testable import Governance

/// Acts that the rules leave to two persons, on their way through the log.
@Suite struct TwoPersonsTests {
  private static let rule =
    "two_persons: {acts: [person_erase, rules_adopt, key_add, key_rotate, key_end], within: P7D, "
    + "source: assumption}"

  private static let erasure = ["person": ["H-1"], "basis": ["law"]]
  private static let key = "nep.example/log+64681f6c+AYqI4910CfGV/VLbLTy6XXLKZwm/HZQSG/N0iAG0D29c"

  private func network(_ rule: String = Self.rule) throws -> SampleNetwork {
    let network = try SampleNetwork(adding: rule)
    try network.record("person add", ["name": ["Ana Example"]])
    return network
  }

  private func name(_ network: SampleNetwork) throws -> String? {
    let stream = try #require(StreamName(category: "person", id: "H-1"))
    let event = try #require(try network.log.events(of: stream).first)
    return try network.log.unseal(event)["name"] ?? nil
  }

  private func confirm(
    _ network: SampleNetwork, _ id: String = "A-1", by actor: String = "rui",
    today: Day = SampleNetwork.today
  ) throws -> Answer {
    try network.record("approval confirm", ["approval": [id]], as: actor, today: today)
  }

  private func codes(_ answer: Answer) -> [String] { answer.reasons.refusals.map(\.code) }

  @Test func `The first person asks, and nothing is done`() throws {
    let network = try network()
    let answer = try network.record("person erase", Self.erasure, as: "ana")
    #expect(answer.verdict == .accepted && answer.events.map(\.type) == ["approval.asked"])
    #expect(answer.events.first?.stream == "approval-A-1")
    #expect(answer.events.first?.data["until"] == "2026-11-30")
    #expect(answer.reasons.notes.map(\.code) == ["waits-for-second"])
    #expect(answer.reasons.derivations.map(\.rule) == ["two_persons"])
    #expect(try name(network) == "Ana Example")
  }

  @Test func `The second person confirms, and it is done by the clause`() throws {
    let network = try network()
    try network.record("person erase", Self.erasure, as: "ana")
    let answer = try confirm(network)
    #expect(answer.events.map(\.type) == ["person.erased", "approval.confirmed"])
    #expect(answer.events.last?.data == ["by": "rui"])
    let derivation = try #require(answer.reasons.derivations.last)
    #expect(derivation.question == "two-persons" && derivation.rule == "two_persons")
    #expect(derivation.inputs["asked_by"] == "ana" && derivation.inputs["confirmed_by"] == "rui")
    #expect(try name(network) == nil)
    #expect(try network.log.remainders(of: "H-1") == [])
    #expect(try network.keptStates() == network.foldedStates())
  }

  @Test func `Whoever asked may not confirm, and the refusal is kept with the clause`() throws {
    let network = try network()
    try network.record("person erase", Self.erasure, as: "ana")
    let answer = try confirm(network, by: "ana")
    #expect(answer.verdict == .refused && codes(answer) == ["second-person-needed"])
    #expect(answer.reasons.refusals.first?.rule == "two_persons")
    #expect(try network.log.command(answer.command)?.verdict == .refused)
    #expect(try name(network) == "Ana Example")
  }

  @Test(arguments: ["ana", "rui"])
  func `What waits is not asked for again, by whomever`(_ actor: String) throws {
    let network = try network()
    try network.record("person erase", Self.erasure, as: "ana")
    let answer = try network.record("person erase", Self.erasure, as: actor)
    #expect(codes(answer) == ["second-person-needed"])
    #expect(answer.reasons.refusals.first?.ways.first?.values["approval"] == .text("A-1"))
    #expect(try name(network) == "Ana Example")
  }

  @Test func `Another reason is another request`() throws {
    let network = try network()
    try network.record("person erase", Self.erasure, as: "ana")
    let other = Self.erasure.merging(["reason": ["letter 2"]]) { $1 }
    let answer = try network.record("person erase", other, as: "ana")
    #expect(answer.events.map(\.stream) == ["approval-A-2"])
  }

  @Test func `After its time nobody can confirm, and it may be asked for again`() throws {
    let network = try network()
    try network.record("person erase", Self.erasure, as: "ana")
    let late = try #require(Day("2026-12-01"))
    let lapsed = try confirm(network, today: late)
    #expect(codes(lapsed) == ["approval-lapsed"])
    let again = try network.record("person erase", Self.erasure, as: "ana", today: late)
    #expect(again.events.map(\.stream) == ["approval-A-2"])
    #expect(try name(network) == "Ana Example")
  }

  @Test func `What was withdrawn is not confirmed`() throws {
    let network = try network()
    try network.record("person erase", Self.erasure, as: "ana")
    try network.record("approval withdraw", ["approval": ["A-1"]], as: "rui")
    let refused = try confirm(network)
    #expect(codes(refused) == ["approval-closed"])
    #expect(try name(network) == "Ana Example")
  }

  @Test func `It is decided anew, in the state of the day on which it is confirmed`() throws {
    let network = try network()
    try network.record("key add", ["public-key": [Self.key]], as: "ana")
    let other = Self.erasure.merging(["reason": ["letter 2"]]) { $1 }
    try network.record("person erase", Self.erasure, as: "ana")
    try network.record("person erase", other, as: "ana")
    #expect(try confirm(network, "A-2").verdict == .accepted)
    let answer = try confirm(network, "A-3")
    #expect(answer.verdict == .refused && codes(answer) == ["person-erased"])
    #expect(try confirm(network, "A-1").events.first?.type == "key.created")
  }

  @Test func `A key is that which the first person made`() throws {
    let network = try network()
    let asked = try network.record("key add", ["public-key": [Self.key]], as: "ana")
    #expect(asked.events.first?.data["documents"]?["public-key"] == [.text(Self.key)])
    #expect(try KeysInLog.known(in: network.log).isEmpty)
    #expect(try KeysInLog.givenUp(in: network.log, on: SampleNetwork.today) == [])
    _ = try confirm(network)
    #expect(try KeysInLog.known(in: network.log).map(\.key.text) == [Self.key])
  }

  @Test func `A key that nobody confirmed in time, or that was withdrawn, is given up`() throws {
    let network = try network()
    try network.record("key add", ["public-key": [Self.key]], as: "ana")
    let late = try #require(Day("2026-12-01"))
    #expect(try KeysInLog.givenUp(in: network.log, on: late) == ["64681f6c"])
    try network.record("approval withdraw", ["approval": ["A-1"]], as: "ana")
    #expect(try KeysInLog.givenUp(in: network.log, on: SampleNetwork.today) == ["64681f6c"])
  }

  @Test(arguments: [("2026-11-20", "2026-11-24"), ("2027-01-01", "2027-01-01")])
  func `A day that has gone by until the confirmation becomes that of the confirmation`(
    _ row: (asked: String, recorded: String)
  ) throws {
    let network = try network()
    try network.record("person erase", Self.erasure, on: row.asked, as: "ana")
    let answer = try confirm(network, today: try #require(Day("2026-11-24")))
    #expect(answer.events.first?.effective.description == row.recorded)
  }

  @Test func `Nobody gets round the second person by a day before the rules or the log`() throws {
    let network = try network()
    for day in ["2016-07-01", "2025-05-01", "2025"] {
      let reason = Self.erasure.merging(["reason": [day]]) { $1 }
      let answer = try network.record("person erase", reason, on: day, as: "ana")
      #expect(answer.events.map(\.type) == ["approval.asked"], "\(day)")
    }
    #expect(try name(network) == "Ana Example")
  }

  @Test(arguments: [
    "two_persons: {acts: [rules_adopt], within: P7D, source: assumption}", "",
  ])
  func `An act that the rule does not name is done by one`(_ rule: String) throws {
    let network = try network(rule)
    let answer = try network.record("person erase", Self.erasure, as: "ana")
    #expect(answer.events.map(\.type) == ["person.erased"])
    #expect(try name(network) == nil)
  }

  @Test func `An act that is refused is not asked for`() throws {
    let network = try network()
    let answer = try network.record("key end", ["id": ["64681f6c"]], by: "ana", orRefused: true)
    #expect(answer == nil)
    #expect(try network.log.streams(in: Approval.category).isEmpty)
  }

  @Test func `A trial of an act for two asks for nothing`() throws {
    let network = try network()
    let head = try network.log.head()
    let answer = try network.record("person erase", Self.erasure, mode: .trial, as: "ana")
    #expect(answer.events.map(\.type) == ["approval.asked"])
    #expect(try network.log.head() == head)
  }

  @Test func `What-if leaves alone what two persons did`() throws {
    let network = try network()
    try network.record("person erase", Self.erasure, as: "ana")
    _ = try confirm(network, by: "ana")
    _ = try confirm(network)
    let outcomes = try Recheck.outcomes(of: nil, in: network.log)
    #expect(outcomes.values.filter { $0 == .unread }.count == 3)
    #expect(outcomes.values.filter { $0 == .different }.isEmpty)
    let draft = try PluginFile.load(resolved: SampleRules.document)
    #expect(try WhatIf(draft).report(on: network.log).unread == 3)
  }
}

extension SampleNetwork {
  /// The answer to an act; nil where the state of things refuses it without a record.
  fileprivate func record(
    _ act: String, _ fields: [String: [String]], by actor: String, orRefused: Bool
  ) throws -> Answer? {
    do { return try record(act, fields, as: actor) } catch is Refusal { return nil }
  }
}
