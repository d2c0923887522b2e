import Testing
import Values

@testable import Plugins

/// What two versions differ in where a network writes its own rules.
@Suite struct WrittenDifferenceTests {
  private static func changes(from old: String, to new: String) throws -> [RulesChange] {
    let sides = try [old, new].map { try PluginFile.load(text: $0, file: "s.yaml").rules }
    return RulesDifference.changes(from: sides[0], to: sides[1])
  }

  private static func edited(_ found: String, _ other: String) throws -> [RulesChange] {
    try #require(SamplePlugin.written.contains(found))
    return try changes(
      from: SamplePlugin.written, to: SamplePlugin.written.replacing(found, with: other))
  }

  @Test(arguments: [
    ("&& electorate < 50", "&& electorate < 60", "guards.member.in-time.require", "member.in-time"),
    (
      "severity: warn", "severity: deny", "guards.guideline.no-case-in-clear.severity",
      "guideline.no-case-in-clear"
    ),
    (
      "due: addPeriod(now, params.notice)", "due: addPeriod(now, 'P5D')",
      "obligations.directory-updated.due", "directory-updated"
    ),
  ])
  func `A rule of a list is known by its id, and the key that changed is told`(
    _ row: (found: String, other: String, key: String, clause: String)
  ) throws {
    let changes = try Self.edited(row.found, row.other)
    #expect(changes.map(\.key) == [row.key])
    #expect(changes.map(\.kind) == [.changed])
    #expect(changes.first?.clause == row.clause)
  }

  @Test func `The order of rules in a list is no change of them`() throws {
    let guards = """

      guards:
        - {id: one, on: [member.ended], source: assumption, require: "true", message: {en: One., pt: Um.}}
        - {id: two, on: [member.ended], source: assumption, require: "true", message: {en: Two., pt: Dois.}}
      """
    let lines = guards.split(separator: "\n").map { String($0) }
    let turned = "\n" + [lines[0], lines[2], lines[1]].joined(separator: "\n")
    #expect(
      try Self.changes(from: SamplePlugin.text + guards, to: SamplePlugin.text + turned).isEmpty)
  }

  @Test func `The first guard of a network is one rule that is added, the last one that goes`()
    throws
  {
    let added =
      SamplePlugin.text + """

        guards:
          - {id: one, on: [member.ended], source: assumption, require: "true", message: {en: One., pt: Um.}}
        """
    let there = try Self.changes(from: SamplePlugin.text, to: added)
    #expect(there.map(\.key) == ["guards.one"] && there.map(\.kind) == [.added])
    let back = try Self.changes(from: added, to: SamplePlugin.text)
    #expect(back.map(\.key) == ["guards.one"] && back.map(\.kind) == [.removed])
  }

  @Test func `Worked cases change no rule`() throws {
    let cases = """

      tests:
        - {name: one, on: 2026-03-20, when: {do: member admit, member: PT, class: member}, then: {accepted: true}}
      """
    #expect(try Self.changes(from: SamplePlugin.text, to: SamplePlugin.text + cases).isEmpty)
  }
}
