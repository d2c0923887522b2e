import EventStore
import Governance
import Plugins
import TestKit
import Testing
import Values

/// What becomes of a decision after it was taken: annulled and repeated, amended, repealed.
@Suite struct RegisterOfDecisionsTests {
  private let given: Given

  init() throws {
    given = try Given(rules: .sample).admitted("AT BE BG CZ DE").open(present: "AT BE BG CZ DE")
  }

  private func id(_ text: String) throws -> DeliberationID { try #require(DeliberationID(text)) }

  private func resolution(_ title: String, body: String = "plenary") throws -> Resolution {
    Resolution(
      meeting: try #require(MeetingID("plenary-1")), body: body, title: title, method: .consensus)
  }

  /// Two decisions of the plenary, D-1 and D-2, and D-3 that was put off.
  private func decided() throws -> Given {
    let deferral = Deferral(
      meeting: try #require(MeetingID("plenary-1")), body: "plenary", title: "Budget",
      matter: "default", reason: "No papers")
    return
      try given
      .happened(.adopted(resolution("Templates")), to: id("D-1"))
      .happened(.adopted(resolution("On the templates")), to: id("D-2"))
      .happened(.deferred(deferral), to: id("D-3"))
  }

  private func record(_ more: [String: String]) -> [String: String] {
    ["meeting": "plenary-1", "title": "Templates"].merging(more) { $1 }
  }

  // MARK: Annulling and repeating

  @Test func `The chair annuls a vote while the meeting sits`() throws {
    let decision = try decided()
      .when("deliberation annul", ["deliberation": "D-1", "reason": "Two were not called"])
      .then("deliberation.annulled", ["reason": "Two were not called"])
    #expect(decision.events.first?.key.id == "D-1")
    #expect(decision.events.first?.event.data["deliberation"] == nil)
  }

  @Test func `A vote that was not adopted can be annulled too`() throws {
    try given.happened(.rejected(resolution("Templates")), to: id("D-1"))
      .when("deliberation annul", ["deliberation": "D-1", "reason": "Miscounted"])
      .then("deliberation.annulled")
  }

  @Test func `After the meeting only the body annuls`() throws {
    let closed = try decided().met(
      1, .closed(Closing(on: #require(PartialDay("2026-11-23")), time: nil)))
    let refusal =
      try closed
      .when("deliberation annul", ["deliberation": "D-1", "reason": "Late"])
      .thenRefused("annulment-too-late")
    #expect(refusal.values["meeting"] == .text("plenary-1"))
    #expect(refusal.ways.map(\.code) == ["decide-annulment"])
    try closed
      .when("deliberation annul", ["deliberation": "D-1", "reason": "Late", "by": "D-2"])
      .then("deliberation.annulled", ["deliberation": "D-2"])
  }

  @Test func `Another body does not annul a vote of the plenary`() throws {
    let refusal =
      try decided().happened(.adopted(resolution("Order", body: "board")), to: id("D-4"))
      .when("deliberation annul", ["deliberation": "D-1", "reason": "Late", "by": "D-4"])
      .thenRefused("annulled-by-other-body")
    #expect(refusal.values["body"] == .text("plenary"))
    #expect(refusal.values["other"] == .text("board"))
  }

  @Test(arguments: [
    ("D-9", nil, "deliberation-unknown"), ("D-3", nil, "deliberation-undecided"),
    ("D-1", "D-1", "deliberation-own-change"), ("D-1", "D-3", "deliberation-not-adopted"),
    ("D-1", "D-9", "deliberation-unknown"),
  ])
  func `What cannot be annulled is refused`(_ target: String, _ by: String?, _ code: String) throws
  {
    var fields = ["deliberation": target, "reason": "Late"]
    fields["by"] = by
    try decided().when("deliberation annul", fields).thenRefused(code)
  }

  @Test func `A vote is annulled once`() throws {
    let refusal = try decided()
      .happened(.annulled(Annulment(reason: "Miscounted")), to: id("D-1"))
      .when("deliberation annul", ["deliberation": "D-1", "reason": "Again"])
      .thenRefused("deliberation-annulled")
    #expect(refusal.ways.map(\.code) == ["repeat-vote"])
  }

  @Test func `An annulled vote is repeated, and the second names the first`() throws {
    let annulled = try decided()
      .happened(.annulled(Annulment(reason: "Miscounted")), to: id("D-1"))
    let decision =
      try annulled.when("deliberation record", record(["for": "5", "repeats": "D-1"]))
      .then("deliberation.adopted", ["repeats": "D-1"])
    #expect(decision.events.first?.key.id == "D-4")
  }

  @Test(arguments: [("D-1", "vote-still-counts"), ("D-9", "deliberation-unknown")])
  func `Only an annulled vote is repeated`(_ target: String, _ code: String) throws {
    try decided()
      .when("deliberation record", record(["consensus": "true", "repeats": target]))
      .thenRefused(code)
  }

  // MARK: Amending and repealing

  @Test func `A later decision changes an earlier one, with its new text`() throws {
    let decision = try decided()
      .when(
        "deliberation amend", ["deliberation": "D-1", "by": "D-2", "text": "Twice a year."]
      )
      .then("deliberation.amended", ["deliberation": "D-2", "text": "Twice a year."])
    #expect(decision.events.first?.key.id == "D-1")
  }

  @Test func `A later decision ends an earlier one`() throws {
    try decided().when("deliberation repeal", ["deliberation": "D-1", "by": "D-2"])
      .then("deliberation.repealed", ["deliberation": "D-2"])
  }

  @Test(arguments: ["deliberation amend", "deliberation repeal"])
  func `Neither rests on what was put off, is unknown or is the same`(_ act: String) throws {
    for (target, by, code) in [
      ("D-1", "D-3", "deliberation-not-adopted"), ("D-3", "D-1", "deliberation-not-adopted"),
      ("D-9", "D-1", "deliberation-unknown"), ("D-1", "D-1", "deliberation-own-change"),
    ] {
      try decided().when(act, ["deliberation": target, "by": by]).thenRefused(code)
    }
  }

  @Test(arguments: ["deliberation amend", "deliberation repeal"])
  func `Nothing is changed from a day before it was decided`(_ act: String) throws {
    let refusal = try decided()
      .when(act, ["deliberation": "D-1", "by": "D-2"], on: "2020-01-01")
      .thenRefused("change-before-decision")
    #expect(refusal.ways.map(\.code) == ["give-later-day"])
  }

  @Test(arguments: ["deliberation amend", "deliberation repeal"])
  func `What was repealed or annulled is not changed again`(_ act: String) throws {
    let repealed = try decided().happened(.repealed(Repeal(deliberation: id("D-2"))), to: id("D-1"))
    try repealed.when(act, ["deliberation": "D-1", "by": "D-2"])
      .thenRefused("deliberation-repealed")
    let annulled = try decided().happened(.annulled(Annulment(reason: "x")), to: id("D-1"))
    try annulled.when(act, ["deliberation": "D-1", "by": "D-2"])
      .thenRefused("deliberation-annulled")
  }

  @Test func `Nothing new rests on a decision that counts no longer`() throws {
    for event in [
      DeliberationEvent.annulled(Annulment(reason: "x")),
      .repealed(Repeal(deliberation: try id("D-2"))),
    ] {
      let refusal = try decided().happened(event, to: id("D-1"))
        .when(
          "subgroup add",
          ["subgroup": "cloud", "title": "Cloud", "mandate": "Study", "by": "D-1"]
        )
        .thenRefused(event.type.replacing(".", with: "-"))
      #expect(refusal.ways.map(\.code) == ["name-standing"])
    }
  }

  // MARK: Status

  private static let later: [(DeliberationEvent, Deliberation.Status)] = [
    (.amended(LaterAmendment(deliberation: number(2))), .amended),
    (.repealed(Repeal(deliberation: number(2))), .repealed),
    (.annulled(Annulment(reason: "Miscounted", deliberation: number(2))), .annulled),
  ]

  private static func number(_ number: Int) -> DeliberationID {
    guard let id = DeliberationID("D-\(number)") else { preconditionFailure("D-\(number)") }
    return id
  }

  @Test func `What was adopted is in force until something later changes that`() throws {
    let mark = Mark(position: 7, effective: try #require(Day("2026-03-20")))
    var deliberation = Deliberation(id: Self.number(1))
    #expect(deliberation.status == nil)
    deliberation.evolve(with: .adopted(try resolution("Templates")), at: mark)
    #expect(deliberation.status == .inForce)
    for (event, status) in Self.later {
      deliberation.evolve(with: event, at: mark)
      #expect(deliberation.status == status)
      #expect(try Deliberation(id: deliberation.id, state: deliberation.state) == deliberation)
    }
    #expect(deliberation.outcome == .adopted)
  }

  // MARK: What stands beside a vote

  @Test func `Basis, papers and witness are kept with the vote`() throws {
    let paper = Digest.sha256("paper".utf8).hex
    try given.registered(1)
      .when(
        "deliberation record",
        record(["for": "5", "basis": "Article 3", "papers": paper, "witness": "H-1"])
      )
      .then(
        "deliberation.adopted",
        ["basis": "Article 3", "papers": [.text(paper)], "witness": "H-1"])
  }

  @Test func `A witness that nobody registered is refused`() throws {
    try given.when("deliberation record", record(["for": "5", "witness": "H-7"]))
      .thenRefused("person-unknown")
  }

  @Test(arguments: ["abc", String(repeating: "G", count: 64), ""])
  func `A paper is named by its digest`(_ text: String) throws {
    #expect(throws: Failure.self) {
      try given.when("deliberation record", record(["for": "5", "papers": text]))
        .then("deliberation.adopted")
    }
  }

  @Test(arguments: 0...5)
  func `Votes and those who did not vote are all who are there`(_ notVoting: Int) throws {
    let act = try given.when(
      "deliberation record",
      record(["for": "2", "against": "1", "not-voting": String(notVoting)]))
    if notVoting == 2 {
      try act.then("deliberation.rejected")
    } else {
      let refusal = try act.thenRefused("votes-do-not-add-up")
      #expect(refusal.values["not_voting"] == .int(notVoting))
      #expect(refusal.ways.first?.values["not_voting"] == .int(2))
    }
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func `The six numbers of a vote always make up those entitled`(_ seed: UInt64) throws {
    var random = Seeded(seed: seed)
    for _ in 0..<200 {
      let entitled = Int.random(in: 0...60, using: &random)
      let present = Int.random(in: 0...entitled, using: &random)
      let recused = Int.random(in: 0...present, using: &random)
      let inFavour = Int.random(in: 0...(present - recused), using: &random)
      let against = Int.random(in: 0...(present - recused - inFavour), using: &random)
      let rest = present - recused - inFavour - against
      let abstaining = Int.random(in: 0...rest, using: &random)
      let tally = Tally(
        entitled: entitled, present: present, recused: recused, inFavour: inFavour,
        against: against, abstaining: abstaining)
      let notVoting = try #require(tally.notVoting)
      let absent = try #require(tally.absent)
      #expect(notVoting >= 0 && absent >= 0)
      #expect(inFavour + against + abstaining + notVoting + absent + recused == entitled)
    }
  }

  @Test func `Who was not there cannot be told where nobody wrote it down`() {
    let tally = Tally(entitled: 5, present: nil, inFavour: 3, against: 1)
    #expect(tally.notVoting == nil && tally.absent == nil)
  }
}
