import Foundation
import Testing
import Values

@testable import Plugins

/// What a subgroup inherits, what it may set, and how it writes that down.
@Suite struct SubgroupTermsReaderTests {
  private static func rules(_ terms: String?) throws -> Rules {
    let line = terms.map { ", terms: \($0)" } ?? ""
    let text = SamplePlugin.text.replacing(
      "longest: P2Y, source: assumption}", with: "longest: P2Y, source: assumption\(line)}")
    return try PluginFile.load(text: text, file: "s.yaml").rules
  }

  private static let source = Clause.Source.basis(key: "D-7", text: "Terms of crypto")

  private func terms(_ written: [String: String]) throws -> SubgroupTerms {
    try SubgroupTermsReader.terms(written, of: "crypto", by: Self.source)
  }

  private func codes(_ written: [String: String]) -> [String] {
    let refused = #expect(throws: PluginRefused.self) { try terms(written) }
    return refused?.errors.map(\.code.name) ?? []
  }

  // MARK: - The rule of the network

  @Test func `The rules say which body a subgroup inherits from, and what it may set`() throws {
    let rule = try Self.rules(
      "{inherits: panel, may_set: [quorum, chair_term], chair_term: P1Y, source: practice}"
    ).subgroups?.inheritance
    #expect(rule?.inherits == "panel")
    #expect(rule?.settable == [.quorum, .chairTerm])
    #expect(rule?.chairTerm == Period(years: 1))
    #expect(rule?.clause == Clause(id: "subgroups.terms", source: .practice))
  }

  @Test func `Without a word on it subgroups inherit from who creates them, and all is locked`()
    throws
  {
    let rules = try Self.rules(nil)
    #expect(rules.subgroups?.terms == nil)
    let rule = rules.subgroups?.inheritance
    #expect(rule?.inherits == "plenary" && rule?.settable == [])
    #expect(rule?.clause == Clause(id: "subgroups", source: .assumption))
    let named = try Self.rules("{may_set: [notice], source: practice}").subgroups?.inheritance
    #expect(named?.inherits == "plenary")
  }

  @Test(arguments: [
    ("{inherits: court, may_set: [quorum], source: practice}", "reference-unknown"),
    ("{may_set: [quorom], source: practice}", "choice-misspelt"),
    ("{may_set: [colour], source: practice}", "choice-unknown"),
    ("{source: practice}", "key-missing"), ("{may_set: [quorum]}", "key-missing"),
    ("{may_set: [quorum], chair_term: P0D, source: practice}", "period-zero"),
    ("{may_set: [quorum], chairterm: P1Y, source: practice}", "key-misspelt"),
  ])
  func `A rule that cannot be is found`(_ row: (terms: String, code: String)) {
    let refused = #expect(throws: PluginRefused.self) { try Self.rules(row.terms) }
    #expect(refused?.errors.map(\.code.name) == [row.code])
  }

  @Test func `It is a clause that can say no, and its values are changed in trials`() throws {
    let text = SamplePlugin.text.replacing(
      "longest: P2Y, source: assumption}",
      with: "longest: P2Y, source: assumption, terms: {inherits: plenary, may_set: [quorum], "
        + "chair_term: P1Y, id: charter, source: practice}}")
    let loaded = try PluginFile.load(text: text, file: "s.yaml")
    #expect(loaded.rules.decidingClauses.contains { $0.id == "charter" })
    let changes = Mutant.all(of: loaded.tree).filter { $0.path.hasPrefix("subgroups.terms") }
    #expect(changes.count { $0.path == "subgroups.terms.may_set" } == 5)
    #expect(changes.count { $0.path == "subgroups.terms.chair_term" } == 3)
    #expect(changes.count { $0.path == "subgroups.terms.inherits" } == 3)
  }

  // MARK: - Terms of reference

  @Test func `Each rule has its deliberation as its source and a clause of its own`() throws {
    let terms = try terms([
      "quorum.members": "3", "notice.period": "P7D", "notice.urgent": "P2D",
      "decides.more_than": "1/2", "decides.of": "votes_cast", "decides.abstentions": "ignored",
      "decides.tie": "rejected", "lifetime": "P1Y", "chair_term": "P6M",
    ])
    #expect(terms.quorum?.measure == .number(3))
    #expect(terms.quorum?.clause == Clause(id: "subgroups.crypto.quorum", source: Self.source))
    #expect(terms.notice?.period == .days(7) && terms.notice?.urgent == .days(2))
    #expect(terms.notice?.clause.id == "subgroups.crypto.notice")
    #expect(terms.decision?.base == .votesCast && terms.decision?.matter == "default")
    #expect(terms.decision?.clause.source.key == "D-7")
    #expect(terms.lifetime == Period(years: 1) && terms.chairTerm == Period(months: 6))
    #expect(try self.terms([:]) == SubgroupTerms())
  }

  @Test func `A second call and a share are written as in a plugin`() throws {
    let terms = try terms([
      "quorum.more_than": "1/2", "quorum.of": "members", "quorum.second_call.after": "P7D",
      "quorum.second_call.quorum": "none",
    ])
    #expect(terms.quorum?.threshold?.strictness == .moreThan)
    #expect(terms.quorum?.secondCall?.after == .days(7))
    #expect(terms.quorum?.secondCall?.clause.id == "subgroups.crypto.quorum.second_call")
  }

  @Test(arguments: [
    (["quorum": "3"], ["value-unreadable"]), (["quorum.members": "many"], ["value-unreadable"]),
    (["quorum.members": "0"], ["value-out-of-range"]), (["quorom.members": "3"], ["key-misspelt"]),
    (["quorum.mebmers": "3"], ["keys-neither", "key-missing", "key-misspelt"]),
    (["notice.urgent": "P2D"], ["key-missing"]), (["lifetime": "P0D"], ["period-zero"]),
    (["lifetime": "a year"], ["value-unreadable"]), (["colour": "red"], ["key-unknown"]),
    (["quorum.source": "practice"], ["key-unknown"]), (["quorum.id": "x"], ["key-unknown"]),
    (["decides.shares.at_least": "1/2"], ["key-unknown"]), (["": "x"], ["key-unknown"]),
    (["quorum..members": "3"], ["key-unknown"]),
    (["quorum.second_call.after.that": "x"], ["key-unknown"]),
    (["decides.more_than": "1/2", "decides.of": "present"], ["key-missing", "key-missing"]),
  ])
  func `A value that cannot be is found, and nothing traps`(
    _ row: (written: [String: String], codes: [String])
  ) {
    #expect(Set(codes(row.written)) == Set(row.codes), "\(row.written): \(codes(row.written))")
  }

  @Test func `A path as long as it can be written is refused and not followed`() {
    let path = String(repeating: "quorum.", count: 2_000) + "members"
    #expect(codes([path: "3"]) == ["key-unknown"])
  }

  @Test(arguments: [
    ("quorum", SubgroupTermsRule.Key.quorum), ("quorum.members", .quorum),
    ("chair_term", .chairTerm), ("decides.tie", .decides), ("colour", nil), ("", nil),
  ])
  func `A path belongs to the key that it begins with`(
    _ row: (path: String, key: SubgroupTermsRule.Key?)
  ) {
    #expect(SubgroupTermsReader.key(of: row.path) == row.key)
  }

  // MARK: - Files

  private func pairs(_ text: String) throws -> [String] {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).yaml")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(text.utf8).write(to: file)
    return try SubgroupTermsReader.pairs(file: file.path)
  }

  @Test func `A file gives the same pairs, sorted`() throws {
    #expect(
      try pairs("quorum: {members: 3}\nnotice: {period: P7D}\nlifetime: P1Y\n") == [
        "lifetime=P1Y", "notice.period=P7D", "quorum.members=3",
      ])
  }

  @Test(arguments: [
    ("quorum: {members: many}\n", 1, 19), ("lifetime: P1Y\nquorom: {members: 3}\n", 2, 1),
    ("quorum: [3]\n", 1, 9), ("quorum: {members: 3, source: practice}\n", 1, 22), ("- a\n", 1, 1),
  ])
  func `A fault in a file is told at its place`(_ row: (text: String, line: Int, column: Int)) {
    let refused = #expect(throws: PluginRefused.self) { try pairs(row.text) }
    let place = refused?.errors.first?.place
    #expect(
      place?.line == row.line && place?.column == row.column, "\(String(describing: refused))")
  }

  @Test func `A file that is not there, or no YAML, is told as such`() {
    let missing = #expect(throws: PluginRefused.self) {
      try SubgroupTermsReader.pairs(file: "/nowhere/at/all.yaml")
    }
    #expect(missing?.errors.map(\.code.name) == ["file-missing"])
    #expect(throws: PluginRefused.self) { try pairs("quorum: {members: 3\n") }
  }
}
