import Governance
import Plugins
import TestKit
import Testing
import Values

/// What stands against a letter: its day, its rule, its person, and that it was written already.
@Suite struct WriteLetterTests {
  private func given() throws -> Given { try Given(rules: .sample).registered(2) }

  private func write(
    _ facts: LetterFacts, _ given: Given? = nil, today: String = "2026-12-02"
  ) throws -> Given.Outcome {
    try (given ?? self.given())
      .when("outbox write", ["letter": facts.data.canonicalText], on: today, today: today)
  }

  @Test func `A letter is recorded under the id that follows from it, with the rule behind it`()
    throws
  {
    let facts = try LetterTests.facts()
    let decision = try write(facts).then("letter.written", facts.data)
    #expect(
      decision.events.first?.key
        == EntityKey(category: "letter", id: LetterID(of: facts, in: "sample").text))
    let derivation = try #require(decision.derivations.first)
    #expect(derivation.question == "reminder" && derivation.holds)
    #expect(derivation.clause == Clause(id: "reminders.terms", source: .assumption))
    #expect(derivation.inputs["steps"] == ["before-P60D"])
    #expect(derivation.inputs["letter_on"] == "2026-12-02")
  }

  @Test func `No personal word stands in the event`() throws {
    let event = try write(LetterTests.facts()).then("letter.written").events.first
    #expect(event?.event.personal.isEmpty == true)
    #expect(event?.event.data["person"] == "H-1")
  }

  @Test func `A letter that was written is not written again`() throws {
    let facts = try LetterTests.facts()
    let earlier = try given().happened(
      .written(facts), to: LetterID(of: facts, in: "sample"), on: "2026-12-02")
    let refusal = try write(facts, earlier, today: "2026-12-03").thenRefused("letter-written")
    #expect(refusal.values["day"] == .day(try #require(Day("2026-12-02"))))
    #expect(refusal.ways.map(\.code) == ["write-again"])
  }

  @Test func `A letter is not written before its day, and is from then on`() throws {
    try write(LetterTests.facts(), today: "2026-12-01").thenRefused("letter-early")
    for day in ["2026-12-02", "2026-12-03", "2027-03-01"] {
      try write(LetterTests.facts(), today: day).then("letter.written")
    }
  }

  @Test(arguments: [
    ReminderStep.before(.days(59)), .before(.days(61)), .after(.days(60)), .begin,
  ])
  func `A step that the rules do not have is objected to, with those that they have`(
    _ step: ReminderStep
  ) throws {
    let refusal = try write(LetterTests.facts(step: step))
      .thenRefused("letter-step-unknown", clause: "reminders.terms")
    #expect(refusal.derivation?.holds == false)
    #expect(refusal.derivation?.inputs["step"] == .text(step.text))
    #expect(!refusal.ways.isEmpty)
  }

  @Test(arguments: [ReminderRule.Matter.census, .terms])
  func `Only a census writes with its beginning`(_ about: ReminderRule.Matter) throws {
    let outcome = try write(LetterTests.facts(about, step: .begin))
    if about == .census {
      try outcome.then("letter.written")
    } else {
      try outcome.thenRefused("letter-step-unknown", clause: "reminders.terms")
    }
  }

  @Test func `An obligation has the periods of its own rule besides`() throws {
    var rules = Rules.sample
    rules.obligations = try SampleObligations.rules().obligations
    let own = try #require(rules.obligations.first?.remind.first)
    let facts = try LetterTests.facts(
      .obligations, "directory-updated:8", step: .before(own))
    try Given(rules: rules).registered(1)
      .when(
        "outbox write", ["letter": facts.data.canonicalText], on: "2026-12-02",
        today: "2026-12-02"
      ).then("letter.written")
  }

  @Test func `Nobody who is unknown or erased gets a letter`() throws {
    try write(LetterTests.facts(person: "H-3")).thenRefused("person-unknown")
    let erased = try given().happened(
      .erased(PersonErasure(basis: "GDPR art. 17", reason: nil)), to: #require(PersonID("H-1")))
    try write(LetterTests.facts(), erased).thenRefused("person-erased")
  }

  @Test(arguments: ["", "{}", "[]", "x", "{\"about\":\"terms\"}", "null"])
  func `A text that describes no letter is refused before anything is decided`(_ text: String)
    throws
  {
    let kind = try #require(ActCatalogue.command(named: "outbox write")).kind
    #expect(throws: Failure.self) { try WriteLetter(ActInput(kind, ["letter": [text]])) }
  }

  @Test func `A letter with more than its own keys is refused`() throws {
    var fields = try #require(LetterTests.facts().data.fields)
    fields["address"] = "ana@example.org"
    let text = JSON.object(fields).canonicalText
    #expect(throws: Failure.self) {
      try WriteLetter(ActInput(WriteLetter.kind, ["letter": [text]]))
    }
  }
}
