import Plugins
import Testing
import Values

@testable import admin

/// `admin help keys` and `admin help events`: what a founder may write, without a wrong guess first.
@Suite struct VocabularyTests {
  private static func run(_ line: String) -> Outcome {
    Outcome(line.split(separator: " ").map { String($0) }, tree: .all)
  }

  @Test(arguments: [
    "governance.series.*.notice.period", "governance.bodies.*.decides.*.at_least",
    "governance.bodies.*.coordinator.term", "guards[].require", "events.*.payload", "tests[].then",
  ])
  func `Every key of the format stands on the page with its meaning`(_ key: String) throws {
    let page = Self.run("help keys")
    #expect(page.status == .done)
    #expect(page.output.contains("  \(key)\n") || page.output.contains("  \(key)  "), "\(key)")
    let row = try #require(RuleVocabulary.keys.first { $0.name == key })
    #expect(page.output.contains(row.words))
  }

  @Test func `A word leaves the keys in whose path it stands`() {
    let page = Self.run("help keys notice").output
    for key in ["notice.period", "notice.urgent", "notice.documents"] {
      #expect(page.contains("governance.series.*.\(key)"), "\(key)")
    }
    #expect(!page.contains("governance.bodies"))
    #expect(page.contains("The shorter one of an urgent meeting."))
  }

  @Test func `The keys are those of the schema for editors`() throws {
    let paths = RuleVocabulary.keys.map { row in
      row.name.replacing("[]", with: ".[]").split(separator: ".").map { String($0) }
    }
    #expect(paths.count > 200)
    for path in paths where path.last != "[]" && path.last != "*" {
      var node: JSON? = PluginSchema.json
      for name in path {
        switch name {
        case "[]": node = node?["items"]
        case "*": node = node?["additionalProperties"]
        default: node = node?["properties"]?[name]
        }
      }
      #expect(node != nil, "\(path)")
    }
  }

  @Test(arguments: [
    ("meeting.convened", "on day, agenda [text], urgent bool"),
    ("member.admitted", "class text, from day"), ("deliberation.adopted", "votes? votes"),
  ])
  func `Every type of event stands on the page with its fields`(
    _ row: (type: String, fields: String)
  ) {
    let page = Self.run("help events").output
    #expect(page.contains(row.type) && page.contains(row.fields), "\(row.type)")
    let one = Self.run("help events \(row.type)").output
    #expect(one.contains(row.fields), "\(one)")
    #expect(!one.contains("network.founded"))
  }

  @Test func `No type of event is missing, and every variable that a guard sees is told`() {
    #expect(RuleVocabulary.events.map(\.name) == BuiltInEvents.types)
    let page = Self.run("help events").output
    for variable in ["actor", "contacts", "meeting", "members", "network", "now"] {
      #expect(page.contains("\n  \(variable) "), "\(variable)")
    }
    #expect(page.contains("[id text, state text, class text, status text, votes bool"))
  }

  @Test(arguments: [
    ("help keys notise", "[topic-unknown]"), ("help events meeting.convine", "[topic-unknown]"),
  ])
  func `A word that stands in no key and no event is told so`(
    _ row: (line: String, words: String)
  ) {
    let told = Self.run(row.line)
    #expect(told.status == .usage)
    #expect(told.talk.contains(row.words), "\(told.talk)")
  }

  @Test(arguments: [("en", "help keys"), ("pt", "help events"), ("es", "help keys")])
  func `The overview names both pages in each language`(_ row: (language: String, page: String)) {
    let overview = Self.run("help --lang \(row.language)").output
    #expect(overview.contains("`admin \(row.page)`"))
    #expect(Self.run("\(row.page) --lang \(row.language)").status == .done)
  }
}
