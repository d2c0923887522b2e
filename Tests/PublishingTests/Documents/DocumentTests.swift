import Testing
import Values

@testable import Publishing

/// One document in three forms: Markdown, HTML and JSON say the same, and no word becomes a mark.
@Suite struct DocumentTests {
  private static func document(_ blocks: [Document.Block]) -> Document {
    Document(
      .portuguese, title: "Ata", subtitle: "Plenário, n.º 1", blocks: blocks,
      notes: [7: "Evento 7"], notesTitle: "Eventos", closing: ["Fim"])
  }

  private static let all: [Document.Block] = [
    .facts([
      Document.Fact("Local", Document.Span("Haia", [3])), Document.Fact("Rede", .init("R")),
    ]),
    .heading(2, Document.Span("Abertura"), place: "opening"),
    .paragraph(Document.Span("Abriu.", [7, 9]), place: "opened"),
    .item(depth: 0, number: "1", Document.Span("Guia", [5]), place: "item.guide"),
    .item(depth: 1, number: "1.1", Document.Span("Visita"), place: nil),
    .quote(
      lead: Document.Span("Disse:", [8]), lines: ["uma", "", "duas", "três"], place: "D-1.text"),
  ]

  @Test func `Markdown has a footnote for each event, once`() {
    #expect(
      Self.document(Self.all).markdown == """
        # Ata

        Plenário, n.º 1

        - **Local** Haia[^3]
        - **Rede** R

        ## Abertura

        Abriu.[^7][^9]

        - 1 Guia[^5]
            - 1.1 Visita

        Disse:[^8]

        > uma
        >
        > duas\\
        > três

        Fim

        [^3]: 3
        [^5]: 5
        [^7]: Evento 7
        [^8]: 8
        [^9]: 9

        """)
  }

  @Test func `HTML links each sentence to its events and has an anchor for each place`() {
    let html = Self.document(Self.all).html
    for part in [
      "<html lang=\"pt-PT\">", "<title>Ata</title>", "<h1>Ata</h1>",
      "<p class=\"subtitle\">Plenário, n.º 1</p>", "<h2 id=\"p-opening\">Abertura</h2>",
      "<p id=\"p-opened\">Abriu.<sup><a href=\"#e7\">7</a></sup> <sup><a href=\"#e9\">9</a></sup></p>",
      "<p class=\"item d0\" id=\"p-item.guide\">1 Guia<sup><a href=\"#e5\">5</a></sup></p>",
      "<p class=\"item d1\">1.1 Visita</p>", "<blockquote>uma<br><br>duas<br>três</blockquote>",
      "<dt>Local</dt><dd>Haia<sup><a href=\"#e3\">3</a></sup></dd>",
      "<li id=\"e7\" value=\"7\">Evento 7</li>", "<p class=\"closing\">Fim</p>",
    ] { #expect(html.contains(part), "\(part)") }
    for event in Self.document(Self.all).events {
      #expect(html.components(of: "id=\"e\(event)\"") == 1)
    }
  }

  @Test func `A page has no scripts, loads nothing, and prints on A4`() {
    let html = Self.document(Self.all).html
    for word in ["<script", "src=", "http://", "https://", "@import", "url(", "javascript"] {
      #expect(!html.contains(word), "\(word)")
    }
    #expect(html.contains("@page { size: A4") && html.contains("@media print"))
    #expect(html.contains("default-src 'none'"))
  }

  @Test(arguments: [
    ("*a* _b_ `c`", "\\*a\\* \\_b\\_ \\`c\\`"), ("[x](y) <b>", "\\[x\\](y) \\<b\\>"),
    ("# no heading", "\\# no heading"), ("a # b", "a # b"), ("- no item", "\\- no item"),
    ("12. no item", "12\\. no item"), ("12) no item", "12\\) no item"),
    ("12 members", "12 members"),
    ("a\nb", "a b"), ("a|b ~c~ &amp;", "a\\|b \\~c\\~ \\&amp;"), ("\\", "\\\\"), ("", ""),
  ])
  func `No word becomes a mark of Markdown`(_ row: (text: String, escaped: String)) {
    #expect(Markdown.escaped(row.text) == row.escaped)
  }

  @Test func `No word becomes a tag of HTML, in text or in an attribute`() {
    let wicked = "<script>alert(1)</script>\"' onload='x' & \u{E9}"
    let html = Self.document([
      .heading(2, Document.Span(wicked), place: wicked),
      .paragraph(Document.Span(wicked), place: wicked),
      .item(depth: 9, number: wicked, Document.Span(wicked), place: wicked),
      .quote(lead: Document.Span(wicked), lines: [wicked], place: wicked),
      .facts([Document.Fact(wicked, Document.Span(wicked))]),
    ]).html
    #expect(!html.contains("<script") && !html.contains("' onload"))
    #expect(
      html.contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39; onload=&#39;x&#39; &amp; é"))
    #expect(html.contains("class=\"item d4\""))
  }

  @Test func `JSON has every part with its place and its events`() {
    let json = Self.document(Self.all).json
    let blocks = json["blocks"]?.list ?? []
    #expect(blocks.count == Self.all.count)
    #expect(
      blocks.map { $0["kind"]?.text } == ["facts", "heading", "paragraph", "item", "item", "quote"])
    #expect(blocks[2]["place"] == "opened" && blocks[2]["events"] == [7, 9])
    #expect(blocks[5]["quoted"] == "uma\n\nduas\ntrês")
    #expect(blocks[3]["number"] == "1" && blocks[4]["depth"] == 1)
    #expect(json["events"]?.list?.count == 5)
    #expect(json["language"] == "pt-PT" && json["closing"] == ["Fim"])
  }

  @Test func `A document without events has no notes`() {
    let document = Self.document([.paragraph(Document.Span("x"), place: nil)])
    #expect(!document.markdown.contains("[^") && !document.html.contains("<section"))
  }

  @Test(arguments: zip(Language.allCases, ["en", "pt-PT", "es-ES"]))
  func `A page names the language and the country whose usage it follows`(
    _ language: Language, _ tag: String
  ) {
    #expect(language.tag == tag)
  }
}

extension String {
  /// How often a text stands in this one.
  fileprivate func components(of text: String) -> Int { ranges(of: text).count }
}
