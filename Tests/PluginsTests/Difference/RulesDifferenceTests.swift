import Foundation
import TestKit
import Testing
import Values

@testable import Plugins

/// What two versions of rules differ in, for every shape of key.
@Suite struct RulesDifferenceTests {
  private static func rules(_ edits: [(String, String)] = []) throws -> Rules {
    let text = try edits.reduce(SamplePlugin.text) { text, edit in
      try #require(text.contains(edit.0), "\(edit.0) stands in the sample")
      return text.replacingOccurrences(of: edit.0, with: edit.1)
    }
    return try PluginFile.load(text: text, file: "sample.yaml").rules
  }

  private static func changes(_ edits: [(String, String)]) throws -> [RulesChange] {
    RulesDifference.changes(from: try rules(), to: try rules(edits))
  }

  struct Row: Sendable {
    let name: String
    let edit: (String, String)
    let kind: RulesChange.Kind
    let key: String
    let clause: String?
    var before: JSON?
    var after: JSON?
  }

  private static let rows: [Row] = [
    Row(
      name: "a period", edit: ("period: P14D", "period: P21D"), kind: .changed,
      key: "series.plenary.notice.period", clause: "series.plenary.notice", before: "P14D",
      after: "P21D"),
    Row(
      name: "a threshold of a clause with an id", edit: ("at_least: 2/3", "at_least: 3/4"),
      kind: .changed, key: "bodies.plenary.decides.rules", clause: "rules-majority",
      before: ["at_least": "2/3", "of": "all_members"],
      after: ["at_least": "3/4", "of": "all_members"]),
    Row(
      name: "another strictness", edit: ("at_least: 2/3", "more_than: 2/3"), kind: .changed,
      key: "bodies.plenary.decides.rules", clause: "rules-majority",
      before: ["at_least": "2/3", "of": "all_members"],
      after: ["more_than": "2/3", "of": "all_members"]),
    Row(
      name: "another base", edit: ("of: votes_cast", "of: present"), kind: .changed,
      key: "bodies.plenary.decides.default", clause: "bodies.plenary.decides.default",
      before: ["more_than": "1/2", "of": "votes_cast"],
      after: ["more_than": "1/2", "of": "present"]),
    Row(
      name: "a quorum", edit: ("quorum: {more_than: 1/2", "quorum: {at_least: 1/3"),
      kind: .changed, key: "bodies.plenary.quorum", clause: "bodies.plenary.quorum",
      before: ["more_than": "1/2", "of": "members"], after: ["at_least": "1/3", "of": "members"]),
    Row(
      name: "a frequency", edit: ("at_least: 2\n", "at_least: 3\n"), kind: .changed,
      key: "series.plenary", clause: "series.plenary", before: ["at_least": "2", "per": "P1Y"],
      after: ["at_least": "3", "per": "P1Y"]),
    Row(
      name: "a key that is gone", edit: (" urgent: P4D,", ""), kind: .removed,
      key: "series.plenary.notice.urgent", clause: "series.plenary.notice", before: "P4D"),
    Row(
      name: "a key that is new",
      edit: ("names: {only: consensus,", "names: {id: n, only: consensus,"),
      kind: .added, key: "bodies.plenary.decides.names.id", clause: "n", after: "n"),
    Row(
      name: "a list", edit: ("may: [attend, vote]", "may: [attend, vote, host]"), kind: .changed,
      key: "membership.classes.member.may", clause: "membership.classes.member",
      before: ["attend", "vote"], after: ["attend", "vote", "host"]),
    Row(
      name: "a truth", edit: ("holdover: false", "holdover: true"), kind: .changed,
      key: "seats.contact_point.holdover", clause: "seats.contact_point", before: "false",
      after: "true"),
    Row(
      name: "a source",
      edit: ("1/2, of: members, source: assumption", "1/2, of: members, source: practice"),
      kind: .changed, key: "bodies.plenary.quorum.source", clause: "bodies.plenary.quorum",
      before: "assumption", after: "practice"),
    Row(
      name: "a key above all clauses", edit: ("Europe/Lisbon", "Europe/Madrid"), kind: .changed,
      key: "timezone", clause: nil, before: "Europe/Lisbon", after: "Europe/Madrid"),
    Row(
      name: "what becomes of proceedings", edit: ("in_progress: adopt\n", ""), kind: .removed,
      key: "in_progress", clause: nil, before: "adopt"),
    Row(
      name: "a title in one language", edit: ("pt: Amostra", "pt: Exemplo"), kind: .changed,
      key: "title.pt", clause: nil, before: "Amostra", after: "Exemplo"),
  ]

  @Test(arguments: rows) func `One edit is one change with its key, clause and values`(_ row: Row)
    throws
  {
    let changes = try Self.changes([row.edit])
    #expect(changes.count == 1, "\(row.name): \(changes)")
    let change = try #require(changes.first)
    #expect(change.kind == row.kind, "\(row.name)")
    #expect(change.key == row.key, "\(row.name)")
    #expect(change.clause == row.clause, "\(row.name)")
    if let before = row.before { #expect(change.before == before, "\(row.name)") }
    if let after = row.after { #expect(change.after == after, "\(row.name)") }
    #expect((change.before == nil) == (row.kind == .added), "\(row.name)")
    #expect((change.after == nil) == (row.kind == .removed), "\(row.name)")
  }

  @Test(arguments: rows) func `The way back is the same change with its sides exchanged`(_ row: Row)
    throws
  {
    let (old, new) = (try Self.rules(), try Self.rules([row.edit]))
    let there = RulesDifference.changes(from: old, to: new)
    let back = RulesDifference.changes(from: new, to: old)
    #expect(back.map(\.path) == there.map(\.path), "\(row.name)")
    #expect(back.map(\.before) == there.map(\.after), "\(row.name)")
    #expect(back.map(\.after) == there.map(\.before), "\(row.name)")
  }

  @Test func `Rules do not differ from themselves, and a version alone is no change`() throws {
    #expect(try Self.changes([]) == [])
    #expect(try Self.changes([("version: 1.2.3", "version: 1.2.4")]) == [])
  }

  @Test func `Each of several edits is found, in the order of the keys`() throws {
    let changes = try Self.changes([
      ("period: P14D", "period: P21D"), ("at_least: 2/3", "at_least: 3/4"),
      ("Europe/Lisbon", "Europe/Madrid"), ("term: P18M", "term: P2Y"),
    ])
    #expect(
      changes.map(\.key) == [
        "bodies.panel.elected.term", "bodies.plenary.decides.rules",
        "series.plenary.notice.period", "timezone",
      ])
  }

  @Test func `A rule that stands on one side only is one change with all that it says`() throws {
    let edit = (
      "        names: {only: consensus, of: present, source: practice}\n", ""
    )
    let change = try #require(Self.changes([edit]).first)
    #expect(change.kind == .removed && change.key == "bodies.plenary.decides.names")
    #expect(change.before == ["of": "present", "only": "consensus", "source": "practice"])
    #expect(try Self.changes([edit]).count == 1)
  }

  @Test func `Only a change of where a rule comes from is one of its source`() throws {
    let source = try Self.changes([("source: statute}", "source: practice}")])
    #expect(source.contains { $0.isOfSource } && source.allSatisfy { $0.key.hasSuffix("source") })
    let period = try Self.changes([("period: P14D", "period: P21D")])
    #expect(period.allSatisfy { !$0.isOfSource })
    let basis = RulesChange(path: ["basis", "source"], clause: nil, before: "a", after: "b")
    #expect(!basis.isOfSource)
  }

  @Test func `Keys that no version of the format knows are compared too`() {
    let old: JSON = ["governance": ["guards": ["a": ["when": "x > 1", "source": "practice"]]]]
    let new: JSON = ["governance": ["guards": ["a": ["when": "x > 2", "source": "practice"]]]]
    let changes = RulesDifference.changes(from: old, to: new)
    #expect(changes.map(\.key) == ["guards.a.when"])
    #expect(changes.map(\.clause) == ["guards.a"])
  }

  /// A tree of a few names, so that two of them often meet.
  private static func tree(_ depth: Int, _ random: inout Seeded) -> JSON {
    guard depth > 0, Int.random(in: 0..<4, using: &random) > 0 else {
      return [.text("a"), .text("b"), .int(1), .list([.text("a")])].randomElement(using: &random)
        ?? .null
    }
    var fields = JSON.Fields()
    for name in ["at_least", "of", "p", "q", "source"] where Bool.random(using: &random) {
      fields[name] = name == "source" ? "practice" : tree(depth - 1, &random)
    }
    return .object(fields)
  }

  /// What a tree is after a change was made to it.
  private static func applying(_ change: RulesChange, to tree: JSON, at path: ArraySlice<String>)
    -> JSON?
  {
    guard let name = path.first else {
      guard let unit = change.after?.fields ?? change.before?.fields, var fields = tree.fields,
        change.before != tree
      else { return change.after }
      for key in Set(unit.names + (change.before?.fields?.names ?? [])) {
        fields[key] = change.after?[key]
      }
      return .object(fields)
    }
    var fields = tree.fields ?? JSON.Fields()
    fields[name] = applying(
      change, to: fields[name] ?? .object(JSON.Fields()), at: path.dropFirst())
    return .object(fields)
  }

  @Test(arguments: UInt64(1)...60)
  func `The changes made to the old tree give the new one`(_ seed: UInt64) {
    var random = Seeded(seed: seed)
    let (old, new) = (
      JSON.object(JSON.Fields([("top", Self.tree(3, &random))])),
      JSON.object(JSON.Fields([("top", Self.tree(3, &random))]))
    )
    var made = old
    for change in RulesDifference.changes(from: old, to: new) {
      made = Self.applying(change, to: made, at: change.path[...]) ?? .null
    }
    #expect(RulesReader.sorted(made) == RulesReader.sorted(new))
  }
}
