import Foundation
import Plugins
import TestKit
import Testing
import Values

/// A text of a template that a network replaces in some of its languages only.
@Suite struct TitleCheckTests {
  private func load(_ own: String, languages: String = "en, pt, es") throws -> Loaded {
    let titles = languages.split(separator: ",").map { tag in
      "\(tag.filter { $0 != " " }): Child"
    }
    return try PluginFile.load(
      text: """
        format: plugin/1
        id: child
        version: 1.0.0
        extends: plenary-of-states@1
        recording_since: 2026-01-01
        languages: [\(languages)]
        timezone: UTC
        title: {\(titles.joined(separator: ", "))}
        basis: {act: Founding act}
        founding: {on: 2026, instrument: Act, source: act}
        \(own)

        """, file: "network.yaml")
  }

  private func warnings(_ own: String, languages: String = "en, pt, es") throws -> [Failure] {
    try load(own, languages: languages).warnings.map(\.failure)
      .filter { $0.code == .textPartlyReplaced }
  }

  private static let board = "governance: {bodies: {board: {title: {TEXTS}}}}"

  private static func titled(_ texts: String) -> String {
    board.replacing("TEXTS", with: texts)
  }

  @Test
  func `A title in one language over a template is told with the languages that keep the other`()
    throws
  {
    let warning = try #require(try warnings(Self.titled("en: Coordinator")).first)
    #expect(warning.code == .textPartlyReplaced)
    #expect(warning.values["key"] == .text("governance.bodies.board.title"))
    #expect(warning.values["own"] == .list(["en"]))
    #expect(warning.values["kept"] == .list(["pt", "es"]))
    #expect(warning.place?.file == "network.yaml" && warning.place?.line == 11)
  }

  @Test(arguments: [
    ("en: Lead, pt: Chefia, es: Mando", "en, pt, es", 0), ("en: Lead", "en", 0),
    ("en: Lead, pt: Chefia", "en, pt, es", 1), ("en: Lead, pt: Chefia", "en, pt", 0),
    ("en: Board", "en, pt, es", 0), ("en: Board, pt: Chefia", "en, pt, es", 1),
  ])
  func `Nothing is told where each language of the network is said, or says what it said`(
    _ row: (texts: String, languages: String, count: Int)
  ) throws {
    #expect(try warnings(Self.titled(row.texts), languages: row.languages).count == row.count)
  }

  /// The languages that a template lacks have to be added to each of its texts.
  private static let french = """
    governance:
      bodies: {plenary: {title: {fr: Plénière}}, board: {title: {fr: Bureau}}}
      series: {plenary: {title: {fr: Réunion}}}
      outputs: {outcome_report: {title: {fr: Rapport}}}
    guards: [{id: meeting.with-agenda, title: {fr: Avec ordre du jour.}, message: {fr: "{meeting} a un ordre du jour."}}]
    obligations: [{id: minutes.circulated-in-time, message: {fr: "Le compte rendu de {meeting}."}}]
    views: {convocations: {title: {fr: Registre}}}
    documents: {admission: {body: {fr: "{member}, {network}, {since}, {class}, {count}."}}}
    """

  @Test func `A language can be added to a template's texts without a word`() throws {
    let loaded = try load(Self.french, languages: "en, fr")
    #expect(!loaded.warnings.contains { $0.failure.code == .textPartlyReplaced })
    #expect(loaded.rules.body("board")?.title.text(in: "fr") == "Bureau")
    #expect(loaded.rules.body("board")?.title.text(in: "en") == "Board")
  }

  @Test(arguments: ["title", "message"])
  func `What a template's guard says is looked at too`(_ key: String) throws {
    let folder = try TemporaryFolder()
    let bytes = try #require(EmbeddedText.bytes(named: "template/blank"))
    let base =
      String(decoding: bytes, as: UTF8.self).replacing("template: blank", with: "template: base")
      + "\nguards:\n  - {id: g.one, on: [member.ended], require: payload.from < now, source: assumption, title: {en: No., pt: Não., es: No.}, message: {en: No., pt: Não., es: No.}}\n"
    try Data(base.utf8).write(to: URL(filePath: folder.path + "/base.yaml"))
    let head = """
      format: plugin/1
      id: child
      version: 1.0.0
      extends: base@1
      recording_since: 2026-01-01
      languages: [en, pt]
      timezone: UTC
      title: {en: Child, pt: Filha}
      founding: {on: 2026, instrument: Act, source: practice}

      """
    for (texts, count) in [("{en: Never.}", 1), ("{en: Never., pt: Nunca.}", 0)] {
      let loaded = try PluginFile.load(
        text: head + "guards:\n  - {id: g.one, \(key): \(texts)}\n", file: "n.yaml",
        templates: [folder.path])
      #expect(loaded.warnings.count == count)
      #expect(loaded.warnings.allSatisfy { $0.failure.values["key"] == .text("g.one.\(key)") })
    }
  }
}
