import Governance
import Plugins
import Testing
import Values

/// What a letter is in the log: its step, its facts, and the id that follows from them.
@Suite struct LetterTests {
  static func facts(
    _ about: ReminderRule.Matter = .terms, _ subject: String = "PT.contact_point.1",
    due: String = "2027-01-31", step: ReminderStep = .before(.days(60)),
    on: String = "2026-12-02", person: String = "H-1"
  ) throws -> LetterFacts {
    LetterFacts(
      about: about, subject: subject, due: try #require(Day(due)), step: step,
      on: try #require(Day(on)), person: try #require(PersonID(person)),
      member: MemberID("PT"), language: "pt")
  }

  @Test(arguments: [
    ("begin", ReminderStep.begin), ("before-P60D", .before(.days(60))),
    ("before-P1Y6M", .before(Period(years: 1, months: 6))), ("after-P7D", .after(.days(7))),
  ])
  func `A step is written in one word and read back`(_ row: (text: String, step: ReminderStep)) {
    #expect(row.step.text == row.text)
    #expect(ReminderStep(row.text) == row.step)
  }

  @Test(arguments: [
    "", "before", "after-", "begin-P1D", "before-soon", "until-P1D", "before-P2W", "Begin",
  ])
  func `Another word is no step`(_ text: String) { #expect(ReminderStep(text) == nil) }

  @Test(arguments: [
    (ReminderStep.begin, "2026-01-10"), (.before(.days(60)), "2026-12-02"),
    (.before(Period(months: 1)), "2026-12-31"), (.after(.days(7)), "2027-02-07"),
  ])
  func `The day of a step is counted from the day due, or is the first`(
    _ row: (step: ReminderStep, day: String)
  ) throws {
    let first = try #require(Day("2026-01-10"))
    let due = try #require(Day("2027-01-31"))
    #expect(row.step.day(since: first, due: due).description == row.day)
  }

  @Test func `The same step to the same person is the same letter, in whatever language`() throws {
    let facts = try Self.facts()
    let other = LetterFacts(
      about: facts.about, subject: facts.subject, due: facts.due, step: facts.step, on: facts.on,
      person: facts.person, language: "en", title: "A title")
    #expect(LetterID(of: facts, in: "ejcn") == LetterID(of: other, in: "ejcn"))
    #expect(LetterID(of: facts, in: "ejcn").text.utf8.count == 20)
  }

  @Test func `What is about something else, or to somebody else, is another letter`() throws {
    let letters = try [
      Self.facts(), Self.facts(.confirmations), Self.facts(.terms, "PT.contact_point.2"),
      Self.facts(due: "2027-02-01"), Self.facts(step: .before(.days(61))),
      Self.facts(step: .after(.days(60))), Self.facts(person: "H-2"),
    ]
    var ids = Set(letters.map { LetterID(of: $0, in: "ejcn") })
    ids.insert(LetterID(of: letters[0], in: "ciberred"))
    #expect(ids.count == letters.count + 1)
  }

  /// Made with `printf` and `sha256sum`: whoever keeps the log can name the letter without this program.
  @Test func `The id is the beginning of a digest of its six parts`() throws {
    let id = LetterID(of: try Self.facts(), in: "ejcn")
    #expect(id.text == "62742ca31aec57e007b5")
  }

  @Test func `An event keeps its facts, and leaves out what there is none of`() throws {
    let event = LetterEvent.written(try Self.facts())
    #expect(
      event.data == [
        "about": "terms", "subject": "PT.contact_point.1", "due": "2027-01-31",
        "step": "before-P60D", "on": "2026-12-02", "person": "H-1", "member": "PT",
        "language": "pt",
      ])
    #expect(try LetterEvent(type: event.type, data: event.data) == event)
    #expect(event.personal.isEmpty)
  }

  @Test(arguments: [
    ("about", "weather"), ("step", "soon"), ("due", "2027-02-30"), ("on", ""),
    ("person", "H 1"), ("member", ""),
  ])
  func `An event with a part that has not its form is not read`(
    _ row: (field: String, text: String)
  ) throws {
    var fields = try #require(LetterEvent.written(Self.facts()).data.fields)
    fields[row.field] = .text(row.text)
    #expect(throws: Failure.self) {
      try LetterEvent(type: "letter.written", data: .object(fields))
    }
  }

  @Test func `An event of another type is none of a letter`() throws {
    #expect(throws: Failure.self) {
      try LetterEvent(type: "letter.sent", data: LetterEvent.written(Self.facts()).data)
    }
  }
}
