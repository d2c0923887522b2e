import Plugins
import Testing
import Values

@Suite struct FixtureTests {
  private func read(_ texts: String...) throws -> (fixtures: [Fixture], failures: [Failure]) {
    let findings = Findings()
    let trees = try texts.map { try YAML.parse($0, file: "cases.yaml") }
    return (CaseBook(trees, into: findings).fixtures, findings.sorted.map(\.failure))
  }

  private func acts(of name: String, _ fixtures: [Fixture]) throws -> [JSON] {
    try #require(fixtures.first { $0.name == name }).acts.map(\.json)
  }

  @Test func `A fixture is its acts in order`() throws {
    let (fixtures, failures) = try read("fixtures: {a: [{do: one}, {do: two}]}")
    #expect(failures == [])
    #expect(try acts(of: "a", fixtures) == [["do": "one"], ["do": "two"]])
  }

  @Test func `A fixture that comes after another has its acts first`() throws {
    let (fixtures, failures) = try read(
      """
      fixtures:
        c: {after: b, acts: [{do: three}]}
        a: [{do: one}]
        b: {after: a, acts: [{do: two}]}
      """)
    #expect(failures == [])
    #expect(try acts(of: "c", fixtures) == [["do": "one"], ["do": "two"], ["do": "three"]])
    #expect(try acts(of: "b", fixtures) == [["do": "one"], ["do": "two"]])
  }

  @Test func `A fixture of one file may come after one of another`() throws {
    let (fixtures, failures) = try read(
      "fixtures: {b: {after: a, acts: [{do: two}]}}", "fixtures: {a: [{do: one}]}")
    #expect(failures == [])
    #expect(try acts(of: "b", fixtures) == [["do": "one"], ["do": "two"]])
  }

  @Test func `The acts keep the places at which they are written`() throws {
    let (fixtures, _) = try read(
      "fixtures:\n  a:\n    - {do: one}\n  b:\n    after: a\n    acts:\n      - {do: two}\n")
    let b = try #require(fixtures.first { $0.name == "b" })
    #expect(b.acts.map { $0.place?.line } == [3, 7])
  }

  @Test(arguments: [
    ("fixtures: {a: {after: a, acts: []}}", ["a", "a"]),
    ("fixtures: {a: {after: b, acts: []}, b: {after: a, acts: []}}", ["b", "a", "b"]),
  ])
  func `Fixtures in a circle are refused with their names`(
    _ row: (text: String, names: [String])
  ) throws {
    let (_, failures) = try read(row.text)
    let circle = try #require(failures.first { $0.code == .fixtureCircle })
    #expect(circle.values["names"] == .list(row.names))
    #expect(circle.place?.line == 1)
  }

  @Test(arguments: [
    ("fixtures: {a: {after: nothing, acts: []}}", Failure.Code.referenceUnknown),
    ("fixtures: {a: {acts: []}}", .keyMissing), ("fixtures: {a: {after: a}}", .keyMissing),
    ("fixtures: {a: {after: a, act: []}}", .keyMisspelt), ("fixtures: {a: one}", .valueUnreadable),
    ("fixtures: {a: {after: [a], acts: []}}", .valueUnreadable),
  ])
  func `A fixture without the form is refused`(_ row: (text: String, code: Failure.Code)) throws {
    let (_, failures) = try read(row.text)
    #expect(failures.contains { $0.code == row.code }, "\(failures)")
  }

  @Test func `A fixture that is unknown names the nearest one`() throws {
    let (_, failures) = try read("fixtures: {members: [], b: {after: membres, acts: []}}")
    #expect(failures.first?.values["nearest"] == .text("members"))
    #expect(failures.first?.values["kind"] == .word("kind.fixture"))
  }

  @Test func `Two files may not have a fixture of one name`() throws {
    let (fixtures, failures) = try read("fixtures: {a: []}", "fixtures: {a: [{do: one}]}")
    #expect(failures.map(\.code) == [.fixtureRepeated])
    #expect(fixtures.map(\.name) == ["a"])
    #expect(try acts(of: "a", fixtures) == [])
  }

  @Test func `Every code of the reader of cases is provoked by one text`() throws {
    let findings = Findings()
    let text = """
      fixtures: {a: {after: a, acts: []}}
      tests:
        - {name: one, on: 2026-03-20, when: {do: x}, then: {}}
        - {name: one, on: 2026-03-20, when: {do: x}, then: {accepted: true}}
      """
    let trees = try [text, "fixtures: {a: []}"].map { try YAML.parse($0) }
    _ = CaseBook(trees, into: findings)
    #expect(Set(findings.all.map(\.failure.code)) == Set(Failure.Code.caseCodes))
  }
}
