import Governance
import Plugins
import TestKit
import Testing
import Values

/// A body votes on a motion: the decision is bound to its text, and ends it.
@Suite struct MotionVoteTests {
  private let text = "First.\n\nSecond point.\n\nThird."

  /// The first plenary sits with three members, and M-1 is debated, unless it shall wait for the debate.
  private func given(votable: Bool = true, body: String = "plenary", matter: String = "default")
    throws -> Given
  {
    try Given(rules: SampleRules.motionRules()).admitted("ES FR PT")
      .put(body: body, matter: matter, votable: votable).open(present: "ES FR PT")
  }

  private func fields(_ more: [String: String] = [:]) -> [String: String] {
    ["meeting": "plenary-1", "title": "Guide", "motion": "M-1", "for": "3"].merging(more) { $1 }
  }

  @Test func `An adopted motion has ended, and the decision has its words and its digest`() throws {
    let decision = try given().when("deliberation record", fields()).then(
      ["deliberation.adopted", "motion.decided"],
      ["motion": "M-1", "text": .text(text), "digest": .text(MotionText(text).digest)])
    let decided = try #require(decision.events.last)
    #expect(decided.key == EntityKey(category: "motion", id: "M-1"))
    #expect(
      decided.event.data == [
        "on": "2026-11-23", "deliberation": "D-1", "outcome": "adopted",
        "digest": .text(MotionText(text).digest), "from": "debated", "transition": "adopt",
        "to": "adopted",
      ])
  }

  @Test func `A rejected motion ends where the rules have a way for that`() throws {
    let decision = try given()
      .when("deliberation record", fields(["for": "1", "against": "2"]))
      .then(["deliberation.rejected", "motion.decided"])
    let data = decision.events.last?.event.data
    #expect(data?["outcome"] == "rejected" && data?["to"] == "rejected")
    #expect(data?["transition"] == "reject")
  }

  @Test func `Without a way for a rejection, a rejected motion stays where it is`() throws {
    let open: JSON = [
      "state": "debated", "final": false, "amendable": true,
      "adoption": ["transition": "adopt", "to": "adopted"],
    ]
    let given = try given(votable: false).moved(
      "motion.moved",
      [
        "on": "2026-06-03", "transition": "take_up", "from": "tabled", "to": "debated",
        "supporters": 1, "stage": open,
      ])
    let decision = try given.when("deliberation record", fields(["for": "1", "against": "2"]))
      .then(["deliberation.rejected", "motion.decided"])
    #expect(decision.events.last?.event.data["to"] == nil)
    #expect(decision.events.last?.event.data["from"] == "debated")
  }

  @Test func `A matter that is put in no motion is decided as before`() throws {
    let decision = try given()
      .when(
        "deliberation record", ["meeting": "plenary-1", "title": "Budget", "consensus": "true"]
      ).then("deliberation.adopted")
    #expect(decision.events.first?.event.data["motion"] == nil)
    #expect(decision.events.first?.event.data["digest"] == nil)
  }

  @Test func `Words that are given with the vote stand in the place of the motion's own`() throws {
    try given().when("deliberation record", fields(["text": "As circulated."]))
      .then(
        ["deliberation.adopted", "motion.decided"],
        ["text": "As circulated.", "digest": .text(MotionText(text).digest)])
  }

  @Test func `In a state without a vote nobody votes on a motion`() throws {
    let refusal = try given(votable: false).when("deliberation record", fields())
      .thenRefused("motion-not-for-vote")
    #expect(refusal.values["state"] == .text("tabled"))
    #expect(refusal.ways.map(\.code) == ["move-motion-first"])
  }

  @Test func `Another body than the one it was put to decides no motion`() throws {
    let refusal = try given(body: "bureau").when("deliberation record", fields())
      .thenRefused("motion-of-other-body")
    #expect(
      refusal.values["body"] == .text("bureau") && refusal.values["other"] == .text("plenary"))
    #expect(refusal.ways.map(\.code) == ["decide-in-body"])
  }

  @Test func `The kind of matter is that of the motion, so that its majority decides`() throws {
    let refusal = try given(matter: "rules")
      .when("deliberation record", fields(["matter": "default"]))
      .thenRefused("motion-on-other-matter")
    #expect(refusal.ways == [Note("give-matter", ["matter": .text("rules")])])
    for more in [["matter": "rules"], [:]] {
      try given(matter: "rules").when("deliberation record", fields(more))
        .then(["deliberation.adopted", "motion.decided"], ["matter": "rules"])
    }
  }

  @Test func `The digest of another text is refused, and the right one may be given`() throws {
    let refusal = try given()
      .when("deliberation record", fields(["digest": String(repeating: "0a", count: 32)]))
      .thenRefused("motion-other-text")
    #expect(refusal.values["digest"] == .text(MotionText(text).digest))
    #expect(refusal.ways.map(\.code) == ["leave-digest-out"])
    try given().when("deliberation record", fields(["digest": MotionText(text).digest]))
      .then(["deliberation.adopted", "motion.decided"])
  }

  @Test func `A motion that nobody knows, or that has ended, is not voted on`() throws {
    try given().when("deliberation record", fields(["motion": "M-2"]))
      .thenRefused("motion-unknown")
    let ended = try given().moved(
      "motion.decided",
      [
        "on": "2026-11-23", "deliberation": "D-7", "outcome": "adopted", "digest": "x",
        "from": "debated", "transition": "adopt", "to": "adopted",
      ])
    try ended.when("deliberation record", fields()).thenRefused("motion-ended")
  }

  @Test func `A vote that the rules refuse leaves the motion as it is`() throws {
    let outcome = try Given(rules: SampleRules.motionRules()).admitted("ES FR PT")
      .put(votable: true).open(present: "PT")
      .when("deliberation record", fields(["for": "1"]))
    try outcome.thenRefused("quorum-missing", clause: "bodies.plenary.quorum")
  }
}
