import Governance
import Plugins
import TestKit
import Testing
import Values

/// Each amendment is voted on before the motion, and the motion in the text that comes of it.
@Suite struct AmendmentVoteTests {
  private func given() throws -> Given {
    try Given(rules: SampleRules.motionRules()).admitted("ES FR PT").put(votable: true)
      .amended(1, "replace", 2, text: "Other point.", by: "ES").amended(2, "strike", 2, by: "FR")
      .amended(3, "insert", 3, text: "Fourth.").open(present: "ES FR PT")
  }

  private func fields(_ more: [String: String] = [:]) -> [String: String] {
    ["meeting": "plenary-1", "title": "Guide", "motion": "M-1"].merging(more) { $1 }
  }

  @Test func `A vote decides one amendment, with its words and its numbers`() throws {
    let decision = try given()
      .when("deliberation record", fields(["amendment": "1", "for": "2", "against": "1"]))
      .then(
        ["deliberation.adopted", "amendment.decided"],
        ["motion": "M-1", "amendment": 1, "text": "Other point."])
    #expect(decision.events.first?.event.data["digest"] == nil)
    #expect(
      decision.events.last?.event.data == [
        "on": "2026-11-23", "number": 1, "deliberation": "D-1", "outcome": "adopted", "for": 2,
        "against": 1, "abstain": 0,
      ])
  }

  @Test func `A consensus adopts an amendment without numbers, and votes reject one`() throws {
    let agreed = try given()
      .when("deliberation record", fields(["amendment": "3", "consensus": "true"]))
      .then(["deliberation.adopted", "amendment.decided"])
    #expect(agreed.events.last?.event.data["for"] == nil)
    let rejected = try given()
      .when("deliberation record", fields(["amendment": "2", "for": "1", "against": "2"]))
      .then(["deliberation.rejected", "amendment.decided"])
    #expect(rejected.events.last?.event.data["outcome"] == "rejected")
    #expect(rejected.events.first?.event.data["text"] == nil)
  }

  @Test func `A motion is not voted on while amendments wait, and they are named`() throws {
    let refusal = try given().when("deliberation record", fields(["for": "3"]))
      .thenRefused("amendments-open")
    #expect(refusal.values["amendments"] == .list(["1", "2", "3"]))
    #expect(refusal.ways.map(\.code) == ["decide-amendment", "withdraw-amendment"])
    #expect(refusal.ways.first?.values["first"] == .text("1"))
  }

  @Test func `What collides with an adopted amendment has fallen, and holds no vote up`() throws {
    let given = try given().voted(1, "adopted", by: "D-7").voted(3, "rejected", by: "D-8")
    let refusal =
      try given
      .when("deliberation record", fields(["amendment": "2", "for": "3"]))
      .thenRefused("amendment-fallen")
    #expect(refusal.values["others"] == .list(["1"]))
    let text = MotionText("First.\n\nOther point.\n\nThird.")
    let decision = try given.when("deliberation record", fields(["for": "3"])).then(
      ["deliberation.adopted", "motion.decided"],
      ["text": .text(text.text), "digest": .text(text.digest)])
    #expect(decision.events.last?.event.data["digest"] == .text(text.digest))
  }

  @Test func `The digest that is given with a vote is that of the amended text`() throws {
    let given = try given().voted(1, "rejected", by: "D-7").voted(2, "adopted", by: "D-8")
      .voted(3, "adopted", by: "D-9")
    let digest = MotionText("First.\n\nThird.\n\nFourth.").digest
    try given.when("deliberation record", fields(["for": "3", "digest": digest]))
      .then(["deliberation.adopted", "motion.decided"])
    let former = MotionText("First.\n\nSecond point.\n\nThird.").digest
    try given.when("deliberation record", fields(["for": "3", "digest": former]))
      .thenRefused("motion-other-text")
  }

  @Test func `An amendment that was decided, or that there is not, is not voted on`() throws {
    try given().voted(1, "rejected", by: "D-7")
      .when("deliberation record", fields(["amendment": "1", "for": "3"]))
      .thenRefused("amendment-decided")
    try given().when("deliberation record", fields(["amendment": "9", "for": "3"]))
      .thenRefused("amendment-unknown")
  }

  @Test func `An amendment is decided where the motion itself is not ready for a vote`() throws {
    try Given(rules: SampleRules.motionRules()).admitted("ES FR PT").put()
      .amended(1, "strike", 2).open(present: "ES FR PT")
      .when("deliberation record", fields(["amendment": "1", "for": "3"]))
      .then(["deliberation.adopted", "amendment.decided"])
  }

  @Test func `An amendment without its motion is no vote on anything`() throws {
    let failure = #expect(throws: Failure.self) {
      _ = try given().when(
        "deliberation record",
        ["meeting": "plenary-1", "title": "x", "amendment": "1", "for": "3"])
    }
    #expect(failure?.code == .fieldMissing && failure?.values["field"] == .text("motion"))
  }

  private func vote(_ amendment: Int?) -> DeliberationEvent {
    .adopted(
      Resolution(
        meeting: sitting, body: "plenary", title: "Guide", method: .consensus,
        circumstances: .init(subject: .init(motion: motion, amendment: amendment))))
  }

  private let sitting: MeetingID
  private let motion: MotionID

  init() throws {
    sitting = try #require(MeetingID("plenary-1"))
    motion = try #require(MotionID("M-1"))
  }

  @Test func `The vote on an amendment is annulled as long as its motion is not decided`() throws {
    let id = try #require(DeliberationID("D-1"))
    let given = try given().happened(vote(1), to: id).voted(1, "adopted", by: "D-1")
    try given.when("deliberation annul", ["deliberation": "D-1", "reason": "Miscounted"])
      .then(["deliberation.annulled", "motion.reopened"])
    let decided = try given.moved(
      "motion.decided",
      [
        "on": "2026-11-23", "deliberation": "D-4", "outcome": "adopted", "digest": "x",
        "from": "debated", "transition": "adopt", "to": "adopted",
      ])
    let refusal =
      try decided
      .when("deliberation annul", ["deliberation": "D-1", "reason": "Miscounted"])
      .thenRefused("amendment-settled")
    #expect(refusal.values["deliberation"] == .text("D-4"))
    #expect(refusal.ways.map(\.code) == ["annul-first"])
  }

  @Test func `An annulled vote opens the amendment again`() throws {
    let given = try given().voted(1, "adopted", by: "D-1")
      .moved("motion.reopened", ["on": "2026-11-23", "deliberation": "D-1"])
    try given.when("deliberation record", fields(["amendment": "1", "for": "3"]))
      .then(["deliberation.adopted", "amendment.decided"])
    try given.when("deliberation record", fields(["amendment": "2", "for": "3"]))
      .then(["deliberation.adopted", "amendment.decided"])
  }
}
