import Foundation
import Plugins
import Testing
import Values

/// Holds the page on the plugin format to the program.
@Suite struct FormatPageTests {
  private let page: String

  init() throws {
    let file = ShippedPoliciesTests.root.appending(path: "docs/plugin-format.md")
    page = try String(contentsOf: file, encoding: .utf8)
  }

  /// The YAML blocks of the page.
  private var blocks: [String] {
    page.components(separatedBy: "```yaml\n").dropFirst().compactMap {
      $0.components(separatedBy: "```").first
    }
  }

  private func keys(_ node: Node) -> Set<String> {
    switch node.kind {
    case .scalar: []
    case .sequence(let nodes): nodes.reduce(into: []) { $0.formUnion(keys($1)) }
    case .mapping(let entries):
      entries.reduce(into: []) { $0.formUnion(keys($1.value).union([$1.name])) }
    }
  }

  @Test func `The whole plugin of the page loads without error or warning`() throws {
    let loaded = try PluginFile.load(
      text: try #require(blocks.first), file: "docs/plugin-format.md")
    #expect(loaded.warnings.isEmpty)
  }

  @Test func `The plugin and the expressions of the page load together`() throws {
    let text = try #require(blocks.first) + blocks[1]
    let loaded = try PluginFile.load(text: text, file: "docs/plugin-format.md")
    #expect(loaded.warnings.isEmpty)
    #expect(loaded.rules.guards.count == 1)
    let number = loaded.rules.events.first?.payload.fields.first { $0.name == "number" }
    #expect(number?.isRequired == true)
  }

  @Test func `The expressions of the page have every key that they may have`() throws {
    let shown = keys(try YAML.parse(try #require(blocks.first) + blocks[1]))
    let all = keys(try YAML.parse(SamplePlugin.written))
    let named: Set = [
      "board", "lead", "panel", "report", "review", "member", "observer", "contacts", "authors",
      "title", "on", "late", "electorate", "two", "count", "from", "since", "name", "state", "do",
      "owes", "obligation", "due", "warned", "accepted", "class", "EUROJUST", "vote",
    ]
    #expect(all.subtracting(shown).subtracting(named).sorted() == [])
  }

  @Test func `Every name that expressions see stands on the page`() throws {
    let rules = try PluginFile.load(text: SamplePlugin.written, file: "s.yaml").rules
    let scope = try RuleEnvironment(rules).environment(
      for: [], on: "member.admitted", trigger: "appointment.made")
    for name in scope.variables.keys { #expect(page.contains("`\(name)`"), "\(name)") }
    for record in ["actor", "member", "contact", "meeting", "motion", "vote", "seat", "programme"] {
      let fields = try #require(scope.records[record]).fields
      for field in fields { #expect(page.contains("`\(field.name)`"), "\(record).\(field.name)") }
    }
  }

  @Test func `The whole plugin of the page has every key that the format has`() throws {
    let shown = keys(try YAML.parse(try #require(blocks.first)))
    let all = keys(try YAML.parse(SamplePlugin.text))
    let named: Set = ["board", "lead", "panel", "report", "review", "vote"]
    #expect(all.subtracting(shown).subtracting(named).isEmpty)
  }

  @Test func `Every word of a closed list stands on the page`() {
    let words =
      MemberClass.Right.allCases.map(\.rawValue) + DecisionRule.Base.allCases.map(\.rawValue)
      + DecisionRule.Abstentions.allCases.map(\.rawValue)
      + VoteTerms.Recusal.allCases.map(\.rawValue)
      + VoteTerms.SecondVote.allCases.map(\.rawValue)
      + DecisionRule.Tie.allCases.map(\.rawValue) + OutputRule.Numbering.allCases.map(\.rawValue)
      + GuardRule.Severity.allCases.map(\.rawValue) + RoleRule.Scope.allCases.map(\.rawValue)
      + GuardRule.Waiver.Reason.allCases.map(\.rawValue)
      + DocumentRule.Format.allCases.map(\.rawValue)
      + PayloadForm.Name.allCases.map(\.rawValue)
      + ParameterRule.Kind.allCases.map(\.rawValue)
      + InProgress.allCases.map(\.rawValue) + Question.Kind.allCases.map(\.rawValue)
      + PluginFile.templates().map(\.name) + ProcedureRule.Kind.allCases.map(\.rawValue)
      + ProcedurePeriod.Unit.allCases.map(\.rawValue)
      + ProcedurePeriod.Start.allCases.map(\.rawValue)
      + BreakingRule.Means.allCases.map(\.rawValue)
      + BreakingRule.Author.allCases.map(\.rawValue)
      + BreakingRule.Consequence.allCases.map(\.rawValue)
      + MotionRule.Trigger.allCases.map(\.rawValue)
    for word in words { #expect(page.contains("`\(word)`"), "\(word)") }
  }

  @Test func `The answers of the page make a network`() throws {
    let instance = try TemplateInstance.make(
      PluginFile.template(named: "coordinator-and-contact-points"),
      answers: YAML.parse(try #require(blocks.last)), today: #require(Day("2026-11-23")))
    #expect(instance.coordinator == "PT")
    #expect(throws: Never.self) { try PluginFile.load(text: instance.text, file: "n.yaml") }
  }

  @Test func `The page states the limits that the reader has`() {
    #expect(page.contains("\(YAML.greatestDepth) levels"))
    #expect(YAML.mostNodes == 100_000 && page.contains("100,000 values"))
    #expect(YAML.mostAliasedNodes == 10_000 && page.contains("10,000 values behind aliases"))
    #expect(YAML.largestSize == 1_048_576 && page.contains("1 MiB"))
    #expect(page.contains("up to \(Findings.limit) faults"))
  }
}
