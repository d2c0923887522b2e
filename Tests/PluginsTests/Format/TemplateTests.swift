import Foundation
import Testing
import Values

@testable import Plugins

@Suite final class TemplateTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Writes the sample as a template, with its first lines and one text changed.
  private func write(_ name: String, extends parent: String? = nil, _ body: String) throws {
    let parent = parent.map { "extends: \($0)\n" } ?? ""
    let text = """
      template: \(name)
      version: 1.4.0
      title: {en: T, pt: T, es: T}
      \(parent)\(body)
      """
    try Data(text.utf8).write(to: folder.appending(path: "\(name).yaml"))
  }

  private func load(_ text: String) throws(PluginRefused) -> Loaded {
    try PluginFile.load(text: text, file: "n.yaml", templates: [folder.path])
  }

  private func errors(_ text: String) -> [Failure] {
    do throws(PluginRefused) {
      _ = try load(text)
      return []
    } catch {
      return error.errors
    }
  }

  /// The sample without its head, as a template has it.
  private var body: String {
    SamplePlugin.text.split(separator: "\n").dropFirst(3)
      .filter { !$0.hasPrefix("title") && !$0.hasPrefix("recording") }.joined(separator: "\n")
  }

  private let head = """
    format: plugin/1
    id: child
    version: 1.0.0
    recording_since: 2026-01-01
    title: {en: Child, pt: Filha}
    extends: base@1

    """

  @Test func `A network takes over what its template says`() throws {
    try write("base", body)
    let rules = try load(head).rules
    #expect(rules.id == "child")
    #expect(rules.version == "1.0.0")
    #expect(rules.template == "base@1.4.0")
    #expect(rules.title.text(in: "pt") == "Filha")
    #expect(rules.seat("contact_point")?.maximum == 3)
  }

  @Test func `Maps are merged by key and all else is replaced`() throws {
    try write("base", body)
    let rules = try load(
      head + """
        governance:
          membership: {classes: {member: {may: [vote]}}}
          series: {plenary: {notice: {period: P21D}}}
        """
    ).rules
    #expect(rules.membership.memberClass("member")?.rights == [.vote])
    #expect(rules.membership.memberClass("observer")?.rights == [.attend])
    #expect(rules.series("plenary")?.notice?.period == .days(21))
    #expect(rules.series("plenary")?.notice?.documents == .days(7))
  }

  @Test func `A fault inside a template names the template's file`() throws {
    try write("base", body.replacing("P14D", with: "soon"))
    let failure = try #require(errors(head).first)
    #expect(failure.code == .valueUnreadable)
    #expect(failure.place?.file == folder.appending(path: "base.yaml").path)
  }

  @Test func `A template may stand on another`() throws {
    try write("base", extends: "ground@1", "timezone: Europe/Madrid")
    try write("ground", body)
    let rules = try load(head).rules
    #expect(rules.zone == "Europe/Madrid")
    #expect(rules.template == "base@1.4.0")
  }

  @Test func `Templates in a circle are refused`() throws {
    try write("base", extends: "ground@1", "timezone: Europe/Madrid")
    try write("ground", extends: "base@1", body)
    #expect(errors(head).map(\.code) == [.templateCycle])
  }

  @Test func `Six templates on each other are refused`() throws {
    try write("base", extends: "t2@1", "")
    for level in 2...5 { try write("t\(level)", extends: "t\(level + 1)@1", "") }
    try write("t6", body)
    #expect(errors(head).map(\.code) == [.templateCycle])
    try write("t5", body)
    #expect(errors(head).isEmpty)
  }

  @Test func `A template that is not there is refused with the nearest`() throws {
    let failure = try #require(errors(head.replacing("base@1", with: "blnak@1")).first)
    #expect(failure.code == .referenceUnknown)
    #expect(failure.values["nearest"] == .text("blank"))
    #expect(failure.place == Place(file: "n.yaml", line: 6, column: 10))
  }

  @Test(arguments: ["base", "base@", "base@1.4", "base@x", "../base@1", "'@1'", "a@1@1"])
  func `A template is named with its major version`(_ name: String) throws {
    try write("base", body)
    #expect(errors(head.replacing("base@1", with: name)).map(\.code) == [.valueUnreadable])
  }

  @Test func `A template of another major version is refused`() throws {
    try write("base", body)
    #expect(
      errors(head.replacing("base@1", with: "base@2")).map(\.code) == [.templateVersion])
  }

  @Test func `A broken template is refused with its own place`() throws {
    try write("base", "governance: [")
    let failure = try #require(errors(head).first)
    #expect(failure.place?.file?.hasSuffix("base.yaml") == true)
  }

  // MARK: - Those compiled in

  @Test func `Six templates are compiled in`() {
    #expect(
      PluginFile.templates().map(\.reference) == [
        "blank@1", "board-and-executive@1", "coordinator-and-contact-points@1",
        "directory-and-annual-meeting@1", "plenary-of-states@1", "steering-group@1",
      ])
  }

  @Test(arguments: PluginFile.templates())
  func `A template asks at most twelve questions, each in three languages`(_ template: Template) {
    #expect((1...12).contains(template.questions.count))
    for question in template.questions {
      #expect(Set(question.question.texts.keys) == ["en", "pt", "es"])
    }
    #expect(Set(template.questions.map(\.id)).count == template.questions.count)
  }

  @Test(arguments: PluginFile.templates())
  func `Only name, short name and members must be answered`(_ template: Template) {
    let required = template.questions.filter { $0.fallback == nil }.map(\.id)
    #expect(required == ["title", "id", "members"])
  }

  @Test func `A template is found by its name alone`() throws {
    #expect(try PluginFile.template(named: "blank").name == "blank")
    #expect(throws: PluginRefused.self) { try PluginFile.template(named: "none") }
    #expect(throws: PluginRefused.self) { try PluginFile.template(named: "../blank") }
  }
}
