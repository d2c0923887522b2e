import Foundation
import Plugins
import Testing
import Values

@Suite struct TemplateTrialTests {
  private func tried(_ text: String, _ file: String = "t.yaml") throws(PluginRefused) -> Loaded {
    try PluginFile.load(trying: Array(text.utf8), file: file)
  }

  @Test(arguments: PluginFile.templates().map(\.name))
  func `A template can be tried as a network that adds nothing`(_ name: String) throws {
    let loaded = try tried(PluginFile.template(named: name).text)
    #expect(loaded.rules.id == "trial")
    #expect(loaded.rules.membership.memberClass("member")?.mayVote == true)
    #expect(loaded.warnings.allSatisfy { $0.failure.code == .rotationEmpty })
  }

  @Test(arguments: PluginFile.templates().map(\.name))
  func `A template has its cases when it is tried, ten at least`(_ name: String) throws {
    let findings = Findings()
    let book = CaseBook([try tried(PluginFile.template(named: name).text).tree], into: findings)
    #expect(book.cases.count >= 10)
    #expect(findings.all == [])
  }

  @Test func `A network is tried as it is`() throws {
    let loaded = try tried(SamplePlugin.text, "s.yaml")
    #expect(loaded.rules == (try PluginFile.load(text: SamplePlugin.text, file: "s.yaml").rules))
  }

  @Test func `A template cannot be loaded as the rules of a network`() throws {
    let text = try PluginFile.template(named: "blank").text
    let refused = #expect(throws: PluginRefused.self) {
      _ = try PluginFile.load(text: text, file: "network.yaml")
    }
    #expect(refused?.errors.contains { $0.code == .keyMissing } == true)
  }

  @Test func `A fault of a template is found at its own place`() throws {
    let text = try PluginFile.template(named: "blank").text
      .replacing("more_than: 1/2, of: members", with: "more_than: half, of: members")
    let refused = #expect(throws: PluginRefused.self) { _ = try tried(text) }
    let failure = try #require(refused?.errors.first)
    let line = text.split(separator: "\n", omittingEmptySubsequences: false)
      .firstIndex { $0.contains("more_than: half") }
    #expect(failure.place?.line == line.map { $0 + 1 })
    #expect(failure.place?.file == "t.yaml")
  }

  @Test(arguments: ["", "- a", "template: [", "template: x"])
  func `What is no template either is refused and stops nothing`(_ text: String) {
    #expect(throws: PluginRefused.self) { try tried(text) }
  }
}
