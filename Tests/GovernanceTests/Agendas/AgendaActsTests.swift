import Governance
import TestKit
import Testing
import Values

/// The acts on an agenda: what they record, and what makes no sense.
@Suite struct AgendaActsTests {
  private static let digest = String(repeating: "0a", count: 32)

  private func planned() throws -> Given {
    try Given(rules: SampleRules.withPapers()).admitted("ES PT").planned(1, from: "2026-12-14")
      .item("a").item("b").item("c", below: "a")
  }

  @Test func `An item is added with all that is known of it`() throws {
    try planned().when(
      "agenda add",
      [
        "item": "budget", "meeting": "plenary-1", "title": "Budget", "parent": "a",
        "owner": "PT", "minutes": "20", "paper": "draft.pdf=\(Self.digest),\(Self.digest)",
        "session": "restricted",
      ]
    ).then(
      "item.added",
      [
        "meeting": "plenary-1", "item": "budget", "on": "2026-11-23", "title": "Budget",
        "parent": "a", "owner": "PT", "minutes": 20,
        "papers": [
          ["name": "draft.pdf", "digest": .text(Self.digest)],
          ["name": .text(Self.digest), "digest": .text(Self.digest)],
        ], "session": "restricted", "late": false,
      ])
  }

  @Test func `An item is open unless it is said otherwise`() throws {
    let decision = try planned().when(
      "agenda add", ["item": "x", "meeting": "plenary-1", "title": "X"]
    ).then("item.added", ["session": "open", "late": false])
    #expect(decision.events[0].event.data["papers"] == nil)
    #expect(decision.events[0].key.text == "agenda-plenary-1")
  }

  @Test(arguments: [
    (["item": "a"], "item-on-agenda"), (["item": "x", "parent": "nothing"], "item-unknown"),
    (["item": "x", "meeting": "plenary-9"], "meeting-unknown"),
    (["item": "x", "by": "D-9"], "deliberation-unknown"),
  ])
  func `An item that makes no sense is refused`(_ row: (fields: [String: String], code: String))
    throws
  {
    let fields = ["meeting": "plenary-1", "title": "X"].merging(row.fields) { $1 }
    try planned().when("agenda add", fields).thenRefused(row.code)
  }

  @Test(arguments: [
    ("minutes", "0"), ("minutes", "10000"), ("minutes", "ten"), ("paper", "draft.pdf"),
    ("paper", "=\(AgendaActsTests.digest)"), ("session", "secret"), ("parent", "no spaces"),
  ])
  func `A value without the form of its field is no item`(_ row: (field: String, value: String)) {
    let kind = AddItem.kind
    #expect(throws: Failure.self) {
      _ = try AddItem(
        ActInput(
          kind,
          ["item": ["x"], "meeting": ["m"], "title": ["X"], row.field: [row.value]]))
    }
  }

  @Test func `An agenda is no deeper than its numbers can be spoken`() throws {
    let deep = try planned().item("d", below: "c").item("e", below: "d")
    try deep.when("agenda add", ["item": "f", "meeting": "plenary-1", "title": "F", "parent": "e"])
      .then("item.added")
    try deep.item("f", below: "e")
      .when("agenda add", ["item": "g", "meeting": "plenary-1", "title": "G", "parent": "f"])
      .thenRefused("item-too-deep")
  }

  private static let places: [(fields: [String: String], data: JSON)] = [
    (["before": "a"], ["before": "a"]), (["parent": "b"], ["parent": "b"]),
    (["parent": "a", "before": "c"], ["parent": "a", "before": "c"]),
    (["before": "c"], ["parent": "a", "before": "c"]), ([:], [:]),
  ]

  @Test(arguments: places)
  func `An item gets the place that is named`(_ row: (fields: [String: String], data: JSON)) throws
  {
    let given = try planned().item("x")
    let decision = try given.when(
      "agenda move", ["item": "x", "meeting": "plenary-1"].merging(row.fields) { $1 }
    ).then("item.moved", row.data)
    for name in ["parent", "before"] where row.data[name] == nil {
      #expect(decision.events[0].event.data[name] == nil)
    }
  }

  @Test(arguments: [
    (["item": "a", "parent": "c"], "item-below-itself"),
    (["item": "a", "parent": "a"], "item-below-itself"),
    (["item": "b", "before": "c", "parent": "b"], "items-apart"),
    (["item": "b", "before": "b"], "items-apart"), (["item": "z"], "item-unknown"),
    (["item": "b", "before": "z"], "item-unknown"),
  ])
  func `A place that there cannot be is refused`(_ row: (fields: [String: String], code: String))
    throws
  {
    try planned().when("agenda move", ["meeting": "plenary-1"].merging(row.fields) { $1 })
      .thenRefused(row.code)
  }

  @Test(arguments: ["restricted", "closed"])
  func `A wrong marking is corrected with a reason`(_ session: String) throws {
    try planned().when(
      "agenda mark",
      ["item": "a", "meeting": "plenary-1", "session": session, "reason": "It names a case"]
    ).then(
      "item.marked",
      [
        "item": "a", "meeting": "plenary-1", "on": "2026-11-23", "session": .text(session),
        "reason": "It names a case",
      ])
  }

  @Test func `A marking that is so already, or of nothing, is refused`() throws {
    for (fields, code) in [
      (["item": "a", "session": "open"], "item-marked-so"),
      (["item": "z", "session": "closed"], "item-unknown"),
    ] {
      try planned().when(
        "agenda mark", ["meeting": "plenary-1", "reason": "r"].merging(fields) { $1 }
      ).thenRefused(code)
    }
  }

  private func marked(_ item: String, _ session: ItemAddition.Session, _ given: Given) throws
    -> Given
  {
    let meeting = try #require(MeetingID("plenary-1"))
    let marking = ItemMarking(
      meeting: meeting, item: try #require(ItemID(item)),
      on: try #require(PartialDay("2026-11-20")), session: session, reason: "Wrong")
    return try given.happened(.marked(marking), to: AgendaID(sharedWith: meeting))
  }

  @Test func `It is lifted again, and an item below a narrower one is told to stay unheard`()
    throws
  {
    let closed = try marked("c", .closed, marked("a", .closed, planned()))
    let decision = try closed.when(
      "agenda mark",
      ["item": "c", "meeting": "plenary-1", "session": "open", "reason": "Lifted"]
    ).then("item.marked", ["session": "open"])
    #expect(decision.notes.map(\.code) == ["item-below-narrower"])
    #expect(decision.notes.first?.values["parent"] == .text("a"))
    let lifted = try closed.when(
      "agenda mark",
      ["item": "a", "meeting": "plenary-1", "session": "open", "reason": "Lifted"]
    ).then("item.marked")
    #expect(lifted.notes.isEmpty)
  }

  @Test func `A marking is corrected when the meeting is over, and never of a cancelled one`()
    throws
  {
    let on = try #require(PartialDay("2026-11-20"))
    let fields = ["item": "a", "meeting": "plenary-1", "session": "closed", "reason": "r"]
    try planned().met(1, .opened(Opening(on: on, present: [])))
      .met(1, .closed(Closing(on: on, time: nil))).when("agenda mark", fields)
      .then("item.marked")
    try planned().met(1, .cancelled(Cancellation(on: on, reason: "storm")))
      .when("agenda mark", fields).thenRefused("meeting-cancelled-already")
  }

  @Test func `A withdrawn item keeps its name, and is no place for another`() throws {
    let given = try planned()
    try given.when("agenda withdraw", ["item": "b", "meeting": "plenary-1", "reason": "no paper"])
      .then("item.withdrawn", ["item": "b", "reason": "no paper", "on": "2026-11-23"])
    let meeting = try #require(MeetingID("plenary-1"))
    let withdrawal = ItemWithdrawal(
      meeting: meeting, item: try #require(ItemID("b")),
      on: try #require(PartialDay("2026-11-20")), reason: "no paper")
    let after = try given.happened(.withdrawn(withdrawal), to: AgendaID(sharedWith: meeting))
    try after.when("agenda add", ["item": "b", "meeting": "plenary-1", "title": "B"])
      .thenRefused("item-on-agenda")
    for fields in [["item": "b"], ["item": "a", "parent": "b"], ["item": "a", "before": "b"]] {
      try after.when("agenda move", ["meeting": "plenary-1"].merging(fields) { $1 })
        .thenRefused("item-unknown")
    }
  }

  @Test func `An agenda is frozen once`() throws {
    let given = try planned()
    let decision = try given.when("agenda freeze", ["meeting": "plenary-1"]).then("agenda.frozen")
    let freezing = try #require(decision.events.first?.event as? AgendaEvent)
    let meeting = try #require(MeetingID("plenary-1"))
    try given.happened(freezing, to: AgendaID(sharedWith: meeting), on: "2026-11-23")
      .when("agenda freeze", ["meeting": "plenary-1"]).thenRefused("agenda-frozen-already")
  }

  @Test(arguments: ["agenda add", "agenda move", "agenda withdraw", "agenda freeze"])
  func `The agenda of a meeting that is over or cancelled stays as it is`(_ act: String) throws {
    let fields = ["item": "a", "meeting": "plenary-1", "title": "X", "reason": "r"]
    let names = Set(try #require(ActCatalogue.command(named: act)).kind.fields.map(\.name))
    let given = try planned()
    let on = try #require(PartialDay("2026-11-20"))
    let closed = try given.met(1, .opened(Opening(on: on, present: [])))
      .met(1, .closed(Closing(on: on, time: nil)))
    let cancelled = try given.met(1, .cancelled(Cancellation(on: on, reason: "storm")))
    try closed.when(act, fields.filter { names.contains($0.key) })
      .thenRefused("meeting-closed-already")
    try cancelled.when(act, fields.filter { names.contains($0.key) })
      .thenRefused("meeting-cancelled-already")
  }

  @Test(arguments: ["deliberation record", "deliberation defer"])
  func `A deliberation takes up an item of the agenda`(_ act: String) throws {
    let given = try Given(rules: SampleRules.withPapers()).admitted("ES PT FR").open(
      present: "ES PT"
    ).item("budget")
    var fields = ["meeting": "plenary-1", "title": "Budget", "item": "budget"]
    fields[act.hasSuffix("defer") ? "reason" : "consensus"] = "true"
    let outcome = try given.when(act, fields)
    let decision = try outcome.result.get()
    #expect(decision.events.count == 2)
    #expect(decision.events.last?.event.type == "item.treated")
    #expect(decision.events.last?.event.data["deliberation"] == "D-1")
    fields["item"] = "nothing"
    try given.when(act, fields).thenRefused("item-unknown")
    fields["item"] = nil
    #expect(try given.when(act, fields).result.get().events.count == 1)
  }

  @Test func `An item that a deliberation took up is not withdrawn`() throws {
    let meeting = try #require(MeetingID("plenary-1"))
    let taking = ItemTaking(
      meeting: meeting, item: try #require(ItemID("a")),
      deliberation: try #require(DeliberationID("D-1")))
    try planned().happened(.taken(taking), to: AgendaID(sharedWith: meeting))
      .when("agenda withdraw", ["item": "a", "meeting": "plenary-1", "reason": "r"])
      .thenRefused("item-taken")
  }
}
