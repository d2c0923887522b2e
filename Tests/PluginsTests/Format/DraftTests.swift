import Foundation
import TestKit
import Testing
import Values

@testable import Plugins

/// The file that a founder gets: answers where they belong, the template as remarks below.
@Suite struct DraftTests {
  private func draft(
    _ template: String, _ answers: JSON, today: String = "2026-11-23"
  ) throws -> TemplateInstance {
    try TemplateInstance.make(
      PluginFile.template(named: template), answers: Node(answers),
      today: #require(Day(today)))
  }

  private static let least: JSON = ["title": "Net", "id": "net", "members": ["PT", "NO"]]

  private static func answers(_ more: (String, JSON)...) -> JSON {
    var fields = least.fields ?? JSON.Fields()
    for (name, value) in more { fields[name] = value }
    return .object(fields)
  }

  @Test func `The keys of the file stand in the order in which one reads them`() throws {
    let text = try draft("blank", Self.least).text
    #expect(
      try YAML.parse(text).mapping().map(\.name) == [
        "format", "id", "version", "extends", "recording_since", "basis", "founding", "title",
        "languages", "timezone",
      ])
  }

  @Test func `What was answered stands in the file, and nothing else`() throws {
    let file = try YAML.parse(draft("blank", Self.least).text).json
    #expect(
      file.canonicalText
        == ([
          "format": "plugin/1", "id": "net", "version": "1.0.0", "extends": "blank@1",
          "recording_since": "2026-11-23", "basis": ["founding": "Founding act"],
          "founding": ["source": "founding", "on": "2026-11-23", "instrument": "Founding act"],
          "title": ["en": "Net"], "languages": ["en"], "timezone": "UTC",
        ] as JSON).canonicalText)
  }

  @Test(arguments: ["2020", "2020-05", "2020-05-14"])
  func `The founding has the day that the founder knows, acts are recorded from today`(
    _ day: String
  ) throws {
    let file = try YAML.parse(draft("blank", Self.answers(("founded_on", .text(day)))).text).json
    #expect(file["founding"]?["on"] == .text(day))
    #expect(file["recording_since"] == "2026-11-23")
  }

  @Test func `The instrument is both the text of the basis and the founding's own`() throws {
    let instrument = "Council conclusions 10025/16: \"the network\""
    let file = try YAML.parse(
      draft("blank", Self.answers(("instrument", .text(instrument)))).text
    ).json
    #expect(file["basis"] == ["founding": .text(instrument)])
    #expect(file["founding"]?["instrument"] == .text(instrument))
  }

  @Test func `One title is a title in each language until somebody translates it`() throws {
    let languages = ("languages", ["pt", "es", "en"] as JSON)
    let one = try YAML.parse(draft("blank", Self.answers(languages)).text).json
    #expect(one["title"]?.compact == #"{"pt":"Net","es":"Net","en":"Net"}"#)
    let titles: JSON = ["pt": "Rede", "es": "Red", "en": "Net"]
    let own = try YAML.parse(draft("blank", Self.answers(languages, ("title", titles))).text).json
    #expect(own["title"] == titles)
  }

  @Test(arguments: [
    ("pt", "# Nome da rede?"), ("es", "# ¿Nombre de la red?"), ("en", "# Name of the network?"),
  ])
  func `Remarks speak the working language`(
    _ row: (language: String, remark: String)
  ) throws {
    let text = try draft("blank", Self.answers(("languages", [.text(row.language)]))).text
    #expect(text.contains("\n\(row.remark)\ntitle:"))
  }

  @Test(arguments: [
    ("2026-11-23", "2028-05-22"), ("2026-08-31", "2028-02-28"), ("2024-08-31", "2026-02-27"),
    ("2026-01-01", "2027-06-30"), ("2026-06-30", "2027-12-29"),
  ])
  func `The first group stays eighteen months, its last day included`(
    _ row: (today: String, until: String)
  ) throws {
    let text = try draft(
      "plenary-of-states", Self.answers(("board", ["PT", "NO"])), today: row.today
    ).text
    let rules = try PluginFile.load(text: text, file: "n.yaml").rules
    guard case .rotation(let rotation) = rules.body("board")?.composition else {
      Issue.record("the board does not rotate")
      return
    }
    #expect(rotation.groups.map(\.members) == [["PT", "NO"]])
    #expect(rotation.groups.first?.from == Day(row.today))
    #expect(rotation.groups.first?.until == Day(row.until))
  }

  @Test func `A board that nobody was named for has no group`() throws {
    for board in [[], .null] as [JSON] {
      let answers = board.isNull ? Self.least : Self.answers(("board", board))
      let rules = try PluginFile.load(
        text: draft("plenary-of-states", answers).text, file: "n.yaml"
      ).rules
      guard case .rotation(let rotation) = rules.body("board")?.composition else {
        Issue.record("the board does not rotate")
        return
      }
      #expect(rotation.groups.isEmpty)
    }
  }

  @Test(arguments: PluginFile.templates())
  func `Below the answers the rules of the template stand as remarks, line by line`(
    _ template: Template
  ) throws {
    let text = try draft(template.name, Self.least).text
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
    let start = try #require(lines.firstIndex { $0.hasPrefix("# ---- What the template says") })
    let remarks = lines[(start + 1)...].drop { $0.isEmpty }
    #expect(remarks.allSatisfy { $0.isEmpty || $0 == "#" || $0.hasPrefix("# ") })
    let back = remarks.map { $0.hasPrefix("# ") ? String($0.dropFirst(2)) : "" }
    let rules = template.text.split(separator: "\n", omittingEmptySubsequences: false)
      .drop { $0 != "governance:" }.map { String($0) }
    #expect(Array(back.prefix(rules.count)) == Array(rules.prefix(back.count)))
    #expect(rules.count > 10)
  }

  @Test(arguments: PluginFile.templates())
  func `A rule copied from the remarks changes nothing`(_ template: Template) throws {
    let text = try draft(template.name, Self.least).text
    let plain = try PluginFile.load(text: text, file: "n.yaml").rules
    guard !text.contains("\ngovernance:") else { return }
    let rules = template.text.split(separator: "\n", omittingEmptySubsequences: false)
      .drop { $0 != "governance:" }.prefix { $0 != "fixtures:" && $0 != "tests:" }.joined(
        separator: "\n")
    let copied = try PluginFile.load(text: text + "\n" + rules, file: "n.yaml").rules
    #expect(copied.resolved.canonicalText == plain.resolved.canonicalText)
  }
}

/// Templates of a folder: found by name, in the order of the folders, never outside of them.
@Suite struct TemplateFolderTests {
  private func errors(_ template: String, _ folders: [String]) -> [Failure] {
    do throws(PluginRefused) {
      _ = try PluginFile.template(named: template, folders: folders)
      return []
    } catch {
      return error.errors
    }
  }

  private static func text(_ name: String, _ version: String = "1.0.0") -> String {
    "template: \(name)\nversion: \(version)\ntitle: {en: T, pt: T, es: T}\n"
  }

  private func write(_ text: String, _ folder: TemporaryFolder, _ name: String) throws {
    try Data(text.utf8).write(to: URL(filePath: "\(folder.path)/\(name)"))
  }

  @Test func `The first folder that has a template gives it`() throws {
    let (one, two) = (try TemporaryFolder(), try TemporaryFolder())
    try write(Self.text("own", "1.0.0"), one, "own.yaml")
    try write(Self.text("own", "2.0.0"), two, "own.yaml")
    let folders = [one.path, two.path]
    #expect(try PluginFile.template(named: "own", folders: folders).version == "1.0.0")
    #expect(try PluginFile.template(named: "own", folders: folders.reversed()).version == "2.0.0")
    #expect(
      try PluginFile.template(named: "own", folders: ["/nowhere"] + folders).version == "1.0.0")
  }

  @Test func `A template that is compiled in is never replaced by a file`() throws {
    let folder = try TemporaryFolder()
    try write(Self.text("blank", "9.0.0"), folder, "blank.yaml")
    let template = try PluginFile.template(named: "blank", folders: [folder.path])
    #expect(template.reference == "blank@1")
  }

  @Test(arguments: ["../secret", "a/b", "/etc/passwd", "", ".", "..", "Own", "own.yaml", "a b"])
  func `A name that is no short name opens no file`(_ name: String) throws {
    let folder = try TemporaryFolder()
    try write(Self.text("own"), folder, "own.yaml")
    #expect(errors(name, [folder.path]).map(\.code) == [.valueUnreadable])
  }

  @Test func `A folder in the place of a template is told`() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: folder.path + "/own.yaml", withIntermediateDirectories: false)
    #expect(errors("own", [folder.path]).map(\.code) == [.fileNoFile])
  }

  @Test(arguments: [
    ("version: 1.0.0\ntitle: {en: T, pt: T, es: T}\n", "key-missing"),
    ("template: own\ntitle: {en: T, pt: T, es: T}\n", "key-missing"),
    ("template: own\nversion: 1.0.0\n", "key-missing"),
    ("template: own\nversion: 1.0.0\ntitle: {en: T}\n", "text-missing"),
    ("template: own\nversion: 1\ntitle: {en: T, pt: T, es: T}\n", "value-unreadable"),
    ("template: Own Name\nversion: 1.0.0\ntitle: {en: T, pt: T, es: T}\n", "value-unreadable"),
    ("- own\n", "value-unreadable"), ("", "yaml-empty"), ("template: [\n", "yaml-syntax"),
    ("template: own\ntemplate: own\n", "yaml-duplicate-key"),
    (text("own") + "asks: x\n", "value-unreadable"),
    (text("own") + "asks: [x]\n", "value-unreadable"),
    (text("own") + "asks: [{id: a, kind: b, question: {en: Q, pt: Q, es: Q}}]\n", "choice-unknown"),
    (text("own") + "asks: [{kind: text, question: {en: Q, pt: Q, es: Q}}]\n", "key-missing"),
    (text("own") + "asks: [{id: a, kind: text, question: {en: Q}}]\n", "text-missing"),
    (text("own") + "asks: [{id: a, kind: text}]\n", "key-missing"),
  ])
  func `A template that is wrong is told in its own file`(
    _ row: (text: String, code: String)
  ) throws {
    let folder = try TemporaryFolder()
    try write(row.text, folder, "own.yaml")
    let found = errors("own", [folder.path])
    #expect(found.map(\.code.name).contains(row.code), "\(found.map(\.code.name))")
    #expect(found.allSatisfy { $0.place?.file == folder.path + "/own.yaml" })
  }
}
