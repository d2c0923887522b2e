import EventStore
import Governance
import Plugins
import TestKit
import Testing
import Values

/// Letters by a tick: one for each step, never twice, none once the matter is settled.
@Suite struct LetterTickTests {
  /// An action of PT, given on 1 March 2026 and due on 30 June.
  private func stage(_ reminders: String = "{before: [P30D, P7D], after: [P7D], source: charter}")
    throws -> ReminderStage
  {
    let stage = try ReminderStage([
      (
        "  outputs:\n",
        "  reminders: {actions: \(reminders), terms: {source: charter}, "
          + "confirmations: {source: charter}}\n  outputs:\n"
      )
    ])
    try stage.record(
      "meeting plan", ["series": ["plenary"], "from": ["2026-02-20"]], on: "2026-02-02")
    try stage.record("meeting convene", ["meeting": ["plenary-1"]], on: "2026-02-03")
    try stage.record(
      "meeting open", ["meeting": ["plenary-1"], "present": ["PT", "ES"]], on: "2026-02-20")
    try stage.record(
      "action assign",
      [
        "title": ["Questionnaire"], "owner": ["PT"], "due": ["2026-06-30"],
        "meeting": ["plenary-1"],
      ],
      on: "2026-02-20")
    return stage
  }

  @Test func `Each step of the rules writes one letter to each who is answerable`() throws {
    let stage = try stage()
    #expect(try stage.letters("2026-05-30") == [])
    #expect(
      try stage.letters("2026-05-31") == [
        "2026-05-31 actions action-1 before-P30D H-1",
        "2026-05-31 actions action-1 before-P30D H-2",
      ])
    #expect(try stage.letters("2026-06-22") == [])
    #expect(
      try stage.letters("2026-06-23") == [
        "2026-06-23 actions action-1 before-P7D H-1", "2026-06-23 actions action-1 before-P7D H-2",
      ])
    #expect(
      try stage.letters("2026-07-07") == [
        "2026-07-07 actions action-1 after-P7D H-1", "2026-07-07 actions action-1 after-P7D H-2",
      ])
    #expect(try stage.letters("2026-12-31") == [])
    #expect(stage.put == stage.delivered && stage.put.count == 6)
  }

  /// Restarts, a timer that ran often or not for weeks: the letters are the same.
  @Test(arguments: [
    ["2026-07-10"], ["2026-05-31", "2026-07-10"], ["2026-06-10", "2026-06-25", "2026-07-10"],
    [
      "2026-05-31", "2026-05-31", "2026-06-23", "2026-06-23", "2026-07-07", "2026-07-07",
      "2026-07-10",
    ],
  ])
  func `What was written does not depend on how often the timer ran`(_ days: [String]) throws {
    let stage = try stage()
    for day in days { try stage.tick(day) }
    let expected = ["before-P30D", "before-P7D", "after-P7D"].flatMap { step in
      ["H-1", "H-2"].map { "\(step) \($0)" }
    }
    let found = try stage.written().map {
      $0.split(separator: " ").suffix(2).joined(separator: " ")
    }
    #expect(found.sorted() == expected.sorted())
    #expect(stage.delivered.count == 6 && Set(stage.delivered).count == 6)
  }

  @Test(arguments: 1...12)
  func `Ticks on days by chance write each letter once`(_ seed: UInt64) throws {
    var chance = Seeded(seed: seed)
    let stage = try stage()
    let first = try #require(Day("2026-05-01"))
    let days = (0..<12).map { _ in first + .days(Int.random(in: 0...80, using: &chance)) }.sorted()
    for day in days { try stage.tick(day.description) }
    let last = try #require(days.last)
    let due = [("2026-05-31", 2), ("2026-06-23", 2), ("2026-07-07", 2)]
      .filter { $0.0 <= last.description }.reduce(0) { $0 + $1.1 }
    #expect(try stage.written().count == due)
    #expect(Set(try stage.written()).count == due)
  }

  @Test func `Once the action is done no letter follows, before its day or after`() throws {
    let stage = try stage()
    try stage.tick("2026-05-31")
    try stage.record(
      "action close", ["action": ["action-1"], "outcome": ["done"], "result": ["Sent"]],
      on: "2026-06-10")
    #expect(try stage.letters("2026-06-23") == [])
    #expect(try stage.letters("2026-08-01") == [])
    #expect(try stage.written().count == 2)
  }

  @Test func `A later day due begins its steps anew`() throws {
    let stage = try stage()
    try stage.tick("2026-06-23")
    try stage.record(
      "action extend",
      ["action": ["action-1"], "until": ["2026-09-30"], "reason": ["Answers are missing"]],
      on: "2026-06-24")
    #expect(try stage.letters("2026-07-07") == [])
    #expect(
      try stage.letters("2026-08-31") == [
        "2026-08-31 actions action-1 before-P30D H-1",
        "2026-08-31 actions action-1 before-P30D H-2",
      ])
  }

  @Test func `A letter is dated by its step and recorded on the day of the tick`() throws {
    let stage = try stage()
    try stage.tick("2026-06-02")
    let event = try #require(
      try stage.network.log.events(ofType: "letter.written", after: 0, limit: 1).first)
    #expect(event.data["on"] == "2026-05-31" && event.effective == Day("2026-06-02"))
  }

  @Test
  func `It is in the first language of the person that letters are written in, else the network's`()
    throws
  {
    let stage = try stage()
    try stage.tick("2026-05-31")
    let languages = try stage.network.log.events(ofType: "letter.written", after: 0, limit: 9)
      .map { $0.data["language"]?.text }
    #expect(languages == ["pt", "en"])
  }

  @Test func `Whom no letter reaches gets none, and gets it once there is an address`() throws {
    let stage = try stage()
    stage.unreachable = ["H-1"]
    #expect(
      try stage.letters("2026-05-31") == ["2026-05-31 actions action-1 before-P30D H-2"])
    stage.unreachable = []
    #expect(
      try stage.letters("2026-06-01") == ["2026-05-31 actions action-1 before-P30D H-1"])
  }

  @Test func `Whoever was erased gets none`() throws {
    let stage = try stage()
    try stage.record(
      "person erase", ["person": ["H-1"], "basis": ["GDPR art. 17"]], on: "2026-05-30")
    #expect(
      try stage.letters("2026-05-31") == ["2026-05-31 actions action-1 before-P30D H-2"])
  }

  @Test func `A trial tells the letters and neither records nor puts any away`() throws {
    let stage = try stage()
    let head = try stage.network.log.head()
    #expect(try stage.tick("2026-05-31", mode: .trial).count == 2)
    #expect(try stage.network.log.head() == head)
    #expect(stage.put.isEmpty && stage.mended == 0)
  }

  @Test func `What cannot be put away is not recorded, and comes with the next tick`() throws {
    let stage = try stage()
    let head = try stage.network.log.head()
    stage.failsToPut = true
    #expect(throws: ReminderStage.Fault.self) { try stage.tick("2026-05-31") }
    #expect(try stage.network.log.head() == head)
    stage.failsToPut = false
    #expect(try stage.letters("2026-05-31").count == 2)
  }

  @Test func `What was recorded and not handed over is left to the mending of the next tick`()
    throws
  {
    let stage = try stage()
    stage.failsToDeliver = true
    #expect(throws: ReminderStage.Fault.self) { try stage.tick("2026-05-31") }
    #expect(try stage.written().count == 2 && stage.put.count == 2)
    stage.failsToDeliver = false
    #expect(try stage.letters("2026-05-31") == [])
    #expect(stage.mended == 2 && stage.put.count == 2)
  }

  @Test func `A tick without a post writes no letter`() throws {
    let stage = try stage()
    let now = try #require(Instant("2026-05-31"))
    #expect(
      try Registrar(stage.network.log).tick(by: now, now: now, today: now.day, actor: "t").isEmpty)
  }

  @Test func `Letters alone can be written, without what else is due`() throws {
    let stage = try stage()
    try stage.record("census open", ["until": ["2026-05-01"]], on: "2026-04-01")
    let now = try #require(Instant("2026-05-31"))
    let registrar = Registrar(stage.network.log, zones: .utc)
    let written = try registrar.writeLetters(now: now, today: now.day, actor: "t", post: stage.post)
    #expect(Set(written.map(\.answer.act)) == ["outbox write"])
    #expect(try stage.tick("2026-05-31").map(\.answer.act) == ["census close"])
  }

  @Test
  func `A letter that a guard refuses is recorded as refused once, and the others are written`()
    throws
  {
    let guarded = """
      guards:
        - id: not-to-first
          on: [letter.written]
          source: assumption
          require: "payload.person != 'H-1'"
          message: {en: "Not to H-1."}

      """
    let stage = try ReminderStage([
      (
        "governance:\n", guarded + "governance:\n"
      ),
      (
        "  outputs:\n",
        "  reminders: {confirmations: {every: P90D, after: [P1D], source: charter}}\n  outputs:\n"
      ),
    ])
    let first = try stage.tick("2026-05-10")
    #expect(first.map(\.answer.verdict) == [.accepted, .refused, .accepted])
    #expect(stage.put.count == 2)
    let head = try stage.network.log.head()
    let second = try stage.tick("2026-05-10")
    #expect(second.map(\.answer.verdict) == [.refused] && second.first?.answer.isRepeated == true)
    #expect(try stage.network.log.head() == head)
  }

  @Test func `A letter that was struck is not written again`() throws {
    let stage = try stage()
    try stage.tick("2026-05-31")
    let event = try #require(
      try stage.network.log.events(ofType: "letter.written", after: 0, limit: 1).first)
    try stage.record(
      "event correct",
      ["event": ["\(event.position)"], "strike": ["true"], "reason": ["Sent by mistake"]],
      on: "2026-06-01")
    #expect(try stage.letters("2026-06-02") == [])
  }
}
