import Testing
import Values

@testable import Publishing

@Suite struct WordingTests {
  @Test(arguments: [
    (Language.english, "7 December 2026"), (.portuguese, "7 de dezembro de 2026"),
    (.spanish, "7 de diciembre de 2026"),
  ])
  func `A day is written as the language writes it`(_ row: (Language, String)) throws {
    #expect(Catalogue(row.0).day(try #require(Day("2026-12-07"))) == row.1)
  }

  @Test(arguments: [
    (Language.english, "2016-11", "November 2016"), (.portuguese, "2016-03", "março de 2016"),
    (.spanish, "2016-09", "septiembre de 2016"), (.english, "2016", "2016"),
    (.portuguese, "2016-11-24", "24 de novembro de 2016"),
  ])
  func `A day known in part says no more than is known`(
    _ row: (language: Language, day: String, text: String)
  ) throws {
    #expect(Catalogue(row.language).day(try #require(PartialDay(row.day))) == row.text)
  }

  @Test func `The months of each language are twelve different words`() throws {
    for language in Language.allCases {
      let words = try (1...12).map { month in
        try Catalogue(language).day(#require(Day(year: 2026, month: month, day: 1)))
      }
      #expect(Set(words).count == 12)
      #expect(!words.joined().contains("["))
    }
  }

  @Test(arguments: [
    (Language.english, 999, "999"), (.english, 2_027, "2027"), (.english, 10_000, "10,000"),
    (.english, 1_234_567, "1,234,567"), (.english, -123_456, "-123,456"),
    (.portuguese, 1_234_567, "1\u{A0}234\u{A0}567"), (.spanish, 100_000, "100.000"),
    (.spanish, 0, "0"), (.english, Int.min, "-9,223,372,036,854,775,808"),
  ])
  func `A number is grouped from five digits on`(
    _ row: (language: Language, number: Int, text: String)
  ) {
    #expect(Catalogue(row.language).number(row.number) == row.text)
  }

  @Test(arguments: [
    (Language.english, [], ""), (.english, ["a"], "a"), (.english, ["a", "b"], "a and b"),
    (.english, ["a", "b", "c"], "a, b and c"), (.portuguese, ["a", "b", "c"], "a, b e c"),
    (.spanish, ["a", "b", "c"], "a, b y c"), (.spanish, ["a", "Italia"], "a e Italia"),
    (.spanish, ["a", "historia"], "a e historia"), (.spanish, ["agua", "hielo"], "agua y hielo"),
    (.spanish, ["a", "ítem"], "a e ítem"), (.spanish, ["a", "iones"], "a y iones"),
    (.spanish, ["a", "i"], "a e i"), (.spanish, ["a", "h"], "a y h"),
    (.spanish, ["a", ""], "a y "),
  ])
  func `A list is joined as the language joins it`(
    _ row: (language: Language, items: [String], text: String)
  ) {
    #expect(Catalogue(row.language).list(row.items) == row.text)
  }

  @Test(arguments: [
    ("plain", "plain", 5), ("ação", "ação", 4), ("e\u{301}", "e\u{301}", 1), ("日本", "日本", 4),
    ("한국", "한국", 4), ("👍🏽", "👍🏽", 2), ("🇵🇹", "🇵🇹", 2), ("ﬁ", "ﬁ", 1), ("", "", 0),
  ])
  func `A text takes as many columns as a terminal gives it`(
    _ row: (name: String, text: String, columns: Int)
  ) {
    #expect(DisplayWidth.columns(of: row.text) == row.columns)
  }

  @Test(arguments: [
    ("short", 10, "short"), ("exactly", 7, "exactly"), ("too long", 5, "too …"), ("日本語", 4, "日…"),
    ("日本語", 3, "日…"), ("日本語", 2, "…"), ("abc", 1, "…"), ("abc", 0, ""),
  ])
  func `A text is cut to its columns`(_ row: (text: String, limit: Int, cut: String)) {
    let cut = DisplayWidth.truncated(row.text, to: row.limit)
    #expect(cut == row.cut)
    #expect(DisplayWidth.columns(of: cut) <= row.limit)
  }

  @Test(arguments: [
    ("plain ação 日本", "plain ação 日本"), ("a\nb\tc", "a␊b␉c"), ("\u{1B}]0;x\u{7}", "␛]0;x␇"),
    ("\u{7F}", "␡"), ("\u{85}", "<U+0085>"), ("a\u{202E}b", "a<U+202E>b"),
    ("\u{2066}x\u{2069}", "<U+2066>x<U+2069>"), ("\u{FEFF}", "<U+FEFF>"),
    ("\u{E0041}", "<U+E0041>"), ("👨\u{200D}👩\u{200D}👧", "👨\u{200D}👩\u{200D}👧"),
  ])
  func `What would act on a terminal is shown instead`(_ row: (text: String, shown: String)) {
    #expect(Visible.text(row.text) == row.shown)
  }
}
