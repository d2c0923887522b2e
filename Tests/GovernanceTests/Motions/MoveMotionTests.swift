import Governance
import Plugins
import TestKit
import Testing
import Values

/// A motion goes the ways that the rules lay down, and no others.
@Suite struct MoveMotionTests {
  private func given(_ edits: [(String, String)] = []) throws -> Given {
    try Given(rules: SampleRules.motionRules(edits)).admitted("ES FR PT")
  }

  private func debated(_ edits: [(String, String)] = []) throws -> Given {
    try given(edits).put(votable: true)
  }

  @Test func `A motion moves on by a way of the rules, which is kept with what follows there`()
    throws
  {
    let decision = try given().put().supported(by: "ES")
      .when("motion move", ["motion": "M-1", "to": "debated", "reason": "Time"], on: "2026-06-03")
      .then(
        "motion.moved",
        [
          "on": "2026-06-03", "transition": "take_up", "from": "tabled", "to": "debated",
          "supporters": 1, "reason": "Time",
          "stage": [
            "state": "debated", "final": false, "amendable": true,
            "adoption": ["transition": "adopt", "to": "adopted"],
            "rejection": ["transition": "reject", "to": "rejected"],
          ],
        ])
    let derivation = try #require(decision.derivations.first)
    #expect(derivation.question == "motion-step" && derivation.holds)
    #expect(derivation.clause.id == "motions.transitions.take_up")
    #expect(derivation.inputs["supporters"] == 1 && derivation.inputs["needed"] == 1)
    #expect(derivation.inputs["roles"] == ["–"] && derivation.inputs["actor"] == "secretariat")
  }

  @Test(arguments: ["adopted", "withdrawn", "tabled", "legal-scrubbing", ""])
  func `A way that the rules do not have is refused with those that they have`(_ state: String)
    throws
  {
    guard !state.isEmpty else {
      #expect(throws: Failure.self) {
        _ = try given().put().when("motion move", ["motion": "M-1", "to": ""])
      }
      return
    }
    let refusal = try given().put().supported(by: "ES")
      .when("motion move", ["motion": "M-1", "to": state])
      .thenRefused("motion-way-undefined", clause: "motions")
    #expect(refusal.values["from"] == .text("tabled") && refusal.values["to"] == .text(state))
    #expect(refusal.ways == [Note("use-one-of", ["known": .list(["debated"])])])
  }

  @Test func `Where only a vote or a withdrawal leads on, the refusal says so`() throws {
    let edits = [
      (
        "      send_back: {from: [debated], to: tabled, on: move, by: [chair, board], "
          + "source: assumption}\n", ""
      )
    ]
    let refusal = try debated(edits).when("motion move", ["motion": "M-1", "to": "tabled"])
      .thenRefused("motion-way-undefined", clause: "motions")
    #expect(refusal.ways.map(\.code) == ["end-motion"])
  }

  @Test func `A state that was added to the rules is one more way, and needs no other program`()
    throws
  {
    let decision = try debated(SampleRules.scrubbing)
      .when("motion move", ["motion": "M-1", "to": "legal-scrubbing"])
      .then("motion.moved", ["to": "legal-scrubbing", "transition": "scrub"])
    #expect(decision.events.first?.event.data["stage"]?["adoption"]?["transition"] == "adopt")
    try debated().when("motion move", ["motion": "M-1", "to": "legal-scrubbing"])
      .thenRefused("motion-way-undefined", clause: "motions")
  }

  @Test(arguments: ["secretariat", "PT", ""])
  func `Whoever a way does not name lets no motion take it`(_ actor: String) throws {
    let refusal = try debated()
      .when("motion move", ["motion": "M-1", "to": "tabled"], as: actor)
      .thenRefused("motion-not-entitled", clause: "motions.transitions.send_back")
    #expect(refusal.values["actor"] == .text(actor))
    #expect(refusal.values["roles"] == .list(["chair", "board"]))
    #expect(refusal.derivation?.holds == false)
    #expect(refusal.ways == [Note("record-as", ["roles": .list(["chair", "board"])])])
  }

  @Test(arguments: ["chair", "board"])
  func `Each role that a way names lets a motion take it`(_ actor: String) throws {
    let decision = try debated()
      .when("motion move", ["motion": "M-1", "to": "tabled"], as: actor)
      .then("motion.moved", ["transition": "send_back"])
    #expect(decision.derivations.first?.inputs["roles"] == ["chair", "board"])
  }

  @Test(arguments: [(2, ["ES"], 1), (3, ["ES", "FR"], 1), (2, [], 2)])
  func `Too few supporters hold a motion back, with how many are missing`(
    _ row: (needed: Int, members: [String], missing: Int)
  ) throws {
    var given = try given([("supporters: 1", "supporters: \(row.needed)")]).put()
    for member in row.members { given = try given.supported(by: member) }
    let refusal = try given.when("motion move", ["motion": "M-1", "to": "debated"])
      .thenRefused("motion-unsupported", clause: "motions.transitions.take_up")
    #expect(refusal.values["found"] == .int(row.members.count))
    #expect(refusal.values["needed"] == .int(row.needed))
    #expect(refusal.ways.first?.values["missing"] == .int(row.missing))
    #expect(refusal.derivation?.holds == false)
  }

  @Test func `The member whose motion it is does not count as a supporter, nor does one twice`()
    throws
  {
    let given = try given().put(by: "PT").supported(by: "PT")
    try given.when("motion move", ["motion": "M-1", "to": "debated"])
      .thenRefused("motion-unsupported", clause: "motions.transitions.take_up")
    let twice = try self.given([("supporters: 1", "supporters: 2")]).put(by: "PT")
      .supported(by: "ES").supported(by: "ES")
    try twice.when("motion move", ["motion": "M-1", "to": "debated"])
      .thenRefused("motion-unsupported", clause: "motions.transitions.take_up")
  }

  @Test func `A motion is taken back where the rules let it, and has then ended`() throws {
    try given().put()
      .when("motion withdraw", ["motion": "M-1", "reason": "Settled"], on: "2026-06-04")
      .then(
        "motion.withdrawn",
        [
          "transition": "take_back", "from": "tabled", "to": "withdrawn", "supporters": 0,
          "stage": ["state": "withdrawn", "final": true, "amendable": false],
        ])
    let refusal = try given([("take_back: {from: [debated, tabled]", "take_back: {from: [tabled]")])
      .put(votable: true).when("motion withdraw", ["motion": "M-1"])
      .thenRefused("motion-not-withdrawable", clause: "motions")
    #expect(refusal.ways.map(\.code) == ["decide-motion"])
  }

  @Test(arguments: [
    ("motion move", ["motion": "M-1", "to": "debated"]), ("motion withdraw", ["motion": "M-1"]),
    ("motion support", ["motion": "M-1", "member": "FR"]),
  ])
  func `Nothing happens to a motion that has ended`(_ row: (act: String, fields: [String: String]))
    throws
  {
    let ended = try given().put().moved(
      "motion.withdrawn",
      [
        "on": "2026-06-04", "transition": "take_back", "from": "tabled", "to": "withdrawn",
        "supporters": 0, "stage": Given.stage("withdrawn", final: true),
      ])
    let refusal = try ended.when(row.act, row.fields).thenRefused("motion-ended")
    #expect(refusal.values["state"] == .text("withdrawn"))
    #expect(refusal.ways.map(\.code) == ["explain-it", "put-anew"])
  }

  @Test(arguments: [
    ("motion move", ["motion": "M-1", "to": "debated"]), ("motion withdraw", ["motion": "M-1"]),
  ])
  func `An unknown motion, and rules without a cycle, stop every way`(
    _ row: (act: String, fields: [String: String])
  ) throws {
    try given().when(row.act, row.fields).thenRefused("motion-unknown")
    try Given(rules: SampleRules.rules()).put().when(row.act, row.fields)
      .thenRefused("motions-unruled")
  }

  @Test func `A past that is taken over keeps what the rules have against a way as an objection`()
    throws
  {
    let outcome = try given().put()
      .when("motion move", ["motion": "M-1", "to": "debated"], takenOver: true)
    let decision = try outcome.result.get()
    #expect(decision.objections.map(\.code.name) == ["motion-unsupported"])
    #expect(decision.events.map(\.event.type) == ["motion.moved"])
  }
}
