import Governance
import Plugins
import TestKit
import Testing
import Values

/// What stands against the votes of a round.
@Suite struct ElectionNumbersTests {
  private static let states = "PT ES FR IT DE SE"

  private func given(_ change: (inout BallotRule) -> Void = { _ in }) throws -> Given {
    try Given(rules: .electing(change)).admitted(Self.states).admitted("CH", as: "observer")
      .open(present: "PT ES FR IT DE CH").election(2, among: "PT ES FR")
  }

  private func vote(_ fields: [String: String], _ change: (inout BallotRule) -> Void = { _ in })
    throws -> Given.Outcome
  {
    try given(change).when(
      "election vote",
      ["election": "E-1", "meeting": "plenary-1"].merging(fields) { $1 })
  }

  struct Wrong: CustomTestStringConvertible, Sendable {
    let votes: String
    let ballots: String
    var abstain = "0"
    var invalid = "0"
    let code: String
    let way: String
    var clause: String?
    var testDescription: String { "\(votes) of \(ballots): \(code)" }
  }

  static let wrong = [
    Wrong(votes: "PT=4,ES=2", ballots: "5", code: "candidate-uncounted", way: "give-count"),
    Wrong(
      votes: "PT=4,ES=2,FR=1,IT=1", ballots: "5", code: "not-candidate", way: "count-as-invalid"),
    Wrong(
      votes: "PT=6,ES=2,FR=1", ballots: "5", code: "ballots-do-not-add-up",
      way: "count-ballots-again"),
    Wrong(
      votes: "PT=1,ES=1,FR=1", ballots: "5", code: "ballots-do-not-add-up",
      way: "count-ballots-again"),
    Wrong(
      votes: "PT=4,ES=0,FR=0", ballots: "5", abstain: "2", code: "ballots-do-not-add-up",
      way: "count-ballots-again"),
    Wrong(
      votes: "PT=0,ES=0,FR=0", ballots: "2", abstain: "2", invalid: "1",
      code: "ballots-do-not-add-up", way: "count-ballots-again"),
    Wrong(
      votes: "PT=4,ES=2,FR=1", ballots: "6", code: "votes-exceed-present", way: "record-arrivals"),
    Wrong(
      votes: "PT=5,ES=5,FR=1", ballots: "5", code: "too-many-marks", way: "count-over-marked",
      clause: "bodies.bureau.elected.ballot"),
  ]

  @Test(arguments: wrong)
  func `Numbers that cannot be are refused with the way out`(_ row: Wrong) throws {
    let refusal = try vote([
      "votes": row.votes, "ballots": row.ballots, "abstain": row.abstain, "invalid": row.invalid,
    ]).thenRefused(row.code, clause: row.clause)
    #expect(refusal.ways.first?.code == row.way)
  }

  @Test(arguments: [
    ("PT=PT+ES+FR,ES=PT", "too-many-marks", "bodies.bureau.elected.ballot"),
    ("PT=PT,CH=ES", "may-not-vote", "membership.classes.observer"),
    ("PT=PT,SE=ES", "delegation-not-present", nil), ("PT=PT,NO=ES", "delegation-unknown", nil),
    ("PT=IT", "not-candidate", nil),
  ])
  func `A ballot is that of a delegation in the room, with names that may stand on it`(
    _ row: (names: String, code: String, clause: String?)
  ) throws {
    try vote(["names": row.names]) { $0.isOpen = true }
      .thenRefused(row.code, clause: row.clause)
  }

  @Test(arguments: [(1, "PT=3,ES=1,FR=1", true), (1, "PT=3,ES=2,FR=1", false)])
  func `As many names stand on a ballot as the rule lets`(
    _ row: (marks: Int, votes: String, isAccepted: Bool)
  ) throws {
    let outcome = try vote(["votes": row.votes, "ballots": "5"]) { $0.marks = row.marks }
    if row.isAccepted {
      try outcome.then("election.counted")
    } else {
      try outcome.thenRefused("too-many-marks", clause: "bodies.bureau.elected.ballot")
    }
  }

  @Test(arguments: [
    ["votes": "PT=2"], ["ballots": "5", "names": "PT=PT"], ["abstain": "1"], [:],
  ])
  func `A round is told in one way, by numbers with the ballots or by names`(
    _ fields: [String: String]
  ) {
    let failure = #expect(throws: Failure.self) { try vote(fields) }
    #expect(failure?.code == .electionBallotsUnclear)
  }

  @Test(arguments: [
    ["votes": "PT=two", "ballots": "5"], ["votes": "PT=-1", "ballots": "5"],
    ["votes": "PT=9999999999", "ballots": "5"], ["votes": "PT", "ballots": "5"],
    ["votes": "PT=1,PT=2", "ballots": "5"], ["votes": "PT=1", "ballots": "-1"],
    ["names": "PT=FR+FR"], ["names": "PT=+FR"], ["names": "PT=FR,PT=ES"],
    ["names": "PT=F R"], ["names": "PT="],
  ])
  func `What has not the form of a vote is no vote`(_ fields: [String: String]) {
    #expect(throws: Failure.self) { try vote(fields) }
  }

  @Test func `The quorum is asked of the body that elects`() throws {
    let given = try Given(rules: .electing()).admitted(Self.states).open(present: "PT ES FR")
      .election(1, among: "PT ES")
    try given.when(
      "election vote",
      ["election": "E-1", "meeting": "plenary-1", "votes": "PT=2,ES=1", "ballots": "3"]
    ).thenRefused("quorum-missing", clause: "bodies.plenary.quorum")
  }

  @Test func `A round is held in a meeting of the body that elects`() throws {
    var rules = Rules.electing()
    rules.series = rules.series.map { series in
      var series = series
      series.body = "lead"
      return series
    }
    let refusal = try Given(rules: rules).admitted(Self.states).open(present: Self.states)
      .election(1, among: "PT ES").when(
        "election vote",
        ["election": "E-1", "meeting": "plenary-1", "votes": "PT=2,ES=1", "ballots": "3"]
      ).thenRefused("election-elsewhere")
    #expect(refusal.values["body"] == .text("plenary") && refusal.values["other"] == .text("lead"))
  }

  @Test func `Nobody is voted on where nobody stands`() throws {
    let given = try Given(rules: .electing()).admitted(Self.states).open(present: Self.states)
      .election(1)
    let refusal = try given.when(
      "election vote", ["election": "E-1", "meeting": "plenary-1", "votes": "PT=1", "ballots": "1"]
    ).thenRefused("nobody-stands")
    #expect(refusal.ways.map(\.code) == ["nominate-first", "close-election"])
  }

  @Test func `A past that was taken over keeps the round beside the objections`() throws {
    let decision = try given().when(
      "election vote",
      [
        "election": "E-1", "meeting": "plenary-1", "votes": "PT=5,ES=5,FR=1", "ballots": "5",
      ], takenOver: true
    ).result.get()
    #expect(decision.events.first?.event.type == "election.counted")
    #expect(decision.objections.map(\.code.name) == ["too-many-marks"])
  }
}
