import EventStore
import Governance
import TestKit
import Testing
import Values

@Suite struct RegistrarTests {
  @Test func `An accepted act appends its events and says where`() throws {
    let network = try SampleNetwork()
    let answer = try network.record("member admit", ["member": ["PT"], "class": ["member"]])
    #expect(answer.verdict == .accepted)
    #expect(answer.events.map(\.type) == ["member.admitted"])
    #expect(answer.events.map(\.stream) == ["member-PT"])
    let recorded = try network.log.event(at: answer.head)
    #expect(recorded?.data == answer.events[0].data)
  }

  @Test func `A trial answers with the events that the real run appends and writes nothing`() throws
  {
    let network = try SampleNetwork()
    let before = try network.log.head()
    let fields = ["member": ["PT"], "class": ["member"]]
    let trial = try network.record("member admit", fields, mode: .trial)
    #expect(try network.log.head() == before)
    let real = try network.record("member admit", fields)
    #expect(trial.events == real.events)
  }

  @Test func `The same request under the same id gets the first answer and records nothing`() throws
  {
    let network = try SampleNetwork()
    let fields = ["member": ["PT"], "class": ["member"]]
    let first = try network.record("member admit", fields, key: "one")
    let second = try network.record("member admit", fields, key: "one")
    #expect(second.isRepeated)
    #expect(second.events == first.events)
    #expect(try network.log.head().position == first.head)
  }

  @Test func `Another request under the same id is a conflict`() throws {
    let network = try SampleNetwork()
    try network.record("member admit", ["member": ["PT"], "class": ["member"]], key: "one")
    #expect(throws: Failure.self) {
      try network.record("member admit", ["member": ["ES"], "class": ["member"]], key: "one")
    }
  }

  @Test func `A refused act is kept with its verdict and has no events`() throws {
    let network = try SampleNetwork()
    try network.record("member admit", ["member": ["PT"], "class": ["member"]])
    let refused = try network.record(
      "member admit", ["member": ["PT"], "class": ["member"]], key: "again")
    #expect(refused.verdict == .refused)
    #expect(refused.events.isEmpty)
    #expect(refused.reasons.refusals.map(\.code) == ["member-admitted-already"])
    let kept = try #require(try network.log.command(CommandID("again")))
    #expect(try Reasons(kept.answer) == refused.reasons)
  }

  @Test func `A value that cannot be is thrown and not recorded`() throws {
    let network = try SampleNetwork()
    let before = try network.log.head()
    #expect(throws: Refusal.self) {
      try network.record("member admit", ["member": ["XX"], "class": ["member"]])
    }
    #expect(try network.log.head() == before)
  }

  @Test func `An act effective before recording began is taken over`() throws {
    let network = try SampleNetwork()
    let answer = try network.record(
      "member admit", ["member": ["PT"], "class": ["member"]], on: "2016-11-24")
    #expect(answer.verdict == .takenOver)
  }

  @Test func `Before the founding there are no rules to decide by, and their first day is told`()
    throws
  {
    let network = try SampleNetwork()
    let failure = #expect(throws: Failure.self) {
      try network.record(
        "member admit", ["member": ["PT"], "class": ["member"]], on: "2016-06-08")
    }
    #expect(failure?.code == .dayBeforeRules)
    let (day, first) = (try #require(Day("2016-06-08")), try #require(Day("2016-06-09")))
    #expect(failure?.values == ["day": .day(day), "first": .day(first)])
  }

  @Test func `A network is founded once`() throws {
    let network = try SampleNetwork()
    let again = try network.record(
      "network found", ["rules": [SampleRules.document.canonicalText]])
    #expect(again.reasons.refusals.map(\.code) == ["network-founded-already"])
  }

  @Test func `The states kept beside the events are what the events fold to`() throws {
    let network = try SampleNetwork()
    try network.record("member admit", ["member": ["PT"], "class": ["member"]])
    let stream = try #require(StreamName(category: "member", id: "PT"))
    let id = try #require(MemberID("PT"))
    let stored = try #require(try network.log.state(of: stream))
    let folded = try History(id, network.log.events(of: stream).map { PastEvent($0) }).entity
    #expect(stored.data.canonicalText == folded.state.canonicalText)
  }
}
