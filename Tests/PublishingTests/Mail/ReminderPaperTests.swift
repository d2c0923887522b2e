import Governance
import Plugins
import TestKit
import Testing
import Values

@testable import Publishing

/// Letters as their readers get them, about each matter, in each language.
@Suite struct ReminderPaperTests {
  private static func facts(
    _ about: ReminderRule.Matter, _ subject: String, step: ReminderStep = .before(.days(14)),
    in language: String, title: String? = nil, values: JSON? = nil
  ) throws -> LetterFacts {
    LetterFacts(
      about: about, subject: subject, due: try #require(Day("2027-01-31")), step: step,
      on: try #require(Day("2027-01-17")), person: try #require(PersonID("H-1")),
      member: MemberID("PT"), language: language, title: title, values: values)
  }

  private static func paper(_ facts: LetterFacts, _ rules: Rules = .sample) -> ReminderPaper {
    ReminderPaper(LetterID(of: facts, in: rules.id), facts, under: rules)
  }

  private static func message(_ facts: LetterFacts, _ rules: Rules = .sample) throws -> MailMessage
  {
    paper(facts, rules).message(
      to: "Ana Sousa", at: try #require(MailAddress("ana@example.org")), in: .utc)
  }

  @Test func `A letter says what ends, when, by which clause, and who writes`() throws {
    let message = try Self.message(
      Self.facts(.terms, "PT.contact_point.1", step: .before(.days(60)), in: "en"))
    #expect(message.subject == "Your term in the seat PT.contact_point.1 ends on 31 January 2027")
    #expect(
      message.body == """
        Dear Ana Sousa,

        Your term in the seat PT.contact_point.1 of PT ends on 31 January 2027. Please see to it that \
        whoever appoints knows, and that the record is right.

        This letter is dated 60 days before that day. When the matter is settled, no further letter follows.

        With kind regards,
        Sample network

        Reference: \(message.id.prefix { $0 != "@" }). Written by the rule reminders.terms (an assumption) \
        of the network.

        """)
  }

  @Test(arguments: Language.allCases)
  func `About each matter there is a letter without a place left open`(_ language: Language) throws
  {
    for matter in ReminderRule.Matter.allCases {
      for step in [ReminderStep.begin, .before(.days(1)), .after(Period(months: 1))] {
        let facts = try Self.facts(
          matter, "census-1:PT.contact_point.1", step: step, in: language.rawValue,
          title: "Guia sobre retenção")
        let message = try Self.message(facts)
        #expect(message.language == language.rawValue)
        for text in [message.subject, message.body] {
          #expect(!text.contains("[") && !text.contains("{"), "\(matter) \(step.text): \(text)")
        }
        #expect(message.body.contains("Ana Sousa") && message.body.contains("2027"))
      }
    }
  }

  @Test func `Of a census the seat is named, and the census beside it`() throws {
    let message = try Self.message(
      Self.facts(.census, "census-1:PT.contact_point.1", step: .begin, in: "en"))
    #expect(message.subject == "Please confirm by 31 January 2027: seat PT.contact_point.1")
    #expect(message.body.contains("(census-1)"))
    #expect(message.body.contains("still hold the seat PT.contact_point.1,"))
  }

  @Test func `The words of the rules have their values in the language of the letter`() throws {
    let facts = try Self.facts(
      .obligations, "directory-updated:8", in: "pt", title: "Atualizar {person} desde {since}",
      values: ["person": "H-2", "since": ["day": "2026-01-15"]])
    let message = try Self.message(facts)
    #expect(
      message.subject == "Vence em 31 de janeiro de 2027: Atualizar H-2 desde 15 de janeiro de 2026"
    )
    #expect(message.body.contains("Atualizar H-2 desde 15 de janeiro de 2026\nVence em"))
  }

  @Test func `A title with braces of its own stays as it is`() throws {
    let message = try Self.message(
      Self.facts(.actions, "action-1", in: "en", title: "Fill {form, plural} in"))
    #expect(message.subject == "Action due on 31 January 2027: Fill {form, plural} in")
  }

  @Test func `It comes from the office of the rules, else from an address that no server has`()
    throws
  {
    let facts = try Self.facts(.terms, "PT.contact_point.1", in: "en")
    #expect(try Self.message(facts).from.address.text == "no-reply@sample.invalid")
    var rules = Rules.sample
    rules.sender = "secretariat@example.org"
    let from = try Self.message(facts, rules).from
    #expect(from.address.text == "secretariat@example.org" && from.name == "Sample network")
  }

  @Test func `It is dated by midnight of its step, and named by its letter in its network`() throws
  {
    let facts = try Self.facts(.terms, "PT.contact_point.1", in: "en")
    let id = LetterID(of: facts, in: "sample")
    let message = try Self.paper(facts).message(
      to: nil, at: #require(MailAddress("ana@example.org")), in: .lisbon)
    #expect(message.moment.description == "2027-01-17T00:00:00.000000Z")
    #expect(message.id == "\(id.text)@sample.acta.invalid")
    #expect(ReminderPaper.file(id, facts) == "2027-01-17-terms-\(id.text).eml")
    #expect(message.body.hasPrefix("Dear colleague,"))
  }

  @Test func `A language that no letter is written in is read as English`() throws {
    let message = try Self.message(Self.facts(.terms, "PT.contact_point.1", in: "fr"))
    #expect(message.language == "en")
  }

  @Test(arguments: ["practice", "basis"])
  func `Where the rule comes from is told`(_ source: String) throws {
    var rules = Rules.sample
    let from: Clause.Source =
      source == "practice" ? .practice : .basis(key: "charter", text: "Charter, article 4")
    rules.reminders = [
      ReminderRule(.terms, before: [.days(14)], clause: Clause(id: "end-of-term", source: from))
    ]
    let body = try Self.message(Self.facts(.terms, "PT.contact_point.1", in: "en"), rules).body
    let told = source == "practice" ? "practice" : "Charter, article 4"
    #expect(body.contains("the rule end-of-term (\(told)) of"))
  }
}
