import EventStore
import TestKit
import Testing
import Values

@testable import Governance

/// What the registrar reads beside the events, and what it says of the streams that it writes to.
@Suite struct ShelfTests {
  private func stream(_ member: String) throws -> StreamName {
    try #require(StreamName(category: "member", id: member))
  }

  /// Records the admission of Portugal as an observer, with a state of the test's own beside it.
  private func admit(in network: SampleNetwork, state: (fold: Int, data: JSON)) throws {
    let portugal = try stream("PT")
    let from = try #require(PartialDay("2026-01-10"))
    let event = MemberEvent.admitted(memberClass: "observer", from: from)
    let command = NewCommand(
      id: CommandID("by-hand"), name: "member admit", actor: "test", body: [:], verdict: .accepted,
      answer: Reasons().json)
    try network.log.write(now: SampleNetwork.now) { transaction in
      _ = try transaction.record(
        command, request: [:],
        events: [
          NewEvent(
            stream: portugal, type: event.type, schema: event.schema, effective: from.first,
            data: event.data)
        ], expecting: [portugal: .noStream], states: [portugal: state])
    }
  }

  @Test(arguments: [Member.fold - 1, Member.fold + 1])
  func `A state that another fold made is folded anew, and kept by the next act`(_ fold: Int) throws
  {
    let network = try SampleNetwork()
    try admit(in: network, state: (fold: fold, data: ["of": "another form"]))
    let again = try network.record("member edit", ["member": ["PT"], "class": ["observer"]])
    #expect(again.reasons.refusals.map(\.code) == ["class-held-already"])
    try network.record("member edit", ["member": ["PT"], "class": ["member"]])
    let stored = try #require(try network.log.state(of: stream("PT")))
    #expect(stored.fold == Member.fold)
    #expect(stored.version == 2)
    #expect(try network.keptStates() == network.foldedStates())
  }

  @Test func `A state of this fold is taken as it is kept`() throws {
    let network = try SampleNetwork()
    let turn: JSON = ["from": "2026-01-10", "class": "member", "position": 3]
    try admit(in: network, state: (fold: Member.fold, data: ["turns": .list([turn])]))
    let answer = try network.record("member edit", ["member": ["PT"], "class": ["member"]])
    #expect(answer.reasons.refusals.map(\.code) == ["class-held-already"])
  }

  @Test func `What is written expects of each stream the version that was read`() throws {
    let network = try SampleNetwork()
    try network.record("member admit", ["member": ["PT"], "class": ["observer"]])
    let portugal = try #require(MemberID("PT"))
    let spain = try #require(MemberID("ES"))
    let from = try #require(PartialDay("2026-11-23"))
    let event = MemberEvent.reclassified(memberClass: "member", from: from)
    let planned = [portugal, spain, portugal].map {
      PlannedEvent(event, to: $0, effective: from.first)
    }
    let (first, second) = try network.log.rehearse(now: SampleNetwork.now) { transaction in
      var shelf = Shelf(transaction)
      return (
        try shelf.evolve(with: planned, after: 3), try shelf.evolve(with: planned, after: 6)
      )
    }
    #expect(first.expected == [try stream("PT"): .exactly(1), try stream("ES"): .noStream])
    #expect(second.expected == [try stream("PT"): .exactly(3), try stream("ES"): .exactly(1)])
    #expect(first.events.map(\.stream) == [try stream("PT"), try stream("ES"), try stream("PT")])
  }

  @Test func `A state says at which positions its facts stand`() throws {
    let network = try SampleNetwork()
    let answer = try network.record("member admit", ["member": ["PT"], "class": ["observer"]])
    let stored = try #require(try network.log.state(of: stream("PT")))
    let member = try Member(id: try #require(MemberID("PT")), state: stored.data)
    #expect(member.tenures.map(\.begunBy) == answer.events.map(\.position))
  }

  @Test func `A correction folds the whole stream again`() throws {
    let network = try SampleNetwork()
    let admitted = try network.record(
      "member admit", ["member": ["PT"], "class": ["observer"]], on: "2026-01-10")
    try network.record("member end", ["member": ["PT"]], on: "2026-06-01")
    let position = try #require(admitted.events.first?.position)
    let corrected = try network.record(
      "event correct",
      ["event": [String(position)], "set": ["class=member"], "reason": ["The list says so"]])
    #expect(corrected.verdict == .accepted)
    #expect(corrected.events.map(\.type) == ["event.corrected"])
    #expect(corrected.events.map(\.stream) == ["member-PT"])
    let stored = try #require(try network.log.state(of: stream("PT")))
    let member = try Member(id: try #require(MemberID("PT")), state: stored.data)
    #expect(member.tenures.map(\.memberClass) == ["member"])
    #expect(member.tenures.map { $0.until?.description } == ["2026-06-01"])
    #expect(try network.keptStates() == network.foldedStates())
  }

  @Test func `A correction is corrected by correcting the event once more`() throws {
    let network = try SampleNetwork()
    let admitted = try network.record("member admit", ["member": ["PT"], "class": ["observer"]])
    let position = String(try #require(admitted.events.first?.position))
    let first = try network.record(
      "event correct", ["event": [position], "set": ["class=member"], "reason": ["List"]])
    let correction = String(try #require(first.events.first?.position))
    let refused = try network.record(
      "event correct", ["event": [correction], "strike": ["true"], "reason": ["No"]])
    let refusal = try #require(refused.reasons.refusals.first)
    #expect(refusal.code == "correction-of-correction")
    #expect(refusal.ways == [Note("correct-again", ["event": .text(position)])])
    try network.record(
      "event correct", ["event": [position], "set": ["class=observer"], "reason": ["Letter"]])
    let stored = try #require(try network.log.state(of: stream("PT")))
    #expect(
      try Member(id: try #require(MemberID("PT")), state: stored.data)
        .memberClass(on: SampleNetwork.today) == "observer")
  }
}
