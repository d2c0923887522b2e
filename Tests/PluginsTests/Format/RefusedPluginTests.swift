import Plugins
import Testing
import Values

/// One line of a good plugin is changed, and the finding names the change.
@Suite struct RefusedPluginTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let found: String
    let wrong: String
    let code: String
    /// What stands at the place that the finding names; its first occurrence.
    let at: String

    init(_ found: String, _ wrong: String, _ code: String, at place: String) {
      self.found = found
      self.wrong = wrong
      self.code = code
      at = place
    }

    var testDescription: String { "\(wrong.debugDescription) \(code)" }
  }

  static let head = [
    Row("format: plugin/1", "format: plugin/2", "format-unknown", at: "plugin/2"),
    Row("id: sample", "id: Sample Net", "value-unreadable", at: "Sample Net"),
    Row("id: sample\n", "", "key-missing", at: "format"),
    Row("version: 1.2.3", "version: 1.2", "value-unreadable", at: "1.2"),
    Row("version: 1.2.3", "version: 1.02.3", "value-unreadable", at: "1.02.3"),
    Row("[en, pt]", "[en, portuguese]", "value-unreadable", at: "portuguese"),
    Row("[en, pt]", "[]", "list-empty", at: "[]"),
    Row("Europe/Lisbon", "Lisbon", "value-unreadable", at: "Lisbon"),
    Row("Europe/Lisbon", "../../etc/passwd", "value-unreadable", at: "../.."),
    Row("Europe/Lisbon", "Europe/Lisboa", "zone-unknown", at: "Europe/Lisboa"),
    Row("2026-01-01", "2026-02-30", "value-unreadable", at: "2026-02-30"),
    Row("{en: Sample, pt: Amostra}", "{en: Sample}", "text-missing", at: "{en: Sample"),
    Row("{en: Sample, pt: Amostra}", "Sample", "value-unreadable", at: "Sample"),
    Row("basis:", "bases:", "key-misspelt", at: "bases:"),
    Row("on: 2020-05", "on: last May", "value-unreadable", at: "last May"),
    Row("instrument: Statute,", "instrument: ,", "value-unreadable", at: ", source: statute}\ngov"),
    Row("governance:", "governing:", "key-missing", at: "format"),
    Row("  statute: The", "  Statute!: The", "value-unreadable", at: "Statute!"),
  ]

  static let members = [
    Row("may: [attend, vote]", "may: [attend, vot]", "choice-misspelt", at: "vot]"),
    Row("may: [attend, vote]", "may: [attend, fly]", "choice-unknown", at: "fly"),
    Row("may: [attend, vote]", "may: all", "value-unreadable", at: "all"),
    Row("[attend], source: practice", "[attend]", "key-missing", at: "{may: [attend]}"),
    Row(
      "[attend], source: practice", "[attend], source: statut", "reference-unknown", at: "statut}"),
    Row("EUROJUST: {", "Eurojust: {", "value-unreadable", at: "Eurojust: {"),
    Row("[member, observer]", "[member, observers]", "reference-unknown", at: "observers"),
    Row("min: 1\n", "min: -1\n", "value-out-of-range", at: "-1"),
    Row("min: 1\n", "min: 4\n", "range-backwards", at: "4\n"),
    Row("max: 3\n", "max: three\n", "value-unreadable", at: "three"),
    Row("by: plenary\n", "by: plenery\n", "reference-unknown", at: "plenery"),
    Row("term: P4Y", "term: bi-annual", "value-unreadable", at: "bi-annual"),
    Row("term: P4Y", "term: P0D", "period-zero", at: "P0D"),
    Row("remainder: true", "remainder: yes", "value-unreadable", at: "yes"),
    Row("holdover: false", "holdover: 0", "value-unreadable", at: "0\n      directory"),
    Row("directory: true\n", "directory: True\n", "value-unreadable", at: "True"),
  ]

  static let bodies = [
    Row("composition: plenary", "composition: plenery", "choice-misspelt", at: "plenery"),
    Row("composition: rotation", "composition: elected", "key-missing", at: "title: {en: Board"),
    Row("quorum: {more_than: 1/2", "quorum: {more_than: 0.5", "value-unreadable", at: "0.5"),
    Row("quorum: {more_than: 1/2", "quorum: {more_than: 2/0", "value-unreadable", at: "2/0"),
    Row("quorum: {more_than: 1/2", "quorum: {more_than: 3/2", "value-unreadable", at: "3/2"),
    Row("quorum: {more_than: 1/2", "quorum: {more_than: 1/1", "threshold-impossible", at: "1/1"),
    Row("quorum: {more_than: 1/2", "quorum: {at_least: 0/2", "threshold-empty", at: "0/2"),
    Row("quorum: {more_than: 1/2, ", "quorum: {", "keys-neither", at: "{of: members"),
    Row("of: members", "of: chairs", "choice-unknown", at: "chairs"),
    Row("default: {more", "defaults: {more", "key-missing", at: "defaults"),
    Row("default: {more_than: 1/2, ", "default: {", "keys-neither", at: "{of: votes_cast"),
    Row("at_least: 2/3", "more_than: 1/2, at_least: 2/3", "keys-exclusive", at: "{first"),
    Row("of: votes_cast", "of: votes", "choice-unknown", at: "votes,"),
    Row("abstentions: ignored", "abstentions: ignore", "choice-misspelt", at: "ignore,"),
    Row("tie: chair_decides", "tie: coin", "choice-unknown", at: "coin"),
    Row("first: consensus", "first: vote", "choice-unknown", at: "vote,"),
    Row(
      "only: consensus", "only: consensus, tie: rejected", "keys-exclusive",
      at: "rejected, of: present"),
    Row("id: rules-majority", "id: founding", "clause-repeated", at: "{first"),
    Row("[NL, SK, EUROJUST]", "[NL, XX, EUROJUST]", "jurisdiction-unknown", at: "XX"),
    Row("[NL, SK, EUROJUST]", "[NL, SK, EUROJST]", "jurisdiction-unknown", at: "EUROJST"),
    Row("until: 2017-06-30", "until: 2015-06-30", "days-backwards", at: "2015-06-30"),
    Row("from: 2017-07-01", "from: 2017-06-30", "rotation-overlap", at: "{members: [EE"),
    Row("chair_period: P6M", "chair_period: half a year", "value-unreadable", at: "half"),
    Row("named_by: plenary", "named_by: assembly", "reference-unknown", at: "assembly"),
    Row("elected: {min: 3", "elected: {min: 8", "range-backwards", at: "8, max"),
    Row(
      "one_per_member: true", "one_per_member: 1", "value-unreadable",
      at: "1, source: assumption}\n  series"),
  ]

  static let rest = [
    Row("body: plenary", "body: council", "reference-unknown", at: "council"),
    Row("at_least: 2\n", "at_least: 0\n", "value-out-of-range", at: "0\n      per"),
    Row("      per: P1Y\n", "", "key-missing", at: "title: {en: Plenary meeting"),
    Row("{period: P14D", "{period: P2W3", "value-unreadable", at: "P2W3"),
    Row("urgent: P4D", "urgnet: P4D", "key-misspelt", at: "urgnet"),
    Row("documents: P7D", "documents: 7", "value-unreadable", at: "7, source"),
    Row("{length: P2Y", "{length: bi-annual", "value-unreadable", at: "bi-annual"),
    Row("matter: default, source", "matter: rule, source", "reference-unknown", at: "rule, source"),
    Row(
      "by: plenary, matter: rules", "by: board, matter: rules", "reference-unknown",
      at: "rules, longest"),
    Row("longest: P2Y", "longest: long", "value-unreadable", at: "long, source"),
    Row("per: {series: plenary}", "per: {series: annual}", "reference-unknown", at: "annual"),
    Row("per: {series: plenary}", "per: {}", "keys-neither", at: "{}"),
    Row(
      "per: {period: P1Y}", "per: {period: P1Y, series: plenary}", "keys-exclusive",
      at: "{period: P1Y"),
    Row("within: P30D", "within: soon", "value-unreadable", at: "soon"),
    Row("numbering: meeting", "numbering: roman", "choice-unknown", at: "roman"),
    Row("outputs:", "output:", "key-misspelt", at: "output:"),
    Row("    review:", "    Review 1:", "value-unreadable", at: "Review 1:"),
  ]

  private static func errors(_ text: String) -> [Failure] {
    do throws(PluginRefused) {
      _ = try PluginFile.load(text: text, file: "s.yaml")
      return []
    } catch {
      return error.errors
    }
  }

  @Test(arguments: head + members + bodies + rest)
  func `A wrong value is refused where it stands`(_ row: Row) throws {
    let change = try #require(SamplePlugin.text.range(of: row.found))
    let text = SamplePlugin.text.replacingCharacters(in: change, with: row.wrong)
    let start = try #require(text.range(of: row.at)).lowerBound
    let lines = text[..<start].split(separator: "\n", omittingEmptySubsequences: false)
    let place = Place(
      file: "s.yaml", line: lines.count, column: (lines.last?.unicodeScalars.count ?? 0) + 1)
    let errors = Self.errors(text)
    #expect(errors.contains { $0.code.name == row.code && $0.place == place }, "\(errors)")
  }

  @Test func `Twelve faults give twelve findings in the order of the file`() {
    let text = ["sample\n", "1.2.3", "Lisbon", "P4Y", "1/2", "P6M", "P3Y", "P14D", "P30D"]
      .reduce(SamplePlugin.text) { $0.replacing($1, with: "Ω" + ($1.hasSuffix("\n") ? "\n" : "")) }
    let errors = Self.errors(text)
    #expect(errors.count >= 10)
    #expect(errors.allSatisfy { $0.code == .valueUnreadable })
    let lines = errors.compactMap(\.place?.line)
    #expect(lines == lines.sorted())
  }

  @Test func `A text of basis that no rule cites is a warning`() throws {
    let text = SamplePlugin.text.replacing("basis:\n", with: "basis:\n  letter: A letter\n")
    let loaded = try PluginFile.load(text: text, file: "s.yaml")
    let place = Place(file: "s.yaml", line: 9, column: 3)
    #expect(
      loaded.warnings == [
        Finding(.warning, Failure(.basisUncited, ["key": .text("letter")], at: place))
      ])
  }

  @Test func `A rotation without groups is a warning`() throws {
    let start = try #require(SamplePlugin.text.range(of: "groups:\n"))
    let end = try #require(SamplePlugin.text.range(of: "        source: statute\n    lead"))
    let text = SamplePlugin.text.replacingCharacters(
      in: start.lowerBound..<end.lowerBound, with: "groups: []\n")
    let loaded = try PluginFile.load(text: text, file: "s.yaml")
    #expect(loaded.warnings.map(\.failure.code) == [.rotationEmpty])
  }

  @Test func `A misspelt word is given its nearest`() {
    let text = SamplePlugin.text.replacing("by: plenary\n", with: "by: plenery\n")
    #expect(Self.errors(text).first?.values["nearest"] == .text("plenary"))
  }

  @Test(arguments: ["", "a list: [", "- x", "text", "{}", "~"])
  func `A file that holds no plugin is refused`(_ text: String) {
    #expect(!Self.errors(text).isEmpty)
  }

  @Test func `A file that is not there is refused`() {
    #expect(throws: PluginRefused.self) { try PluginFile.load(path: "no/such/file.yaml") }
  }
}

extension String {
  /// The text with a range replaced, since the method of Foundation is not imported here.
  fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }

  fileprivate func range(of text: String) -> Range<Index>? { firstRange(of: text) }
}
