import EventStore
import Governance
import Plugins
import TestKit
import Testing
import Values

/// Motions through the log: each keeps the cycle of its rules, and an annulled vote opens it again.
@Suite struct MotionInLogTests {
  /// The plenary of 20 March 2026 is open, and M-1 was put on 10 March.
  private func network() throws -> SampleNetwork {
    let network = try SampleNetwork(under: SampleRules.withMotions())
    for member in ["ES", "MT", "PT"] {
      try network.record(
        "member admit", ["member": [member], "class": ["member"]], on: "2026-01-10")
    }
    try network.convene("plenary-1", for: "2026-03-20", until: "2026-03-27", on: "2026-02-02")
    try put(in: network, on: "2026-03-10")
    try network.open("plenary-1", on: "2026-03-20")
    return network
  }

  @discardableResult
  private func put(in network: SampleNetwork, on day: String) throws -> Answer {
    let answer = try network.record(
      "motion put",
      ["title": ["Guide"], "body": ["plenary"], "text": ["One."], "member": ["PT"]], on: day)
    let motion = try #require(answer.events.first?.subject)
    try network.record("motion support", ["motion": [motion], "member": ["ES"]], on: day)
    try network.record("motion move", ["motion": [motion], "to": ["debated"]], on: day)
    return answer
  }

  private func move(_ motion: String, to state: String, in network: SampleNetwork) throws -> Answer
  {
    try network.record("motion move", ["motion": [motion], "to": [state]], on: "2026-03-26")
  }

  private func motion(_ id: String, in network: SampleNetwork) throws -> Motion {
    let kept = try #require(try network.keptStates()["motion-\(id)"])
    return try Motion(id: #require(MotionID(id)), state: JSON(parsing: kept))
  }

  @Test
  func `A motion keeps the cycle of the rules under which it was put, a later one has the new`()
    throws
  {
    let network = try network()
    let next = try SampleRules.withMotions(
      SampleRules.scrubbing + [("version: 1.0.0", "version: 1.1.0")])
    #expect(try network.adopt(next, from: "2026-03-24").verdict == .accepted)
    try put(in: network, on: "2026-03-25")
    let old = try move("M-1", to: "legal-scrubbing", in: network)
    #expect(old.verdict == .refused)
    #expect(old.reasons.refusals.map(\.code) == ["motion-way-undefined"])
    #expect(old.reasons.refusals.first?.ways.first?.values["known"] == .list(["tabled"]))
    let new = try move("M-2", to: "legal-scrubbing", in: network)
    #expect(new.verdict == .accepted && new.events.map(\.type) == ["motion.moved"])
    #expect(try motion("M-2", in: network).stage?.state == "legal-scrubbing")
    #expect(try motion("M-1", in: network).stage?.adoption?.to == "adopted")
    #expect(try network.keptStates() == network.foldedStates())
  }

  @Test func `Rules that take over what is in progress decide the next step of an old motion`()
    throws
  {
    let network = try network()
    let next = try SampleRules.withMotions(
      SampleRules.scrubbing + [
        ("version: 1.0.0", "version: 1.1.0"),
        ("languages: [en]", "languages: [en]\nin_progress: adopt"),
      ])
    #expect(try network.adopt(next, from: "2026-03-24").verdict == .accepted)
    #expect(try move("M-1", to: "legal-scrubbing", in: network).verdict == .accepted)
  }

  private func vote(_ network: SampleNetwork, _ more: [String: [String]] = [:]) throws -> Answer {
    try network.record(
      "deliberation record",
      ["meeting": ["plenary-1"], "title": ["Guide"], "motion": ["M-1"], "for": ["3"]]
        .merging(more) { $1 }, on: "2026-03-20")
  }

  @Test func `A vote and what it makes of the motion are one act, and both are kept`() throws {
    let network = try network()
    let answer = try vote(network)
    #expect(answer.events.map(\.type) == ["deliberation.adopted", "motion.decided"])
    #expect(try motion("M-1", in: network).ending?.facts.deliberation.text == "D-1")
    #expect(try vote(network).reasons.refusals.map(\.code) == ["motion-ended"])
  }

  @Test func `A vote that is annulled opens the motion again, and is repeated on it`() throws {
    let network = try network()
    _ = try vote(network)
    let annulled = try network.record(
      "deliberation annul", ["deliberation": ["D-1"], "reason": ["Not all were called"]],
      on: "2026-03-20")
    #expect(annulled.events.map(\.type) == ["deliberation.annulled", "motion.reopened"])
    #expect(try motion("M-1", in: network).isOpen)
    let again = try vote(network, ["repeats": ["D-1"], "for": ["1"], "against": ["2"]])
    #expect(again.events.map(\.type) == ["deliberation.rejected", "motion.decided"])
    #expect(try motion("M-1", in: network).stage?.state == "rejected")
    #expect(try network.keptStates() == network.foldedStates())
  }

  @Test func `Annulling a vote on no motion opens none`() throws {
    let network = try network()
    try network.vote(3, against: 0, on: "2026-03-20")
    let annulled = try network.record(
      "deliberation annul", ["deliberation": ["D-1"], "reason": ["Not all were called"]],
      on: "2026-03-20")
    #expect(annulled.events.map(\.type) == ["deliberation.annulled"])
  }

  @Test func `A vote of before there were motions is read as it was`() throws {
    let old: JSON = [
      "meeting": "plenary-1", "body": "plenary", "title": "Guide", "matter": "default",
      "method": "consensus",
    ]
    let event = try DeliberationEvent(type: "deliberation.adopted", data: old)
    #expect(event.data == old)
  }
}
