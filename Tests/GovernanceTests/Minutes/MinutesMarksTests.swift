import Governance
import TestKit
import Testing
import Values

/// What minutes say of a matter beside its numbers: its session, whether it stood on the agenda, who headed a
/// delegation that voted, and on which events the sentence on the opening rests.
@Suite struct MinutesMarksTests {
  /// The sitting network with an agenda of one item in a session, dealt with after MT had left.
  private func sitting(_ session: String) throws -> SampleNetwork {
    let network = try SampleNetwork.sitting()
    let meeting = ["plenary-1"]
    for (item, session) in [("opening", "open"), ("case", session)] {
      try network.record(
        "agenda add",
        ["item": [item], "meeting": meeting, "title": ["The \(item)"], "session": [session]],
        on: "2026-03-20")
    }
    try network.record(
      "attendance leave", ["meeting": meeting, "member": ["MT"]], on: "2026-03-20")
    try network.record(
      "guest arrive", ["meeting": meeting, "organisation": ["Europol"]],
      on: "2026-03-20")
    try network.record(
      "deliberation record",
      ["meeting": meeting, "title": ["The case"], "item": ["case"], "for": ["2"]], on: "2026-03-20")
    return network
  }

  private func statements(_ network: SampleNetwork) throws -> [Governance.Statement] {
    try SampleSitting.file(network).record.statements
  }

  @Test(arguments: ["restricted", "closed"])
  func `An item that is not open says so on the agenda and at its vote, with those who were there`(
    _ session: String
  ) throws {
    let statements = try statements(sitting(session))
    let item = try #require(statements.first { $0.place == "item.case" })
    #expect(item.values["session"] == .text(session))
    let said = try #require(statements.first { $0.place == "D-1.session" })
    #expect(said.values["session"] == .text(session))
    #expect(said.values["members"] == .list(["ES", "PT"]) && said.values["n"] == .int(2))
    #expect(said.values["guests"] == .list(["Europol"]) && said.values["g"] == .int(1))
    let places = statements.map(\.place)
    let head = try #require(places.firstIndex(of: "D-1"))
    #expect(places[head + 1] == "D-1.session")
  }

  @Test func `An open item bears no mark of a session`() throws {
    let statements = try statements(sitting("open"))
    #expect(!statements.contains { $0.code == "session" })
    #expect(statements.first { $0.place == "item.case" }?.values["session"] == .text("open"))
  }

  private func mark(_ network: SampleNetwork, _ session: String) throws {
    try network.record(
      "agenda mark",
      [
        "item": ["case"], "meeting": ["plenary-1"], "session": [session], "reason": ["It names X"],
      ], on: "2026-03-21")
  }

  @Test func `A marking that is lifted changes who reads of it, not in which session it was`()
    throws
  {
    let network = try sitting("closed")
    try mark(network, "open")
    let statements = try statements(network)
    #expect(statements.first { $0.place == "item.case" }?.values["session"] == .text("open"))
    let said = try #require(statements.first { $0.place == "D-1.session" })
    #expect(said.values["session"] == .text("closed"))
    let marked = try #require(statements.first { $0.code == "marked" })
    #expect(marked.values["from"] == .text("closed") && marked.values["session"] == .text("open"))
    #expect(marked.values["number"] == .text("2"))
    #expect(marked.values["reason"] == .text("It names X") && marked.events.count == 2)
  }

  @Test func `An item that is closed afterwards was dealt with in the open`() throws {
    let network = try sitting("open")
    try mark(network, "closed")
    let statements = try statements(network)
    #expect(!statements.contains { $0.code == "session" })
    #expect(statements.first { $0.place == "item.case" }?.values["session"] == .text("closed"))
    #expect(statements.filter { $0.code == "marked" }.count == 1)
  }

  @Test func `An extract names nobody who was in the room`() throws {
    let record = try SampleSitting.file(sitting("closed")).record
    let codes = record.statements(on: record.deliberations[0], item: nil).map(\.code)
    #expect(!codes.contains("session") && codes.contains("outcome"))
  }

  @Test func `A vote on a matter of no item says so, where there was an agenda`() throws {
    let network = try sitting("open")
    try network.record(
      "deliberation record", ["meeting": ["plenary-1"], "title": ["More"], "for": ["2"]],
      on: "2026-03-20")
    let unlisted = try statements(network).filter { $0.code == "unlisted" }
    #expect(unlisted.map(\.place) == ["D-2.unlisted"])
    #expect(unlisted.first?.events.count == 1)
    let plain = try SampleNetwork.sitting()
    try plain.vote(2, against: 0, on: "2026-03-20")
    #expect(try !statements(plain).contains { $0.code == "unlisted" })
  }

  @Test func `An item that came late bears a mark in the list, and no other does`() throws {
    let items = try statements(SampleSitting.network()).filter { $0.form == .item }
    let late = items.filter { $0.values["late"] == .text("yes") }.map(\.place)
    #expect(late == ["item.visit"])
    #expect(items.count == 3)
  }

  @Test func `After a vote stands which office headed a delegation, as long as it was there`()
    throws
  {
    let statements = try statements(SampleSitting.network())
    let said = statements.filter { $0.code == "headed" }
    #expect(said.map(\.place) == ["D-2.headed"])
    #expect(said.first?.values["delegations"] == .list(["FR (deputy)"]))
    let arrival = try #require(statements.first { $0.code == "arrived" })
    #expect(said.first?.events == arrival.events)
  }

  // MARK: - Items without a deliberation

  @Test func `Of a meeting that has ended the items without a deliberation are named`() throws {
    let said = try #require(
      try statements(SampleSitting.network()).first { $0.code == "untreated" })
    #expect(said.values["items"] == .list(["1.1"]), "the item above it was decided on")
    let places = try statements(SampleSitting.network()).map(\.place)
    #expect(places.firstIndex(of: "untreated") == places.firstIndex(of: "course").map { $0 + 1 })
    let open = try statements(SampleSitting.network(closing: false))
    #expect(!open.contains { $0.code == "untreated" })
  }

  @Test func `An item above one that was decided on is not named`() throws {
    let network = try SampleNetwork.sitting()
    for (item, parent) in [("work", nil), ("guide", "work"), ("next", nil)] as [(String, String?)] {
      var fields = ["item": [item], "meeting": ["plenary-1"], "title": ["The \(item)"]]
      fields["parent"] = parent.map { [$0] }
      try network.record("agenda add", fields, on: "2026-03-20")
    }
    try network.record(
      "deliberation record",
      ["meeting": ["plenary-1"], "title": ["The guide"], "item": ["guide"], "for": ["3"]],
      on: "2026-03-20")
    try network.record("meeting close", ["meeting": ["plenary-1"]], on: "2026-03-20")
    let said = try statements(network).first { $0.code == "untreated" }
    #expect(said?.values["items"] == .list(["2"]))
  }

  // MARK: - The opening

  /// The events behind the opening of a meeting that was moved with these fields, and that of the last move.
  private func opening(_ moves: [[String: String]]) throws -> (events: [Int64], moves: [Int64]) {
    let network = try SampleNetwork()
    for member in ["ES", "FR", "PT"] {
      try network.record(
        "member admit", ["member": [member], "class": ["member"]], on: "2026-01-10")
    }
    try network.record(
      "meeting plan",
      ["series": ["plenary"], "from": ["2026-03-20"], "place": ["Porto"], "format": ["in-person"]],
      on: "2026-01-12")
    try network.record("meeting convene", ["meeting": ["plenary-1"]], on: "2026-02-02")
    for move in moves {
      try network.record(
        "meeting move",
        move.merging(["meeting": "plenary-1", "reason": "strike"]) { $1 }.mapValues { [$0] },
        on: "2026-03-01")
    }
    try network.open("plenary-1", on: "2026-03-20", present: ["ES", "FR", "PT"])
    let file = try SampleSitting.file(network)
    let said = try #require(file.record.statements.first { $0.place == "opened" })
    let opened = try #require(file.meeting.opening?.position)
    return (said.events.filter { $0 != opened }, file.meeting.moves.map(\.position))
  }

  @Test
  func `The opening cites what gave its place and its form, and no planning that they replaced`()
    throws
  {
    let plan: Int64 = 6
    #expect(try opening([]).events == [plan])
    let placed = try opening([["place": "Braga"]])
    #expect(placed.events == placed.moves)
    let online = try opening([["format": "online"]])
    #expect(online.events == [plan] + online.moves)
    let both = try opening([["place": "Braga", "format": "hybrid"], ["title": "Special"]])
    #expect(both.events == [both.moves[0]])
  }
}
