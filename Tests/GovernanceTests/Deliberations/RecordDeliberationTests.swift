import Governance
import Plugins
import TestKit
import Testing
import Values

@Suite struct RecordDeliberationTests {
  /// The 25 member states of the European Judicial Cybercrime Network.
  private static let states =
    "AT BE BG HR CZ DE DK EE ES FI FR GR HU IE IT LT LU LV NL PL PT RO SE SI SK"
  private let given: Given
  private let decides = "bodies.plenary.decides"

  init() throws {
    given = try Given(rules: .sample).admitted(Self.states).admitted("NO", as: "observer")
      .open(present: Self.states)
  }

  private func fields(_ more: [String: String]) -> [String: String] {
    ["meeting": "plenary-1", "title": "On e-evidence"].merging(more) { $1 }
  }

  private func small(present: String = "AT BE BG CZ DE") throws -> Given {
    try Given(rules: .sample).admitted("AT BE BG CZ DE").admitted("NO", as: "observer")
      .open(present: present)
  }

  @Test func `A consensus adopts, with quorum and rule in the derivation`() throws {
    let decision =
      try given
      .when("deliberation record", fields(["consensus": "true", "text": "We agree."]))
      .then(
        "deliberation.adopted",
        [
          "meeting": "plenary-1", "body": "plenary", "title": "On e-evidence",
          "matter": "default", "text": "We agree.", "method": "consensus", "entitled": 25,
          "present": 25,
        ])
    #expect(decision.events.first?.key.id == "D-1")
    #expect(decision.derivations.map(\.question) == ["quorum", "consensus"])
    #expect(
      decision.derivations.last.map { JSON.object($0.inputs) } == [
        "matter": "default", "method": "consensus_first", "entitled": 25, "present": 25,
      ])
    #expect(decision.derivations.map(\.holds) == [true, true])
  }

  @Test func `Thirteen of twenty-five adopt where more than half of all is asked`() throws {
    let decision =
      try given
      .when("deliberation record", fields(["for": "13", "against": "10", "abstain": "2"]))
      .then(
        "deliberation.adopted",
        [
          "method": "counts",
          "votes": ["for": 13, "against": 10, "abstain": 2, "recused": 0, "represented": 0],
        ])
    #expect(
      decision.derivations.last.map { JSON.object($0.inputs) } == [
        "matter": "default", "entitled": 25, "present": 25, "represented": 0, "recused": 0,
        "for": 13, "against": 10, "abstain": 2, "cast": 25, "abstentions": "counted", "valid": 25,
        "base_of": "all_members", "base": 25, "strictness": "more_than", "threshold": "1/2",
        "needed": 13, "tie": "rejected",
      ])
  }

  @Test func `Twelve of twenty-five reject, also with nobody against`() throws {
    let decision =
      try given.when("deliberation record", fields(["for": "12"]))
      .then("deliberation.rejected", ["method": "counts"])
    #expect(decision.derivations.last?.holds == false)
    #expect(decision.derivations.last?.inputs["needed"] == 13)
  }

  @Test(arguments: ["default", "rules", "election"])
  func `No vote for and none against never adopts`(_ matter: String) throws {
    try given
      .when("deliberation record", fields(["for": "0", "against": "0", "matter": matter]))
      .then("deliberation.rejected", ["matter": .text(matter)])
    try given
      .when("deliberation record", fields(["abstain": "25", "matter": matter]))
      .then("deliberation.rejected")
  }

  @Test func `A matter with a rule of its own is decided by it`() throws {
    let seventeen =
      try given
      .when("deliberation record", fields(["for": "17", "matter": "rules"]))
      .then("deliberation.adopted")
    #expect(seventeen.derivations.last?.clause.id == "\(decides).rules")
    try given.when("deliberation record", fields(["for": "16", "matter": "rules"]))
      .then("deliberation.rejected")
  }

  @Test func `A matter without a rule of its own falls to the default`() throws {
    let decision =
      try given
      .when("deliberation record", fields(["for": "13", "matter": "programme"]))
      .then("deliberation.adopted", ["matter": "programme"])
    #expect(decision.derivations.last?.clause.id == "\(decides).default")
  }

  @Test func `Deliberations are numbered through`() throws {
    let resolution = Resolution(
      meeting: try #require(MeetingID("plenary-1")), body: "plenary", title: "First",
      method: .consensus)
    let decision = try given.happened(
      .adopted(resolution), to: try #require(DeliberationID("D-1"))
    )
    .when("deliberation record", fields(["consensus": "true"])).then("deliberation.adopted")
    #expect(decision.events.first?.key.id == "D-2")
  }

  @Test func `A quorum lost between two items blocks the second until somebody returns`() throws {
    let before = try small(present: "AT BE BG")
    try before.when("deliberation record", fields(["for": "3"])).then("deliberation.adopted")
    let bulgaria = try #require(MemberID("BG"))
    let lost = try before.met(1, .departed(Departure(member: bulgaria)))
    for ballot in [["for": "2"], ["consensus": "true"]] {
      let refusal = try lost.when("deliberation record", fields(ballot))
        .thenRefused("quorum-missing", clause: "bodies.plenary.quorum")
      #expect(refusal.values["found"] == .int(2))
      #expect(refusal.values["needed"] == .int(3))
      #expect(refusal.ways == [Note("more-delegations", ["count": .int(1)])])
      #expect(refusal.derivation?.inputs["present_members"] == ["AT", "BE"])
    }
    let norway = try #require(MemberID("NO"))
    try lost.met(1, .arrived(Arrival(member: norway)))
      .when("deliberation record", fields(["for": "2"]))
      .thenRefused("quorum-missing", clause: "bodies.plenary.quorum")
    try lost.met(1, .arrived(Arrival(member: bulgaria)))
      .when("deliberation record", fields(["for": "3"])).then("deliberation.adopted")
  }

  @Test func `There are no more votes than delegations that may vote`() throws {
    let refusal = try small(present: "AT BE BG NO")
      .when("deliberation record", fields(["for": "3", "abstain": "1"]))
      .thenRefused("votes-exceed-present")
    #expect(refusal.values["votes"] == .int(4))
    #expect(refusal.values["present"] == .int(3))
  }

  @Test func `Votes by names are counted, and the recused have none`() throws {
    let decision = try small().met(
      1, .departed(Departure(member: try #require(MemberID("DE"))))
    ).met(
      1,
      .arrived(Arrival(member: try #require(MemberID("DE")), representedBy: "deputy"))
    )
    .when(
      "deliberation record",
      fields(["names": "AT=for,BE=for,BG=for,CZ=recused,DE=abstain", "dissent": "DE=We doubt."])
    )
    .then(
      "deliberation.adopted",
      [
        "method": "names",
        "votes": ["for": 3, "against": 0, "abstain": 1, "recused": 1, "represented": 1],
        "names": [
          ["member": "AT", "vote": "for"], ["member": "BE", "vote": "for"],
          ["member": "BG", "vote": "for"], ["member": "CZ", "vote": "recused"],
          ["member": "DE", "vote": "abstain"],
        ], "dissent": [["member": "DE", "text": "We doubt."]],
      ])
    #expect(decision.derivations.last?.inputs["recused"] == 1)
    #expect(decision.derivations.last?.inputs["represented"] == 1)
    #expect(decision.derivations.last?.inputs["base"] == 5)
    #expect(decision.derivations.last?.inputs["cast"] == 4)
  }

  @Test func `An observer does not vote, by the clause of its class`() throws {
    let outcome = try small(present: "AT BE BG NO")
      .when("deliberation record", fields(["names": "AT=for,BE=for,NO=for"]))
    try outcome.thenRefused("may-not-vote", clause: "membership.classes.observer")
    #expect(try outcome.result.get().events.map(\.event.type) == ["deliberation.rejected"])
  }

  @Test func `Whoever is not in the room does not vote`() throws {
    try small(present: "AT BE BG")
      .when("deliberation record", fields(["names": "AT=for,CZ=for"]))
      .thenRefused("delegation-not-present")
    try small().when("deliberation record", fields(["names": "AT=for,US=for"]))
      .thenRefused("delegation-unknown")
  }

  @Test func `Whoever does not sit in the body does not vote`() throws {
    var rules = Rules.sample
    rules.series[0].body = "board"
    rules.bodies[1].decisions = rules.bodies[0].decisions
    let board = try Given(rules: rules).admitted("PT ES AT").open(present: "PT ES AT")
    try board.when("deliberation record", fields(["names": "PT=for,AT=for"]))
      .thenRefused("not-in-body")
    try board.when("deliberation record", fields(["names": "PT=for,ES=for"]))
      .then("deliberation.adopted", ["body": "board", "entitled": 3, "present": 2])
  }

  @Test func `A matter that needs a vote is not decided by consensus`() throws {
    let refusal =
      try given
      .when("deliberation record", fields(["consensus": "true", "matter": "rules"]))
      .thenRefused("vote-needed", clause: "\(decides).rules")
    #expect(refusal.ways == [Note("record-votes")])
  }

  @Test func `A matter that needs consensus is not decided by a vote`() throws {
    let refusal =
      try given
      .when("deliberation record", fields(["for": "25", "matter": "admission"]))
      .thenRefused("consensus-needed", clause: "\(decides).admission")
    #expect(refusal.ways == [Note("record-consensus")])
    try given.when("deliberation record", fields(["consensus": "true", "matter": "admission"]))
      .then("deliberation.adopted")
  }

  @Test func `The chair decides a tie where the rule says so, and must`() throws {
    let tie = ["for": "8", "against": "8", "abstain": "9", "matter": "election"]
    try given.when("deliberation record", fields(tie))
      .thenRefused("chair-vote-missing", clause: "\(decides).election")
    try given.when("deliberation record", fields(tie.merging(["chair-vote": "for"]) { $1 }))
      .then("deliberation.adopted", ["chair_vote": "for"])
    try given.when("deliberation record", fields(tie.merging(["chair-vote": "against"]) { $1 }))
      .then("deliberation.rejected", ["chair_vote": "against"])
  }

  @Test func `The chair decides nothing else`() throws {
    try given
      .when(
        "deliberation record",
        fields(["for": "8", "against": "7", "matter": "election", "chair-vote": "for"])
      )
      .thenRefused("chair-vote-without-tie")
    try given
      .when("deliberation record", fields(["for": "8", "against": "8", "chair-vote": "for"]))
      .thenRefused("chair-may-not-decide", clause: "\(decides).default")
    try given.when("deliberation record", fields(["for": "8", "against": "8"]))
      .then("deliberation.rejected")
  }

  @Test func `A body without a way of deciding decides nothing`() throws {
    var rules = Rules.sample
    rules.bodies[0].decisions = []
    try Given(rules: rules).admitted("AT BE BG").open(present: "AT BE BG")
      .when("deliberation record", fields(["for": "3"]))
      .thenRefused("body-decides-nothing")
  }

  @Test func `A deliberation happens in an open meeting`() throws {
    let planned = try given.planned(2, from: "2026-12-20")
    let record = ["meeting": "plenary-2", "title": "x", "consensus": "true"]
    try planned.when("deliberation record", record).thenRefused("meeting-not-open")
    try given.when("deliberation record", record).thenRefused("meeting-unknown")
    let on = PartialDay(day("2026-11-24"))
    try given.met(1, .closed(Closing(on: on, time: nil)))
      .when("deliberation record", fields(["for": "1"])).thenRefused("meeting-closed-already")
    try planned.met(2, .cancelled(Cancellation(on: on, reason: "x")))
      .when("deliberation record", record, on: "2016", takenOver: true)
      .thenRefused("meeting-cancelled-already")
  }

  @Test(arguments: [
    [:], ["consensus": "true", "for": "1"], ["names": "AT=for", "for": "1"],
    ["names": "AT=for", "consensus": "true"],
  ])
  func `How it was decided is said exactly once`(_ ballot: [String: String]) throws {
    let error = #expect(throws: Failure.self) {
      try given.when("deliberation record", fields(ballot))
    }
    #expect(error?.code == .ballotUnclear)
  }

  @Test(arguments: [
    ["for": "-1"], ["for": "x"], ["names": "AT=maybe"], ["names": "AT"],
    ["for": "1", "digest": "abc"], ["for": "1", "chair-vote": "maybe"],
    ["for": "1", "digest": String(repeating: "G", count: 64)],
  ])
  func `Values without the form of their field fail`(_ ballot: [String: String]) throws {
    let error = #expect(throws: Failure.self) {
      try given.when("deliberation record", fields(ballot))
    }
    #expect(error?.code == .fieldMalformed)
  }

  @Test func `The digest of the document is kept`() throws {
    let digest = String(repeating: "0f", count: 32)
    try given
      .when("deliberation record", fields(["for": "17", "matter": "rules", "digest": digest]))
      .then("deliberation.adopted", ["digest": .text(digest)])
  }

  @Test func `A past of which nothing is known is taken over with a note`() throws {
    let outcome = try given.planned(2, from: "2017-04-06")
      .when(
        "deliberation record", ["meeting": "plenary-2", "title": "Programme", "consensus": "true"],
        on: "2017-04-07", takenOver: true)
    let decision = try outcome.then("deliberation.adopted", ["title": "Programme"])
    #expect(decision.events.first?.event.data["present"] == nil)
    #expect(decision.notes == [Note("attendance-unknown", ["meeting": .text("plenary-2")])])
    #expect(decision.derivations.map(\.question) == ["consensus"])
  }

  @Test func `A past decided against its rules keeps event and objection`() throws {
    let outcome =
      try given
      .when(
        "deliberation record", fields(["for": "20", "against": "1", "matter": "admission"]),
        takenOver: true)
    let decision = try outcome.result.get()
    #expect(decision.events.map(\.event.type) == ["deliberation.rejected"])
    #expect(decision.objections.map(\.code.name) == ["consensus-needed"])
  }

  @Test func `A matter is put off without a quorum`() throws {
    try small(present: "AT")
      .when(
        "deliberation defer", ["meeting": "plenary-1", "title": "Data", "reason": "No papers"]
      )
      .then(
        "deliberation.deferred",
        [
          "meeting": "plenary-1", "body": "plenary", "title": "Data", "matter": "default",
          "reason": "No papers",
        ])
    try given.planned(2, from: "2026-12-20")
      .when("deliberation defer", ["meeting": "plenary-2", "title": "Data", "reason": "x"])
      .thenRefused("meeting-not-open")
  }
}
