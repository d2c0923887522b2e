import EventStore
import Governance
import TestKit
import Testing
import Values

/// An item handed to the plenary, through the log: it is taken up, put off, carried on, decided and reopened.
@Suite struct ReferralInLogTests {
  /// The plenary sits, and has the item `guide` of the board on its agenda.
  private func sitting() throws -> SampleNetwork {
    let network = try SampleNetwork()
    for member in ["ES", "MT", "PT"] {
      try network.record(
        "member admit", ["member": [member], "class": ["member"]], on: "2026-01-10")
    }
    try network.convene("plenary-1", for: "2026-03-20", on: "2026-02-02")
    try network.record(
      "referral add",
      ["referral": ["guide"], "title": ["Guide"], "from": ["board"], "to": ["plenary"]],
      on: "2026-02-03")
    try network.open("plenary-1", on: "2026-03-20")
    return network
  }

  private func types(_ answer: Answer) -> [String] { answer.events.map(\.type) }

  private func vote(
    _ network: SampleNetwork, _ numbers: [String: String] = ["for": "3"], item: String = "guide"
  ) throws -> Answer {
    let fields = ["meeting": "plenary-1", "title": "Guide", "item": item].merging(numbers) { $1 }
    return try network.record(
      "deliberation record", fields.mapValues { [$0] }, on: "2026-03-20")
  }

  private func referral(_ network: SampleNetwork) throws -> Referral {
    let id = try #require(ReferralID("guide"))
    let stored = try #require(try network.log.states(in: "referral").first { $0.0.id == "guide" })
    return try Referral(id: id, state: stored.1.data)
  }

  @Test(arguments: [(["for": "3"], "adopted"), (["for": "1", "against": "2"], "rejected")])
  func `A vote on its item settles it`(_ row: (votes: [String: String], outcome: String)) throws {
    let network = try sitting()
    let answer = try vote(network, row.votes)
    #expect(types(answer) == ["deliberation.\(row.outcome)", "item.treated", "referral.decided"])
    let data = try #require(answer.events.last?.data)
    #expect(data["body"] == "plenary" && data["deliberation"] == "D-1")
    #expect(data["outcome"] == .text(row.outcome) && data["meeting"] == "plenary-1")
    #expect(answer.reasons.notes.map(\.code) == ["referral-answered"])
    #expect(try referral(network).outcome?.rawValue == row.outcome)
  }

  @Test func `A second vote on the same item settles nothing more`() throws {
    let network = try sitting()
    _ = try vote(network)
    #expect(types(try vote(network)) == ["deliberation.adopted", "item.treated"])
  }

  @Test func `A vote on another item, or on none, settles nothing`() throws {
    let network = try sitting()
    try network.record(
      "agenda add", ["item": ["budget"], "meeting": ["plenary-1"], "title": ["Budget"]],
      on: "2026-03-20")
    #expect(types(try vote(network, item: "budget")) == ["deliberation.adopted", "item.treated"])
    #expect(types(try network.vote(3, against: 0, on: "2026-03-20")) == ["deliberation.adopted"])
    #expect(try referral(network).isOpen)
  }

  @Test func `A matter that is put off goes on to the next meeting, planned before or after`()
    throws
  {
    let network = try sitting()
    try network.record(
      "meeting plan", ["series": ["plenary"], "from": ["2026-12-01"]], on: "2026-03-20")
    try network.record(
      "deliberation defer",
      ["meeting": ["plenary-1"], "title": ["Guide"], "reason": ["Time"], "item": ["guide"]],
      on: "2026-03-20")
    let closed = try network.record(
      "meeting close", ["meeting": ["plenary-1"]], on: "2026-03-20")
    #expect(types(closed) == ["meeting.closed", "item.added", "referral.scheduled"])
    #expect(closed.events[1].stream == "agenda-plenary-2")
    #expect(closed.events[1].data["refers"] == "guide")
    let cancelled = try network.record(
      "meeting cancel", ["meeting": ["plenary-2"], "reason": ["No host"]], on: "2026-04-01")
    #expect(types(cancelled) == ["meeting.cancelled", "referral.scheduled"])
    #expect(cancelled.events[1].data["meeting"] == nil)
    #expect(cancelled.reasons.notes.map(\.code) == ["referral-waits-for-meeting"])
    let planned = try network.record(
      "meeting plan", ["series": ["plenary"], "from": ["2026-12-10"]], on: "2026-04-02")
    #expect(
      types(planned) == [
        "meeting.planned", "number.assigned", "item.added", "referral.scheduled",
      ])
    #expect(planned.events[2].stream == "agenda-plenary-3")
    #expect(try referral(network).meeting?.text == "plenary-3")
    #expect(try network.keptStates() == network.foldedStates())
  }

  @Test func `What has its answer is carried nowhere`() throws {
    let network = try sitting()
    try network.record(
      "meeting plan", ["series": ["plenary"], "from": ["2026-12-01"]], on: "2026-03-20")
    _ = try vote(network)
    let closed = try network.record(
      "meeting close", ["meeting": ["plenary-1"]], on: "2026-03-20")
    #expect(types(closed) == ["meeting.closed"])
  }

  @Test func `An annulled vote leaves the item where it was while the meeting sits`() throws {
    let network = try sitting()
    _ = try vote(network)
    let annulled = try network.record(
      "deliberation annul", ["deliberation": ["D-1"], "reason": ["Miscounted"]],
      on: "2026-03-20")
    #expect(types(annulled) == ["deliberation.annulled", "referral.reopened"])
    #expect(try referral(network).isOpen)
    let again = try vote(network, ["for": "1", "against": "2"])
    #expect(types(again).last == "referral.decided")
    #expect(try referral(network).outcome == .rejected)
  }

  @Test func `Annulled later, it stands on the agenda of the next meeting`() throws {
    let network = try sitting()
    _ = try vote(network)
    _ = try network.vote(3, against: 0, on: "2026-03-20")
    try network.record("meeting close", ["meeting": ["plenary-1"]], on: "2026-03-20")
    try network.record(
      "meeting plan", ["series": ["plenary"], "from": ["2026-12-01"]], on: "2026-03-21")
    let annulled = try network.record(
      "deliberation annul",
      ["deliberation": ["D-1"], "reason": ["Not all were called"], "by": ["D-2"]],
      on: "2026-03-22")
    #expect(
      types(annulled) == [
        "deliberation.annulled", "referral.reopened", "item.added", "referral.scheduled",
      ])
    #expect(annulled.events[2].stream == "agenda-plenary-2")
  }

  @Test func `What left an agenda may stand on it again`() throws {
    let network = try SampleNetwork()
    try network.record("member admit", ["member": ["PT"], "class": ["member"]], on: "2026-01-10")
    try network.record(
      "meeting plan", ["series": ["plenary"], "from": ["2026-12-01"]], on: "2026-02-01")
    try network.record(
      "referral add",
      ["referral": ["guide"], "title": ["Guide"], "from": ["board"], "to": ["plenary"]],
      on: "2026-02-03")
    let returned = try network.record(
      "referral return", ["referral": ["guide"], "reason": ["No costs"]], on: "2026-02-04")
    #expect(types(returned) == ["referral.returned", "item.withdrawn"])
    let again = try network.record("referral forward", ["referral": ["guide"]], on: "2026-02-05")
    #expect(types(again) == ["referral.forwarded", "item.added", "referral.scheduled"])
    let stored = try network.log.states(in: "agenda").first
    let agenda = try Agenda(
      id: try #require(AgendaID("plenary-1")), state: try #require(stored).1.data)
    #expect(agenda.items.map(\.id.text) == ["guide"])
    #expect(agenda.items.first?.withdrawal == nil)
    #expect(try network.keptStates() == network.foldedStates())
  }

  @Test func `An item that only has the name of a referral settles nothing`() throws {
    let network = try SampleNetwork.sitting()
    try network.record(
      "agenda add", ["item": ["guide"], "meeting": ["plenary-1"], "title": ["A tour"]],
      on: "2026-03-20")
    try network.record(
      "referral add",
      ["referral": ["guide"], "title": ["Guide"], "from": ["board"], "to": ["plenary"]],
      on: "2026-03-20")
    #expect(types(try vote(network)) == ["deliberation.adopted", "item.treated"])
  }
}
