import Testing
import Values

@testable import Publishing

/// What acts on a terminal is shown, and what does not act stays as it is.
@Suite struct VisibleTests {
  @Test(
    arguments: [
      (0x00, "\u{2400}"), (0x07, "\u{2407}"), (0x09, "\u{2409}"), (0x0A, "\u{240A}"),
      (0x0D, "\u{240D}"),
      (0x1B, "\u{241B}"), (0x1F, "\u{241F}"), (0x7F, "\u{2421}"), (0x80, "<U+0080>"),
      (0x9B, "<U+009B>"),
      (0x9F, "<U+009F>"), (0x061C, "<U+061C>"), (0x200E, "<U+200E>"), (0x200F, "<U+200F>"),
      (0x2028, "<U+2028>"), (0x2029, "<U+2029>"), (0x202A, "<U+202A>"), (0x202E, "<U+202E>"),
      (0x2066, "<U+2066>"), (0x2069, "<U+2069>"), (0xFEFF, "<U+FEFF>"), (0xFFF9, "<U+FFF9>"),
      (0x00AD, "<U+00AD>"), (0x180E, "<U+180E>"), (0x200B, "<U+200B>"), (0x2060, "<U+2060>"),
      (0x2064, "<U+2064>"),
      (0xFFFB, "<U+FFFB>"), (0xE0000, "<U+E0000>"), (0xE007F, "<U+E007F>"),
    ] as [(UInt32, String)])
  func `A scalar that acts is shown by its picture or number`(_ row: (value: UInt32, shown: String))
    throws
  {
    let scalar = try #require(Unicode.Scalar(row.value))
    #expect(Visible.text(String(scalar)) == row.shown)
    #expect(Visible.text("a" + String(scalar) + "b") == "a" + row.shown + "b")
  }

  @Test(
    arguments: [
      0x20, 0x7E, 0xA0, 0xE9, 0xAC, 0xAE, 0x061B, 0x061D, 0x180D, 0x200A, 0x200C, 0x200D, 0x2010,
      0x2027, 0x202F, 0x205F, 0x2065,
      0x206A,
      0x65E5, 0xFEFE, 0xFFF8, 0xFFFC, 0xE0080, 0x1F600,
    ] as [UInt32])
  func `Its neighbours stay as they are`(_ value: UInt32) throws {
    let text = "a" + String(try #require(Unicode.Scalar(value))) + "b"
    #expect(Visible.text(text) == text)
  }

  @Test func `Every scalar below a million is either kept or shown without acting`() {
    for value in stride(from: UInt32(0), to: 0x10FFFF, by: 97) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let shown = Visible.text(String(scalar))
      #expect(shown == String(scalar) || Visible.text(shown) == shown, "\(value)")
      #expect(!shown.isEmpty, "\(value)")
    }
  }

  @Test func `What was made harmless once stays the same`() {
    for text in ["\u{1B}[2J", "a\u{202E}b", "", "ação", "line\nline", "\u{7F}\u{80}"] {
      #expect(Visible.text(Visible.text(text)) == Visible.text(text))
    }
  }
}

/// Widths of text on a terminal, and texts cut to them.
@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("a", 1), ("ação", 4), ("e\u{301}", 1), ("日本", 4), ("한글", 4), ("ｆ", 2), ("ﾊ", 1),
    ("😀", 2), ("☎\u{FE0F}", 2), ("☎", 1), ("\u{200D}", 0), ("a\u{200B}b", 2), ("🇵🇹", 2),
    ("👩‍⚖️", 2), ("\u{303E}", 2), ("\u{3040}", 1), ("\u{3041}", 2), ("\u{115F}", 2), ("\u{1160}", 1),
    ("\u{D7A3}", 2), ("\u{FF60}", 2), ("\u{FF61}", 1), ("\u{20000}", 2),
  ])
  func `A text takes as many columns as a terminal gives it`(_ row: (text: String, columns: Int)) {
    #expect(DisplayWidth.columns(of: row.text) == row.columns, "\(row.text)")
  }

  @Test(arguments: [
    ("abc", 3, "abc"), ("abc", 2, "a…"), ("abc", 1, "…"), ("abc", 0, ""), ("abc", -1, ""),
    ("日本語", 6, "日本語"), ("日本語", 5, "日本…"), ("日本語", 4, "日…"), ("日本語", 3, "日…"),
    ("日本語", 2, "…"), ("", 0, ""), ("e\u{301}bc", 2, "e\u{301}…"),
  ])
  func `A text too long is cut with a sign, between characters`(
    _ row: (text: String, limit: Int, cut: String)
  ) {
    #expect(DisplayWidth.truncated(row.text, to: row.limit) == row.cut)
  }

  @Test func `A cut text never takes more columns than it may, and a short one is never cut`() {
    let texts = ["Gabinete Cibercrime", "日本の検察官", "a日b本c", "👩‍⚖️👩‍⚖️👩‍⚖️", "e\u{301}e\u{301}e\u{301}"]
    for text in texts {
      let width = DisplayWidth.columns(of: text)
      for limit in 0...(width + 2) {
        let cut = DisplayWidth.truncated(text, to: limit)
        #expect(DisplayWidth.columns(of: cut) <= limit, "\(text) \(limit)")
        #expect((cut == text) == (width <= limit), "\(text) \(limit)")
      }
    }
  }
}
