import Foundation
import Plugins
import TestKit
import Testing
import Values

/// What a plugin may do to the guards of the template that it extends.
@Suite struct GuardMergingTests {
  private static func rule(_ id: String, _ rest: String = "") -> String {
    """
      - id: \(id)
        on: [member.ended]
        require: payload.from < now
        message: {en: Not yet., pt: Ainda não., es: Aún no.}
        source: assumption
        \(rest)

    """
  }

  private static let guards =
    "guards:\n" + rule("end.first") + rule("end.final", "final: true") + rule("end.last")

  private static let child = """
    format: plugin/1
    id: child
    version: 1.0.0
    extends: base@1
    recording_since: 2026-01-01
    languages: [en]
    timezone: UTC
    title: {en: Child}
    basis: {act: Founding act}
    founding: {on: 2026, instrument: Act, source: act}

    """

  /// A folder with the template `base`: the blank one with three guards, the second of them final.
  private func folder(_ more: String = "") throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let bytes = try #require(EmbeddedText.bytes(named: "template/blank"))
    let base =
      String(decoding: bytes, as: UTF8.self)
      .replacing("template: blank", with: "template: base") + Self.guards + more
    try Data(base.utf8).write(to: URL(filePath: folder.path + "/base.yaml"))
    return folder
  }

  private func rules(_ own: String, digest: TemplateDigest? = nil) throws -> Rules {
    let folder = try folder()
    return try PluginFile.load(
      text: Self.child + own, file: "n.yaml", templates: [folder.path], digest: digest
    ).rules
  }

  private func errors(_ own: String) throws -> [Failure] {
    let folder = try folder()
    do throws(PluginRefused) {
      _ = try PluginFile.load(text: Self.child + own, file: "n.yaml", templates: [folder.path])
      return []
    } catch {
      return error.errors
    }
  }

  @Test func `The guards of a template hold for the network that extends it`() throws {
    #expect(try rules("").guards.map(\.id) == ["end.first", "end.final", "end.last"])
  }

  @Test func `A guard of another id is added behind those of the template`() throws {
    let rules = try rules("guards:\n" + Self.rule("end.own"))
    #expect(rules.guards.map(\.id) == ["end.first", "end.final", "end.last", "end.own"])
  }

  @Test func `A guard of the same id changes what it names and keeps its place`() throws {
    let rules = try rules("guards:\n  - {id: end.first, severity: warn, source: act}\n")
    #expect(rules.guards.map(\.id) == ["end.first", "end.final", "end.last"])
    let changed = try #require(rules.guards.first)
    #expect(changed.severity == .warn && changed.require.text == "payload.from < now")
    #expect(changed.clause.source == .basis(key: "act", text: "Founding act"))
  }

  @Test func `A guard can be taken away by its id`() throws {
    let rules = try rules("remove: [end.first, end.last]\n")
    #expect(rules.guards.map(\.id) == ["end.final"])
    #expect(rules.resolved["remove"] == nil)
    #expect(try PluginFile.load(resolved: rules.resolved) == rules)
  }

  @Test(arguments: [
    ("remove: [end.final]\n", 11, 10),
    ("remove: [end.first,\n  end.final]\n", 12, 3),
    ("guards:\n  - {id: end.final, severity: warn}\n", 12, 5),
    ("guards:\n  - {id: end.final, final: false}\n", 12, 5),
  ])
  func `A final guard can be neither changed nor removed`(
    _ row: (own: String, line: Int, column: Int)
  ) throws {
    let errors = try errors(row.own)
    #expect(errors.map(\.code) == [.guardFinal])
    #expect(errors.first?.place == Place(file: "n.yaml", line: row.line, column: row.column))
    #expect(errors.first?.values["guard"] == .text("end.final"))
  }

  @Test func `What is not there cannot be removed`() throws {
    let errors = try errors("remove: [end.frist]\n")
    #expect(errors.map(\.code) == [.referenceUnknown])
    #expect(errors.first?.values["nearest"] == .text("end.first"))
    #expect(errors.first?.place == Place(file: "n.yaml", line: 11, column: 10))
  }

  @Test func `A plugin that extends nothing has nothing to remove`() {
    #expect(throws: PluginRefused.self) {
      try PluginFile.load(text: SamplePlugin.text + "remove: [x]\n", file: "n.yaml")
    }
  }

  @Test func `A fault in a changed guard is told in the file that changed it`() throws {
    let errors = try errors("guards:\n  - {id: end.first, require: payload.until < now}\n")
    #expect(errors.map(\.code) == [.expressionFieldUnknown])
    #expect(errors.first?.place?.file == "n.yaml" && errors.first?.place?.line == 12)
  }

  @Test func `A fault in a guard of a template is told in the template`() throws {
    let folder = try folder(Self.rule("end.bad").replacing("payload.from", with: "payload.form"))
    let refused = #expect(throws: PluginRefused.self) {
      try PluginFile.load(text: Self.child, file: "n.yaml", templates: [folder.path])
    }
    #expect(refused?.errors.map(\.place?.file) == [folder.path + "/base.yaml"])
  }

  // MARK: - The pin

  @Test func `A template is pinned by the digest of what it says`() throws {
    let bytes = { @Sendable (bytes: [UInt8]) in "\(bytes.count)" }
    let one = try rules("", digest: bytes)
    let template = try #require(one.template)
    #expect(template.hasPrefix("base@1.1.0#sha256:"))
    #expect((Int(template.dropFirst("base@1.1.0#sha256:".count)) ?? 0) > 1_000)
    #expect(try rules("").template == "base@1.1.0")
    #expect(try rules("remove: [end.last]\n", digest: bytes).template == template)
    #expect(try PluginFile.load(resolved: one.resolved) == one)
  }

  @Test func `Another text of a template is another pin, remarks are not`() throws {
    let pin: TemplateDigest = { String(decoding: $0, as: UTF8.self) }
    let texts = try ["", "# a remark\n", Self.rule("end.more")].map { more -> String in
      let folder = try folder(more)
      return try PluginFile.load(
        text: Self.child, file: "n.yaml", templates: [folder.path], digest: pin
      ).rules.template ?? ""
    }
    #expect(texts[0] == texts[1] && texts[0] != texts[2])
  }
}
