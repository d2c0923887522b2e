import Governance
import Values

/// What an extract tells of corrections of the event that it certifies, which it gives as corrected.
///
/// Whoever signs it has to see that the figures are not those that were recorded first, when they were put right
/// and why.
struct CorrectedRecord {
  private let corrections: [CorrectionsInLog.Told]

  /// Takes those of the one event, oldest first.
  init(_ corrections: [CorrectionsInLog.Told]) { self.corrections = corrections }

  /// One paragraph for each correction, with its event; none where nothing was corrected.
  func blocks(in catalogue: Catalogue) -> [Document.Block] {
    corrections.map { told in
      let words = catalogue.text(
        "document.record-corrected", ["on": .day(told.on), "reason": .text(told.reason)])
      return .paragraph(Document.Span(words, [told.position]), place: nil)
    }
  }
}
