import Governance
import Plugins
import TestKit
import Testing
import Values

/// Changes to numbered paragraphs are proposed and taken back.
@Suite struct AmendmentTests {
  private func given() throws -> Given {
    try Given(rules: SampleRules.motionRules()).admitted("ES FR PT").admitted("MT", as: "observer")
      .put()
  }

  private func fields(_ more: [String: String]) -> [String: String] {
    ["motion": "M-1"].merging(more) { $1 }
  }

  static let changes: [(fields: [String: String], data: JSON)] = [
    (
      ["paragraph": "2", "text": "New."], ["change": "replace", "first": 2, "text": "New."]
    ),
    (
      ["paragraph": "1", "last": "3", "text": "a\n\n\nb"],
      ["change": "replace", "first": 1, "last": 3, "text": "a\n\nb"]
    ),
    (["paragraph": "3", "strike": "true"], ["change": "strike", "first": 3]),
    (
      ["paragraph": "2", "last": "3", "strike": "true"],
      ["change": "strike", "first": 2, "last": 3]
    ),
    (
      ["paragraph": "0", "text": "x", "insert": "true"],
      ["change": "insert", "first": 0, "text": "x"]
    ),
    (
      ["paragraph": "3", "text": "x", "insert": "true"],
      ["change": "insert", "first": 3, "text": "x"]
    ),
  ]

  @Test(arguments: changes)
  func `An amendment replaces, strikes or inserts paragraphs`(
    _ row: (fields: [String: String], data: JSON)
  ) throws {
    let decision = try given().when("motion amend", fields(row.fields), on: "2026-06-02")
      .then("amendment.proposed", row.data)
    let event = try #require(decision.events.first)
    #expect(event.key == EntityKey(category: "motion", id: "M-1"))
    #expect(event.event.data["number"] == 1 && event.event.data["on"] == "2026-06-02")
    #expect(event.event.data["last"] == row.data["last"])
    #expect(event.event.data["text"] == row.data["text"])
    #expect(decision.notes.isEmpty && decision.derivations.isEmpty)
  }

  @Test(arguments: [
    ["paragraph": "2"], ["paragraph": "2", "text": "x", "strike": "true"],
    ["paragraph": "2", "insert": "true"], ["paragraph": "2", "insert": "true", "strike": "true"],
    ["paragraph": "1", "last": "2", "text": "x", "insert": "true"],
  ])
  func `What it does is said exactly once`(_ given: [String: String]) throws {
    let failure = #expect(throws: Failure.self) {
      _ = try self.given().when("motion amend", fields(given))
    }
    #expect(failure?.code.name == "amendment-unclear" && failure?.code.exit == .usage)
  }

  @Test(arguments: [
    ["paragraph": "0", "text": "x"], ["paragraph": "4", "text": "x"],
    ["paragraph": "-1", "strike": "true"], ["paragraph": "3", "last": "2", "text": "x"],
    ["paragraph": "1", "last": "4", "strike": "true"],
    ["paragraph": "4", "text": "x", "insert": "true"],
    ["paragraph": "999999999", "last": "999999999", "strike": "true"],
  ])
  func `A paragraph that the motion does not have is not amended`(_ given: [String: String]) throws
  {
    let refusal = try self.given().when("motion amend", fields(given))
      .thenRefused("amendment-outside")
    #expect(refusal.values["count"] == .int(3) && refusal.code.exit == .badData)
    #expect(refusal.ways.map(\.code) == ["see-motion-text"])
  }

  @Test func `Amendments to one paragraph are reported as colliding, and numbered on`() throws {
    let first = try given().amended(1, "replace", 2, text: "a")
    let second = try first.when("motion amend", fields(["paragraph": "2", "text": "b"]))
      .then("amendment.proposed", ["number": 2])
    #expect(
      second.notes == [
        Note("amendments-collide", ["amendment": .int(2), "others": .list(["1"])])
      ])
    let third = try first.when("motion amend", fields(["paragraph": "3", "text": "b"]))
      .then("amendment.proposed", ["number": 2])
    #expect(third.notes.isEmpty)
  }

  @Test func `One that was taken back or rejected collides with nothing`() throws {
    let given = try given().amended(1, "replace", 2, text: "a").amended(2, "strike", 2)
      .moved("amendment.withdrawn", ["on": "2026-06-03", "number": 1])
      .voted(2, "rejected", by: "D-1")
    let decision = try given.when("motion amend", fields(["paragraph": "2", "text": "b"]))
      .then("amendment.proposed", ["number": 3])
    #expect(decision.notes.isEmpty)
  }

  @Test func `A member whose class may not propose amends nothing`() throws {
    try given().when("motion amend", fields(["paragraph": "2", "text": "x", "member": "MT"]))
      .thenRefused("may-not-propose", clause: "membership.classes.observer")
    try given().when("motion amend", fields(["paragraph": "2", "text": "x", "member": "ES"]))
      .then("amendment.proposed", ["member": "ES"])
  }

  @Test func `In a state whose text is closed nothing is amended`() throws {
    let closed = try given().moved(
      "motion.moved",
      [
        "on": "2026-06-03", "transition": "scrub", "from": "tabled", "to": "legal-scrubbing",
        "supporters": 0, "stage": ["state": "legal-scrubbing", "final": false, "amendable": false],
      ])
    let refusal = try closed.when("motion amend", fields(["paragraph": "2", "text": "x"]))
      .thenRefused("motion-not-amendable")
    #expect(refusal.values["state"] == .text("legal-scrubbing"))
    try given().when("motion amend", ["motion": "M-7", "paragraph": "2", "text": "x"])
      .thenRefused("motion-unknown")
  }

  @Test func `A motion takes as many words as anybody can read, and no more`() throws {
    let long = String(repeating: "x", count: 19_990)
    var given = try given()
    for number in 1...5 { given = try given.amended(number, "insert", 1, text: long) }
    try given.when("motion amend", fields(["paragraph": "1", "text": "short"]))
      .then("amendment.proposed")
    let refusal = try given.when("motion amend", fields(["paragraph": "1", "text": long]))
      .thenRefused("amendments-full")
    #expect(refusal.values["largest"] == .int(100_000))
  }

  @Test func `A motion has no more amendments than anybody can vote on`() throws {
    var given = try given()
    for number in 1...200 { given = try given.amended(number, "insert", 1, text: "x") }
    let refusal = try given.when("motion amend", fields(["paragraph": "1", "strike": "true"]))
      .thenRefused("amendments-full")
    #expect(refusal.values["most"] == .int(200))
  }

  @Test func `An amendment is taken back without a rule for it, and then decided no more`() throws {
    let given = try given().amended(1, "replace", 2, text: "a")
    try given.when(
      "motion withdraw", ["motion": "M-1", "amendment": "1", "reason": "Settled"],
      on: "2026-06-03"
    ).then("amendment.withdrawn", ["number": 1, "on": "2026-06-03", "reason": "Settled"])
    let gone = try given.moved("amendment.withdrawn", ["on": "2026-06-03", "number": 1])
    try gone.when("motion withdraw", ["motion": "M-1", "amendment": "1"])
      .thenRefused("amendment-decided")
    let refusal = try gone.when("motion withdraw", ["motion": "M-1", "amendment": "2"])
      .thenRefused("amendment-unknown")
    #expect(refusal.code.exit == .notFound && refusal.ways.map(\.code) == ["see-amendments"])
  }
}
