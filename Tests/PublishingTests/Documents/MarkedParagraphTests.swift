import Testing
import Values

@testable import Publishing

/// A paragraph whose changed words are marked, in each form of a document.
@Suite struct MarkedParagraphTests {
  private static func document(_ runs: [WordDifference.Run]) -> Document {
    Document(
      .english, title: "Guide", subtitle: "",
      blocks: [
        .item(depth: 0, number: "1.", Document.Span("Kept."), place: "1"),
        .marked(
          number: "2.", runs, note: Document.Span("Amendment 1 (ES): adopted.", [7]), place: "2"),
      ], notes: [7: "Event 7"], notesTitle: "Events", closing: [])
  }

  private static let runs = WordDifference(from: "We share all.", to: "We do share <all>.").runs

  @Test func `Markdown strikes through what went and makes strong what came, in one list`() {
    #expect(
      Self.document(Self.runs).markdown == """
        # Guide

        - 1. Kept.
        - 2. We **do** share ~~all.~~ **\\<all\\>.** — Amendment 1 (ES): adopted.[^7]

        [^7]: Event 7

        """)
  }

  @Test func `HTML has the elements for edits, and what they rest on below`() {
    let html = Self.document(Self.runs).html
    #expect(
      html.contains(
        "<p class=\"item d0\" id=\"p-2\">2. We <ins>do</ins> share <del>all.</del> "
          + "<ins>&lt;all&gt;.</ins></p>\n<p class=\"item d1\">Amendment 1 (ES): adopted."
          + "<sup><a href=\"#e7\">7</a></sup></p>"))
    #expect(html.contains("<li id=\"e7\" value=\"7\">Event 7</li>"))
  }

  @Test func `JSON has each run of words with its kind, and the event`() throws {
    let document = Self.document(Self.runs)
    let block = try #require(document.json["blocks"]?.list?.last)
    #expect(block["kind"] == "marked" && block["number"] == "2." && block["place"] == "2")
    #expect(block["events"] == [7] && document.events == [7])
    #expect(
      block["words"] == [
        ["kind": "kept", "text": "We"], ["kind": "added", "text": "do"],
        ["kind": "kept", "text": "share"], ["kind": "removed", "text": "all."],
        ["kind": "added", "text": "<all>."],
      ])
  }

  @Test(arguments: ["**", "~~", "[x](y)", "<b>", "`"])
  func `No word of a change becomes a mark`(_ word: String) {
    let markdown = Self.document([WordDifference.Run(.added, word)]).markdown
    #expect(!markdown.contains("**\(word)**"))
    let html = Self.document([WordDifference.Run(.removed, word)]).html
    #expect(html.contains("<del>") && !html.contains("<del><b>"))
  }
}
