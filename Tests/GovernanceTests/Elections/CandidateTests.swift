import Governance
import Plugins
import TestKit
import Testing
import Values

/// Candidates are named by a member, accept, and may withdraw.
@Suite struct CandidateTests {
  private func given(until: String? = nil) throws -> Given {
    try Given(rules: .electing()).admitted("PT ES FR IT").admitted("CH", as: "observer")
      .election(2, among: "IT", until: until)
  }

  private func fields(_ member: String, by proposer: String? = nil) -> [String: String] {
    var fields = ["election": "E-1", "member": member]
    fields["proposer"] = proposer
    return fields
  }

  // MARK: - Naming

  @Test func `A member is named by another one, and stands when it has accepted`() throws {
    let named = try given().when("election nominate", fields("FR", by: "ES"))
      .then(
        "candidate.nominated", ["member": "FR", "proposer": "ES", "on": "2026-11-23"])
    let then = try given().recorded(named)
    try then.when("election accept", fields("FR"))
      .then("candidate.accepted", ["member": "FR", "on": "2026-11-23"])
  }

  @Test func `Who names itself has accepted`() throws {
    try given().when("election nominate", fields("FR", by: "FR"))
      .then(["candidate.nominated", "candidate.accepted"])
  }

  @Test(arguments: [
    ("CH", "ES", "may-not-stand", "bodies.bureau.elected"),
    ("NO", "ES", "may-not-stand", "bodies.bureau.elected"),
    ("FR", "CH", "may-not-propose", "membership.classes.observer"),
    ("IT", "ES", "candidate-already", nil),
  ])
  func `Who may stand and who may name is for the rights of the class`(
    _ row: (member: String, proposer: String, code: String, clause: String?)
  ) throws {
    try given().when("election nominate", fields(row.member, by: row.proposer))
      .thenRefused(row.code, clause: row.clause)
  }

  @Test func `Nobody who is unknown names anybody`() throws {
    try given().when("election nominate", fields("FR", by: "NO")).thenRefused("delegation-unknown")
  }

  @Test func `A candidate that has not accepted is not named again, but accepts`() throws {
    let named = try given().when("election nominate", fields("FR")).then("candidate.nominated")
    let refusal = try given().recorded(named).when("election nominate", fields("FR", by: "ES"))
      .thenRefused("candidate-already")
    #expect(refusal.ways.map(\.code) == ["accept-candidacy"])
  }

  @Test func `A member that keeps its seat is no candidate`() throws {
    let given = try Given(rules: .electing()).admitted("PT ES").election(1, staying: "PT")
    try given.when("election nominate", fields("PT")).thenRefused("candidate-stays")
    try given.when("election nominate", fields("ES")).then("candidate.nominated")
  }

  @Test(arguments: [("2026-11-23", true), ("2026-11-24", false)])
  func `Candidates are named until the last day, which belongs to it`(
    _ row: (day: String, isAccepted: Bool)
  ) throws {
    let outcome = try given(until: "2026-11-23")
      .when("election nominate", fields("FR"), on: row.day, today: row.day)
    guard !row.isAccepted else {
      try outcome.then("candidate.nominated")
      return
    }
    let refusal = try outcome.thenRefused("candidacy-late")
    #expect(refusal.values["until"] == .day(try #require(Day("2026-11-23"))))
  }

  // MARK: - Accepting and withdrawing

  @Test(arguments: [
    ("election accept", "IT", "candidate-stands"), ("election accept", "FR", "candidate-unknown"),
    ("election withdraw", "FR", "candidate-unknown"),
  ])
  func `Only a candidate takes a step, and once`(
    _ row: (act: String, member: String, code: String)
  ) throws {
    try given().when(row.act, fields(row.member)).thenRefused(row.code)
  }

  @Test func `A candidate withdraws with a reason and may be named again before the vote`() throws {
    let withdrawn = try given().when(
      "election withdraw", fields("IT").merging(["reason": "Ill"]) { $1 }
    ).then("candidate.withdrawn", ["member": "IT", "reason": "Ill"])
    let after = try given().recorded(withdrawn)
    for act in ["election withdraw", "election accept"] {
      let refusal = try after.when(act, fields("IT")).thenRefused("candidate-withdrew")
      #expect(refusal.ways.map(\.code) == ["nominate-first"])
    }
    try after.when("election nominate", fields("IT", by: "IT"))
      .then(["candidate.nominated", "candidate.accepted"])
  }

  @Test func `After the first round nobody is named and nobody accepts`() throws {
    let round = try Given(rules: .electing()).admitted("PT ES FR IT").open(present: "PT ES FR IT")
      .election(1, among: "PT ES")
    let counted = try round.when(
      "election vote",
      ["election": "E-1", "meeting": "plenary-1", "votes": "PT=2,ES=2", "ballots": "4"]
    ).then("election.counted")
    let after = try round.recorded(counted)
    for act in ["election nominate", "election accept"] {
      let refusal = try after.when(act, fields("FR")).thenRefused("election-voted")
      #expect(refusal.values["day"] == .day(try #require(Day("2026-11-23"))))
    }
    try after.when("election withdraw", fields("ES")).then("candidate.withdrawn")
  }

  @Test(arguments: [
    "election nominate", "election accept", "election withdraw", "election close",
  ])
  func `An election that is not there, not yet there or over takes no act`(_ act: String) throws {
    var fields = ["election": "E-9", "member": "FR"]
    if act == "election close" { fields["member"] = nil }
    try given().when(act, fields).thenRefused("election-unknown")
    fields["election"] = "E-1"
    try given().when(act, fields, on: "2026-11-01").thenRefused("election-later")
    let closing = ElectionClosing(
      on: try #require(PartialDay("2026-11-03")), elected: [], vacant: 2)
    let refusal = try given().elected(.closed(closing)).when(act, fields)
      .thenRefused("election-closed")
    #expect(refusal.ways.map(\.code) == ["explain-it", "open-another-election"])
  }
}
