import Testing
import Values

@testable import Plugins

/// What a plugin says of what the readers of each class see.
@Suite struct VisibilityRuleTests {
  private func text(_ rule: String) -> String {
    SamplePlugin.text.replacing(
      "  programme: {length: P2Y,", with: "  visibility: \(rule)\n  programme: {length: P2Y,")
  }

  private func load(_ rule: String) throws -> Rules {
    try PluginFile.load(text: text(rule), file: "s.yaml").rules
  }

  @Test func `Each subject names the classes that see it, and guests`() throws {
    let rules = try load(
      "{name: [member, observer, guest], phone: [member], closed: [member], source: statute}")
    let rule = try #require(rules.visibility)
    #expect(rule.clause.id == "visibility")
    for (subject, reader, sees) in [
      (VisibilityRule.Subject.name, "guest", true), (.name, "observer", true),
      (.phone, "member", true), (.phone, "observer", false), (.phone, "guest", false),
      (.email, "member", false), (.closed, "member", true), (.restricted, "member", false),
    ] {
      #expect(rule.shows(subject, to: reader) == sees, "\(subject) \(reader)")
    }
  }

  @Test func `Without the key there is no rule, and it decides no act`() throws {
    let rules = try PluginFile.load(text: SamplePlugin.text, file: "s.yaml").rules
    #expect(rules.visibility == nil)
    let ruled = try load("{name: [member], source: assumption}")
    #expect(!ruled.decidingClauses.map(\.id).contains("visibility"))
    for subject in VisibilityRule.Subject.allCases {
      #expect(UnguardedKeys.reason(for: "visibility.\(subject.rawValue)") == .shown)
    }
  }

  @Test(arguments: [
    "{name: [friend], source: assumption}", "{name: member, source: assumption}",
    "{address: [member], source: assumption}", "{name: [member]}", "[member]",
  ])
  func `A broken rule is refused at its place`(_ rule: String) throws {
    let refused = try #require(throws: PluginRefused.self) { try load(rule) }
    let lines = text(rule).split(separator: "\n", omittingEmptySubsequences: false)
    let line = try #require(lines.firstIndex { $0.contains("visibility:") }) + 1
    #expect(!refused.errors.isEmpty)
    #expect(refused.errors.allSatisfy { $0.place?.line == line }, "\(refused.errors)")
  }

  @Test func `A network that has a class of guests names it once`() throws {
    let text = text("{name: [guest], source: assumption}").replacing(
      "observer: {may: [attend], source: practice}\n",
      with: "observer: {may: [attend], source: practice}\n"
        + "      guest: {may: [attend], source: practice}\n")
    let rules = try PluginFile.load(text: text, file: "s.yaml").rules
    #expect(rules.visibility?.readers == [.name: ["guest"]])
  }
}
