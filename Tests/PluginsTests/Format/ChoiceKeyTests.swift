import TestKit
import Testing
import Values

@testable import Plugins

/// The key by which a body chooses among several options.
@Suite struct ChoiceKeyTests {
  private static let old = "abstentions: ignored, tie: rejected,"

  private static func load(_ words: String) throws -> Rules {
    let text = SampleRules.text.replacing(old, with: "\(old) \(words),")
    return try PluginFile.load(text: text, file: "s.yaml").rules
  }

  @Test(arguments: VoteTerms.Choice.allCases)
  func `Each way is read`(_ choice: VoteTerms.Choice) throws {
    let rules = try Self.load("choice: \(choice.rawValue)")
    #expect(rules.body("plenary")?.decision(on: "programme")?.terms.choice == choice)
    #expect(rules.body("plenary")?.decision(on: "default")?.terms.choice == nil)
  }

  @Test(arguments: [
    ("choice: borda", "choice-unknown"),
    (
      "choice: ranking, shares: {more_than: 1/2, of: present, source: assumption}",
      "keys-exclusive"
    ),
  ])
  func `What is no way, or has weights beside it, is refused`(_ row: (words: String, code: String))
  {
    let refused = #expect(throws: PluginRefused.self) { _ = try Self.load(row.words) }
    #expect(refused?.errors.map(\.code.name).contains(row.code) == true)
  }

  @Test func `Where only consensus decides nobody chooses`() {
    let text = SampleRules.text.replacing(
      "{only: consensus, source", with: "{only: consensus, choice: majority, source")
    let refused = #expect(throws: PluginRefused.self) {
      _ = try PluginFile.load(text: text, file: "s.yaml")
    }
    #expect(refused?.errors.map(\.code.name) == ["keys-exclusive"])
  }

  @Test func `The guard of the majority leaves a choice to the program`() throws {
    func whens(_ rules: Rules) -> [String] {
      rules.expandedGuards.filter { $0.path == "bodies.plenary.decides.programme" }
        .compactMap { $0.when?.text }
    }
    let with = whens(try Self.load("choice: plurality"))
    #expect(!with.isEmpty && with.allSatisfy { $0.hasSuffix(" && !has(payload.choice)") })
    let without = whens(try SampleRules.rules())
    #expect(!without.isEmpty && without.allSatisfy { !$0.contains("payload.choice") })
  }
}
