import Plugins
import Testing
import Values

@testable import Governance
@testable import Publishing

/// A document of the rules as a value: title, lines, the event behind it, the rules that wrote it.
@Suite struct RulesPaperTests {
  private func recorded(
    _ body: [String: String], languages: [String], values: [String: Failure.Value] = [:]
  ) throws -> RecordedDocument {
    let rule = DocumentRule(
      name: "note", on: "member.admitted", formats: [.text], body: LocalText(body), values: [])
    let rules = try PluginFile.load(
      text: """
        format: plugin/1
        id: sample
        version: 1.2.0
        languages: [en]
        timezone: UTC
        recording_since: 2026-01-01
        title: {en: Sample}
        founding: {on: 2016-06-09, instrument: Charter, source: practice}
        governance:
          membership: {classes: {member: {may: [vote], source: practice}}}
          bodies: {plenary: {title: {en: Plenary}, composition: plenary, decides: {default: {only: consensus, source: practice}}}}
        """, file: "s.yaml"
    ).rules
    return RecordedDocument(
      rule: rule, network: LocalText(["en": "Sample", "pt": "Amostra"]), languages: languages,
      version: RulesName(rules), event: 7, effective: try #require(Day("2026-02-01")),
      values: values)
  }

  private func document(
    _ body: [String: String], languages: [String] = ["en", "pt"],
    values: [String: Failure.Value] = [:], in language: Language = .english
  ) throws -> Document {
    try RulesPaper(
      recorded(body, languages: languages, values: values), in: Catalogue(language)
    ).document
  }

  private func lines(_ document: Document) -> [String] {
    document.blocks.compactMap { block in
      if case .paragraph(let span, _) = block { return span.text }
      return nil
    }
  }

  @Test func `Each line is a paragraph, and the event stands behind the last one`() throws {
    let document = try document(["en": "One.\n\nTwo.\nThree."])
    #expect(lines(document) == ["One.", "Two.", "Three."])
    #expect(document.blocks.map(\.events) == [[], [], [7]])
    #expect(document.events == [7] && document.note(7).contains("member admitted"))
  }

  @Test func `It names the network, the document and the rules that wrote it`() throws {
    let document = try document(["en": "One."])
    #expect(document.title == "Sample" && document.subtitle == "note")
    #expect(document.closing.count == 1 && document.closing[0].contains("sample@1.2.0#"))
  }

  @Test(arguments: [
    (Language.english, "1 January 2026", "Sample"),
    (.portuguese, "1 de janeiro de 2026", "Amostra"),
  ])
  func `Words, days and titles are those of the reader where the document has the language`(
    _ row: (language: Language, day: String, title: String)
  ) throws {
    let day = try #require(Day("2026-01-01"))
    let document = try document(
      ["en": "Since {day}.", "pt": "Desde {day}."], values: ["day": .day(day)], in: row.language)
    #expect(lines(document)[0].contains(row.day))
    #expect(document.title == row.title && document.language == row.language)
  }

  @Test func `A reader of another language gets that of the network`() throws {
    let document = try document(["pt": "Um."], languages: ["pt", "en"], in: .spanish)
    #expect(lines(document) == ["Um."] && document.language == .portuguese)
  }

  @Test func `A language that the program does not have keeps the reader's words around it`() throws
  {
    let document = try document(["fr": "Un."], languages: ["fr"], in: .spanish)
    #expect(lines(document) == ["Un."] && document.language == .spanish)
  }

  @Test func `A text of nothing has no paragraph, and marks of others are made visible`() throws {
    #expect(try document(["en": "\n\n"]).blocks == [])
    let hostile = try document(["en": "{a}"], values: ["a": .text("x\u{202E}y <b>")])
    #expect(!hostile.markdown.contains("\u{202E}") && hostile.markdown.contains("\\<b\\>"))
    #expect(hostile.html.contains("&lt;b&gt;"))
  }
}
