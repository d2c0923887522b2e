import Values

/// The lines on which an office signs a paper, and the last event that the paper knows of.
///
/// The day is one of the log and never that of printing, so that a paper made again has the same bytes.
struct CertificationText {
  private let catalogue: Catalogue

  init(_ catalogue: Catalogue) { self.catalogue = catalogue }

  /// A heading, on which state of the log the paper rests where that is known, and the lines to be filled in.
  ///
  /// The office is the key of the words for whoever signs, such as `document.certified-by`.
  func blocks(signedBy office: String, upTo last: (event: Int64, day: Day)?) -> [Document.Block] {
    let state = last.map { last in
      Document.Block.paragraph(
        Document.Span(
          catalogue.text(
            "document.state-of-log",
            ["event": .text("\(last.event)"), "day": .day(last.day)])), place: nil)
    }
    let blank = Document.Span(catalogue.text("document.blank"))
    let lines = [office, "document.signed"].map { Document.Fact(catalogue.text($0), blank) }
    return [.heading(2, Document.Span(catalogue.text("document.signature")), place: "signature")]
      + [state].compactMap(\.self) + [.facts(lines)]
  }
}

extension [Int64: PaperHead.Source] {
  /// The last event on which blocks rest, corrections of others among them; nil where none is known.
  func last(of blocks: [Document.Block]) -> (event: Int64, day: Day)? {
    let cited = Set(blocks.flatMap(\.events))
    let corrections = cited.flatMap { self[$0]?.corrections ?? [] }
    let known = cited.union(corrections).compactMap { event in
      self[event].map { (event: event, day: $0.effective) }
    }
    return known.max { $0.event < $1.event }
  }
}
