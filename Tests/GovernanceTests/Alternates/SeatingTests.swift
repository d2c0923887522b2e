import EventStore
import Governance
import Plugins
import TestKit
import Testing
import Values

/// Whose vote counts for a member: the holder's while there, else that of the alternate who acts.
@Suite struct SeatingTests {
  private let clause = "seats.contact_point"

  private func given(under rules: Rules = .sample, away: [String] = []) throws -> Given {
    let seat = try #require(SeatID("PT.contact_point.1"))
    let from = try #require(PartialDay("2026-02-10"))
    var given = try Given(rules: rules).admitted("PT ES MT").registered(4)
      .seated("PT.contact_point.1=H-1 ES.contact_point.1=H-4").open(present: "PT ES MT")
    for (rank, person) in ["H-2", "H-3"].enumerated() {
      let naming = AlternateNaming(
        person: try #require(PersonID(person)), rank: rank + 1, from: from)
      given = try given.happened(SeatEvent.alternate(.named(naming)), to: seat, on: "2026-02-10")
    }
    for person in away {
      let absence = Absence(person: try #require(PersonID(person)), from: from)
      given = try given.happened(SeatEvent.alternate(.absent(absence)), to: seat, on: "2026-02-10")
    }
    return given
  }

  private func fields(_ voters: String) -> [String: String] {
    [
      "meeting": "plenary-1", "title": "On e-evidence", "names": "PT=for,ES=for,MT=against",
      "voters": voters,
    ]
  }

  @Test(
    arguments: [
      (["H-1"], "H-2", nil), (["H-1"], "H-1", "actor-away"),
      (["H-1"], "H-3", "alternate-not-called"),
      ([], "H-1", nil), ([], "H-2", "alternate-not-called"),
      (["H-1", "H-2"], "H-3", nil), (["H-1", "H-2"], "H-2", "actor-away"),
      (["H-2"], "H-1", nil), (["H-2"], "H-2", "actor-away"),
    ] as [([String], String, String?)])
  func
    `With the holder away the alternate's vote counts and the holder's does not, and the reverse`(
      _ away: [String], _ voter: String, _ code: String?
    ) throws
  {
    let outcome = try given(away: away).when("deliberation record", fields("PT=\(voter)"))
    guard let code else {
      let decision = try outcome.then("deliberation.adopted")
      let acting = decision.derivations.filter { $0.question == "acting" }
      #expect(acting.map(\.clause.id) == [clause])
      #expect(acting.map(\.holds) == [true])
      return
    }
    let refusal = try outcome.thenRefused(code, clause: clause)
    #expect(refusal.derivation?.holds == false)
    #expect(refusal.ways.first?.code == "let-act")
  }

  @Test func `The derivation names holder, those away and who acts, so that anybody can tell`()
    throws
  {
    let decision = try given(away: ["H-1"]).when("deliberation record", fields("PT=H-2"))
      .then("deliberation.adopted")
    let inputs = decision.derivations.first { $0.question == "acting" }?.inputs
    #expect(
      inputs.map { JSON.object($0) } == [
        "seat": "PT.contact_point.1", "person": "H-2", "holder": "H-1", "away": ["H-1"],
        "acting": "H-2",
      ])
  }

  @Test func `Who voted stands in the resolution, and nothing stands where nobody said it`() throws
  {
    let decision = try given().when("deliberation record", fields("PT=H-1,ES=H-4"))
      .then("deliberation.adopted")
    #expect(
      decision.events.first?.event.data["voters"] == [
        ["member": "PT", "person": "H-1"], ["member": "ES", "person": "H-4"],
      ])
    let silent = try given().when(
      "deliberation record", fields("").filter { $0.key != "voters" }
    ).then("deliberation.adopted")
    #expect(silent.events.first?.event.data["voters"] == nil)
    #expect(silent.derivations.allSatisfy { $0.question != "acting" })
  }

  @Test func `The count is the same, whoever gives the vote`() throws {
    let own = try given().when("deliberation record", fields("PT=H-1")).then("deliberation.adopted")
    let alternate = try given(away: ["H-1"]).when("deliberation record", fields("PT=H-2"))
      .then("deliberation.adopted")
    #expect(own.events.first?.event.data["votes"] == alternate.events.first?.event.data["votes"])
  }

  @Test(arguments: [
    ("PT=H-4", "not-seated"), ("PT=H-9", "not-seated"), ("FR=H-1", "voter-without-vote"),
  ])
  func `A voter has a seat of the member, and the member a vote`(_ voter: String, _ code: String)
    throws
  {
    try given().when("deliberation record", fields(voter)).thenRefused(code)
  }

  @Test func `Votes by counts have no voters`() throws {
    let fields = ["meeting": "plenary-1", "title": "Budget", "for": "3", "voters": "PT=H-1"]
    try given().when("deliberation record", fields).thenRefused("voter-without-vote")
  }

  @Test(arguments: ["PT=H 1", "PT", "PT=H-1,PT=H-2"])
  func `A voter is a member and a person, each member once`(_ voters: String) {
    #expect(throws: Failure.self) {
      try given().when("deliberation record", fields(voters))
    }
  }

  @Test(
    arguments: [
      (["H-1"], "H-2", nil), (["H-1"], "H-1", "actor-away"), ([], "H-2", "alternate-not-called"),
      ([], "H-1", nil),
    ] as [([String], String, String?)])
  func `Who sits for a member that arrives is the holder, or who acts`(
    _ away: [String], _ person: String, _ code: String?
  ) throws {
    let left = MeetingEvent.departed(Departure(member: try #require(MemberID("PT"))))
    let outcome = try given(away: away).met(1, left).when(
      "attendance arrive", ["meeting": "plenary-1", "member": "PT", "person": person])
    if let code {
      try outcome.thenRefused(code, clause: clause)
    } else {
      let decision = try outcome.then("delegation.arrived", ["member": "PT"])
      #expect(decision.events.first?.event.data["person"] == .text(person))
    }
  }

  @Test(
    arguments: [
      (["H-1"], "PT=H-2", nil), (["H-1"], "PT=H-1", "actor-away"),
      ([], "PT=H-2", "alternate-not-called"), ([], "PT=H-1", nil), ([], "PT=H-4", "not-seated"),
      ([], "ES=H-4", "voter-without-vote"),
    ] as [([String], String, String?)])
  func `Who answers for a member in a written procedure is the holder, or who acts`(
    _ away: [String], _ voters: String, _ code: String?
  ) throws {
    let opening: JSON = [
      "rule": "plain", "kind": "written", "body": "plenary", "title": "Seal", "matter": "default",
      "papers": [], "addressees": ["ES", "MT", "PT"], "record_date": "2026-11-20",
      "at": "2026-11-20T09:00:00Z", "zone": "UTC", "urgent": false,
    ]
    let outcome = try given(under: SampleRules.procedureRules(), away: away).proceeded(
      ProcedureEvent(type: "procedure.opened", data: opening), on: "2026-11-20"
    ).when("procedure answer", ["procedure": "P-1", "names": "PT=for", "voters": voters])
    guard let code else {
      let decision = try outcome.then("procedure.answered", ["member": "PT"])
      #expect(decision.events.first?.event.data["person"]?.text == voters.suffix(3).description)
      #expect(decision.derivations.filter { $0.question == "acting" }.map(\.holds) == [true])
      return
    }
    let isRule = ["actor-away", "alternate-not-called"].contains(code)
    try outcome.thenRefused(code, clause: isRule ? clause : nil)
  }

  @Test func `A past that is taken over keeps the vote, and what the rule has against it`() throws {
    let outcome = try given().when(
      "deliberation record", fields("PT=H-2"), takenOver: true)
    let decision = try outcome.result.get()
    #expect(decision.objections.map(\.code.name) == ["alternate-not-called"])
    #expect(decision.events.first?.event.data["voters"] != nil)
  }

  @Test func `Through the log, an absence decides who votes, and its end decides it anew`() throws {
    let network = try SampleNetwork.sitting()
    for name in ["Ana Sousa", "Rui Melo"] { try network.record("person add", ["name": [name]]) }
    let seat = ["PT.contact_point.1"]
    try network.record(
      "seat appoint", ["member": ["PT"], "kind": ["contact_point"], "person": ["H-1"]],
      on: "2026-02-01")
    try network.record("alternate appoint", ["seat": seat, "person": ["H-2"]], on: "2026-02-01")
    let vote = { (voter: String) in
      try network.record(
        "deliberation record",
        [
          "meeting": ["plenary-1"], "title": ["On \(voter)"], "names": ["PT=for", "ES=for"],
          "voters": ["PT=\(voter)"],
        ], on: "2026-03-20"
      ).verdict
    }
    #expect(try [vote("H-1"), vote("H-2")] == [.accepted, .refused])
    try network.record("seat excuse", ["seat": seat], on: "2026-03-20")
    #expect(try [vote("H-1"), vote("H-2")] == [.refused, .accepted])
    try network.record("seat attend", ["seat": seat], on: "2026-03-20")
    #expect(try [vote("H-1"), vote("H-2")] == [.accepted, .refused])
  }
}
