import EventStore
import Plugins
import TestKit
import Testing
import Values

@testable import Governance

/// Acts that pass a guard which does not hold, by a waiver.
@Suite struct WaivedActTests {
  @Test func `A refusal names who may waive the guard, where somebody may`() throws {
    let network = try SampleWaivers.network()
    let refusal = try #require(try network.join("ES").reasons.refusals.first)
    #expect(refusal.rule == "members.most")
    #expect(refusal.ways.map(\.code) == ["meet-guard", "ask-waiver"])
    #expect(refusal.ways.last?.values["roles"] == .list(["plenary", "chair"]))
    let fixed = try #require(try network.join("NO", as: "observer").reasons.refusals.first)
    #expect(fixed.ways.map(\.code) == ["meet-guard"])
  }

  @Test func `An act passes by a waiver and says which, given by whom and why`() throws {
    let network = try SampleWaivers.network()
    try network.waive()
    let answer = try network.join("ES")
    #expect(answer.verdict == .accepted)
    #expect(answer.events.map(\.type) == ["member.admitted", "waiver.used"])
    #expect(answer.events.last?.stream == "waiver-W-1")
    #expect(
      answer.events.last?.data == [
        "on": "2026-11-23", "event": "member.admitted", "subject": "ES",
      ])
    let derivations = answer.reasons.derivations
    #expect(derivations.map(\.question) == ["guard", "waiver-used"])
    #expect(derivations.map(\.holds) == [false, true])
    #expect(derivations.map(\.rule) == ["members.most", "members.most"])
    let inputs = try #require(derivations.last?.inputs)
    #expect(inputs["waiver"] == "W-1" && inputs["given_by"] == "chair")
    #expect(inputs["reason"] == "Two at once" && inputs["since"] == "2026-11-20")
    #expect(inputs["deliberation"] == "–" && inputs["until"] == "–")
  }

  @Test func `What the guard would have said is kept beside what was recorded`() throws {
    let network = try SampleWaivers.network()
    try network.waive()
    let note = try #require(try network.join("ES").reasons.notes.first)
    #expect(note.code == "guard-waived")
    #expect(note.values["waiver"] == .text("W-1") && note.values["class"] == .text("member"))
    #expect(note.sentence?.text(in: "en") == "No more than one; {class}.")
  }

  @Test func `A waiver for one act lets no second one pass`() throws {
    let network = try SampleWaivers.network()
    try network.waive()
    #expect(try network.join("ES").verdict == .accepted)
    let second = try network.join("FR")
    #expect(second.verdict == .refused && second.events.isEmpty)
    try network.waive()
    #expect(try network.join("FR").events.last?.stream == "waiver-W-2")
  }

  @Test func `A waiver that was not needed is still there`() throws {
    let network = try SampleNetwork(adding: SampleWaivers.guards)
    try network.waive()
    let free = try network.join("PT")
    #expect(free.events.map(\.type) == ["member.admitted"] && free.reasons.notes.isEmpty)
    #expect(try network.join("ES").events.map(\.type) == ["member.admitted", "waiver.used"])
  }

  @Test func `A trial uses up nothing`() throws {
    let network = try SampleWaivers.network()
    try network.waive()
    let trial = try network.record(
      "member admit", ["member": ["ES"], "class": ["member"]], mode: .trial)
    #expect(trial.events.map(\.type) == ["member.admitted", "waiver.used"])
    #expect(try network.join("ES").verdict == .accepted)
  }

  @Test func `An act that another guard stands against uses up nothing`() throws {
    let other = """
        - id: members.others
          on: [member.admitted]
          require: event.id != 'FR'
          message: {en: "Not this one."}
          source: assumption

      """
    let network = try SampleNetwork(adding: SampleWaivers.guards + other)
    try network.join("PT", on: "2026-01-10")
    try network.waive()
    let refused = try network.join("FR")
    #expect(refused.verdict == .refused && refused.events.isEmpty)
    #expect(refused.reasons.refusals.map(\.rule) == ["members.others"])
    #expect(try network.join("ES").events.last?.type == "waiver.used")
  }

  @Test func `A waiver for every act lets each pass until its last day`() throws {
    let network = try SampleWaivers.network()
    try network.waive(
      "members.most", ["until": ["2026-11-24"], "repeats": ["true"]], on: "2026-11-20")
    #expect(try network.join("ES", on: "2026-11-23").verdict == .accepted)
    #expect(try network.join("FR", on: "2026-11-24").verdict == .accepted)
    #expect(try network.join("IT", on: "2026-11-25").verdict == .refused)
    #expect(try network.join("MT", on: "2026-11-19").verdict == .refused)
  }

  @Test func `A waiver for one thing is kept for it`() throws {
    let network = try SampleWaivers.network()
    try network.waive("members.most", ["subject": ["FR"]])
    #expect(try network.join("ES").verdict == .refused)
    #expect(try network.join("FR").verdict == .accepted)
  }

  @Test func `The oldest waiver is used first`() throws {
    let network = try SampleWaivers.network()
    try network.waive("members.most", ["subject": ["FR"]])
    try network.waive()
    try network.waive()
    #expect(try network.join("ES").events.last?.stream == "waiver-W-2")
    #expect(try network.join("FR").events.last?.stream == "waiver-W-1")
  }

  @Test func `A waiver that was refused, or struck, lets nothing pass`() throws {
    let network = try SampleWaivers.network()
    #expect(try network.waive(as: "secretariat").verdict == .refused)
    #expect(try network.join("ES").verdict == .refused)
    let given = try #require(try network.waive().events.first)
    try network.record(
      "event correct",
      ["event": ["\(given.position)"], "strike": ["true"], "reason": ["Never given"]])
    #expect(try network.join("ES").verdict == .refused)
  }

  @Test func `An act that is struck gives its waiver back with the use that is struck`() throws {
    let network = try SampleWaivers.network()
    try network.waive()
    let used = try #require(try network.join("ES").events.last)
    try network.record(
      "event correct",
      ["event": ["\(used.position)"], "strike": ["true"], "reason": ["Not needed"]])
    #expect(try network.join("FR").events.last?.stream == "waiver-W-1")
  }

  @Test func `A guard that only warns warns all the same and uses no waiver`() throws {
    let guards = SampleWaivers.guards.replacing(
      "when: payload", with: "severity: warn\n    when: payload")
    let network = try SampleNetwork(adding: guards)
    try network.join("PT", on: "2026-01-10")
    try network.waive()
    let answer = try network.join("ES")
    #expect(answer.events.map(\.type) == ["member.admitted"])
    #expect(answer.reasons.notes.map(\.code) == ["guard-warns"])
  }

  @Test func `A guard that cannot be answered can be waived too`() throws {
    let guards = SampleWaivers.guards.replacing("size(members) < 1", with: "members[9].votes")
    let network = try SampleNetwork(adding: guards)
    #expect(try network.join("PT").reasons.refusals.map(\.code) == ["guard-unanswered"])
    try network.waive()
    #expect(try network.join("PT").verdict == .accepted)
  }

  @Test func `Acts with waivers are decided again as they were`() throws {
    let network = try SampleWaivers.network()
    try network.waive()
    try network.join("ES")
    try network.join("FR")
    let outcomes = try Recheck.outcomes(of: nil, in: network.log)
    #expect(outcomes.values.allSatisfy { $0 == .same } && outcomes.count == 5)
    #expect(try network.keptStates() == network.foldedStates())
  }

  @Test func `Rules without the guard would have needed no waiver, and rules without leave refuse`()
    throws
  {
    let network = try SampleWaivers.network()
    try network.waive()
    try network.join("ES")
    let strict = SampleWaivers.guards.replacing(
      "    waiver: {by: [plenary, chair], reason: required}\n", with: "")
    let rules = try PluginFile.load(text: SampleRules.text + "\n" + strict, file: "s.yaml").rules
    let report = try WhatIf(rules).report(on: network.log)
    #expect(
      report.differences.map { "\($0.kind.rawValue) \($0.act)" } == [
        "refused guard waive", "refused member admit",
      ])
    let none = try WhatIf(SampleRules.rules()).report(on: network.log)
    #expect(none.differences.last?.kind == .outcome)
    #expect(none.differences.last?.after.events == ["member.admitted"])
  }
}

extension String {
  fileprivate func replacing(_ words: String, with others: String) -> String {
    guard let range = firstRange(of: words) else { return self }
    return String(self[..<range.lowerBound]) + others + String(self[range.upperBound...])
  }
}
