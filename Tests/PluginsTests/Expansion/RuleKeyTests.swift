import TestKit
import Testing
import Values

@testable import Plugins

/// What a reader is told about a key of the rules.
@Suite struct RuleKeyTests {
  private func key(_ name: String, _ edits: [(String, String)] = []) throws -> RuleKey? {
    RuleKey(name, in: edits.isEmpty ? try SampleRules.rules() : try SampleRules.amendedRules(edits))
  }

  @Test(arguments: [
    ("series.plenary.notice", "governance.series.plenary.notice"),
    ("governance.series.plenary.notice", "governance.series.plenary.notice"),
    ("timezone", "timezone"), ("founding.on", "founding.on"),
    ("programme", "governance.programme"),
    ("series.plenary.notice.period", "governance.series.plenary.notice.period"),
  ])
  func `A key is found by its path, with or without its first word`(
    _ row: (name: String, path: String)
  ) throws {
    #expect(try key(row.name)?.path == row.path)
  }

  @Test func `A rule is found by the id that it gives itself`() throws {
    let edits = [("documents: P7D, source", "documents: P7D, id: article-4, source")]
    let found = try #require(try key("article-4", edits))
    #expect(found.path == "governance.series.plenary.notice")
    #expect(found.clause == "article-4" && found.source == "assumption")
    #expect(found.guards.count == 2 && found.guards.allSatisfy { $0.clause.id == "article-4" })
  }

  @Test(arguments: [
    "series.plenary.notise", "x", "", ".", "governance.", "series..notice", "\u{0}",
  ])
  func `What is no key is not found`(_ name: String) throws {
    #expect(try key(name) == nil)
  }

  @Test func `A key has its meaning, its value, its rule and its guards`() throws {
    let found = try #require(try key("series.plenary.notice.urgent"))
    #expect(found.meaning == "The shorter one of an urgent meeting.")
    #expect(found.value == "P4D")
    #expect(found.clause == "series.plenary.notice" && found.source == "assumption")
    #expect(found.guards.map(\.on) == [["meeting.convened"], ["meeting.moved"]])
    #expect(found.events == ["meeting.convened", "meeting.moved"])
    #expect(found.unguarded == nil)
  }

  @Test func `A key that the rules leave out is explained without a value`() throws {
    let found = try #require(
      try key("series.plenary.notice.urgent", [("urgent: P4D, ", "")]))
    #expect(found.path == "governance.series.plenary.notice.urgent")
    #expect(found.meaning != nil && found.value == nil && found.guards.isEmpty)
  }

  @Test func `Nothing is explained below a name that the rules do not have`() throws {
    #expect(try key("series.regional.notice.urgent") == nil)
  }

  @Test func `A key without a guard says why`() throws {
    let found = try #require(try key("seats.contact_point.min"))
    #expect(found.guards.isEmpty && found.unguarded == .shown)
    #expect(found.clause == "seats.contact_point")
  }

  @Test func `A whole part has the guards of all its rules`() throws {
    let part = try #require(try key("bodies.plenary"))
    #expect(
      Set(part.guards.map(\.clause.id)).isSuperset(of: [
        "bodies.plenary.quorum", "bodies.plenary.decides.default", "bodies.plenary.decides.rules",
      ]))
    #expect(part.clause == nil)
    #expect(try key("timezone")?.guards.isEmpty == true)
  }

  @Test func `A key of one name is not taken for a longer one`() throws {
    #expect(try key("seats.contact_point.max")?.guards.map(\.keys) == [["max"]])
    #expect(try key("bodies.plenary.decides.default.tie")?.guards.map(\.keys) == [["tie"]])
  }

  @Test func `A parameter names the keys that use it`() throws {
    let text = SampleRules.text.replacing("period: P14D", with: "period: {param: notice}")
    let rules = try PluginFile.load(
      text: text + "\nparameters:\n  notice: {type: period, default: P14D, source: assumption}",
      file: "p.yaml"
    ).rules
    let found = try #require(RuleKey("parameters.notice", in: rules))
    #expect(found.uses == ["series.plenary.notice.period"])
    #expect(found.meaning == "One value that an act may change.")
    #expect(RuleKey("timezone", in: rules)?.uses == [])
  }

  @Test func `Every name that is offered can be asked for`() throws {
    let rules = try SampleRules.rules()
    let names = RuleKey.names(in: rules)
    #expect(names.contains("series.plenary.notice") && names.contains("timezone"))
    for name in names { #expect(RuleKey(name, in: rules) != nil, "\(name)") }
  }

  @Test(arguments: [
    ("governance.series.plenary.notice.period", "The usual notice."),
    ("governance.bodies.board.rotation.groups", "Members that sit together for some time."),
    ("guards", "What must hold when something is recorded."),
  ])
  func `A meaning is that of the schema`(_ row: (path: String, meaning: String)) {
    #expect(FormatKey.meaning(of: row.path) == row.meaning)
  }

  @Test func `What the format does not name has no meaning`() {
    #expect(FormatKey.meaning(of: "governance.series.plenary.notise") == nil)
    #expect(FormatKey.meaning(of: "") == nil)
  }
}
