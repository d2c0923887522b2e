import Governance
import Plugins
import TestKit
import Testing
import Values

/// By what a board is elected: a deliberation on it, or an election that is over.
@Suite struct ElectionGroundTests {
  private func given(_ matter: String, _ decides: [String] = [], rules: Rules = .sample) throws
    -> Given
  {
    let resolution = Resolution(
      meeting: try #require(MeetingID("plenary-1")), body: "plenary", title: "Title",
      matter: matter, method: .consensus,
      circumstances: Resolution.Circumstances(decides: decides))
    return try Given(rules: rules).admitted("PT ES FR")
      .happened(.adopted(resolution), to: try #require(DeliberationID("D-1")))
  }

  private let fields = ["body": "bureau", "members": "PT,ES", "by": "D-1"]

  @Test(arguments: [
    ("election", [], true), ("bureau", [], true), ("default", [], false), ("programme", [], false),
    ("default", ["bureau"], true), ("default", ["PT", "ES"], true), ("admission", [], false),
  ])
  func `A deliberation elects that says so, by its matter or by what it decides`(
    _ row: (matter: String, decides: [String], isFit: Bool)
  ) throws {
    let outcome = try given(row.matter, row.decides).when("board elect", fields)
    guard !row.isFit else {
      try outcome.then("board.elected")
      return
    }
    let refusal = try outcome.thenRefused(
      "deliberation-elects-nobody", clause: "bodies.bureau.elected")
    #expect(refusal.values["matter"] == .text(row.matter))
    #expect(refusal.ways.map(\.code) == ["decide-election", "decide-in-body"])
  }

  @Test(arguments: [("officers", true), ("election", false), ("bureau", false)])
  func `Where the rules name the kind of matter, it is that one`(
    _ row: (matter: String, isFit: Bool)
  ) throws {
    var rules = Rules.electing()
    rules.bodies = rules.bodies.map { body in
      guard case .elected(var election) = body.composition else { return body }
      election.matter = "officers"
      var body = body
      body.composition = .elected(election)
      return body
    }
    let outcome = try given(row.matter, rules: rules).when("board elect", fields)
    if row.isFit {
      try outcome.then("board.elected")
    } else {
      let refusal = try outcome.thenRefused(
        "deliberation-elects-nobody", clause: "bodies.bureau.elected")
      #expect(refusal.values["wanted"] == .list(["officers"]))
    }
  }

  @Test func `A past keeps the board beside the objection`() throws {
    let decision = try given("default").when("board elect", fields, takenOver: true).result.get()
    #expect(decision.events.map(\.event.type) == ["board.elected"])
    #expect(decision.objections.map(\.code.name) == ["deliberation-elects-nobody"])
  }

  // MARK: - Elections

  private func election(closed elected: String?, staying stays: String = "") throws -> Given {
    let given = try Given(rules: .electing()).admitted("PT ES FR IT").election(2, staying: stays)
    guard let elected else { return given }
    let closing = ElectionClosing(
      on: try #require(PartialDay("2026-11-10")), elected: Given.members(elected), vacant: 0,
      unopposed: Given.members(elected))
    return try given.elected(.closed(closing))
  }

  private let byElection = ["body": "bureau", "election": "E-1"]

  @Test func `Those who stay and those elected are seated, in this order`() throws {
    try election(closed: "ES IT", staying: "PT").when("board elect", byElection)
      .then("board.elected", ["members": ["PT", "ES", "IT"], "election": "E-1"])
  }

  @Test(arguments: [
    (nil, "election-not-over", ["count-next-round", "close-election"]),
    ("", "election-elected-nobody", ["open-another-election"]),
  ])
  func `An election seats somebody when it is over and somebody was elected`(
    _ row: (elected: String?, code: String, ways: [String])
  ) throws {
    let refusal = try election(closed: row.elected).when("board elect", byElection)
      .thenRefused(row.code)
    #expect(refusal.ways.map(\.code) == row.ways)
  }

  @Test func `An election that is not there, or of another body, seats nobody`() throws {
    try election(closed: nil).when("board elect", ["body": "bureau", "election": "E-2"])
      .thenRefused("election-unknown")
    let opening = ElectionOpening(
      on: try #require(PartialDay("2026-11-02")), body: "council", by: "plenary", seats: 1)
    let refusal = try Given(rules: .electing()).elected(.opened(opening))
      .when("board elect", byElection).thenRefused("election-of-other-body")
    #expect(refusal.values["found"] == .text("council"))
  }

  @Test func `Fewer than the body must have are refused after an election too`() throws {
    var rules = Rules.electing()
    rules.bodies = rules.bodies.map { body in
      guard case .elected(var election) = body.composition else { return body }
      election.minimum = 3
      var body = body
      body.composition = .elected(election)
      return body
    }
    let closing = ElectionClosing(
      on: try #require(PartialDay("2026-11-10")), elected: Given.members("PT"), vacant: 1,
      unopposed: Given.members("PT"))
    try Given(rules: rules).admitted("PT ES").election(2).elected(.closed(closing))
      .when("board elect", byElection).thenRefused("board-size", clause: "bodies.bureau.elected")
  }

  @Test(arguments: [
    ["members": "PT,ES"], ["by": "D-1"], [:], ["election": "E-1", "members": "PT"],
    ["election": "E-1", "by": "D-1"], ["election": "E-1", "members": "PT", "by": "D-1"],
  ])
  func `A board is elected in one way`(_ fields: [String: String]) {
    let failure = #expect(throws: Failure.self) {
      try Given(rules: .sample).when("board elect", ["body": "bureau"].merging(fields) { $1 })
    }
    #expect(failure?.code == .electionGroundUnclear)
  }
}
