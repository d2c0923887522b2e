import Values

/// A document of the network as a value: its parts in reading order, each with the events behind it.
///
/// The same value is written as Markdown and as HTML, so that both say the same.
///
/// ## Topics
/// - ``Document/markdown``, ``Document/html``
/// - ``MinutesPaper``, ``ConvocationPaper``, ``OutcomePaper``, ``DecisionPaper``
package struct Document: Hashable, Sendable {
  /// Words with the positions of the events that they rest on.
  package struct Span: Hashable, Sendable {
    package let text: String
    package let events: [Int64]

    package init(_ text: String, _ events: [Int64] = []) {
      self.text = text
      self.events = events
    }
  }

  /// One row of a table of facts.
  package struct Fact: Hashable, Sendable {
    package let name: String
    package let value: Span

    package init(_ name: String, _ value: Span) {
      self.name = name
      self.value = value
    }
  }

  package enum Block: Hashable, Sendable {
    /// Level 2 or 3; the title is level 1.
    case heading(Int, Span, place: String?)
    case paragraph(Span, place: String?)
    /// An item of a numbered tree; 0 is the top.
    case item(depth: Int, number: String, Span, place: String?)
    /// Words of somebody else, line by line, with what leads to them.
    case quote(lead: Span, lines: [String], place: String?)
    /// A numbered paragraph whose changed words are marked, with what the change rests on.
    case marked(number: String, [WordDifference.Run], note: Span, place: String?)
    case facts([Fact])
  }

  package let language: Language
  package let title: String
  /// Below the title, such as the series and the number.
  package let subtitle: String
  package let blocks: [Block]
  /// What the notes at the end say of each event, by position.
  package let notes: [Int64: String]
  /// The heading above these notes.
  package let notesTitle: String
  /// The last lines, such as the digest of what was put together.
  package let closing: [String]

  package init(
    _ language: Language, title: String, subtitle: String, blocks: [Block],
    notes: [Int64: String], notesTitle: String, closing: [String]
  ) {
    self.language = language
    self.title = title
    self.subtitle = subtitle
    self.blocks = blocks
    self.notes = notes
    self.notesTitle = notesTitle
    self.closing = closing
  }

  /// Every event that the document rests on, once, by position.
  package var events: [Int64] {
    Array(Set(blocks.flatMap(\.events))).sorted()
  }
}

extension Document.Block {
  package var events: [Int64] {
    switch self {
    case .heading(_, let span, _), .paragraph(let span, _), .item(_, _, let span, _),
      .quote(let span, _, _), .marked(_, _, let span, _):
      span.events
    case .facts(let facts): facts.flatMap(\.value.events)
    }
  }
}
