import Governance
import Plugins
import TestKit
import Testing
import Values

/// A text is put to a body as a motion, and members stand behind it.
@Suite struct PutMotionTests {
  private func given() throws -> Given {
    try Given(rules: SampleRules.motionRules()).admitted("ES FR PT").admitted("MT", as: "observer")
  }

  private let fields = ["title": "Guide", "body": "plenary", "text": " One. \n\n\nTwo.\n"]

  @Test func `A motion begins in the first state of the rules, with its text and digest`() throws {
    let decision = try given().when("motion put", fields, on: "2026-06-01").then(
      "motion.put",
      [
        "on": "2026-06-01", "body": "plenary", "title": "Guide", "matter": "default",
        "text": "One.\n\nTwo.", "digest": .text(MotionText("One.\n\nTwo.").digest),
        "stage": ["state": "tabled", "final": false, "amendable": true],
      ])
    #expect(decision.events.first?.key == EntityKey(category: "motion", id: "M-1"))
    #expect(decision.events.first?.event.data["member"] == nil)
    #expect(decision.derivations.isEmpty && decision.notes.isEmpty)
  }

  @Test func `Motions are numbered one after the other`() throws {
    let decision = try given().put().when("motion put", fields).then("motion.put")
    #expect(decision.events.first?.key.id == "M-2")
  }

  @Test func `A member whose class may propose puts one in its own name, and says why`() throws {
    try given().when(
      "motion put",
      fields.merging(["member": "PT", "reason": "The law changed", "matter": "rules"]) { $1 }
    ).then(
      "motion.put", ["member": "PT", "reason": "The law changed", "matter": "rules"])
  }

  @Test func `A member whose class may not propose puts none and supports none`() throws {
    let refusal = try given().when("motion put", fields.merging(["member": "MT"]) { $1 })
      .thenRefused("may-not-propose", clause: "membership.classes.observer")
    #expect(refusal.ways.map(\.code) == ["leave-delegation-out"])
    try given().put().when("motion support", ["motion": "M-1", "member": "MT"])
      .thenRefused("may-not-propose", clause: "membership.classes.observer")
  }

  @Test func `A state that is no member puts nothing`() throws {
    try given().when("motion put", fields.merging(["member": "NO"]) { $1 })
      .thenRefused("delegation-unknown")
  }

  @Test func `Where the rules lay down no cycle, there are no motions`() throws {
    let refusal = try Given(rules: SampleRules.rules()).when("motion put", fields)
      .thenRefused("motions-unruled")
    #expect(refusal.ways.map(\.code) == ["lay-down-motions"])
    #expect(refusal.code.exit == .refused)
  }

  @Test func `A body that there is not, or that decides nothing, gets no motion`() throws {
    let unknown = try given().when("motion put", fields.merging(["body": "council"]) { $1 })
      .thenRefused("body-unknown")
    #expect(unknown.ways.map(\.code) == ["use-one-of"])
    try given().when("motion put", fields.merging(["body": "board"]) { $1 })
      .thenRefused("motion-body-decides-nothing", clause: "motions")
  }

  @Test func `A kind of matter that is nearly one of the rules was meant as that one`() throws {
    try given().when("motion put", fields.merging(["matter": "rule"]) { $1 })
      .thenRefused("matter-misspelt", clause: "bodies.plenary.decides.default")
    let noted = try given().when("motion put", fields.merging(["matter": "budget"]) { $1 })
      .then("motion.put")
    #expect(noted.notes.map(\.code) == ["matter-by-default"])
  }

  @Test(arguments: [
    (" ", "expected.text"), ("\n\n", "expected.text"),
    (String(repeating: "x\n\n", count: 501), "form.paragraphs"),
  ])
  func `A text without a paragraph, or with too many, is no motion`(
    _ text: String, _ form: String
  ) throws {
    let failure = #expect(throws: Failure.self) {
      _ = try given().when("motion put", fields.merging(["text": text]) { $1 })
    }
    #expect(failure?.code == .fieldMalformed)
    #expect(failure?.values["form"] == .word(form))
  }

  @Test func `As many paragraphs as there may be are taken`() throws {
    let most = String(repeating: "x\n\n", count: 500)
    try given().when("motion put", fields.merging(["text": most]) { $1 }).then("motion.put")
  }

  @Test func `A member supports a motion of another one once`() throws {
    let given = try given().put(by: "PT")
    try given.when("motion support", ["motion": "M-1", "member": "ES"], on: "2026-06-02")
      .then("motion.supported", ["on": "2026-06-02", "member": "ES"])
    try given.supported(by: "ES").when("motion support", ["motion": "M-1", "member": "ES"])
      .thenRefused("motion-supported-already")
    try given.supported(by: "ES").when("motion support", ["motion": "M-1", "member": "FR"])
      .then("motion.supported")
  }

  @Test func `Nobody supports a motion of its own, and whose is nobody's can be supported by all`()
    throws
  {
    let refusal = try given().put(by: "PT")
      .when("motion support", ["motion": "M-1", "member": "PT"]).thenRefused("motion-own-support")
    #expect(refusal.ways.map(\.code) == ["leave-delegation-out"])
    try given().put(by: nil).when("motion support", ["motion": "M-1", "member": "PT"])
      .then("motion.supported")
  }

  @Test func `A motion that nobody put, or that was put later, is supported by nobody`() throws {
    let refusal = try given().when("motion support", ["motion": "M-9", "member": "ES"])
      .thenRefused("motion-unknown")
    #expect(refusal.code.exit == .notFound && refusal.ways.map(\.code) == ["see-list"])
    let early = try given().put()
      .when("motion support", ["motion": "M-1", "member": "ES"], on: "2026-05-31")
      .thenRefused("motion-later")
    #expect(early.ways.map(\.code) == ["give-later-day"])
    #expect(early.code.exit == .badData)
  }
}
