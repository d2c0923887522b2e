import Plugins
import Testing
import Values

@Suite struct CaseBookTests {
  static let text = """
    fixtures:
      two-members:
        - {do: member admit, member: PT, class: member}
        - {do: member admit, member: ES, class: member}
    tests:
      - name: adopts with both
        given: {fixture: two-members, acts: [{do: meeting plan, series: plenary}]}
        on: 2026-03-20
        when: {do: deliberation record, for: 2}
        then: {outcome: adopted, needed: 2, refused: [one, other]}
      - name: needs no fixture
        on: 2026-03-21T09:30
        when: {do: member admit, member: FR}
        then: {accepted: true}
    """

  private func read(_ texts: String...) throws -> (book: CaseBook, failures: [Failure]) {
    let findings = Findings()
    let trees = try texts.map { try YAML.parse($0, file: "cases.yaml") }
    let book = CaseBook(trees, into: findings)
    return (book, findings.sorted.map(\.failure))
  }

  private func codes(_ texts: String...) throws -> [Failure.Code] {
    let findings = Findings()
    _ = CaseBook(try texts.map { try YAML.parse($0, file: "cases.yaml") }, into: findings)
    return findings.sorted.map(\.failure.code)
  }

  @Test func `A case is read with its parts in the order of the file`() throws {
    let (book, failures) = try read(Self.text)
    #expect(failures == [])
    #expect(book.cases.map(\.name) == ["adopts with both", "needs no fixture"])
    let first = try #require(book.cases.first)
    #expect(first.fixture == "two-members")
    #expect(first.acts.map(\.json) == [["do": "meeting plan", "series": "plenary"]])
    #expect(first.on == Day("2026-03-20"))
    #expect(first.when.json == ["do": "deliberation record", "for": "2"])
    #expect(first.place == Place(file: "cases.yaml", line: 6, column: 5))
  }

  @Test func `What is expected keeps its names, texts and places`() throws {
    let then = try #require(try read(Self.text).book.cases.first?.then)
    #expect(then.map(\.name) == ["outcome", "needed", "refused"])
    #expect(then.map(\.values) == [["adopted"], ["2"], ["one", "other"]])
    #expect(then.map { $0.place?.line } == [10, 10, 10])
  }

  @Test func `A case is asked at noon unless it says when`() throws {
    let cases = try read(Self.text).book.cases
    #expect(cases.map(\.at.description) == ["12:00", "09:30"])
    #expect(cases.last?.on == Day("2026-03-21"))
  }

  @Test func `A file may be a list of cases`() throws {
    let list = """
      - name: a list
        on: 2026-03-20
        when: {do: member admit}
        then: {accepted: true}
      """
    let (book, failures) = try read(list)
    #expect(failures == [])
    #expect(book.cases.map(\.name) == ["a list"])
  }

  @Test func `A file beside the plugin uses the fixtures of the plugin`() throws {
    let beside = """
      - name: beside
        given: {fixture: two-members}
        on: 2026-03-20
        when: {do: member admit}
        then: {accepted: true}
      """
    let (book, failures) = try read(Self.text, beside)
    #expect(failures == [])
    #expect(book.cases.map(\.name) == ["adopts with both", "needs no fixture", "beside"])
  }

  @Test func `Other keys of a plugin are no part of its cases`() throws {
    let (book, failures) = try read("format: plugin/1\nid: x\n" + Self.text)
    #expect(failures == [])
    #expect(book.cases.count == 2)
  }

  @Test func `A plugin without cases has none and no fault`() throws {
    let (book, failures) = try read("format: plugin/1\nid: x")
    #expect(book.cases == [] && book.fixtures == [])
    #expect(failures == [])
  }

  @Test(arguments: [
    ("name: adopts with both", "nam: adopts with both", Failure.Code.keyMissing),
    ("on: 2026-03-20", "on: 20 March", .valueUnreadable),
    ("on: 2026-03-20", "on: 2026-03-20T25:00", .valueUnreadable),
    ("on: 2026-03-20", "on: 2026-03-20T", .valueUnreadable),
    ("on: 2026-03-20", "on: 2026-02-30", .valueUnreadable),
    ("when: {do: deliberation record, for: 2}", "when: record", .valueUnreadable),
    ("then: {outcome: adopted, needed: 2, refused: [one, other]}", "then: {}", .caseWithoutAnswer),
    (
      "then: {outcome: adopted, needed: 2, refused: [one, other]}", "then: adopted",
      .valueUnreadable
    ),
    ("needed: 2", "needed: {two: 2}", .valueUnreadable),
    ("needed: 2", "needed: ~", .valueUnreadable),
    ("{fixture: two-members,", "{fixture: two-membres,", .referenceUnknown),
    ("{fixture: two-members, acts:", "{fixtur: two-members, acts:", .keyMisspelt),
    ("acts: [{do: meeting plan, series: plenary}]", "acts: plan", .valueUnreadable),
    ("needs no fixture", "adopts with both", .caseRepeated),
    ("  two-members:", "  Two Members:", .valueUnreadable),
  ])
  func `A fault of a case is found at its place`(
    _ row: (right: String, wrong: String, code: Failure.Code)
  ) throws {
    let range = try #require(Self.text.firstRange(of: row.right))
    var text = Self.text
    text.replaceSubrange(range, with: row.wrong)
    let (_, failures) = try read(text)
    let failure = try #require(failures.first { $0.code == row.code }, "\(failures)")
    #expect(failure.place?.file == "cases.yaml")
    #expect(failure.place.map { $0.line > 1 } == true)
  }

  @Test func `A misspelt key of a case names the nearest`() throws {
    let (_, failures) = try read(
      Self.text.replacing("when: {do: deliberation", with: "wehn: {do: deliberation"))
    let misspelt = failures.first { $0.code == .keyMisspelt }
    #expect(misspelt?.values["nearest"] == .text("when"))
  }

  @Test func `All faults of a file are found in one run`() throws {
    let text = """
      tests:
        - {name: one, on: never, when: {do: x}, then: {accepted: true}}
        - {name: two, on: 2026-03-20, then: {accepted: true}}
        - {name: three, on: 2026-03-20, when: {do: x}, then: {}}
        - four
      """
    let codes = try codes(text)
    #expect(codes == [.valueUnreadable, .keyMissing, .caseWithoutAnswer, .valueUnreadable])
  }

  @Test func `A name that two cases have names the line of the first`() throws {
    let (_, failures) = try read(
      Self.text.replacing("needs no fixture", with: "adopts with both"))
    #expect(failures.map(\.code) == [.caseRepeated])
    #expect(failures.first?.values == ["name": .text("adopts with both"), "line": .int(6)])
    #expect(failures.first?.place?.line == 11)
  }

  @Test func `Cases of two files have different names too`() throws {
    let beside = """
      - {name: adopts with both, on: 2026-03-20, when: {do: x}, then: {accepted: true}}
      """
    #expect(try codes(Self.text, beside) == [.caseRepeated])
  }

  @Test(arguments: ["tests: three", "fixtures: [a]", "tests: {a: b}", "just a text"])
  func `A part of another shape is refused and stops nothing`(_ text: String) throws {
    #expect(try codes(text).first == .valueUnreadable)
  }

  @Test func `A plugin may hold its cases and keeps them in what is recorded`() throws {
    let plugin = SamplePlugin.text + "\n" + Self.text
    let loaded = try PluginFile.load(text: plugin, file: "s.yaml")
    #expect(loaded.rules.resolved["tests"]?.list?.count == 2)
    let findings = Findings()
    #expect(CaseBook([loaded.tree], into: findings).cases.count == 2)
    #expect(!findings.hasErrors)
  }

  @Test func `A network does not take over the cases of its template`() throws {
    let loaded = try PluginFile.load(
      text: """
        format: plugin/1
        id: x
        version: 1.0.0
        extends: blank@1
        languages: [en]
        timezone: UTC
        recording_since: 2026-01-01
        title: {en: X}
        founding: {on: 2026-01-01, instrument: X, source: assumption}
        """, file: "n.yaml")
    #expect(loaded.rules.resolved["tests"] == nil)
    #expect(loaded.rules.resolved["fixtures"] == nil)
    #expect(CaseBook([loaded.tree], into: Findings()).cases == [])
  }
}
