import Governance
import Testing
import Values

@testable import Publishing

/// What is told beside a sentence of minutes that a correction overtook.
@Suite struct LaterReadingTests {
  @Test(arguments: [
    (
      "Votes cast 19: 14 for, 3 against, 2 abstentions.",
      "Votes cast 19: 15 for, 2 against, 2 abstentions.", "14 for, 3 against", "15 for, 2 against"
    ),
    (
      "Subgroup on crypto assets (D-6)", "Subgroup on crypto-assets (D-6)", "crypto assets",
      "crypto-assets"
    ),
    ("It ended at 17:00.", "It ended at 18:00.", "17:00", "18:00"),
    ("The chair was NL.", "The chair of the day was NL.", "chair was", "chair of the day was"),
    ("No papers", "", "No papers", ""),
    ("Present 4 members", "Present 5 members", "4 members", "5 members"),
    (
      "Votos emitidos 19: 14 a favor, 3 en contra, 2 abstenciones.",
      "Votos emitidos 19: 15 a favor, 2 en contra, 2 abstenciones.", "14 a favor, 3 en contra",
      "15 a favor, 2 en contra"
    ),
    (
      "Of 25 members entitled to vote, 19 were present; 13 were needed.",
      "Of 24 members entitled to vote, 19 were present; 13 were needed.",
      "25 members entitled to vote", "24 members entitled to vote"
    ),
    (
      "com direito de voto 25, presentes 19.", "com direito de voto 25, presentes 18.",
      "presentes 19", "presentes 18"
    ),
    ("Guía de prueba (D-3)", "Guía de prueba electrónica (D-3)", "prueba", "prueba electrónica"),
  ])
  func `The words from the first to the last that differ are quoted, with what a figure counts`(
    _ row: (former: String, latter: String, old: String, new: String)
  ) {
    let words = ReplacedWords(from: row.former, to: row.latter)
    #expect(words?.old == row.old && words?.new == row.new, "\(String(describing: words))")
  }

  @Test func `Two sentences that say the same have no words to quote`() {
    #expect(ReplacedWords(from: "The same.", to: "The same.") == nil)
  }

  @Test func `A title is quoted whole, without the number of its item and of its deliberation`()
    throws
  {
    func matter(_ title: String) -> Governance.Statement {
      Governance.Statement(
        "matter", .heading, at: "D-3",
        [
          "deliberation": .text("D-3"), "title": .text(title), "itemised": .text("yes"),
          "item": .text("3"),
        ], events: [2])
    }
    let change = try change(
      of: matter("Plataforma"), to: [matter("Plataforma segura")], [2: [15]], .spanish)
    #expect(change?.span.text.contains("«Plataforma segura» en lugar de «Plataforma»") == true)
  }

  // MARK: - Beside a sentence

  private func closed(_ time: String, _ events: [Int64]) -> Governance.Statement {
    Governance.Statement(
      "closed", at: "closed", ["on": .text("2026"), "time": .text(time), "timed": .text("yes")],
      events: events)
  }

  private func change(
    of statement: Governance.Statement, to current: [Governance.Statement],
    _ corrections: [Int64: [Int64]], after draft: Int64 = 10, _ language: Language = .english
  ) throws -> LaterReading.Change? {
    let on = try #require(Day("2027-04-12"))
    let told = corrections.mapValues { positions in
      positions.map { CorrectionsInLog.Told(position: $0, on: on, reason: "misread") }
    }
    return LaterReading(current, told).change(
      of: statement, after: draft, in: StatementText(Catalogue(language)), Catalogue(language))
  }

  @Test(arguments: [
    (
      Language.english,
      "Corrected on 12 April 2027: “18:00” instead of “17:00”. Reason given: misread."
    ),
    (
      .portuguese,
      "Retificado em 12 de abril de 2027: «18:00» em vez de «17:00». Motivo indicado: misread."
    ),
    (
      .spanish,
      "Rectificado el 12 de abril de 2027: «18:00» en lugar de «17:00». Motivo indicado: misread."
    ),
  ])
  func `It says from what to what, on which day, by which event and why`(
    _ row: (language: Language, text: String)
  ) throws {
    let change = try change(
      of: closed("17:00", [2]), to: [closed("18:00", [2])], [2: [15]], row.language)
    #expect(change?.span == Document.Span(row.text, [15]))
    #expect(change?.place == "closed")
  }

  @Test func `What was corrected before the draft, or changed by no correction, is not told`()
    throws
  {
    let (old, new) = (closed("17:00", [2]), [closed("18:00", [2])])
    #expect(try change(of: old, to: new, [2: [9]]) == nil)
    #expect(try change(of: old, to: new, [:]) == nil)
    #expect(try change(of: old, to: new, [3: [15]]) == nil)
    #expect(try change(of: old, to: [old], [2: [15]]) == nil, "it reads as it did")
  }

  @Test func `A sentence whose event was struck falls away`() throws {
    let change = try #require(try change(of: closed("17:00", [2]), to: [], [2: [15]]))
    #expect(change.span.text.contains("this passage falls away"))
    #expect(change.span.text.contains("17:00"))
  }
}
