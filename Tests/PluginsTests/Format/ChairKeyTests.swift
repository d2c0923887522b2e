import Plugins
import TestKit
import Testing
import Values

/// Who may chair, as the rules write it.
@Suite struct ChairKeyTests {
  private static let plenary = "composition: plenary\n"

  private func text(_ chair: String) -> String {
    SampleRules.text.replacing(Self.plenary, with: "\(Self.plenary)      chair: \(chair)\n")
  }

  private func codes(_ chair: String) -> [String] {
    do throws(PluginRefused) {
      _ = try PluginFile.load(text: text(chair), file: "s.yaml")
      return []
    } catch {
      return error.errors.map(\.code.name)
    }
  }

  @Test func `The rules name the classes whose delegations chair`() throws {
    let rules = try PluginFile.load(
      text: text("{classes: [member, observer], source: charter, id: who-chairs}"), file: "s.yaml"
    ).rules
    let chair = try #require(rules.body("plenary")?.chair)
    #expect(chair.classes == ["member", "observer"])
    #expect(chair.clause.id == "who-chairs")
    #expect(rules.body("board")?.chair == nil)
    #expect(try PluginFile.load(resolved: rules.resolved).bodies == rules.bodies)
  }

  @Test(arguments: [
    ("{classes: [guest], source: charter}", "reference-unknown"),
    ("{classes: [], source: charter}", "list-empty"),
    ("{source: charter}", "key-missing"), ("{classes: [member]}", "key-missing"),
    ("{classes: [member], source: charter, by: turns}", "key-unknown"),
  ])
  func `What names no class of the network is a fault`(_ row: (chair: String, code: String)) {
    #expect(codes(row.chair) == [row.code])
  }

  @Test func `A guard says the same where the body meets`() throws {
    let rules = try PluginFile.load(
      text: text("{classes: [member], source: charter}"), file: "s.yaml"
    ).rules
    let found = rules.expandedGuards.filter { $0.path == "bodies.plenary.chair" }
    #expect(found.map(\.on) == [["meeting.opened"]])
    #expect(found.first?.when?.text == "meeting.series in ['plenary'] && has(payload.chair)")
    #expect(
      found.first?.require.text
        == "members.exists(m, m.id == payload.chair && m.class in ['member'])")
    var silent = rules
    silent.series = []
    #expect(silent.expandedGuards.allSatisfy { $0.path != "bodies.plenary.chair" })
  }

  @Test func `Cases are tried with other classes, and without the rule`() throws {
    let node = try YAML.parse(text("{classes: [member], source: charter}"), file: "s.yaml")
    let mutants = Mutant.all(of: node).filter { $0.path.hasPrefix("bodies.plenary.chair") }
    #expect(
      mutants.map { "\($0.path) \($0.to ?? "nothing")" }.sorted() == [
        "bodies.plenary.chair nothing", "bodies.plenary.chair.classes []",
        "bodies.plenary.chair.classes [member, observer]",
      ])
  }
}
