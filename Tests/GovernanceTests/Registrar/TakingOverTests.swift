import EventStore
import Governance
import TestKit
import Testing
import Values

/// The sample network records since 1 January 2026; whatever counts from before that is a past taken over.
@Suite struct TakingOverTests {
  private let portugal = ["member": ["PT"], "class": ["observer"]]
  private let seat = ["member": ["PT"], "kind": ["contact_point"], "person": ["H-1"]]

  /// Portugal as an observer, whose class has no seats, and a person for one.
  private func network() throws -> SampleNetwork {
    let network = try SampleNetwork()
    try network.record("member admit", portugal, on: "2016-11-24")
    try network.record("person add", ["name": ["Ana Example"]])
    return network
  }

  @Test(arguments: [
    ("2025-12-31", Verdict.takenOver), ("2026-01-01", .accepted), ("2026", .accepted),
  ])
  func `The past ends with the day before recording began`(_ day: String, _ verdict: Verdict) throws
  {
    let answer = try SampleNetwork().record("member admit", portugal, on: day)
    #expect(answer.verdict == verdict)
  }

  @Test func `Rules are in force from the day of the founding`() throws {
    let answer = try SampleNetwork().record("member admit", portugal, on: "2016-06-09")
    #expect(answer.verdict == .takenOver)
  }

  @Test func `What a rule has against a past act becomes a note beside its events`() throws {
    let network = try network()
    let answer = try network.record("seat appoint", seat, on: "2020-02-01", key: "past")
    #expect(answer.verdict == .takenOver)
    #expect(answer.events.map(\.type) == ["seat.created", "appointment.made"])
    #expect(answer.reasons.notes.map(\.code).contains("seat-not-for-class"))
    #expect(answer.reasons.refusals == [])
    let kept = try #require(try network.log.command(CommandID("past")))
    #expect(kept.verdict == .takenOver)
    #expect(try Reasons(kept.answer).json.canonical == answer.reasons.json.canonical)
  }

  @Test func `What a rule has against an act of today refuses it, with its derivation`() throws {
    let network = try network()
    let before = try network.keptStates()
    let answer = try network.record("seat appoint", seat, on: "2026-02-01", key: "today")
    #expect(answer.verdict == .refused)
    #expect(answer.events == [])
    #expect(answer.reasons.refusals.map(\.rule) == ["seats.contact_point"])
    #expect(answer.reasons.refusals.first?.derivation?.question == "seat-class")
    #expect(answer.reasons.derivations.map(\.question).contains("seat-class"))
    #expect(try network.keptStates() == before)
    let kept = try #require(try network.log.command(CommandID("today")))
    #expect(try Reasons(kept.answer).json.canonical == answer.reasons.json.canonical)
    #expect(kept.positions == nil)
  }

  @Test func `What makes no sense in its state is refused of the past as well`() throws {
    let network = try network()
    let answer = try network.record("member admit", portugal, on: "2017-01-01")
    #expect(answer.verdict == .refused)
    #expect(answer.events == [])
    #expect(answer.reasons.refusals.map(\.code) == ["member-admitted-already"])
  }

  @Test func `Only an answer that is given again says so`() throws {
    let network = try network()
    let first = try network.record("seat appoint", seat, on: "2026-02-01", key: "refused")
    let again = try network.record("seat appoint", seat, on: "2026-02-01", key: "refused")
    #expect(!first.isRepeated)
    #expect(again.isRepeated)
    #expect(again.verdict == .refused)
    #expect(again.reasons.json.canonical == first.reasons.json.canonical)
    #expect(
      try network.record("member edit", ["member": ["PT"], "class": ["member"]]).isRepeated == false
    )
  }
}

/// Each act that a rule may object to, of a past that is taken over: its events stand beside the objection.
@Suite struct PastAgainstTheRulesTests {
  struct Past: CustomTestStringConvertible, Sendable {
    let act: String
    let fields: [String: String]
    let events: [String]
    let objection: String
    var testDescription: String { "\(act): \(objection)" }

    init(_ act: String, _ fields: [String: String], _ events: [String], _ objection: String) {
      self.act = act
      self.fields = fields
      self.events = events
      self.objection = objection
    }
  }

  static let pasts: [Past] = [
    Past(
      "seat appoint", ["member": "NO", "kind": "contact_point", "person": "H-1"],
      ["seat.created", "appointment.made"], "seat-not-for-class"),
    Past(
      "seat appoint",
      ["member": "PT", "kind": "contact_point", "person": "H-1", "until": "2040-01-01"],
      ["seat.created", "appointment.made"], "term-exceeded"),
    Past(
      "board compose", ["body": "board", "members": "PT"], ["board.composed"],
      "board-filled-otherwise"),
    Past(
      "board elect", ["body": "bureau", "members": "PT", "by": "D-1"], ["board.elected"],
      "board-size"),
    Past(
      "board elect", ["body": "bureau", "members": "PT,NO", "by": "D-1"], ["board.elected"],
      "may-not-stand"),
    Past(
      "board elect", ["body": "bureau", "members": "PT,ES", "by": "D-2"], ["board.elected"],
      "deliberation-of-other-body"),
    Past(
      "board coordinate", ["body": "lead", "member": "PT"], ["coordinator.named"],
      "deliberation-missing"),
    Past(
      "board coordinate", ["body": "lead", "member": "PT", "by": "D-2"], ["coordinator.named"],
      "deliberation-of-other-body"),
    Past(
      "meeting open", ["meeting": "plenary-2", "present": "PT,ES"], ["meeting.opened"],
      "meeting-not-convened"),
    Past("meeting convene", ["meeting": "plenary-2"], ["meeting.convened"], "notice-too-short"),
    Past(
      "deliberation record",
      ["meeting": "plenary-1", "title": "Rules", "matter": "rules", "consensus": "true"],
      ["deliberation.adopted"], "vote-needed"),
    Past(
      "deliberation record", ["meeting": "plenary-1", "title": "Budget", "names": "PT=for,NO=for"],
      ["deliberation.rejected"], "may-not-vote"),
    Past(
      "programme draft", ["title": "Work", "from": "2017-04-07", "until": "2018-04-06"],
      ["programme.drafted"], "programme-other-length"),
    Past(
      "programme adopt", ["programme": "programme-1", "by": "D-2"], ["programme.adopted"],
      "deliberation-unfit"),
    Past(
      "subgroup add", ["subgroup": "cloud", "title": "Cloud", "mandate": "Study", "by": "D-2"],
      ["subgroup.created"], "deliberation-unfit"),
    Past(
      "subgroup add",
      [
        "subgroup": "cloud", "title": "Cloud", "mandate": "Study", "by": "D-1",
        "until": "2040-01-01",
      ],
      ["subgroup.created"], "mandate-too-long"),
    Past(
      "rules adopt", ["rules": SampleRules.document.canonicalText, "adopted-by": "D-3"],
      ["rules.adopted"], "deliberation-unfit"),
  ]

  private func given() throws -> Given {
    let draft = ProgrammeDraft(
      title: "Work", from: day("2017-04-07"), until: day("2019-04-06"), topics: [])
    return try Given(rules: .sample).admitted("PT ES MT").admitted("NO", as: "observer")
      .registered(1).open(present: "PT ES MT NO").planned(2, from: "2017-04-06")
      .decided("D-1", by: "plenary").decided("D-2", by: "board")
      .decided("D-3", by: "plenary", digest: Digest.sha256(SampleRules.document.canonical).hex)
      .happened(.drafted(draft), to: try #require(ProgrammeID("programme-1")))
  }

  @Test(arguments: pasts)
  func `It keeps its events beside the objection, which names its clause`(_ past: Past) throws {
    let on = past.act == "meeting convene" ? "2017-04-01" : "2026-11-23"
    let decision = try given().when(past.act, past.fields, on: on, takenOver: true).result.get()
    #expect(decision.events.map(\.event.type) == past.events)
    let objection = try #require(decision.objections.first { $0.code.name == past.objection })
    #expect(objection.clause != nil)
    #expect(!objection.ways.isEmpty)
  }

  @Test(arguments: pasts)
  func `Today the same act is refused`(_ past: Past) throws {
    switch try given().when(
      past.act, past.fields, on: past.act == "meeting convene" ? "2017-04-01" : "2026-11-23"
    ).result {
    case .success(let decision): #expect(!decision.objections.isEmpty)
    case .failure(let refusal): #expect(refusal.code.exit == .refused)
    }
  }
}

extension Given {
  /// A deliberation that a body adopted.
  fileprivate func decided(_ id: String, by body: String, digest: String? = nil) throws -> Given {
    let resolution = Resolution(
      meeting: try #require(MeetingID("plenary-1")), body: body, title: "Title", method: .consensus,
      digest: digest)
    return try happened(.adopted(resolution), to: try #require(DeliberationID(id)))
  }
}
