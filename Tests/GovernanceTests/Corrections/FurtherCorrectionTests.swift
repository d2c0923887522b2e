import EventStore
import Governance
import TestKit
import Testing
import Values

/// A further correction of an event adds to the one that holds, and its event holds both.
@Suite struct FurtherCorrectionTests {
  private let day = "2026-03-20"

  /// A plenary of three that adopted D-1, with the position of that event.
  private func decided() throws -> (network: SampleNetwork, event: Int64) {
    let network = try SampleNetwork.sitting()
    let answer = try network.vote(3, against: 0, on: day)
    return (network, try #require(answer.events.first?.position))
  }

  @discardableResult
  private func correct(
    _ network: SampleNetwork, _ event: Int64, _ fields: [String: [String]], on day: String? = nil
  ) throws -> Answer {
    try network.record(
      "event correct",
      fields.merging(["event": ["\(event)"], "reason": ["read out wrongly"]]) { $1 },
      on: day ?? self.day)
  }

  private func deliberation(_ network: SampleNetwork) throws -> Deliberation {
    let found = try SampleSitting.file(network).deliberations.first { $0.id.text == "D-1" }
    return try #require(found)
  }

  @Test func `What was put right first stays put right, in the event and in the state`() throws {
    let (network, event) = try decided()
    let first = try correct(network, event, ["set": ["title=Handbook"]])
    let second = try correct(network, event, ["set": ["votes.for=2", "votes.against=1"]])
    let changes = try #require(second.events[0].data["changes"])
    #expect(changes["title"] == "Handbook" && changes["votes"]?["for"] == 2)
    #expect(second.reasons.notes.map(\.code) == ["correction-added"])
    #expect(second.reasons.notes[0].values["event"] == .text("\(first.events[0].position)"))
    let found = try deliberation(network)
    #expect(found.title == "Handbook")
    #expect(found.resolution?.facts.tally?.inFavour == 2)
    #expect(found.resolution?.facts.tally?.against == 1)
  }

  @Test func `A figure is put right among the figures as they were corrected`() throws {
    let (network, event) = try decided()
    try correct(network, event, ["set": ["votes.for=2", "votes.against=1"]])
    let second = try correct(network, event, ["set": ["votes.against=0", "votes.abstain=1"]])
    let votes = second.events[0].data["changes"]?["votes"]
    #expect(votes?["for"] == 2 && votes?["against"] == 0 && votes?["abstain"] == 1)
  }

  @Test func `A value that is put right again has the last word`() throws {
    let (network, event) = try decided()
    for title in ["Handbook", "Guide"] { try correct(network, event, ["set": ["title=\(title)"]]) }
    #expect(try deliberation(network).title == "Guide")
  }

  @Test func `The day of the first correction holds in the second`() throws {
    let network = try SampleNetwork()
    let admitted = try network.record(
      "member admit", ["member": ["PT"], "class": ["member"]], on: "2026-02-10")
    let event = try #require(admitted.events.first?.position)
    try correct(network, event, ["counts-from": ["2026-02-01"]])
    let second = try correct(network, event, ["set": ["class=observer"]])
    let data = second.events[0].data
    #expect(data["effective"] == "2026-02-01")
    #expect(data["changes"]?["from"] == "2026-02-01" && data["changes"]?["class"] == "observer")
    let third = try correct(network, event, ["counts-from": ["2026-02-05"]])
    #expect(third.events[0].data["effective"] == "2026-02-05")
    #expect(third.events[0].data["changes"]?["from"] == "2026-02-05")
    #expect(third.events[0].data["changes"]?["class"] == "observer")
  }

  @Test func `Begun anew, it says all that is put right, as an older program had it`() throws {
    let (network, event) = try decided()
    try correct(network, event, ["set": ["title=Handbook"]])
    let second = try correct(
      network, event, ["set": ["votes.for=2", "votes.against=1"], "anew": ["true"]])
    #expect(second.events[0].data["changes"]?["title"] == nil)
    #expect(second.reasons.notes.isEmpty)
    #expect(try deliberation(network).title == "A matter")
  }

  @Test func `What strikes the event holds nothing else, and nothing is taken over from it`() throws
  {
    let (network, event) = try decided()
    let first = try correct(network, event, ["set": ["title=Handbook"]])
    let struck = try correct(network, event, ["strike": ["true"]])
    #expect(struck.events[0].data["changes"] == [:] && struck.events[0].data["strikes"] == true)
    #expect(struck.reasons.notes.map(\.code) == ["correction-struck"])
    #expect(struck.reasons.notes[0].values["event"] == .text("\(first.events[0].position)"))
    let third = try correct(network, event, ["set": ["matter=default"]])
    #expect(third.events[0].data["changes"] == ["matter": "default"])
    #expect(third.reasons.notes.isEmpty)
    #expect(try deliberation(network).title == "A matter")
  }

  @Test func `Corrections of other events of the stream add nothing`() throws {
    let (network, event) = try decided()
    let annulled = try network.record(
      "deliberation annul", ["deliberation": ["D-1"], "reason": ["haste"]], on: day)
    try correct(network, event, ["set": ["title=Handbook"]])
    let other = try correct(
      network, try #require(annulled.events.first?.position), ["set": ["reason=noise"]])
    #expect(other.events[0].data["changes"] == ["reason": "noise"])
    #expect(other.reasons.notes.isEmpty)
  }

  @Test func `A vote that a further correction would turn is refused by what holds now`() throws {
    let (network, event) = try decided()
    try correct(network, event, ["set": ["votes.for=2", "votes.against=1"]])
    let answer = try correct(network, event, ["set": ["votes.for=1", "votes.abstain=1"]])
    #expect(answer.reasons.refusals.map(\.code) == ["corrected-vote-turns"])
  }
}
