import Testing

@testable import Publishing

/// One word for each meaning, also in Portuguese and Spanish: docs/glossary.md says which.
@Suite struct OneWordTests {
  @Test(arguments: [
    (Language.spanish, "fichero", "archivo"), (.spanish, "clausura", "cierre"),
    (.spanish, "asunto de", "materia"), (.spanish, "derecho de voto", "derecho a voto"),
    (.spanish, "las normas", "las reglas"), (.spanish, "zona horaria", "huso horario"),
    (.spanish, "corrección", "rectificación"), (.spanish, "comité", "órgano"),
    (.portuguese, "classe", "categoria"), (.portuguese, "correção", "retificação"),
    (.portuguese, "acontecimento", "evento"), (.portuguese, "arquivo", "ficheiro"),
    (.portuguese, "comitê", "órgão"), (.portuguese, "diretório da rede", "pasta da rede"),
    (.english, "country", "state"), (.english, "directory of the network", "folder"),
  ])
  func `A catalogue has one word for a meaning`(
    _ row: (language: Language, word: String, instead: String)
  ) {
    let catalogue = Catalogue(row.language)
    let keys = catalogue.keys.filter { key in
      Self.words(catalogue.template(key) ?? "").contains(row.word)
    }
    #expect(keys.isEmpty, "write \(row.instead), not \(row.word)")
  }

  /// A text without its placeholders and what stands in backticks, which no language translates.
  private static func words(_ template: String) -> String {
    template.replacing(/\{[^}]*\}|`[^`]*`/, with: "").lowercased()
  }

  @Test(arguments: Language.allCases)
  func `A way out is a sentence`(_ language: Language) {
    let catalogue = Catalogue(language)
    let ways = catalogue.keys.filter { $0.hasPrefix("way.") }
    #expect(ways.count > 30)
    for key in ways {
      let text = catalogue.template(key) ?? ""
      let isSentence = text.first?.isLowercase == false && [".", "}"].contains(text.last)
      #expect(isSentence, "\(key): \(text)")
    }
  }

  @Test(arguments: Language.allCases)
  func `What is not on record is said of a past, and not refused`(_ language: Language) {
    let catalogue = Catalogue(language)
    for code in ["meeting-not-convened", "deliberation-missing"] {
      #expect(catalogue.template("note.\(code)") != nil)
      #expect(catalogue.template("note.\(code)") != catalogue.template("refusal.\(code).what"))
    }
  }
}
