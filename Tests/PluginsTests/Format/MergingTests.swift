import Foundation
import TestKit
import Testing
import Values

@testable import Plugins

/// What stays of a template under the file that extends it.
@Suite struct MergingTests {
  private func merged(_ below: String, under top: String) throws -> Node {
    try YAML.parse(below, file: "below.yaml").merged(under: YAML.parse(top, file: "top.yaml"))
  }

  @Test(arguments: [
    ("a key above replaces", "a: 1", "a: 2", #"{"a":"2"}"#),
    ("a key below stays", "a: 1\nb: 2", "b: 3", #"{"a":"1","b":"3"}"#),
    ("a key above is added", "a: 1", "b: 2", #"{"a":"1","b":"2"}"#),
    (
      "maps are merged at each level", "a: {b: {c: 1, d: 2}}", "a: {b: {c: 3}}",
      #"{"a":{"b":{"c":"3","d":"2"}}}"#
    ),
    ("a list is replaced whole", "a: [1, 2, 3]", "a: [4]", #"{"a":["4"]}"#),
    ("an empty list is a list", "a: [1, 2]", "a: []", #"{"a":[]}"#),
    ("maps in lists are not merged", "a: [{b: 1, c: 2}]", "a: [{b: 3}]", #"{"a":[{"b":"3"}]}"#),
    ("a text replaces a map", "a: {b: 1}", "a: x", #"{"a":"x"}"#),
    ("a map replaces a text", "a: x", "a: {b: 1}", #"{"a":{"b":"1"}}"#),
    ("nothing replaces a map", "a: {b: 1}", "a: ~", #"{"a":null}"#),
    ("an empty map changes nothing", "a: {b: 1}", "a: {}", #"{"a":{"b":"1"}}"#),
  ])
  func `Maps are merged by key and all else is replaced`(
    _ row: (name: String, below: String, top: String, merged: String)
  ) throws {
    let merged = try merged(row.below, under: row.top)
    #expect(merged.json.canonicalText == row.merged, "\(row.name)")
  }

  @Test func `Each value keeps the place where it was written`() throws {
    let merged = try merged("a:\n  b: 1\n  c: 2\n", under: "x: 0\na: {c: 3}\n")
    let inner = try #require(try merged.mapping().first { $0.name == "a" }).value.mapping()
    let places = Dictionary(uniqueKeysWithValues: inner.map { ($0.name, $0.value.place) })
    #expect(places["b"] == Place(file: "below.yaml", line: 2, column: 6))
    #expect(places["c"] == Place(file: "top.yaml", line: 2, column: 8))
  }

  // MARK: - Through the loader

  private let text = """
    format: plugin/1
    id: child
    version: 1.0.0
    extends: blank@1
    recording_since: 2026-01-01
    languages: [en]
    timezone: UTC
    title: {en: Child}
    basis: {act: Founding act}
    founding: {on: 2026, instrument: Act, source: act}

    """

  private func errors(_ text: String, folders: [String] = []) -> [Failure] {
    do throws(PluginRefused) {
      _ = try PluginFile.load(text: text, file: "n.yaml", templates: folders)
      return []
    } catch {
      return error.errors
    }
  }

  @Test func `The least network takes all its rules from the blank template`() throws {
    let rules = try PluginFile.load(text: text, file: "n.yaml").rules
    #expect(rules.template == "blank@1.1.0")
    #expect(rules.bodies.map(\.id) == ["plenary"])
    #expect(rules.membership.classes.map(\.name) == ["member"])
    #expect(rules.founding.clause.source == .basis(key: "act", text: "Founding act"))
  }

  @Test func `One run names the faults of both files, each in its own`() throws {
    let folder = try TemporaryFolder()
    let bytes = try #require(EmbeddedText.bytes(named: "template/blank"))
    let base = String(decoding: bytes, as: UTF8.self)
      .replacing("template: blank", with: "template: base")
      .replacing("more_than: 1/2, of: members", with: "more_than: 0.5, of: members")
    let path = folder.path + "/base.yaml"
    try Data(base.utf8).write(to: URL(filePath: path))
    let found = errors(
      text.replacing("blank@1", with: "base@1").replacing("timezone: UTC", with: "timezone: noon"),
      folders: [folder.path])
    let places = Dictionary(grouping: found, by: \.place?.file).mapValues { $0.map(\.code) }
    #expect(places == ["n.yaml": [.valueUnreadable], path: [.valueUnreadable]])
    #expect(found.first { $0.place?.file == "n.yaml" }?.place?.line == 7)
  }

  @Test func `A key that the template does not know is refused in the file that has it`() {
    let found = errors(text + "governance: {bodies: {plenary: {quorom: 1}}}\n")
    #expect(found.map(\.code) == [.keyMisspelt])
    #expect(found.first?.values["nearest"] == .text("quorum"))
    #expect(found.first?.place == Place(file: "n.yaml", line: 11, column: 33))
  }

  // MARK: - What the log keeps

  @Test func `The resolved plugin is whole: the template is named and not extended`() throws {
    let rules = try PluginFile.load(text: text, file: "n.yaml").rules
    #expect(rules.resolved["extends"] == nil)
    #expect(rules.resolved["template"] == "blank@1.1.0")
    #expect(rules.resolved["asks"] == nil)
    #expect(rules.resolved["governance"]?["bodies"]?["plenary"]?["composition"] == "plenary")
    #expect(try PluginFile.load(resolved: rules.resolved) == rules)
  }

  @Test func `Remarks, quotes and the order of keys change no byte of what the log keeps`() throws {
    let lines = text.split(separator: "\n").map { String($0) }
    let other = "# a remark\n" + lines.reversed().joined(separator: "\n# another\n")
    let changed = other.replacing("id: child", with: "id: 'child'")
      .replacing("{en: Child}", with: "\n  en: \"Child\"")
    let (one, two) = (
      try PluginFile.load(text: text, file: "n.yaml").rules,
      try PluginFile.load(text: changed, file: "m.yaml").rules
    )
    #expect(one.resolved.canonical == two.resolved.canonical)
    #expect(one == two)
  }

  @Test func `The members of the resolved plugin stand in canonical order`() throws {
    let rules = try PluginFile.load(text: SamplePlugin.text, file: "s.yaml").rules
    #expect(rules.resolved.compact == rules.resolved.canonicalText)
  }
}
