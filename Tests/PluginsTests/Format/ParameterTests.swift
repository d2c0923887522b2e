import Plugins
import Testing
import Values

/// Values that acts change within bounds, and the keys that use them.
@Suite struct ParameterTests {
  static let parameters = """
    parameters:
      notice: {type: period, title: {en: Notice, pt: Antecedência}, default: P14D, min: P7D, max: P2M, source: statute}
      plenaries: {type: int, default: 2, min: 1, max: 4, source: assumption}
      majority: {type: fraction, default: 2/3, min: 1/2, id: majority-of-rules, source: statute}
      lead: {type: choice, choices: [board, plenary], default: board, source: practice}
      open: {type: bool, default: true, source: practice}
      motto: {type: text, default: "Ius", source: practice}

    """

  static let text =
    SamplePlugin.text
    .replacing("{period: P14D,", with: "{period: {param: notice},")
    .replacing("at_least: 2\n", with: "at_least: {param: plenaries}\n")
    .replacing("at_least: 2/3", with: "at_least: {param: majority}") + parameters

  private func rules(_ text: String = text) throws -> Rules {
    try PluginFile.load(text: text, file: "s.yaml").rules
  }

  private func errors(_ text: String) -> [Failure] {
    do throws(PluginRefused) {
      _ = try PluginFile.load(text: text, file: "s.yaml")
      return []
    } catch {
      return error.errors
    }
  }

  private func place(of part: String, in text: String) throws -> Place {
    let start = try #require(text.firstRange(of: part)).lowerBound
    let lines = text[..<start].split(separator: "\n", omittingEmptySubsequences: false)
    return Place(
      file: "s.yaml", line: lines.count, column: (lines.last?.unicodeScalars.count ?? 0) + 1)
  }

  // MARK: - Reading

  @Test func `Each type of parameter is read with its default and bounds`() throws {
    let parameters = try rules().parameters
    #expect(parameters.map(\.name) == ["lead", "majority", "motto", "notice", "open", "plenaries"])
    #expect(
      parameters.map(\.value.text) == ["board", "2/3", "Ius", "P14D", "true", "2"])
    let notice = try #require(try rules().parameter("notice"))
    #expect(notice.kind == .period)
    #expect(notice.least == .period(.days(7)))
    #expect(notice.most == .period(Period(months: 2)))
    #expect(notice.title?.text(in: "pt") == "Antecedência")
    #expect(notice.value == notice.fallback)
    #expect(try rules().parameter("lead")?.choices == ["board", "plenary"])
    #expect(try rules().parameter("other") == nil)
  }

  @Test func `A parameter is a clause with a source`() throws {
    let rules = try rules()
    #expect(rules.parameter("notice")?.clause.id == "parameters.notice")
    #expect(
      rules.parameter("notice")?.clause.source
        == .basis(key: "statute", text: "The statute of 2020"))
    #expect(rules.parameter("majority")?.clause.id == "majority-of-rules")
  }

  @Test func `A number, a period and a fraction take their value from a parameter`() throws {
    let rules = try rules()
    #expect(rules.series("plenary")?.notice?.period == .days(14))
    #expect(rules.series("plenary")?.minimum?.atLeast == 2)
    #expect(rules.body("plenary")?.decision(on: "rules")?.threshold?.fraction == Fraction(2, 3))
  }

  @Test func `The rules say which values came from a parameter`() throws {
    #expect(
      try rules().parameterUses == [
        "series.plenary.notice.period": "notice", "series.plenary.at_least": "plenaries",
        "bodies.plenary.decides.rules.at_least": "majority",
      ])
  }

  @Test func `Rules with parameters go through the log unchanged`() throws {
    let rules = try rules()
    #expect(try PluginFile.load(resolved: rules.resolved) == rules)
  }

  @Test func `Rules without parameters have none`() throws {
    let rules = try rules(SamplePlugin.text)
    #expect(rules.parameters.isEmpty && rules.parameterUses.isEmpty && rules.settings.isEmpty)
  }

  // MARK: - Refused

  /// A change of the text, the code that it gives, and what stands at the place.
  struct Row: CustomTestStringConvertible, Sendable {
    let found: String
    let wrong: String
    let code: Failure.Code
    let at: String

    init(_ found: String, _ wrong: String, _ code: Failure.Code, at place: String) {
      (self.found, self.wrong, self.code, at) = (found, wrong, code, place)
    }

    var testDescription: String { wrong }
  }

  static let faults = [
    Row("param: notice", "param: notce", .referenceUnknown, at: "notce"),
    Row("param: notice", "param: plenaries", .parameterKind, at: "plenaries}, urgent"),
    Row("param: plenaries", "param: notice", .parameterKind, at: "notice}\n      per"),
    Row("param: majority", "param: lead", .parameterKind, at: "lead}, of"),
    Row("{param: notice}", "{parm: notice}", .valueUnreadable, at: "{parm"),
    Row("{param: notice}", "{param: notice, x: y}", .valueUnreadable, at: "{param: notice, x"),
    Row("{param: notice}", "{param: [notice]}", .valueUnreadable, at: "[notice]"),
    Row("directory: true", "directory: {param: open}", .valueUnreadable, at: "{param: open"),
    Row("default: P14D", "default: P6D", .parameterOutOfBounds, at: "P6D"),
    Row("default: P14D", "default: P62D", .parameterOutOfBounds, at: "P62D"),
    Row("default: 2,", "default: 5,", .parameterOutOfBounds, at: "5, min"),
    Row("default: 2/3", "default: 1/3", .parameterOutOfBounds, at: "1/3, min"),
    Row("default: P14D", "default: fortnight", .valueUnreadable, at: "fortnight"),
    Row("default: P14D", "default: P0D", .periodZero, at: "P0D"),
    Row("default: board", "default: boart", .choiceMisspelt, at: "boart"),
    Row("default: true", "default: yes", .valueUnreadable, at: "yes"),
    Row("min: 1, max", "min: 5, max", .rangeBackwards, at: "5, max"),
    Row("type: int", "type: imt", .choiceMisspelt, at: "imt"),
    Row("type: int", "type: integer", .choiceUnknown, at: "integer"),
    Row("open: {type: bool,", "open: {type: bool, min: false,", .keyUnknown, at: "min: false"),
    Row("majority-of-rules", "parameters.lead", .clauseRepeated, at: "{type: fraction"),
    Row("default: true, source: practice", "default: true", .keyMissing, at: "{type: bool"),
    Row("default: 2, ", "", .keyMissing, at: "{type: int"),
    Row("  motto:", "  Motto 1:", .valueUnreadable, at: "Motto 1"),
  ]

  @Test(arguments: faults)
  func `A parameter that cannot hold is refused where it stands`(_ row: Row) throws {
    let range = try #require(Self.text.firstRange(of: row.found))
    var text = Self.text
    text.replaceSubrange(range, with: row.wrong)
    let place = try place(of: row.at, in: text)
    let errors = errors(text)
    #expect(errors.contains { $0.code == row.code && $0.place == place }, "\(errors)")
  }

  @Test func `A key that uses a faulty parameter says so beside the fault`() throws {
    let text = Self.text.replacing("default: P14D", with: "default: soon")
    #expect(errors(text).map(\.code) == [.parameterUnread, .valueUnreadable])
  }

  @Test func `A value must fit the key that uses it, not only the parameter`() throws {
    let text = Self.text.replacing("default: 2, min: 1", with: "default: 0, min: 0")
    let expected = try place(of: "{param: plenaries}", in: text)
    #expect(errors(text).map(\.code) == [.valueOutOfRange])
    #expect(errors(text).first?.place == expected)
  }

  // MARK: - Setting

  @Test func `A set value holds wherever the rules use it`() throws {
    let before = try rules()
    let after = try before.setting("notice", to: "P21D").setting("plenaries", to: "3")
    #expect(after.series("plenary")?.notice?.period == .days(21))
    #expect(after.series("plenary")?.minimum?.atLeast == 3)
    #expect(after.parameter("notice")?.fallback == .period(.days(14)))
    #expect(after.settings == ["notice": "P21D", "plenaries": "3"])
    #expect(after.resolved == before.resolved)
    #expect(before.series("plenary")?.notice?.period == .days(14))
  }

  @Test func `A value set back to the default leaves the rules as they were`() throws {
    let rules = try rules()
    #expect(try rules.setting("notice", to: "P21D").setting("notice", to: "P14D") == rules)
  }

  @Test(arguments: [
    ("notice", "P6D", Failure.Code.parameterOutOfBounds), ("notice", "P3M", .parameterOutOfBounds),
    ("notice", "21", .valueUnreadable), ("notice", "", .valueUnreadable),
    ("plenaries", "5", .parameterOutOfBounds), ("plenaries", "two", .valueUnreadable),
    ("majority", "1/3", .parameterOutOfBounds), ("majority", "0.5", .valueUnreadable),
    ("lead", "chair", .choiceUnknown), ("open", "maybe", .valueUnreadable),
    ("notise", "P21D", .referenceUnknown),
  ])
  func `A value that a parameter may not have is refused`(
    _ row: (name: String, value: String, code: Failure.Code)
  ) throws {
    let rules = try rules()
    let failure = #expect(throws: Failure.self) { try rules.setting(row.name, to: row.value) }
    #expect(failure?.code == row.code)
  }

  @Test(arguments: [
    ("notice", "P7D"), ("notice", "P2M"), ("notice", "P8W"), ("plenaries", "1"),
    ("plenaries", "4"), ("majority", "1/2"), ("majority", "1/1"), ("lead", "plenary"),
    ("open", "false"), ("motto", "Sub lege"),
  ])
  func `A value within the bounds is taken, the bounds included`(
    _ row: (name: String, value: String)
  ) throws {
    let rules = try rules().setting(row.name, to: row.value)
    #expect(rules.settings.keys.sorted() == [row.name])
  }

  @Test func `A misspelt parameter is given its nearest`() throws {
    let rules = try rules()
    let failure = #expect(throws: Failure.self) { try rules.setting("notise", to: "P21D") }
    #expect(failure?.values["nearest"] == .text("notice"))
  }

  // MARK: - Order

  @Test(arguments: [
    ("P30D", "P1M"), ("P1M", "P31D"), ("P11M", "P1Y"), ("P365D", "P1Y"), ("P1Y", "P366D"),
    ("P1D", "P1W"), ("P8W", "P2M"),
  ])
  func `Periods are compared by their mean length`(_ row: (less: String, more: String)) throws {
    let less = ParameterValue.period(try #require(Period(row.less)))
    let more = ParameterValue.period(try #require(Period(row.more)))
    #expect(less < more && !(more < less))
  }

  @Test func `Twelve months are a year, and values of two types have no order`() throws {
    let months = ParameterValue.period(Period(months: 12))
    #expect(!(months < .period(Period(years: 1))) && !(.period(Period(years: 1)) < months))
    #expect(!(ParameterValue.int(1) < .text("2")) && !(ParameterValue.text("2") < .int(1)))
  }

  @Test func `Fractions are compared exactly`() throws {
    let values = try ["1/3", "333/999", "334/999", "2/3", "667/1000"].map {
      ParameterValue.fraction(try #require(Fraction($0)))
    }
    #expect(!(values[0] < values[1]) && !(values[1] < values[0]))
    #expect(values[1] < values[2] && values[3] < values[4])
  }
}
