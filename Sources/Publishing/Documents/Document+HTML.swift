import Values

extension Document {
  /// The document as a page of its own that prints on A4: no scripts, nothing loaded from elsewhere.
  ///
  /// Events are notes at the end, to which each sentence links.
  ///
  /// Source: HTML Living Standard, section 13.1; CSS Paged Media Level 3.
  package var html: String {
    let body = blocks.map(HTML.text(of:)).joined(separator: "\n")
    let subtitle = subtitle.isEmpty ? "" : "<p class=\"subtitle\">\(HTML.escaped(subtitle))</p>\n"
    let closing = closing.map { "<p class=\"closing\">\(HTML.escaped($0))</p>" }
    let parts = ["<h1>\(HTML.escaped(title))</h1>\n\(subtitle)\(body)"] + closing + noteList
    return """
      <!DOCTYPE html>
      <html lang="\(language.tag)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <title>\(HTML.escaped(title))</title>
      <style>
      \(HTML.style)
      </style>
      </head>
      <body>
      \(parts.joined(separator: "\n"))
      </body>
      </html>

      """
  }

  private var noteList: [String] {
    let events = events
    guard !events.isEmpty else { return [] }
    let items = events.map { event in
      "<li id=\"e\(event)\" value=\"\(event)\">\(HTML.escaped(note(event)))</li>"
    }
    return [
      "<section class=\"notes\">\n<h2>\(HTML.escaped(notesTitle))</h2>\n<ol>\n"
        + items.joined(separator: "\n") + "\n</ol>\n</section>"
    ]
  }
}

extension Language {
  /// The tag of BCP 47, with the country whose usage the texts follow.
  package var tag: String {
    switch self {
    case .english: "en"
    case .portuguese: "pt-PT"
    case .spanish: "es-ES"
    }
  }
}

/// How HTML writes the parts of a document.
enum HTML {
  static let style = """
    @page { size: A4; margin: 25mm 22mm; }
    body { font: 11pt/1.45 Georgia, "Times New Roman", serif; max-width: 42em; margin: 2em auto; padding: 0 1em; color: #000; background: #fff; }
    h1 { font-size: 1.6em; margin: 0; }
    h2 { font-size: 1.2em; margin: 1.6em 0 .4em; break-after: avoid; }
    h3 { font-size: 1em; margin: 1.2em 0 .3em; break-after: avoid; }
    p, dd, blockquote { orphans: 3; widows: 3; }
    .subtitle { font-size: 1.1em; margin: .2em 0 1.5em; }
    dl { display: grid; grid-template-columns: max-content 1fr; gap: .2em 1em; }
    dt { font-weight: bold; } dd { margin: 0; }
    .item { margin: .2em 0; } .d1 { margin-left: 2em; } .d2 { margin-left: 4em; } .d3 { margin-left: 6em; } .d4 { margin-left: 8em; }
    blockquote { border-left: 2px solid #888; margin: .4em 0 .8em; padding-left: 1em; }
    sup a { color: inherit; text-decoration: none; }
    .notes, .closing { font-size: .85em; } .closing { overflow-wrap: anywhere; }
    @media print { body { margin: 0; max-width: none; padding: 0; } .item, blockquote { break-inside: avoid; } }
    """

  static func text(of block: Document.Block) -> String {
    switch block {
    case .heading(let level, let span, let place):
      "<h\(level)\(anchor(place))>\(text(of: span))</h\(level)>"
    case .paragraph(let span, let place): "<p\(anchor(place))>\(text(of: span))</p>"
    case .item(let depth, let number, let span, let place):
      "<p class=\"item d\(min(depth, 4))\"\(anchor(place))>\(escaped(number)) \(text(of: span))</p>"
    case .quote(let lead, let lines, let place):
      "<p\(anchor(place))>\(text(of: lead))</p>\n<blockquote>"
        + lines.map(escaped).joined(separator: "<br>") + "</blockquote>"
    case .marked(let number, let runs, let note, let place):
      "<p class=\"item d0\"\(anchor(place))>\(escaped(number)) \(marked(runs))</p>\n"
        + "<p class=\"item d1\">\(text(of: note))</p>"
    case .facts(let facts):
      "<dl>\n"
        + facts.map { "<dt>\(escaped($0.name))</dt><dd>\(text(of: $0.value))</dd>" }
        .joined(separator: "\n") + "\n</dl>"
    }
  }

  /// Words that came stand underlined, those that went struck through, as browsers show both.
  ///
  /// Source: HTML Living Standard, section 4.7, "Edits".
  private static func marked(_ runs: [WordDifference.Run]) -> String {
    runs.map { run in
      switch run.kind {
      case .kept: escaped(run.text)
      case .removed: "<del>\(escaped(run.text))</del>"
      case .added: "<ins>\(escaped(run.text))</ins>"
      }
    }.joined(separator: " ")
  }

  static func text(of span: Document.Span) -> String {
    escaped(span.text)
      + span.events.map { "<sup><a href=\"#e\($0)\">\($0)</a></sup>" }.joined(separator: " ")
  }

  private static func anchor(_ place: String?) -> String {
    place.map { " id=\"p-\(escaped($0))\"" } ?? ""
  }

  /// Text that stands for itself, between tags and in attributes alike.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
