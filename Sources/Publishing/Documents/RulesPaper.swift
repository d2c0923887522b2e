package import Governance
import Plugins
import Values

/// A document that the rules of the network declare, filled in for one event.
package struct RulesPaper {
  private let recorded: RecordedDocument
  private let type: String
  private let catalogue: Catalogue

  /// - Parameters:
  ///   - recorded: The document with what it quotes.
  ///   - catalogue: The words of the reader, whose language is taken where the document has it.
  package init(_ recorded: RecordedDocument, in catalogue: Catalogue) {
    self.recorded = recorded
    type = recorded.rule.on
    let texts = recorded.rule.body.texts
    let known = [catalogue.language.rawValue] + recorded.languages
    let language = known.first { texts[$0] != nil }.flatMap { Language(rawValue: $0) }
    self.catalogue = language.map { Catalogue($0) } ?? catalogue
  }

  /// Each line of the text is a paragraph, and the event stands behind the last one.
  package var document: Document {
    let lines = text.split(separator: "\n").map { Visible.text(String($0)) }
    let blocks = lines.enumerated().map { index, line in
      let events = index + 1 == lines.count ? [recorded.event] : []
      return Document.Block.paragraph(Document.Span(line, events), place: nil)
    }
    return Document(
      catalogue.language, title: words(recorded.network), subtitle: recorded.rule.name,
      blocks: blocks, notes: [recorded.event: note], notesTitle: catalogue.text("document.events"),
      closing: [
        catalogue.text("document.by-rules", ["rules": .text(recorded.version.text)])
      ])
  }

  private var text: String {
    let body = recorded.rule.body.text(in: catalogue.language.rawValue, else: recorded.languages)
    return catalogue.text(ofTemplate: body, recorded.values)
  }

  private var note: String {
    catalogue.note(recorded.event, type: type, on: recorded.effective)
  }

  private func words(_ text: LocalText) -> String {
    Visible.text(text.text(in: catalogue.language.rawValue, else: recorded.languages))
  }
}
