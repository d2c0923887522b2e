import Foundation
import Plugins
import TestKit
import Testing
import Values

/// Each kind of question takes what it asks for, and names the place of anything else.
@Suite struct AnswersTests {
  private static let kinds =
    [
      ("title", "text", "title"), ("id", "id", "id"), ("languages", "languages", "languages"),
      ("members", "members", nil), ("coordinator", "member", nil), ("trio", "group", nil),
      ("notice", "period", nil), ("since", "day", nil), ("count", "number", nil),
      ("colour", "choice", nil),
    ] as [(id: String, kind: String, sets: String?)]

  private static let answers = [
    ("title", "Net"), ("id", "net"), ("languages", "[en]"), ("members", "[PT, ES]"),
    ("coordinator", "PT"), ("trio", "[PT]"), ("notice", "P14D"), ("since", "2020"),
    ("count", "3"), ("colour", "red"),
  ]

  private let template: Template

  init() throws {
    let folder = try TemporaryFolder()
    let asks = Self.kinds.map { id, kind, sets in
      let extra =
        (sets.map { ", sets: \($0)" } ?? "") + (kind == "choice" ? ", choices: [red, green]" : "")
      return "  - {id: \(id), kind: \(kind), question: {en: Q?, pt: Q?, es: Q?}\(extra)}"
    }
    let text = """
      template: every
      version: 2.1.0
      title: {en: T, pt: T, es: T}
      asks:
      \(asks.joined(separator: "\n"))
      """
    try Data(text.utf8).write(to: URL(filePath: folder.path + "/every.yaml"))
    template = try PluginFile.template(named: "every", folders: [folder.path])
  }

  private func make(_ answers: String) throws -> TemplateInstance {
    try TemplateInstance.make(
      template, answers: YAML.parse(answers, file: "a.yaml"), today: #require(Day("2026-11-23")))
  }

  /// The answers with one changed, each on a line of its own.
  private static func text(_ key: String = "", _ value: String = "") -> String {
    answers.map { "\($0.0): \($0.0 == key ? value : $0.1)\n" }.joined()
  }

  @Test func `A template has its questions in order, each with its kind`() {
    #expect(template.questions.map(\.id) == Self.kinds.map(\.id))
    #expect(template.questions.map(\.kind.rawValue) == Self.kinds.map(\.kind))
    #expect(template.questions.map(\.sets) == Self.kinds.map(\.sets))
    #expect(Set(template.questions.map(\.kind)) == Set(Question.Kind.allCases))
    #expect(template.questions.last?.choices == ["red", "green"])
    #expect(template.reference == "every@2")
  }

  @Test func `Right answers to all kinds of questions make a network`() throws {
    let instance = try make(Self.text())
    #expect(instance.id == "net")
    #expect(instance.members == ["PT", "ES"])
    #expect(instance.coordinator == "PT")
    let file = try YAML.parse(instance.text).json
    #expect(file["title"] == ["en": "Net"])
    #expect(file["extends"] == "every@2")
    #expect(file["recording_since"] == "2026-11-23")
  }

  struct Wrong: CustomTestStringConvertible, Sendable {
    let key: String
    let value: String
    let code: Failure.Code
    /// How far into the value the fault stands.
    let offset: Int

    init(_ key: String, _ value: String, _ code: Failure.Code, _ offset: Int = 0) {
      self.key = key
      self.value = value
      self.code = code
      self.offset = offset
    }

    var testDescription: String { "\(key): \(value)" }
  }

  @Test(arguments: [
    Wrong("title", "[x]", .valueUnreadable), Wrong("title", "~", .valueUnreadable),
    Wrong("title", "{pt: Rede}", .textMissing), Wrong("id", "Not An Id", .valueUnreadable),
    Wrong("id", "a_b", .valueUnreadable), Wrong("languages", "[]", .listEmpty),
    Wrong("languages", "en", .valueUnreadable),
    Wrong("languages", "[en, english]", .valueUnreadable, 5),
    Wrong("members", "[]", .listEmpty), Wrong("members", "PT", .valueUnreadable),
    Wrong("members", "[PT, XX]", .jurisdictionUnknown, 5),
    Wrong("members", "[[PT]]", .valueUnreadable, 1),
    Wrong("coordinator", "XX", .jurisdictionUnknown),
    Wrong("coordinator", "[PT]", .valueUnreadable),
    Wrong("trio", "[PT, pt]", .jurisdictionUnknown, 5), Wrong("trio", "PT", .valueUnreadable),
    Wrong("notice", "soon", .valueUnreadable), Wrong("notice", "P0D", .periodZero),
    Wrong("since", "2020-13", .valueUnreadable), Wrong("count", "0", .valueOutOfRange),
    Wrong("count", "367", .valueOutOfRange), Wrong("count", "many", .valueUnreadable),
    Wrong("title", #""\e[A""#, .valueUnreadable), Wrong("title", #""a\nb""#, .valueUnreadable),
    Wrong("title", #""a\u202eb""#, .valueUnreadable), Wrong("title", "''", .valueUnreadable),
    Wrong("title", "'  '", .valueUnreadable),
    Wrong("languages", "[en, pt, en]", .valueRepeated, 9),
    Wrong("members", "[PT, ES, PT]", .valueRepeated, 9),
    Wrong("trio", "[ES, ES]", .valueRepeated, 5), Wrong("trio", "[PT, FR]", .memberNotNamed, 5),
    Wrong("coordinator", "FR", .memberNotNamed),
    Wrong("colour", "gren", .choiceMisspelt), Wrong("colour", "blue", .choiceUnknown),
  ])
  func `A wrong answer is refused where it stands`(_ wrong: Wrong) throws {
    let refused = #expect(throws: PluginRefused.self) {
      _ = try make(Self.text(wrong.key, wrong.value))
    }
    let line = try #require(Self.answers.firstIndex { $0.0 == wrong.key }) + 1
    let place = Place(file: "a.yaml", line: line, column: wrong.key.count + 3 + wrong.offset)
    #expect(refused?.errors.map(\.code) == [wrong.code])
    #expect(refused?.errors.first?.place == place)
  }

  @Test(arguments: [
    ("trio", "[]"), ("since", "2020-05-14"), ("since", "2020-05"), ("count", "1"),
    ("count", "366"), ("colour", "green"), ("title", "{en: Net, pt: Rede}"), ("title", "NO"),
    ("members", "['NO', PT]"), ("notice", "P2W"), ("id", "n-1"),
  ])
  func `A right answer of another form is taken`(_ row: (key: String, value: String)) throws {
    #expect(throws: Never.self) { _ = try make(Self.text(row.key, row.value)) }
  }

  @Test(arguments: answers.map(\.0))
  func `A question without a default must be answered`(_ key: String) throws {
    let lines = Self.answers.filter { $0.0 != key }.map { "\($0.0): \($0.1)\n" }
    let refused = #expect(throws: PluginRefused.self) { _ = try make(lines.joined()) }
    #expect(
      refused?.errors == [
        Failure(.keyMissing, ["key": .text(key)], at: Place(file: "a.yaml", line: 1, column: 1))
      ])
  }

  @Test func `An answer to no question is refused`() {
    let refused = #expect(throws: PluginRefused.self) {
      _ = try make(Self.text() + "notise: P7D\n")
    }
    #expect(refused?.errors.first?.code == .keyMisspelt)
    #expect(refused?.errors.first?.place == Place(file: "a.yaml", line: 11, column: 1))
  }
}
