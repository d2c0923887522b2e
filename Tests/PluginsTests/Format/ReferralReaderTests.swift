import Testing
import Values

@testable import Plugins

/// The key that says which body hands items to which.
@Suite struct ReferralReaderTests {
  private func load(_ referrals: String?) throws -> Rules {
    let line = referrals.map { "  referrals: \($0)\n" } ?? ""
    let text = SamplePlugin.text.replacing("  outputs:\n", with: "\(line)  outputs:\n")
    return try PluginFile.load(text: text, file: "s.yaml").rules
  }

  private func codes(_ referrals: String) -> [Failure.Code] {
    let refused = #expect(throws: PluginRefused.self) { try load(referrals) }
    return refused?.errors.map(\.code) ?? []
  }

  @Test func `Who hands items to whom, and whether by a decision of its own`() throws {
    let rule = try load(
      "{to: {board: [subgroups], plenary: [board, lead]}, decided: true, source: practice}"
    ).referralRule
    #expect(rule.routes == ["board": ["subgroups"], "plenary": ["board", "lead"]])
    #expect(rule.needsDecision)
    #expect(rule.clause == Clause(id: "referrals", source: .practice))
    #expect(rule.receivers(of: "subgroups") == ["board"])
    #expect(rule.receivers(of: "lead") == ["plenary"])
    #expect(rule.receivers(of: "panel").isEmpty)
  }

  @Test func `Without the word for it no decision is needed, and an id replaces the path`() throws {
    let rules = try load("{to: {board: [subgroups]}, id: upwards, source: statute}")
    #expect(rules.referrals?.needsDecision == false)
    #expect(rules.referrals?.clause.id == "upwards")
    #expect(rules.decidingClauses.contains { $0.id == "upwards" })
  }

  @Test func `Where nothing is laid down items go upwards, by assumption`() throws {
    let rules = try load(nil)
    #expect(rules.referrals == nil)
    let rule = rules.referralRule
    #expect(rule.clause == Clause(id: "referrals", source: .assumption))
    #expect(rule.receivers(of: "subgroups") == ["board", "lead", "panel", "plenary"])
    #expect(rule.receivers(of: "board") == ["plenary"])
    #expect(rule.receivers(of: "plenary").isEmpty)
    #expect(!rule.needsDecision)
  }

  @Test(arguments: [
    ("{to: {court: [board]}, source: practice}", ["list-empty", "key-unknown"]),
    ("{to: {board: [court]}, source: practice}", ["reference-unknown"]),
    ("{to: {board: [board]}, source: practice}", ["reference-unknown"]),
    ("{to: {}, source: practice}", ["list-empty"]),
    ("{to: {board: [subgroups]}, decided: often, source: practice}", ["value-unreadable"]),
    ("{to: {board: [subgroups]}}", ["key-missing"]),
    ("{source: practice}", ["key-missing"]),
    ("{to: {board: [subgroups]}, decide: true, source: practice}", ["key-misspelt"]),
  ])
  func `A value that cannot be is found`(_ row: (text: String, codes: [String])) {
    #expect(Set(codes(row.text).map(\.name)) == Set(row.codes), "\(codes(row.text))")
  }

  @Test func `Each route and the decision are changed to see whether a case notices`() throws {
    let text = SamplePlugin.text.replacing(
      "  outputs:\n",
      with: "  referrals: {to: {board: [subgroups], plenary: [board]}, decided: true, "
        + "source: practice}\n  outputs:\n")
    let tree = try PluginFile.load(text: text, file: "s.yaml").tree
    let changes = Mutant.all(of: tree).filter { $0.path.hasPrefix("referrals") }
      .map { "\($0.path) \($0.to ?? "")" }
    #expect(
      changes.sorted() == [
        "referrals.decided false", "referrals.to to without board",
        "referrals.to to without plenary",
      ])
  }

  @Test func `A change of it concerns the bodies that receive`() throws {
    let before = try load("{to: {board: [subgroups]}, source: practice}")
    let after = try load("{to: {board: [subgroups, lead]}, source: practice}")
    let changes = RulesDifference.changes(from: before.resolved, to: after.resolved)
    #expect(changes.map(\.key).allSatisfy { $0.hasPrefix("referrals") } && !changes.isEmpty)
  }
}
