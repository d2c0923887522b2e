import Plugins
import Testing
import Values

@Suite struct ClausePlacesTests {
  private func loaded(_ text: String = SamplePlugin.text) throws -> Loaded {
    try PluginFile.load(text: text, file: "s.yaml")
  }

  private func line(of words: String) throws -> Int {
    let lines = SamplePlugin.text.split(separator: "\n", omittingEmptySubsequences: false)
    return try #require(lines.firstIndex { $0.contains(words) }) + 1
  }

  @Test(arguments: [
    ("membership.classes.observer", "observer: {may:"), ("bodies.plenary.quorum", "quorum: {"),
    ("founding", "founding:"), ("programme", "programme: {length"),
    ("series.plenary.notice", "notice: {period"),
  ])
  func `A clause is found where its rule stands`(_ row: (clause: String, words: String)) throws {
    let place = ClausePlaces(of: try loaded().tree)[row.clause]
    #expect(place?.line == (try line(of: row.words)))
    #expect(place?.file == "s.yaml")
  }

  @Test func `A clause with an id of its own is found by that`() throws {
    let places = ClausePlaces(of: try loaded().tree)
    #expect(places["rules-majority"]?.line == (try line(of: "id: rules-majority")))
    #expect(places["bodies.plenary.decides.rules"] == nil)
  }

  @Test func `Every clause that decides has a place`() throws {
    let loaded = try loaded()
    let places = ClausePlaces(of: loaded.tree)
    for clause in loaded.rules.decidingClauses {
      #expect(places[clause.id] != nil, "\(clause.id)")
    }
  }

  @Test func `A clause of a template is found in the template, one of the network in its file`()
    throws
  {
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
        governance:
          bodies:
            plenary:
              quorum: {more_than: 1/3, of: members, source: assumption}
        """, file: "n.yaml")
    let places = ClausePlaces(of: loaded.tree)
    #expect(places["bodies.plenary.quorum"] == Place(file: "n.yaml", line: 13, column: 15))
    #expect(places["bodies.plenary.decides.default"]?.file == "template/blank")
  }

  @Test func `What is only shown decides nothing`() throws {
    let ids = try loaded().rules.decidingClauses.map(\.id)
    #expect(!ids.contains("founding"))
    #expect(!ids.contains("series.plenary"))
    #expect(ids.contains("series.plenary.notice"))
    #expect(ids.first == "membership.classes.member")
    #expect(Set(ids).count == ids.count)
  }

  @Test func `A tree that is no plugin has no clauses`() throws {
    for text in ["a", "[a]", "governance: a", "governance: {bodies: [a]}"] {
      #expect(ClausePlaces(of: try YAML.parse(text))["bodies"] == nil)
    }
  }
}
