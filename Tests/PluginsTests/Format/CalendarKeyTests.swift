import Foundation
import Plugins
import TestKit
import Testing
import Values

/// The key `calendar`: which days are working days for a network.
@Suite struct CalendarKeyTests {
  private static let sample = """

    calendar:
      weekend: [friday, saturday]
      holidays:
        christmas: {every: 12-25}
        good_friday: {easter: -2}
        jubilee: {on: 2026-05-20}
        closure: {on: 2026-12-28, until: 2027-01-01}
      source: practice

    """

  private func load(_ calendar: String) throws(PluginRefused) -> Loaded {
    try PluginFile.load(text: SamplePlugin.text + calendar, file: "s.yaml")
  }

  private func findings(_ calendar: String) -> [Failure] {
    do throws(PluginRefused) {
      return try load(calendar).warnings.map(\.failure)
    } catch {
      return error.findings.map(\.failure)
    }
  }

  @Test func `Rules without a calendar work from Monday to Friday`() throws {
    let rules = try load("").rules
    #expect(rules.calendar == .usual)
    #expect(rules.calendar.days == .weekdays)
    #expect(rules.calendar.clause == nil)
  }

  @Test func `A calendar has its weekend, its holidays and its source`() throws {
    let rules = try load(Self.sample).rules
    let days = rules.calendar.days
    #expect(days.weekend == [5, 6])
    #expect(days.yearly == [.date(month: 12, day: 25), .easter(offset: -2)])
    #expect(days.days.map(\.description).sorted().first == "2026-05-20")
    #expect(days.days.count == 6)
    #expect(rules.calendar.clause == Clause(id: "calendar", source: .practice))
  }

  @Test func `The rules that the log keeps have the same calendar`() throws {
    let rules = try load(Self.sample).rules
    #expect(try PluginFile.load(resolved: rules.resolved).calendar == rules.calendar)
  }

  static let weekends: [(text: String, weekend: Set<Int>)] = [
    ("weekend: []", []), ("weekend: [sunday]", [7]), ("holidays: {}", [6, 7]),
    ("weekend: [monday, tuesday, wednesday]", [1, 2, 3]),
  ]

  @Test(arguments: weekends)
  func `A weekend is what is written, else Saturday and Sunday`(
    _ row: (text: String, weekend: Set<Int>)
  ) throws {
    let rules = try load("\ncalendar: {\(row.text), source: practice}\n").rules
    #expect(rules.calendar.days.weekend == row.weekend)
  }

  struct Fault: CustomTestStringConvertible, Sendable {
    let code: Failure.Code
    let text: String
    let column: Int

    init(_ code: Failure.Code, _ text: String, column: Int) {
      (self.code, self.text, self.column) = (code, text, column)
    }

    var testDescription: String { "\(code.name): \(text)" }
  }

  static let faults = [
    Fault(
      .calendarEmpty,
      "weekend: [monday, tuesday, wednesday, thursday, friday, saturday, sunday], source: practice",
      column: 21),
    Fault(.keysNeither, "holidays: {a: {}}, source: practice", column: 26),
    Fault(.keysNeither, "holidays: {a: {until: 2026-01-01}}, source: practice", column: 26),
    Fault(.keysExclusive, "holidays: {a: {every: 12-25, easter: 1}}, source: practice", column: 26),
    Fault(
      .keysExclusive, "holidays: {a: {on: 2026-01-01, easter: 1}}, source: practice", column: 26),
    Fault(
      .keyUnknown, "holidays: {a: {easter: 1, until: 2026-01-01}}, source: practice", column: 38),
    Fault(.valueUnreadable, "holidays: {a: {every: 02-30}}, source: practice", column: 34),
    Fault(.valueUnreadable, "holidays: {a: {every: 2026-02-28}}, source: practice", column: 34),
    Fault(.valueUnreadable, "holidays: {a: {on: 12-25}}, source: practice", column: 31),
    Fault(.valueOutOfRange, "holidays: {a: {easter: 101}}, source: practice", column: 35),
    Fault(
      .daysBackwards, "holidays: {a: {on: 2026-02-02, until: 2026-02-01}}, source: practice",
      column: 50),
    Fault(
      .holidayTooLong, "holidays: {a: {on: 2026-01-01, until: 2027-01-02}}, source: practice",
      column: 50),
    Fault(.choiceMisspelt, "weekend: [sundy], source: practice", column: 22),
    Fault(.keyMissing, "weekend: [sunday]", column: 11),
  ]

  @Test(arguments: faults)
  func `A calendar that is none is told at its place`(_ fault: Fault) {
    let found = findings("calendar: {\(fault.text)}\n")
    let line = SamplePlugin.text.split(separator: "\n", omittingEmptySubsequences: false).count
    #expect(
      found.contains {
        $0.code == fault.code && $0.place?.line == line && $0.place?.column == fault.column
      }, "\(found)")
  }

  @Test func `A year of closure may be written, and one holiday too many not`() throws {
    let year =
      "\ncalendar: {holidays: {a: {on: 2026-01-01, until: 2027-01-01}}, source: practice}\n"
    #expect(try load(year).rules.calendar.days.days.count == 366)
    let many = (0...100).map { "a\($0): {easter: \($0 - 50)}" }.joined(separator: ", ")
    let found = findings("\ncalendar: {holidays: {\(many)}, source: practice}\n")
    #expect(found.contains { $0.code == .listTooLong })
  }

  /// 24 December 2026 is a Thursday; after it 25 December is free, and 28 December to 1 January.
  @Test(arguments: [("1", "2027-01-04"), ("2", "2027-01-05"), ("-1", "2026-12-23")])
  func `Expressions count working days by the network's own calendar`(
    _ row: (count: String, day: String)
  ) throws {
    let guards = """
      guards:
        - id: own.rule
          on: [member.admitted]
          require: "addWorkingDays(timestamp('2026-12-24T12:00:00Z'), \(row.count)) == timestamp('\(row.day)T12:00:00Z')"
          message: {en: "No.", pt: "Não."}
          source: assumption
      """
    let text = Self.sample.replacingFirst("friday, saturday", by: "saturday, sunday") + guards
    var book = RuleBook(try load(text).rules, zone: .utc)
    let compiled = try #require(try book.guards(on: "member.admitted").first)
    var scope = try book.scope(on: "member.admitted", facts: JSON.Fields())
    let verdict = compiled.verdict(in: &scope)
    #expect(!verdict.answer.isAgainst, "\(verdict.parts)")
  }

  @Test func `A template's holidays are kept beside those that a network adds`() throws {
    let folder = try TemporaryFolder()
    let template = """
      template: base
      version: 1.0.0
      title: {en: B, pt: B, es: B}

      """
    let body = SamplePlugin.text.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.hasPrefix("format:") && !$0.hasPrefix("id:") && !$0.hasPrefix("version:") }
      .filter { !$0.hasPrefix("title:") }.joined(separator: "\n")
    try Data((template + body + Self.sample).utf8)
      .write(to: URL(filePath: folder.path + "/base.yaml"))
    let own = """
      format: plugin/1
      id: own
      version: 1.0.0
      extends: base@1
      title: {en: Own, pt: Própria}
      calendar: {holidays: {ours: {every: 06-10}, christmas: {every: 12-26}}}

      """
    let rules = try PluginFile.load(text: own, file: "n.yaml", templates: [folder.path]).rules
    let yearly: Set<WorkCalendar.Yearly> = [
      .date(month: 6, day: 10), .date(month: 12, day: 26), .easter(offset: -2),
    ]
    #expect(rules.calendar.days.yearly == yearly)
    #expect(rules.calendar.days.weekend == [5, 6])
  }

  @Test func `A change of a holiday is told by its key`() throws {
    let before = try load(Self.sample).rules
    let after = try load(Self.sample.replacingFirst("12-25", by: "12-24")).rules
    let changes = RulesDifference.changes(from: before, to: after)
    #expect(changes.map(\.key) == ["calendar.holidays.christmas.every"])
    #expect(changes.map(\.clause) == ["calendar"])
  }

  @Test func `Cases are tried without the holidays and with the usual weekend`() throws {
    let mutants = Mutant.all(of: try load(Self.sample).tree).filter { $0.kind == "calendar" }
    #expect(mutants.map(\.path) == ["calendar.weekend", "calendar.holidays"])
    #expect(mutants.first?.rules?.calendar.days.weekend == [6, 7])
    #expect(mutants.last?.rules?.calendar.days.yearly.isEmpty == true)
    #expect(Mutant.all(of: try load("").tree).allSatisfy { $0.kind != "calendar" })
  }

  @Test func `The clause of the calendar stands where it is written`() throws {
    let places = ClausePlaces(of: try load(Self.sample).tree)
    #expect(places["calendar"]?.line != nil)
  }
}

extension String {
  fileprivate func replacingFirst(_ words: String, by others: String) -> String {
    guard let range = firstRange(of: words) else { return self }
    return replacingCharacters(in: range, with: others)
  }
}
