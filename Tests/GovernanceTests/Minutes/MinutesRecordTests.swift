import EventStore
import Governance
import TestKit
import Testing
import Values

/// Minutes as statements: each follows from events alone, and names them.
@Suite struct MinutesRecordTests {
  private func statements(_ network: SampleNetwork) throws -> [Governance.Statement] {
    try SampleSitting.file(network).record.statements
  }

  private func statement(_ place: String, _ network: SampleNetwork) throws -> Governance.Statement {
    try #require(try statements(network).first { $0.place == place }, "\(place)")
  }

  @Test func `What happened stands in the order in which it was recorded`() throws {
    let places = try statements(SampleSitting.network()).map(\.place)
    #expect(
      places == [
        "opening", "convened", "opened", "chair", "present", "quorum", "agenda", "item.guide",
        "item.visit", "item.budget", "late.visit", "course", "untreated", "arrived.FR.14", "D-1",
        "D-1.text",
        "D-1.votes", "D-1.outcome", "D-1.digest", "left.ES.17", "D-2", "D-2.votes", "D-2.headed",
        "D-2.roll", "D-2.outcome", "D-2.dissent.MT", "D-3", "D-3.unlisted", "D-3.outcome",
        "closing",
        "closed",
      ])
    #expect(Set(places).count == places.count)
  }

  @Test func `Every statement but the heading of the course names events that the log has`() throws
  {
    let network = try SampleSitting.network()
    let head = try network.log.head().position
    for statement in try statements(network) where !["agenda", "course"].contains(statement.place) {
      #expect(!statement.events.isEmpty, "\(statement.place)")
      for event in statement.events {
        #expect((1...head).contains(event), "\(statement.place)")
        #expect(try network.log.event(at: event) != nil)
      }
    }
  }

  /// The only event of a type about the meeting.
  private func event(_ type: String, _ network: SampleNetwork) throws -> RecordedEvent {
    try #require(try network.log.events(ofType: type, after: 0, limit: 10).first)
  }

  @Test func `The opening says what its event says`() throws {
    let network = try SampleSitting.network()
    let event = try event("meeting.opened", network)
    let opened = try statement("opened", network)
    #expect(opened.values["time"] == .text("09:00"))
    #expect(opened.values["place"] == .text("Porto"))
    #expect(opened.events.contains(event.position))
    let present = try statement("present", network)
    let members = event.data["present"]?.list?.compactMap(\.text).sorted() ?? []
    #expect(present.values["members"] == .list(members))
    #expect(present.values["n"] == .int(members.count))
    #expect(present.events == [event.position])
    let quorum = try statement("quorum", network)
    for name in ["needed", "found", "base"] {
      let number = event.data["quorum"]?[name]?.int.map { Failure.Value.int(Int($0)) }
      #expect(quorum.values[name] == number, "\(name)")
    }
    #expect(try statement("chair", network).values["member"] == .text("PT"))
  }

  @Test func `The six numbers of a vote are those that anybody counts from the events`() throws {
    let network = try SampleSitting.network()
    let event = try #require(
      try network.log.events(after: 0, limit: 100).first { $0.stream.text == "deliberation-D-2" })
    let votes = try statement("D-2.votes", network).values
    let names = event.data["names"]?.list ?? []
    func count(_ word: String) -> Failure.Value {
      .int(names.count { $0["vote"]?.text == word })
    }
    #expect(votes["for"] == count("for") && votes["against"] == count("against"))
    #expect(votes["abstain"] == count("abstain") && votes["recused"] == count("recused"))
    #expect(votes["cast"] == .int(3))
    // Four members may vote; ES left before, and FR came represented.
    #expect(votes["entitled"] == .int(4) && votes["present"] == .int(3))
    #expect(votes["represented"] == .int(1))
    // Of votes cast, abstentions ignored: one of two is no majority.
    #expect(votes["valid"] == .int(2) && votes["base"] == .int(2) && votes["needed"] == .int(2))
    #expect(votes["clause"] == .text("bodies.plenary.decides.programme"))
    #expect(try statement("D-2.outcome", network).values["outcome"] == .text("rejected"))
  }

  @Test func `A roll names the votes, and a dissent its words`() throws {
    let network = try SampleSitting.network()
    let roll = try statement("D-2.roll", network).values
    #expect(roll["for"] == .list(["PT"]) && roll["n_for"] == .int(1))
    #expect(roll["recused"] == .list([]) && roll["n_recused"] == .int(0))
    let dissent = try statement("D-2.dissent.MT", network)
    #expect(dissent.form == .quote && dissent.values["text"] == .text("Too dear."))
    #expect(
      try statement("D-1.text", network).values["text"] == .text("Article 1\nThe guide is adopted.")
    )
    #expect(try statement("D-1.digest", network).values["digest"] == .text(SampleSitting.document))
  }

  @Test func `A deliberation names the number of its item, and both events`() throws {
    let network = try SampleSitting.network()
    let matter = try statement("D-2", network)
    #expect(matter.values["item"] == .text("2") && matter.values["itemised"] == .text("yes"))
    #expect(matter.events.count == 2)
    let free = try statement("D-3", network)
    #expect(free.values["itemised"] == .text("no") && free.events.count == 1)
  }

  @Test func `An item that came late says so, with its reason`() throws {
    let late = try statement("late.visit", SampleSitting.network())
    #expect(late.values["number"] == .text("1.1"))
    #expect(late.values["admitted"] == .text("reason"))
    #expect(late.values["reason"] == .text("asked for today"))
  }

  @Test func `Without an agenda the titles of the convocation stand`() throws {
    let network = try SampleNetwork.sitting()
    #expect(try !statements(network).contains { $0.place == "agenda" })
    let other = try SampleNetwork()
    try other.record("member admit", ["member": ["PT"], "class": ["member"]], on: "2026-01-10")
    try other.record(
      "meeting plan", ["series": ["plenary"], "from": ["2026-03-20"]], on: "2026-02-01")
    try other.record(
      "meeting convene", ["meeting": ["plenary-1"], "agenda": ["Opening", "Reports"]],
      on: "2026-02-02")
    let items = try statements(other).filter { $0.form == .item }
    #expect(items.map { $0.values["title"] } == [.text("Opening"), .text("Reports")])
    #expect(items.map(\.place) == ["item.1", "item.2"])
  }

  @Test func `One vote that is corrected changes its own statements and no other`() throws {
    let network = try SampleSitting.network()
    let before = try statements(network)
    let event = try #require(
      try network.log.events(after: 0, limit: 100).first { $0.stream.text == "deliberation-D-3" })
    try network.record(
      "event correct",
      ["event": ["\(event.position)"], "set": ["reason=no papers"], "reason": ["typing error"]])
    let after = try statements(network)
    #expect(after.map(\.place) == before.map(\.place))
    let changed = zip(before, after).filter { $0 != $1 }.map(\.0.place)
    #expect(changed == ["D-3.outcome"])
  }

  @Test func `The same record gives the same statements, byte for byte`() throws {
    let network = try SampleSitting.network()
    let first = JSON.list(try statements(network).map(\.json)).canonicalText
    #expect(JSON.list(try statements(network).map(\.json)).canonicalText == first)
    let other = try SampleSitting.network()
    #expect(JSON.list(try statements(other).map(\.json)).canonicalText == first)
  }

  @Test func `A statement is read back equal, and nothing else is one`() throws {
    for statement in try statements(SampleSitting.network()) {
      #expect(try Governance.Statement(statement.json, of: "x") == statement)
    }
    for wrong: JSON in [
      [:], [], ["code": "x", "form": "song", "place": "p", "values": [:], "events": []],
      ["code": "x", "form": "item", "place": "p", "values": ["n": ["unit": 1]], "events": []],
    ] {
      #expect(throws: Failure.self) { try Governance.Statement(wrong, of: "x") }
    }
  }

  @Test func `The effort for a draft grows with the items and not with their square`() throws {
    func meeting(_ count: Int) throws -> MinutesRecord {
      let id = try #require(MeetingID("plenary-1"))
      let on = try #require(PartialDay("2026-03-20"))
      var agenda = Agenda(id: AgendaID(sharedWith: id))
      var meeting = Meeting(id: id)
      let plan = MeetingPlan(series: "plenary", number: 1, from: on)
      meeting.evolve(with: .planned(plan), at: Mark(position: 1, effective: on.first))
      for index in 0..<count {
        let item = ItemAddition(
          meeting: id, item: try #require(ItemID("i\(index)")), on: on, title: "T",
          parent: index % 3 == 0 ? nil : ItemID("i\(index - index % 3)"))
        agenda.evolve(
          with: .added(item), at: Mark(position: Int64(index + 2), effective: on.first))
      }
      return MinutesRecord(meeting, agenda, [], under: try SampleRules.rules())
    }
    #expect(try meeting(60).statements.count == 62)
    #expect(try meeting(600).statements.count == 602)
  }
}
