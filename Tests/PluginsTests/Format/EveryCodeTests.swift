import Foundation
import Plugins
import TestKit
import Testing
import Values

/// Every code of this module is provoked once, with its place; the last test compares them with the list.
@Suite struct EveryCodeTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let code: Failure.Code
    let bytes: [UInt8]
    let line: Int
    let column: Int

    init(_ code: Failure.Code, _ text: String, _ line: Int, _ column: Int) {
      self.init(code, Array(text.utf8), line, column)
    }

    init(_ code: Failure.Code, _ bytes: [UInt8], _ line: Int, _ column: Int) {
      self.code = code
      self.bytes = bytes
      self.line = line
      self.column = column
    }

    var testDescription: String { code.name }
  }

  static let writing = [
    Row(.yamlAnchor, "a: & b", 1, 5), Row(.yamlBlockHeader, "a: |x\n  y", 1, 5),
    Row(.yamlBracket, "a: [1, 2", 1, 9), Row(.yamlColon, "a: b: c", 1, 5),
    Row(.yamlControlCharacter, "a: \u{0}", 1, 4),
    Row(.yamlDirective, "%YAML 1.1\n---\na: no", 1, 1), Row(.yamlEmpty, "", 1, 1),
    Row(.yamlEncoding, [0x61, 0x3A, 0x20, 0xFF], 1, 4), Row(.yamlEscape, #"a: "\q""#, 1, 5),
    Row(.yamlIndentation, "- a\nb: 1", 2, 1), Row(.yamlKey, "? [a, b]\n: c", 1, 3),
    Row(.yamlQuote, "a: 'x", 1, 4), Row(.yamlReservedCharacter, "a: @x", 1, 4),
    Row(.yamlSecondDocument, "a: 1\n---\nb: 2", 2, 1), Row(.yamlSyntax, "a: ]", 1, 4),
    Row(.yamlTab, "a:\n\tb: 1", 2, 1), Row(.yamlTag, "a: !!str 1", 1, 4),
  ]

  static let bounds = [
    Row(
      .yamlAliasGrowth, "- &x a\n" + String(repeating: "- *x\n", count: 10_001), 10_002, 3),
    Row(.yamlAliasSelf, "a: &x [1, *x]", 1, 11), Row(.yamlAliasUnknown, "a: *nowhere", 1, 4),
    Row(.yamlDuplicateKey, "a: 1\na: 2", 2, 1),
    Row(.yamlMergeKey, "x: &b {c: 1}\na:\n  <<: *b", 3, 3),
    Row(.yamlTooDeep, String(repeating: "[", count: 65), 1, 65),
    Row(.yamlTooLarge, String(repeating: " ", count: 1 << 20 + 1), 1, 1),
    Row(.yamlTooMany, String(repeating: "- a\n", count: 100_000), 100_000, 3),
  ]

  @Test(arguments: writing + bounds)
  func `A text that is no good YAML is refused at its place`(_ row: Row) {
    let failure = YAML.read(row.bytes, file: "n.yaml").failures.first
    #expect(failure?.code == row.code)
    #expect(failure?.place == Place(file: "n.yaml", line: row.line, column: row.column))
  }

  /// A change of the sample plugin, and what stands at the place that is named.
  struct Change: CustomTestStringConvertible, Sendable {
    let code: Failure.Code
    let found: String
    let wrong: String
    let at: String

    init(_ code: Failure.Code, _ found: String, _ wrong: String, at place: String) {
      self.code = code
      self.found = found
      self.wrong = wrong
      at = place
    }

    var testDescription: String { code.name }
  }

  static let values = [
    Change(.choiceMisspelt, "composition: plenary", "composition: plenery", at: "plenery"),
    Change(.choiceUnknown, "of: members", "of: chairs", at: "chairs"),
    Change(.keyMissing, "id: sample\n", "", at: "format"),
    Change(.keyMisspelt, "timezone:", "timezon:", at: "timezon:"),
    Change(.keyUnknown, "basis:", "frobnicate: 1\nbasis:", at: "frobnicate"),
    Change(.valueOutOfRange, "min: 1\n", "min: 100\n", at: "100"),
    Change(.valueUnreadable, "term: P4Y", "term: bi-annual", at: "bi-annual"),
  ]

  static let rules = [
    Change(.basisUncited, "basis:\n", "basis:\n  letter: A letter\n", at: "letter"),
    Change(.clauseRepeated, "id: rules-majority", "id: founding", at: "{first"),
    Change(.daysBackwards, "until: 2017-06-30", "until: 2015-06-30", at: "2015-06-30"),
    Change(.formatUnknown, "plugin/1", "plugin/2", at: "plugin/2"),
    Change(.jurisdictionUnknown, "[NL, SK,", "[NL, UK,", at: "UK"),
    Change(.keysExclusive, "only: consensus", "only: consensus, tie: rejected", at: "rejected, of"),
    Change(.keysNeither, "per: {series: plenary}", "per: {}", at: "{}"),
    Change(.listEmpty, "[en, pt]", "[]", at: "[]"),
    Change(.groupTooLong, "until: 2018-12-31", "until: 9999-12-31", at: "9999-12-31"),
    Change(.periodTooLong, "term: P4Y", "term: P101Y", at: "P101Y"),
    Change(.periodZero, "term: P4Y", "term: P0D", at: "P0D"),
    Change(
      .quorumOutOfReach, "composition: elected\n",
      "composition: elected\n      quorum: {members: 8, source: assumption}\n", at: "8, source"),
    Change(
      .quorumStepOutOfReach, "quorum: {more_than: 1/2, of: members",
      "quorum: {steps: [{up_to: 3, members: 4}, {at_least: 1/2}]", at: "{up_to: 3, members: 4}"),
    Change(
      .quorumStepsGap, "quorum: {more_than: 1/2, of: members",
      "quorum: {steps: [{up_to: 3, members: 2}]", at: "{up_to: 3"),
    Change(
      .quorumStepsOverlap, "quorum: {more_than: 1/2, of: members",
      "quorum: {steps: [{at_least: 1/2}, {members: 4}]", at: "{members: 4}"),
    Change(.rangeBackwards, "min: 1\n", "min: 4\n", at: "4\n"),
    Change(.referenceUnknown, "body: plenary", "body: council", at: "council"),
    Change(.rotationOverlap, "from: 2017-07-01", "from: 2017-06-30", at: "{members: [EE"),
    Change(
      .rotationEmpty,
      """
      groups:
                - {members: [NL, SK, EUROJUST], from: 2016-01-01, until: 2017-06-30}
                - {members: [EE, BG, AT], from: 2017-07-01, until: 2018-12-31}
      """, "groups: []", at: "[]"),
    Change(.textMissing, "{en: Sample, pt: Amostra}", "{en: Sample}", at: "{en: Sample"),
    Change(.thresholdEmpty, "at_least: 2/3", "at_least: 0/3", at: "0/3"),
    Change(.thresholdImpossible, "quorum: {more_than: 1/2", "quorum: {more_than: 1/1", at: "1/1"),
    Change(.urgentNotShorter, "urgent: P4D", "urgent: P15D", at: "P15D"),
    Change(.valueRepeated, "[NL, SK, EUROJUST]", "[NL, SK, NL]", at: "NL], from"),
    Change(.zoneUnknown, "Europe/Lisbon", "Europe/Lisboa", at: "Europe/Lisboa"),
  ]

  private static func findings(_ loading: () throws(PluginRefused) -> Loaded) -> [Failure] {
    do throws(PluginRefused) {
      return try loading().warnings.map(\.failure)
    } catch {
      return error.findings.map(\.failure)
    }
  }

  @Test(arguments: values + rules)
  func `A plugin that is no good rules is told where`(_ change: Change) throws {
    let range = try #require(SamplePlugin.text.firstRange(of: change.found))
    var text = SamplePlugin.text
    text.replaceSubrange(range, with: change.wrong)
    let start = try #require(text.firstRange(of: change.at)).lowerBound
    let lines = text[..<start].split(separator: "\n", omittingEmptySubsequences: false)
    let place = Place(
      file: "s.yaml", line: lines.count, column: (lines.last?.unicodeScalars.count ?? 0) + 1)
    let findings = Self.findings { () throws(PluginRefused) in
      try PluginFile.load(text: text, file: "s.yaml")
    }
    #expect(findings.contains { $0.code == change.code && $0.place == place }, "\(findings)")
  }

  static let templates: [(Failure.Code, String, Place)] = [
    (.templateVersion, "extends: blank@7", Place(file: "n.yaml", line: 1, column: 10)),
    (.templateCycle, "extends: ring@1", Place(file: "ring.yaml", line: 4, column: 10)),
  ]

  @Test(arguments: templates)
  func `A template that cannot be had is told where it is named`(
    _ row: (code: Failure.Code, text: String, place: Place)
  ) throws {
    let folder = try TemporaryFolder()
    let ring = "template: ring\nversion: 1.0.0\ntitle: {en: R, pt: R, es: R}\nextends: ring@1\n"
    try Data(ring.utf8).write(to: URL(filePath: folder.path + "/ring.yaml"))
    let failure = Self.findings { () throws(PluginRefused) in
      try PluginFile.load(text: row.text, file: "n.yaml", templates: [folder.path])
    }.first
    #expect(failure?.code == row.code)
    #expect(failure?.place?.line == row.place.line && failure?.place?.column == row.place.column)
    let name = try #require(row.place.file)
    #expect(failure?.place?.file?.hasSuffix(name) == true)
  }

  static let files: [Failure.Code] = [.fileMissing, .fileNoFile, .fileUnreadable]

  @Test func `A file that cannot be read is told by its path`() throws {
    let folder = try TemporaryFolder()
    let (missing, loop) = (folder.path + "/missing.yaml", folder.path + "/loop.yaml")
    try FileManager.default.createSymbolicLink(atPath: loop, withDestinationPath: loop)
    for (path, code) in zip([missing, folder.path, loop], Self.files) {
      let findings = Self.findings { () throws(PluginRefused) in try PluginFile.load(path: path) }
      #expect(findings.map(\.code) == [code])
      #expect(findings.first?.values["path"] == .text(path))
    }
  }

  /// Only a machine without zone data warns so, and no test takes it away.
  static let beyondReach: [Failure.Code] = [.zoneUnchecked]

  /// Those whose tests stand beside what they are about.
  static let elsewhere =
    ParameterTests.faults.map(\.code) + [
      .parameterUnread, .listTooLong, .guardFinal, .textPartlyReplaced, .languageNotOffered,
      .memberNamedTwice, .memberNotNamed,
    ]
    + CalendarKeyTests.faults.map(\.code) + RefusedExpressionTests.provoked
    + WrittenRulesTests.unfit.map(\.code)

  @Test func `Each code of this module is provoked above`() {
    let read = (Self.writing + Self.bounds).map(\.code)
    let changed = (Self.values + Self.rules).map(\.code)
    let provoked =
      read + changed + Self.templates.map(\.0) + Self.files + Self.beyondReach
      + Self.elsewhere
    let all = Failure.Code.yamlCodes + Failure.Code.pluginCodes
    let expressions = Set(Failure.Code.expressionCodes + Failure.Code.evaluationCodes)
    #expect(
      Set(provoked).subtracting(expressions).symmetricDifference(all).map(\.name).sorted() == [])
    #expect(Set(all).count == all.count)
  }
}
