package import Governance
import Values

/// What was put right since minutes were drawn up: how their sentences read now, and by which corrections.
///
/// A version of minutes never changes. What was corrected in the record after it is told beside the sentence
/// that it is about, so that nobody takes the former figures for those that count.
package struct LaterReading {
  /// The statements as they would be drawn up now, by their places.
  private let current: [String: Statement]
  /// By the event that each is about, oldest first.
  private let corrections: [Int64: [CorrectionsInLog.Told]]

  /// Takes the statements of the record as it stands, and all corrections by the events that they are about.
  package init(_ current: [Statement], _ corrections: [Int64: [CorrectionsInLog.Told]]) {
    self.current = Dictionary(
      current.map { ($0.place, $0) }, uniquingKeysWith: { first, _ in first })
    self.corrections = corrections
  }

  /// One sentence that reads otherwise now.
  struct Change {
    let place: String
    /// The words as they are told, with the events that corrected them.
    let span: Document.Span
  }

  /// What to tell beside a statement.
  ///
  /// - Parameters:
  ///   - statement: As it was drawn up.
  ///   - draft: The position of the event that drew it up; only what was corrected after it is told.
  ///   - text: The words of the paper.
  ///   - catalogue: Of the same language.
  /// - Returns: Nil where the sentence reads as it did, or no correction of its events came later.
  func change(
    of statement: Statement, after draft: Int64, in text: StatementText, _ catalogue: Catalogue
  ) -> Change? {
    let now = current[statement.place]
    let events = Set(statement.events + (now?.events ?? []))
    let found = events.flatMap { corrections[$0] ?? [] }.filter { draft < $0.position }
      .sorted { $0.position < $1.position }
    let words =
      ReplacedWords(titleOf: statement, to: now)
      ?? ReplacedWords(from: text.sentence(statement), to: now.map(text.sentence) ?? "")
    guard let last = found.last, let words else { return nil }
    let told = catalogue.text(
      "document.corrected-since",
      [
        "on": .day(last.on), "gone": .text(now == nil ? "yes" : "no"), "old": .text(words.old),
        "new": .text(words.new), "reason": .text(last.reason),
      ])
    return Change(
      place: statement.place, span: Document.Span(told, found.map(\.position)))
  }
}
