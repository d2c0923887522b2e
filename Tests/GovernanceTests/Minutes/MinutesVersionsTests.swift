import EventStore
import TestKit
import Testing
import Values

@testable import Governance

/// Versions of minutes: what a draft, a paragraph and another draft make of them.
@Suite struct MinutesVersionsTests {
  private func minutes(_ network: SampleNetwork) throws -> Minutes {
    try #require(try SampleSitting.file(network).minutes)
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

  @Test func `A draft is the first version, with the digest of what it says`() throws {
    let network = try SampleSitting.network()
    let answer = try record(network, "draft")
    #expect(answer.events.map(\.type) == ["minutes.drafted"])
    #expect(answer.events[0].data["version"] == 1)
    let minutes = try minutes(network)
    let content = try #require(minutes.content())
    #expect(answer.events[0].data["digest"]?.text == content.digest)
    #expect(minutes.stage == .drafted && minutes.version == 1)
    #expect(content.places == (try SampleSitting.file(network)).record.statements.map(\.place))
  }

  @Test func `A second draft of an unchanged record has the same digest, and says so`() throws {
    let network = try SampleSitting.network()
    let first = try record(network, "draft")
    let second = try record(network, "draft", on: "2026-03-25")
    #expect(second.events[0].data["digest"] == first.events[0].data["digest"])
    #expect(
      second.events[0].data["statements"]?.canonicalText
        == first.events[0].data["statements"]?.canonicalText)
    #expect(second.reasons.notes.map(\.code) == ["minutes-unchanged"])
    #expect(first.reasons.notes.isEmpty)
  }

  @Test func `A draft of a meeting that is still open says that more may come`() throws {
    let network = try SampleSitting.network(closing: false)
    #expect(try record(network, "draft").reasons.notes.map(\.code) == ["meeting-still-open"])
  }

  @Test func `A paragraph stands after its sentence and is a version of its own`() throws {
    let network = try SampleSitting.network()
    try record(network, "draft")
    let answer = try record(network, "write", ["after": "opened", "text": "The host spoke."])
    #expect(answer.events[0].data["paragraph"] == "P-1" && answer.events[0].data["version"] == 2)
    try record(network, "write", ["after": "P-1", "text": "Then came coffee."])
    let minutes = try minutes(network)
    let places = try #require(minutes.content()).places
    let place = try #require(places.firstIndex(of: "opened"))
    #expect(Array(places[place...].prefix(3)) == ["opened", "P-1", "P-2"])
    #expect(minutes.content(ofVersion: 1)?.places.contains("P-1") == false)
    #expect(minutes.content(ofVersion: 2)?.places.contains("P-2") == false)
    #expect(minutes.content(ofVersion: 4) == nil && minutes.content(ofVersion: 0) == nil)
  }

  @Test func `Of minutes with one version there is the first, and no second`() throws {
    let network = try SampleSitting.network()
    try record(network, "draft")
    let minutes = try minutes(network)
    #expect(minutes.version == 1)
    #expect(minutes.content(ofVersion: 1) == minutes.content())
    #expect(minutes.content() != nil)
    for number in [-1, 0, 2, 3, .max] { #expect(minutes.content(ofVersion: number) == nil) }
  }

  @Test func `Minutes without a draft have no version at all`() throws {
    let minutes = Minutes(id: try #require(MinutesID("plenary-1")))
    #expect(minutes.content() == nil)
    for number in [0, 1, 2] { #expect(minutes.content(ofVersion: number) == nil) }
  }

  @Test func `A paragraph written again takes the place of the former, and both versions stay`()
    throws
  {
    let network = try SampleSitting.network()
    try record(network, "draft")
    try record(network, "write", ["after": "opened", "text": "Old."])
    try record(network, "write", ["paragraph": "P-1", "text": "New."])
    let minutes = try minutes(network)
    func text(_ version: Int) -> String? {
      minutes.content(ofVersion: version)?.passages.compactMap { passage -> String? in
        guard case .paragraph("P-1", let text, _) = passage else { return nil }
        return text
      }.first
    }
    #expect(text(2) == "Old." && text(3) == "New.")
    #expect(minutes.content()?.places.count { $0 == "P-1" } == 1)
  }

  @Test func `Paragraphs stay in a new draft, also where their sentence is gone`() throws {
    let network = try SampleSitting.network()
    try record(network, "draft")
    try record(network, "write", ["after": "D-3.outcome", "text": "It will come back."])
    let event = try #require(
      try network.log.events(after: 0, limit: 100).first { $0.stream.text == "deliberation-D-3" })
    try network.record(
      "event correct",
      ["event": ["\(event.position)"], "strike": ["true"], "reason": ["never happened"]])
    try record(network, "draft")
    let places = try #require(try minutes(network).content()).places
    #expect(!places.contains("D-3") && places.last == "P-1")
  }

  @Test(arguments: [
    (["after": "nowhere", "text": "x"], "minutes-place-unknown"),
    (["text": "x"], "minutes-place-missing"),
    (["paragraph": "P-9", "text": "x"], "minutes-place-unknown"),
    (["paragraph": "P-1", "after": "P-1", "text": "x"], "paragraph-after-itself"),
  ])
  func `A paragraph without a place is refused`(_ row: (fields: [String: String], code: String))
    throws
  {
    let network = try SampleSitting.network()
    try record(network, "draft")
    try record(network, "write", ["after": "opened", "text": "Old."])
    #expect(try SampleSitting.refusal(network, "write", row.fields).code == row.code)
  }

  @Test(arguments: ["write", "circulate", "comment", "approve", "correct"])
  func `Before there is a draft nothing else can be done to minutes`(_ act: String) throws {
    let network = try SampleSitting.network()
    let kind = try #require(ActCatalogue.command(named: "minutes \(act)")).kind
    let all = ["after": "opened", "text": "x", "place": "opened", "reason": "r"]
    let fields = all.filter { name, _ in kind.fields.contains { $0.name == name } }
    let code = try SampleSitting.refusal(network, act, fields).code
    #expect(
      ["minutes-not-drafted", "minutes-not-circulated", "minutes-not-approved"].contains(code))
  }

  @Test func `There are no minutes of a meeting that did not begin`() throws {
    let network = try SampleNetwork()
    try network.record(
      "meeting plan", ["series": ["plenary"], "from": ["2026-12-20"]], on: "2026-11-23")
    #expect(
      try SampleSitting.refusal(network, "draft", on: "2026-11-23").code == "meeting-not-open")
  }

  @Test func `Paragraphs that stand after each other, or after nothing, are each shown once`() {
    func addition(_ id: String, after: String) -> MinutesContent.Addition {
      MinutesContent.Addition(id: id, after: after, text: id, event: 1)
    }
    let statement = Governance.Statement("closed", at: "closed", events: [1])
    let content = MinutesContent(
      [statement],
      [
        addition("P-1", after: "P-2"), addition("P-2", after: "P-1"),
        addition("P-3", after: "gone"), addition("P-4", after: "closed"),
        addition("P-5", after: "closed"),
      ])
    #expect(content.places.sorted() == ["P-1", "P-2", "P-3", "P-4", "P-5", "closed"])
    #expect(Array(content.places.prefix(3)) == ["closed", "P-4", "P-5"])
  }

  @Test func `The digest covers every word, and not the day on which it was written`() throws {
    let network = try SampleSitting.network()
    let other = try SampleSitting.network()
    for (one, day) in [(network, "2026-03-21"), (other, "2026-03-29")] {
      try record(one, "draft", on: day)
      try record(one, "write", ["after": "opened", "text": "Said."], on: day)
    }
    let digest = try minutes(network).content()?.digest
    #expect(try minutes(other).content()?.digest == digest)
    try record(other, "write", ["paragraph": "P-1", "text": "Said!"])
    #expect(try minutes(other).content()?.digest != digest)
  }

  @Test func `The state of minutes is read back equal`() throws {
    let network = try SampleSitting.network()
    try record(network, "draft")
    try record(network, "write", ["after": "opened", "text": "Said."])
    try record(network, "circulate")
    try record(network, "comment", ["text": "No.", "objects": "true", "place": "opened"])
    let minutes = try minutes(network)
    #expect(try Minutes(id: minutes.id, state: minutes.state) == minutes)
  }
}
