import Governance
import Plugins
import TestKit
import Testing
import Values

/// What kind of matter a deliberation is on, and what follows where the rules do not know the word.
@Suite struct MatterTests {
  private let given: Given

  init() throws {
    given = try Given(rules: .sample).admitted("AT BE BG CZ DE").open(present: "AT BE BG CZ DE")
  }

  private func record(_ more: [String: String]) throws -> Given.Outcome {
    try given.when(
      "deliberation record",
      ["meeting": "plenary-1", "title": "Guide"].merging(more) { $1 })
  }

  // MARK: - Words that the rules do not know

  @Test(arguments: [
    ("rule", "rules"), ("ruels", "rules"), ("electio", "election"), ("elction", "election"),
    ("admision", "admission"), ("defautl", "default"),
  ])
  func `A misspelt matter is refused with the one that was meant`(
    _ row: (written: String, meant: String)
  ) throws {
    let refusal = try record(["matter": row.written, "for": "5"])
      .thenRefused("matter-misspelt", clause: "bodies.plenary.decides.default")
    #expect(refusal.values["nearest"] == .text(row.meant))
    #expect(
      refusal.ways == [
        Note("use-one-of", ["known": .list(["default", "rules", "election", "admission"])])
      ])
  }

  @Test(arguments: ["programme", "budget", "guideline", "x"])
  func `A matter of which the rules say nothing is decided as every other, and that is said`(
    _ matter: String
  ) throws {
    let decision = try record(["matter": matter, "for": "3"])
      .then("deliberation.adopted", ["matter": .text(matter)])
    #expect(
      decision.notes == [
        Note(
          "matter-by-default",
          ["matter": .text(matter), "clause": .text("bodies.plenary.decides.default")])
      ])
  }

  @Test(arguments: ["default", "rules", "election"])
  func `A matter that the rules know is decided without a word about it`(_ matter: String) throws {
    let decision = try record(["matter": matter, "for": "5"]).then("deliberation.adopted")
    #expect(decision.notes == [])
  }

  @Test func `A past with a misspelt matter is taken over with what stands against it`() throws {
    let outcome = try given.when(
      "deliberation record",
      ["meeting": "plenary-1", "title": "Guide", "matter": "ruels", "for": "5"],
      takenOver: true)
    let decision = try outcome.result.get()
    #expect(decision.events.map(\.event.type) == ["deliberation.adopted"])
    #expect(decision.objections.map(\.code.name) == ["matter-misspelt"])
  }

  // MARK: - The chair's vote

  @Test(arguments: ["for", "against"])
  func `A consensus takes no vote of the chair`(_ vote: String) {
    #expect {
      try record(["consensus": "true", "chair-vote": vote])
    } throws: { error in
      (error as? Failure)?.code.name == "chair-vote-on-consensus"
    }
  }

  @Test func `A consensus without it is recorded`() throws {
    try record(["consensus": "true"]).then("deliberation.adopted", ["method": "consensus"])
  }

  @Test func `On a count the chair's vote is judged by the rule as before`() throws {
    try record(["for": "3", "against": "1", "chair-vote": "for"])
      .thenRefused("chair-vote-without-tie")
  }

  // MARK: - What rests on a deliberation

  /// The draft of a programme, and a deliberation of the plenary on a matter.
  private func decided(_ matter: String, body: String = "plenary") throws -> Given {
    let resolution = Resolution(
      meeting: try #require(MeetingID("plenary-1")), body: body, title: "Guide", matter: matter,
      method: .consensus)
    return try given.happened(.adopted(resolution), to: try #require(DeliberationID("D-1")))
  }

  private let subgroup = [
    "subgroup": "cloud", "title": "Cloud", "mandate": "Study", "by": "D-1",
  ]

  @Test(arguments: ["default", "budget", "programme"])
  func `What default decides is fit wherever the rules ask for default`(_ matter: String) throws {
    try decided(matter).when("subgroup add", subgroup).then("subgroup.created")
  }

  @Test(arguments: ["rules", "election", "admission"])
  func `What another rule decides is not`(_ matter: String) throws {
    let refusal = try decided(matter).when("subgroup add", subgroup)
      .thenRefused("deliberation-unfit", clause: "subgroups")
    #expect(refusal.values["needed_matter"] == .text("default"))
  }

  @Test func `Another body is not fit, whatever the matter`() throws {
    try decided("default", body: "board").when("subgroup add", subgroup)
      .thenRefused("deliberation-unfit", clause: "subgroups")
  }
}
