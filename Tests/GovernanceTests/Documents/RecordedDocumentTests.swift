import EventStore
import Plugins
import TestKit
import Testing
import Values

@testable import Governance

/// Documents of the rules: what they quote of an event, of the network and of the parameters.
@Suite struct RecordedDocumentTests {
  private static let rules = """
    parameters:
      notice: {type: period, default: P14D, source: practice}
    documents:
      admission:
        on: member.admitted
        formats: [text]
        body: {en: "{member} belongs, {class}, from {from}: member {n}, event {position}."}
        values: {member: event.id, class: payload.class, from: payload.from, n: size(members), position: event.position}
      convocation:
        on: meeting.convened
        formats: [text, html]
        body: {en: "{place}: {agenda} on {day}, notice {notice}."}
        values: {place: meeting.place, agenda: meeting.agenda, day: meeting.from, notice: params.notice}
    """

  private func network() throws -> SampleNetwork { try SampleNetwork(adding: Self.rules) }

  private func admit(_ member: String, in network: SampleNetwork, on day: String) throws {
    try network.record("member admit", ["member": [member], "class": ["member"]], on: day)
  }

  private func convene(_ network: SampleNetwork, place: String? = "Ghent") throws {
    var plan = ["series": ["plenary"], "from": ["2026-03-20"]]
    plan["place"] = place.map { [$0] }
    try network.record("meeting plan", plan, on: "2026-02-01")
    try network.record(
      "meeting convene", ["meeting": ["plenary-1"], "agenda": ["Rules", "Budget"]],
      on: "2026-02-02")
  }

  private func document(
    _ name: String, at positions: Int64..., in network: SampleNetwork
  ) throws -> RecordedDocument? {
    let events = try positions.compactMap { try network.log.event(at: $0) }
    return try RecordedDocument.last(name, of: events, in: network.log)
  }

  @Test func `A document quotes its event and the network as it was then`() throws {
    let network = try network()
    try admit("PT", in: network, on: "2026-01-10")
    try admit("ES", in: network, on: "2026-01-11")
    let first = try #require(try document("admission", at: 3, in: network))
    let admitted = try #require(Day("2026-01-10"))
    #expect(
      first.values == [
        "member": .text("PT"), "class": .text("member"),
        "from": .day(admitted),
        "n": .int(1), "position": .int(3),
      ])
    #expect(first.event == 3 && first.effective == Day("2026-01-10"))
    let second = try #require(try document("admission", at: 4, in: network))
    #expect(second.values["n"] == .int(2) && second.values["member"] == .text("ES"))
  }

  @Test func `What an event brings about is seen in its document`() throws {
    let network = try network()
    try convene(network)
    let events = try network.log.events(ofType: "meeting.convened", after: 0, limit: 9)
    let found = try #require(
      try RecordedDocument.last("convocation", of: events, in: network.log))
    #expect(found.values["agenda"] == .list(["Rules", "Budget"]))
    let day = try #require(Day("2026-03-20"))
    #expect(found.values["day"] == .day(day))
    #expect(found.values["place"] == .text("Ghent"))
    #expect(found.rule.formats == [.text, .html] && found.languages == ["en"])
  }

  @Test func `A value that cannot be told does not hide the others`() throws {
    let network = try network()
    try convene(network, place: nil)
    let events = try network.log.events(ofType: "meeting.convened", after: 0, limit: 9)
    let found = try #require(
      try RecordedDocument.last("convocation", of: events, in: network.log))
    #expect(found.values["place"] == .word("word.unknown"))
    #expect(found.values["agenda"] == .list(["Rules", "Budget"]))
  }

  @Test func `Of several events the last one that has the document counts`() throws {
    let network = try network()
    try admit("PT", in: network, on: "2026-01-10")
    try admit("ES", in: network, on: "2026-01-11")
    let last = try #require(try document("admission", at: 4, 3, 2, in: network))
    #expect(last.event == 4)
  }

  @Test func `An event of another type, or another name, has no document`() throws {
    let network = try network()
    try admit("PT", in: network, on: "2026-01-10")
    #expect(try document("convocation", at: 3, in: network) == nil)
    #expect(try document("admision", at: 3, in: network) == nil)
    #expect(try document("admission", at: 2, in: network) == nil)
    #expect(try RecordedDocument.last("admission", of: [], in: network.log) == nil)
  }

  @Test func `A parameter has the value of the event's day`() throws {
    let network = try network()
    try network.record(
      "parameter set", ["parameter": ["notice"], "value": ["P10D"]], on: "2026-01-15")
    try convene(network)
    try network.record(
      "parameter set", ["parameter": ["notice"], "value": ["P5D"]], on: "2026-05-15")
    let events = try network.log.events(ofType: "meeting.convened", after: 0, limit: 9)
    let found = try #require(
      try RecordedDocument.last("convocation", of: events, in: network.log))
    #expect(found.values["notice"] == .text("P10D"))
  }

  @Test func `Later acts change no earlier document`() throws {
    let network = try network()
    try admit("PT", in: network, on: "2026-01-10")
    let before = try #require(try document("admission", at: 3, in: network)).values
    try admit("ES", in: network, on: "2026-01-09")
    try network.record("member end", ["member": ["PT"]], on: "2026-02-10")
    #expect(try document("admission", at: 3, in: network)?.values == before)
  }

  @Test func `A network without the zone data of its rules is told so`() throws {
    let network = try network()
    try admit("PT", in: network, on: "2026-01-10")
    let events = try [3].compactMap { try network.log.event(at: $0) }
    let failure = try #require(throws: Failure.self) {
      try RecordedDocument.last(
        "admission", of: events, in: network.log, zones: ZoneSource { _ in nil })
    }
    #expect(failure.code == .zoneMissing)
  }
}
