import Governance
import Plugins
import TestKit
import Testing
import Values

/// A draft that nobody adopted can be taken back, and the same programme is drafted once.
@Suite struct WithdrawProgrammeTests {
  private static let draft = ["title": "Work", "from": "2026-01-01"]
  private static let id = ProgrammeID("programme-1")

  private func facts() throws -> ProgrammeDraft {
    ProgrammeDraft(
      title: "Work", from: try #require(Day("2026-01-01")), until: try #require(Day("2027-12-31")),
      topics: [])
  }

  private func drafted() throws -> Given {
    try Given(rules: .sample).happened(.drafted(try facts()), to: try #require(Self.id))
  }

  private func withdrawn() throws -> Given {
    let withdrawal = ProgrammeWithdrawal(
      on: try #require(PartialDay("2026-02-01")), reason: "Twice")
    return try drafted().happened(
      .withdrawn(withdrawal), to: try #require(Self.id), on: "2026-02-01")
  }

  private func adopted() throws -> Given {
    let adoption = ProgrammeAdoption(
      on: try #require(PartialDay("2026-02-01")),
      deliberation: try #require(DeliberationID("D-1")))
    return try drafted().happened(.adopted(adoption), to: try #require(Self.id))
  }

  @Test func `A draft is taken back with the reason`() throws {
    let decision = try drafted()
      .when("programme withdraw", ["programme": "programme-1", "reason": "Drafted twice"])
      .then("programme.withdrawn", ["on": "2026-11-23", "reason": "Drafted twice"])
    #expect(decision.events.map(\.key.id) == ["programme-1"])
  }

  @Test func `Neither an unknown nor an adopted programme is taken back, nor one twice`() throws {
    let fields = ["programme": "programme-1", "reason": "No need"]
    try Given(rules: .sample).when("programme withdraw", fields).thenRefused("programme-unknown")
    let adopted = try adopted().when("programme withdraw", fields)
      .thenRefused("programme-adopted-already")
    #expect(adopted.ways.map(\.code) == ["correct-event"])
    let again = try withdrawn().when("programme withdraw", fields)
      .thenRefused("programme-withdrawn")
    #expect(again.ways.map(\.code) == ["draft-anew", "correct-event"])
    #expect(again.values["on"] == .day(day("2026-02-01")))
  }

  @Test(arguments: [
    ("programme adopt", ["programme": "programme-1", "by": "D-1"]),
    ("programme add", ["programme": "programme-1", "title": "Train judges"]),
    ("programme report", ["action": "programme-1.1", "text": "Done"]),
    ("programme close", ["action": "programme-1.1", "outcome": "done"]),
  ])
  func `On a draft that was taken back nothing rests`(
    _ row: (act: String, fields: [String: String])
  )
    throws
  {
    try withdrawn().when(row.act, row.fields).thenRefused("programme-withdrawn")
  }

  @Test(arguments: [
    (["title": "Work"], true), (["title": "WORK"], true), (["title": "Other work"], false),
    (["from": "2026-01-02"], false),
  ])
  func `The same title for the same days is the same programme`(
    _ row: (changed: [String: String], isSame: Bool)
  ) throws {
    let outcome = try drafted().when("programme draft", Self.draft.merging(row.changed) { $1 })
    guard row.isSame else {
      try outcome.then("programme.drafted")
      return
    }
    let refusal = try outcome.thenRefused("programme-drafted-already")
    #expect(refusal.values["programme"] == .text("programme-1"))
    #expect(refusal.ways.map(\.code) == ["withdraw-draft", "give-other-title"])
  }

  @Test func `One that was adopted is not drafted again, and cannot be taken back for it`() throws {
    let refusal = try adopted().when("programme draft", Self.draft)
      .thenRefused("programme-drafted-already")
    #expect(refusal.ways.map(\.code) == ["give-other-title"])
  }

  @Test func `After a withdrawal the programme can be drafted anew, under the next number`() throws
  {
    let decision = try withdrawn().when("programme draft", Self.draft).then("programme.drafted")
    #expect(decision.events.map(\.key.id) == ["programme-2"])
  }

  @Test func `What was withdrawn stands in the state, and a state without it is read`() throws {
    var programme = Programme(id: try #require(Self.id))
    let mark = Mark(position: 1, effective: try #require(Day("2026-01-10")))
    programme.evolve(with: .drafted(try facts()), at: mark)
    let before = programme.state
    #expect(before["withdrawal"] == nil && programme.isOpen)
    let withdrawal = ProgrammeWithdrawal(
      on: try #require(PartialDay("2026-02")), reason: "Twice")
    programme.evolve(with: .withdrawn(withdrawal), at: Mark(position: 2, effective: mark.effective))
    #expect(!programme.isOpen)
    #expect(try Programme(id: programme.id, state: programme.state) == programme)
    #expect(try Programme(id: programme.id, state: before).withdrawal == nil)
  }
}
