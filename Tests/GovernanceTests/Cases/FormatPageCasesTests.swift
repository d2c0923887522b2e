import Foundation
import Governance
import Plugins
import Testing
import Values

/// Holds the worked cases of the page on the plugin format to the program.
@Suite struct FormatPageCasesTests {
  private let blocks: [String]
  private let page: String

  init() throws {
    let file = ShippedCasesTests.policies.deletingLastPathComponent()
      .appending(path: "docs/plugin-format.md")
    page = try String(contentsOf: file, encoding: .utf8)
    blocks = page.components(separatedBy: "```yaml\n").dropFirst().compactMap {
      $0.components(separatedBy: "```").first
    }
  }

  @Test func `The cases of the page pass on the plugin of the page`() throws {
    let loaded = try PluginFile.load(text: try #require(blocks.first), file: "page.yaml")
    let example = try #require(blocks.first { $0.contains("tests:") })
    let findings = Findings()
    let book = CaseBook([try YAML.parse(example, file: "page.yaml")], into: findings)
    var runner = CaseRunner(loaded.rules, CaseSuite(book, into: findings))
    let report = try runner.run()
    #expect(findings.all == [])
    #expect(report.results.count == 2)
    #expect(report.failed.map(\.mismatches) == [])
  }

  @Test func `Every name with a meaning of its own stands on the page`() {
    for name in [
      "accepted", "refused", "outcome", "event", "note", "way", "rule", "holds", "none", "after",
      "acts", "given", "when", "then", "name", "on",
    ] {
      #expect(page.contains("`\(name)`"), "\(name)")
    }
  }
}
