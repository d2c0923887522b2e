import Foundation
import Plugins
import TestKit
import Testing
import Values

/// The merged plugin, each value with the file and line in which it was written.
@Suite struct EffectivePluginTests {
  private static let text = """
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
    parameters:
      quorum: {type: fraction, default: 1/2, source: act}
    governance:
      bodies:
        plenary:
          quorum: {more_than: {param: quorum}, source: act}
    guards:
      - id: end
        on: [member.ended]
        require: payload.from < now
        message: {en: Not yet.}
        source: act

    """

  private func plugin(_ text: String = text) throws -> EffectivePlugin {
    let folder = try TemporaryFolder()
    try Data(text.utf8).write(to: URL(filePath: folder.path + "/n.yaml"))
    return try PluginFile.effective(path: folder.path + "/n.yaml")
  }

  private func line(_ path: String) throws -> EffectivePlugin.Line {
    try #require(plugin().lines.first { $0.path == path })
  }

  @Test(arguments: [
    ("id", "id: child", 2), ("recording_since", "recording_since: 2026-01-01", 5),
    ("title.en", "  en: Child", 8), ("guards.0.id", "    id: end", 18),
    ("guards.0.on", "    on: [member.ended]", 19),
    ("guards.0.message.en", "      en: Not yet.", 21),
  ])
  func `A value of the network stands with its own line`(
    _ row: (path: String, text: String, line: Int)
  ) throws {
    let line = try line(row.path)
    #expect(line.text == row.text)
    #expect(line.place?.file?.hasSuffix("/n.yaml") == true && line.place?.line == row.line)
  }

  @Test func `A value of the template stands with the template's line`() throws {
    let line = try line("governance.bodies.plenary.composition")
    #expect(line.place?.file == "template/blank")
    let text = try #require(PluginFile.templates().first { $0.name == "blank" }).text
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let number = try #require(line.place?.line)
    #expect(lines[number - 1].contains("composition: plenary"))
  }

  @Test func `Where a parameter gives the value, it is named`() throws {
    let line = try line("governance.bodies.plenary.quorum.more_than")
    #expect(line.parameter?.name == "quorum" && line.parameter?.value.text == "1/2")
    #expect(line.text == "        more_than: {param: quorum}")
    #expect(line.place?.line == 16)
    #expect(try plugin().lines.filter { $0.parameter != nil }.count == 1)
  }

  @Test func `Every value has a place, and every other line begins one`() throws {
    for line in try plugin().lines {
      #expect((line.value == nil) == (line.place == nil), "\(line.path)")
      #expect((line.value == nil) == (line.text.hasSuffix(":") || line.text.hasSuffix("-")))
    }
  }

  @Test func `The lines read back as the resolved plugin`() throws {
    let folder = try TemporaryFolder()
    for (name, text) in [("child", Self.text), ("sample", SamplePlugin.written)] {
      let path = folder.path + "/\(name).yaml"
      try Data(text.utf8).write(to: URL(filePath: path))
      let written = try PluginFile.effective(path: path).lines.map(\.text).joined(separator: "\n")
      let rules = try PluginFile.load(path: path).rules
      #expect(try YAML.parse(written + "\n").sortedJSON == rules.resolved, "\(name)")
    }
  }

  @Test func `A plugin with a fault is not shown`() {
    #expect(throws: PluginRefused.self) {
      try plugin(Self.text.replacing("payload.from", with: "payload.form"))
    }
    #expect(throws: PluginRefused.self) { try PluginFile.effective(path: "no/such/file.yaml") }
  }

  @Test
  func `What holds since the plugin says nothing of it stands apart, each as it would be written`()
    throws
  {
    let plugin = try plugin()
    #expect(plugin.defaults.count == ReminderRule.Matter.allCases.count)
    let terms = try #require(
      plugin.defaults.first { $0.path == "governance.reminders.terms" })
    #expect(terms.text == "governance.reminders.terms: {before: [P60D], source: assumption}")
    #expect(terms.value == ["before": ["P60D"], "source": "assumption"] && terms.place == nil)
    let own = try self.plugin(
      Self.text.replacing(
        "  bodies:", with: "  reminders: {terms: {before: [P7D], source: act}}\n  bodies:"))
    #expect(!own.defaults.contains { $0.path == "governance.reminders.terms" })
    #expect(own.lines.contains { $0.path == "governance.reminders.terms.before" })
  }

  @Test func `What is usual reads as the rules that hold without it`() throws {
    let written = try plugin().defaults.map { line in
      "    " + line.text.dropFirst("governance.reminders.".utf8.count) + "\n"
    }.joined()
    let folder = try TemporaryFolder()
    let path = folder.path + "/n.yaml"
    let text = Self.text.replacing("  bodies:", with: "  reminders:\n\(written)  bodies:")
    try Data(text.utf8).write(to: URL(filePath: path))
    let rules = try PluginFile.load(path: path).rules
    #expect(rules.reminders.count == ReminderRule.Matter.allCases.count)
    for rule in rules.reminders { #expect(rule == .usual(rule.matter)) }
  }
}
