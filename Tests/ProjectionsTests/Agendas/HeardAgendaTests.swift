import Governance
import Plugins
import TestKit
import Testing
import Values

@testable import Projections

/// An agenda as the readers of a class see it: no title and no gap tells of another item.
@Suite struct HeardAgendaTests {
  private func network() throws -> SampleNetwork {
    let network = try SampleNetwork.sitting()
    let items: [(String, String, String?)] = [
      ("opening", "open", nil), ("case", "closed", nil), ("case-a", "open", "case"),
      ("guide", "open", nil), ("guide-a", "restricted", "guide"), ("guide-b", "open", "guide"),
      ("budget", "restricted", nil), ("end", "open", nil),
    ]
    for (item, session, parent) in items {
      var fields = [
        "item": [item], "meeting": ["plenary-1"], "title": ["T \(item)"], "session": [session],
      ]
      fields["parent"] = parent.map { [$0] }
      try network.record("agenda add", fields, on: "2026-03-20")
    }
    return network
  }

  @Test(arguments: [
    (
      ItemAddition.Session.open,
      ["1 1 opening", "2 2 guide", "3 2.1 guide-b", "4 3 end"]
    ),
    (
      .restricted,
      [
        "1 1 opening", "2 2 guide", "3 2.1 guide-a", "4 2.2 guide-b", "5 3 budget", "6 4 end",
      ]
    ),
    (
      .closed,
      [
        "1 1 opening", "2 2 case", "3 2.1 case-a", "4 3 guide", "5 3.1 guide-a", "6 3.2 guide-b",
        "7 4 budget", "8 5 end",
      ]
    ),
  ])
  func `Items are numbered among those that are heard`(
    _ row: (session: ItemAddition.Session, lines: [String])
  ) throws {
    let rows = try network().rows("agenda", on: "2026-03-20")
    let heard = HeardAgenda.rows(rows, heardBy: row.session)
    #expect(heard.lines("rank", "number", "item") == row.lines)
  }

  @Test func `A wrong marking corrected is heard by others from its day on`() throws {
    let network = try network()
    func mark(_ item: String, _ session: String, on day: String) throws {
      try network.record(
        "agenda mark",
        [
          "item": [item], "meeting": ["plenary-1"], "session": [session], "reason": ["Wrong"],
        ], on: day)
    }
    try mark("budget", "open", on: "2026-03-20")
    try mark("guide", "closed", on: "2026-04-02")
    func heard(on day: String) throws -> [String] {
      HeardAgenda.rows(try network.rows("agenda", on: day), heardBy: .open).lines("number", "item")
    }
    #expect(
      try heard(on: "2026-04-01") == ["1 opening", "2 guide", "2.1 guide-b", "3 budget", "4 end"])
    #expect(try heard(on: "2026-04-02") == ["1 opening", "2 budget", "3 end"])
  }

  @Test func `It is the outline that the public report has`() throws {
    let network = try network()
    let meeting = try #require(MeetingID("plenary-1"))
    let file = try #require(try MeetingFile(meeting, in: network.log, today: SampleNetwork.today))
    let rows = try network.rows("agenda", on: "2026-03-20")
    for session in ItemAddition.Session.allCases {
      let outline = AgendaOutline(try #require(file.agenda), heardBy: session)
      let heard = HeardAgenda.rows(rows, heardBy: session)
      #expect(
        heard.lines("number", "item")
          == outline.lines.map { "\($0.number) \($0.item.id.text)" })
    }
  }

  @Test func `Each meeting is numbered for itself`() throws {
    let network = try network()
    try network.convene("plenary-2", for: "2026-05-20", on: "2026-04-01")
    try network.record(
      "agenda add", ["item": ["first"], "meeting": ["plenary-2"], "title": ["T"]],
      on: "2026-04-01")
    let rows = HeardAgenda.rows(
      try network.rows("agenda", on: "2026-04-02"), heardBy: .open)
    #expect(rows.lines("meeting", "number").last == "plenary-2 1")
  }

  // MARK: - Who hears what

  private func sight(_ reader: String, _ readers: [VisibilityRule.Subject: [String]]?) throws
    -> ReaderSight
  {
    var rules = try SampleRules.rules()
    rules.visibility = readers.map {
      VisibilityRule(readers: $0, clause: Clause(id: "visibility", source: .assumption))
    }
    return ReaderSight(reader, under: rules)
  }

  @Test(arguments: [
    ("member", ItemAddition.Session.closed), ("observer", .restricted), ("guest", .open),
  ])
  func `The rule names the sessions of each class`(
    _ row: (reader: String, session: ItemAddition.Session)
  ) throws {
    let readers: [VisibilityRule.Subject: [String]] = [
      .restricted: ["member", "observer"], .closed: ["member"],
    ]
    #expect(try sight(row.reader, readers).session == row.session)
    #expect(try sight(row.reader, nil).session == .open)
  }

  @Test func `Columns of persons are hidden but for those whom the rule names, others never`()
    throws
  {
    let sight = try sight("observer", [.name: ["observer"], .phone: ["member"]])
    let hidden = [
      "person", "name", "email", "phone", "languages", "member", "closed", "restricted",
    ]
    .filter(sight.hides)
    #expect(hidden == ["email", "phone", "languages"])
    let none = try self.sight("member", nil)
    #expect(["name", "email", "phone", "languages", "specialities"].allSatisfy(none.hides))
  }

  @Test func `The readers are the classes and guests, each once`() throws {
    var rules = try SampleRules.rules()
    #expect(ReaderSight.readers(under: rules) == ["member", "observer", "guest"])
    rules.membership.classes[1].name = "guest"
    #expect(ReaderSight.readers(under: rules) == ["member", "guest"])
  }

  @Test func `Rows of persons are all there, and of an agenda those that are heard`() throws {
    let network = try network()
    let sight = try sight("guest", [:])
    let agenda = try network.rows("agenda", on: "2026-03-20")
    #expect(sight.rows(agenda, of: "agenda").count == 4)
    let members = try network.rows("member", on: "2026-03-20")
    #expect(sight.rows(members, of: "person") == members)
  }
}
