import Values

extension Document {
  /// The document in Markdown, with the events as footnotes.
  ///
  /// Words from outside cannot become marks: what Markdown would read is escaped.
  ///
  /// Source: CommonMark 0.31; footnotes as GitHub and Pandoc have them.
  package var markdown: String {
    var parts = ["# " + Markdown.escaped(title)]
    if !subtitle.isEmpty { parts.append(Markdown.escaped(subtitle)) }
    var list: [String] = []
    for block in blocks {
      if let item = Markdown.item(block) {
        list.append(item)
        continue
      }
      if !list.isEmpty { parts.append(list.joined(separator: "\n")) }
      list = []
      parts.append(Markdown.text(of: block))
    }
    if !list.isEmpty { parts.append(list.joined(separator: "\n")) }
    parts += closing.map(Markdown.escaped)
    let notes = events.map { "[^\($0)]: " + Markdown.escaped(note($0)) }
    if !notes.isEmpty { parts.append(notes.joined(separator: "\n")) }
    return parts.joined(separator: "\n\n") + "\n"
  }

  /// What a note says of an event; its position when nobody said more.
  func note(_ event: Int64) -> String { notes[event] ?? "\(event)" }
}

/// How Markdown writes the parts of a document.
enum Markdown {
  static func text(of block: Document.Block) -> String {
    switch block {
    case .heading(let level, let span, _):
      String(repeating: "#", count: level) + " " + text(of: span)
    case .paragraph(let span, _): text(of: span)
    case .item, .marked: item(block) ?? ""
    case .quote(let lead, let lines, _): text(of: lead) + "\n\n" + quoted(lines)
    case .facts(let facts):
      facts.map { "- **\(escaped($0.name))** " + text(of: $0.value) }.joined(separator: "\n")
    }
  }

  /// A line of a list; nil for what is none.
  static func item(_ block: Document.Block) -> String? {
    switch block {
    case .item(let depth, let number, let span, _):
      String(repeating: "    ", count: depth) + "- \(number) " + text(of: span)
    case .marked(let number, let runs, let note, _):
      "- \(number) \(marked(runs)) — " + text(of: note)
    case .heading, .paragraph, .quote, .facts: nil
    }
  }

  /// Words that went are struck through, words that came are strong.
  ///
  /// Source: GitHub Flavored Markdown 0.29, section 6.5, "Strikethrough"; CommonMark 0.31, section 6.2.
  private static func marked(_ runs: [WordDifference.Run]) -> String {
    runs.map { run in
      switch run.kind {
      case .kept: escaped(run.text)
      case .removed: "~~\(escaped(run.text))~~"
      case .added: "**\(escaped(run.text))**"
      }
    }.joined(separator: " ")
  }

  /// Each line stays a line: one before another ends with a backslash, an empty one parts two paragraphs.
  private static func quoted(_ lines: [String]) -> String {
    lines.enumerated().map { index, line in
      guard !line.isEmpty else { return ">" }
      let isLast = index + 1 == lines.count || lines[index + 1].isEmpty
      return "> " + escaped(line) + (isLast ? "" : "\\")
    }.joined(separator: "\n")
  }

  static func text(of span: Document.Span) -> String {
    escaped(span.text) + span.events.map { "[^\($0)]" }.joined()
  }

  /// Text that stands for itself: marks escaped, one line.
  static func escaped(_ text: String) -> String {
    var result = ""
    for (index, character) in text.enumerated() {
      switch character {
      case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "~", "&": result += "\\\(character)"
      // Only at the beginning of a line would these make a heading or a list.
      case "#", "+", "-", "=": result += index == 0 ? "\\\(character)" : String(character)
      case "\n", "\r\n", "\r": result += " "
      default: result.append(character)
      }
    }
    return beginsLikeItem(text) ? escapedNumber(result) : result
  }

  /// `12.` or `12)` at the beginning would become an item of a list.
  private static func beginsLikeItem(_ text: String) -> Bool {
    let digits = text.prefix { ("0"..."9").contains($0) }
    let rest = text.dropFirst(digits.count).first
    return !digits.isEmpty && (rest == "." || rest == ")")
  }

  private static func escapedNumber(_ text: String) -> String {
    let digits = text.prefix { ("0"..."9").contains($0) }
    return digits + "\\" + text.dropFirst(digits.count)
  }
}
