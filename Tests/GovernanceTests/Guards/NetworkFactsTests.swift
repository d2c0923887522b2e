import EventStore
import Governance
import Plugins
import TestKit
import Testing
import Values

/// What rules of the network's own see of it.
@Suite struct NetworkFactsTests {
  /// A network that warns, with the value of an expression, whenever something of a type is recorded.
  private func network(_ type: String, _ expression: String) throws -> SampleNetwork {
    let network = try SampleNetwork(
      adding: """
        guards:
          - id: seen
            on: [\(type)]
            source: assumption
            severity: warn
            require: "false"
            message: {en: "{seen}"}
            values: {seen: "\(expression)"}
        """)
    for member in ["ES", "FR", "PT"] {
      try network.record(
        "member admit", ["member": [member], "class": ["member"]], on: "2026-01-10")
    }
    try network.record(
      "member admit", ["member": ["EUROJUST"], "class": ["observer"]], on: "2026-01-10")
    return network
  }

  private func seen(_ answer: Answer) throws -> Failure.Value {
    #expect(answer.verdict == .accepted)
    let note = try #require(answer.reasons.notes.first { $0.code == "guard-warns" })
    return try #require(note.values["seen"])
  }

  @Test(
    arguments: [
      ("members.map(m, m.id)", .list(["ES", "EUROJUST", "FR", "PT"])),
      ("members.filter(m, m.votes).map(m, m.state)", .list(["ES", "FR", "PT"])),
      ("members.filter(m, m.class == 'observer').map(m, m.id)", .list(["EUROJUST"])),
      ("members[0].since", .day(Day(number: 20_463))),
      ("members.all(m, m.status == 'active')", .word("word.yes")),
      ("actor.id", .text("secretariat")), ("actor.roles", .list(["secretariat"])),
      ("event.type", .text("member.ended")), ("event.id", .text("PT")),
      ("event.effective", .day(SampleNetwork.today)), ("now", .day(SampleNetwork.today)),
      ("network.id", .text("sample")), ("network.title", .text("Sample network")),
      ("payload.reason", .text("left")), ("payload.from", .day(SampleNetwork.today)),
      ("size(contacts)", .int(0)), ("size(meetings)", .int(0)), ("size(board)", .int(0)),
      ("size(programmes)", .int(0)),
    ] as [(String, Failure.Value)])
  func `A rule sees the members, the act and who asks`(
    _ row: (expression: String, value: Failure.Value)
  ) throws {
    let network = try network("member.ended", row.expression)
    let answer = try network.record("member end", ["member": ["PT"], "reason": ["left"]])
    #expect(try seen(answer) == row.value)
  }

  @Test func `A rule sees the meetings, although the act is about none`() throws {
    let network = try network("member.ended", "meetings.map(m, m.id)")
    try network.record(
      "meeting plan", ["series": ["plenary"], "from": ["2026-12-20"]], on: "2026-11-01")
    let answer = try network.record("member end", ["member": ["PT"], "reason": ["left"]])
    #expect(try seen(answer) == .list(["plenary-1"]))
  }

  @Test func `A rule sees who holds the seats of the day`() throws {
    let network = try network("member.ended", "contacts.map(c, c.state + ' ' + c.kind)")
    let added = try network.record("person add", ["name": ["Ana"]])
    let stream = try #require(added.events.first?.stream)
    let person = String(stream.dropFirst("person-".count))
    try network.record(
      "seat appoint",
      ["member": ["PT"], "kind": ["contact_point"], "person": [person]], on: "2026-02-01")
    let answer = try network.record("member end", ["member": ["FR"]])
    #expect(try seen(answer) == .list(["PT contact_point"]))
  }

  @Test func `A rule on a meeting sees that meeting, and one on its matter too`() throws {
    let network = try network("meeting.convened", "meeting.stage + ' ' + meeting.place")
    try network.record(
      "meeting plan", ["series": ["plenary"], "from": ["2026-12-15"], "place": ["Ghent"]])
    let answer = try network.record(
      "meeting convene", ["meeting": ["plenary-1"], "agenda": ["Programme"]])
    #expect(try seen(answer) == .text("planned Ghent"))
  }

  @Test func `A rule sees the items of a meeting, closed ones by their number alone`() throws {
    let network = try network("meeting.convened", "meeting.agenda")
    try network.record(
      "meeting plan", ["series": ["plenary"], "from": ["2026-12-15"]])
    for (item, title, session) in [
      ("rules", "Rules", "open"), ("case", "A pending case", "closed"), ("visit", "Visit", "open"),
    ] {
      try network.record(
        "agenda add",
        [
          "item": [item], "meeting": ["plenary-1"], "title": [title], "session": [session],
        ])
    }
    try network.record(
      "agenda withdraw", ["meeting": ["plenary-1"], "item": ["visit"], "reason": ["put off"]])
    let answer = try network.record("meeting convene", ["meeting": ["plenary-1"]])
    #expect(try seen(answer) == .list(["Rules", "2"]))
  }

  @Test func `The agenda of a convocation goes before the items`() throws {
    let network = try network("meeting.opened", "meeting.agenda")
    try network.record(
      "meeting plan", ["series": ["plenary"], "from": ["2026-11-23"]], on: "2026-11-01")
    try network.record(
      "agenda add", ["item": ["rules"], "meeting": ["plenary-1"], "title": ["Rules"]],
      on: "2026-11-01")
    try network.record(
      "meeting convene", ["meeting": ["plenary-1"], "agenda": ["Budget"]], on: "2026-11-02")
    let answer = try network.record(
      "meeting open", ["meeting": ["plenary-1"], "present": ["ES", "FR", "PT"]])
    #expect(try seen(answer) == .list(["Budget"]))
  }

  @Test func `Of all meetings a rule sees the agenda that was sent`() throws {
    let network = try network("meeting.convened", "meetings.map(m, size(m.agenda))")
    try network.record(
      "meeting plan", ["series": ["plenary"], "from": ["2026-12-15"]])
    try network.record(
      "agenda add", ["item": ["rules"], "meeting": ["plenary-1"], "title": ["Rules"]])
    let answer = try network.record("meeting convene", ["meeting": ["plenary-1"]])
    #expect(try seen(answer) == .list(["0"]))
  }

  @Test(arguments: [
    ("motion.kind + ' ' + motion.body", "default plenary"),
    ("string(size(votes.filter(v, v.choice == 'for')))", "2"),
    ("votes.map(v, v.member).join(' ')", "ES FR PT"), ("meeting.id", "plenary-1"),
    ("meeting.present.join(' ')", "ES FR PT"), ("payload.title", "Rules of procedure"),
    ("string(payload.votes.against)", "1"),
  ])
  func `A rule on a deliberation sees its matter and its votes`(
    _ row: (expression: String, text: String)
  ) throws {
    let network = try network("deliberation.adopted", row.expression)
    try network.record(
      "meeting plan", ["series": ["plenary"], "from": ["2026-11-23"]], on: "2026-11-01")
    try network.record("meeting convene", ["meeting": ["plenary-1"]], on: "2026-11-02")
    try network.record("meeting open", ["meeting": ["plenary-1"], "present": ["ES", "FR", "PT"]])
    let answer = try network.record(
      "deliberation record",
      [
        "meeting": ["plenary-1"], "title": ["Rules of procedure"],
        "names": ["ES=for", "FR=for", "PT=against"],
      ])
    #expect(try seen(answer) == .text(row.text))
  }
}
