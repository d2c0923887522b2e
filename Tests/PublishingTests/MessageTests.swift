import Testing
import Values

@testable import Publishing

/// How one text of a catalogue is taken apart and filled.
@Suite struct MessageTests {
  private static let catalogue = Catalogue(.english, bytes: Array("w = word".utf8))

  private func text(_ template: String, _ values: [String: Failure.Value] = [:]) -> String {
    Message(template).text(values, in: Self.catalogue)
  }

  @Test(
    arguments: [
      ("", []), ("plain", []), ("{a}", ["a"]), ("{a} and {b}", ["a", "b"]), ("{a} {a}", ["a"]),
      ("{n} {n|one: vote|other: votes}", ["n"]), ("{n|one: x}", ["n"]), ("{a", []), ("a}", []),
      ("{}", [""]), ("}{a}{", ["a"]),
    ] as [(String, Set<String>)])
  func `The placeholders of a text are the values that it quotes`(
    _ row: (template: String, names: Set<String>)
  ) {
    #expect(Message(row.template).placeholders == row.names)
  }

  @Test(arguments: [
    ("{n|one: vote|other: votes}", 1, "vote"), ("{n|one: vote|other: votes}", 0, "votes"),
    ("{n|one: vote|other: votes}", -1, "votes"), ("{n|one: vote|other: votes}", 11, "votes"),
    ("{n|other: votes|one: vote}", 1, "vote"), ("{n|other: votes}", 1, "votes"),
    ("{n|one: vote}", 2, "[n]"), ("{n|one|other: votes}", 1, ""),
    ("{n|one: a: b|other: c}", 1, "a: b"), ("{n|one:vote|other:votes}", 2, "votes"),
  ])
  func `A word follows its number, and the other form stands in for a missing one`(
    _ row: (template: String, number: Int, text: String)
  ) {
    #expect(text(row.template, ["n": .int(row.number)]) == row.text)
  }

  @Test(arguments: [Failure.Value.text("1"), .list(["1"]), .word("w")])
  func `What is no number takes the other form`(_ value: Failure.Value) {
    #expect(text("{n|one: vote|other: votes}", ["n": value]) == "votes")
  }

  @Test func `A value that is not given shows its name, and the rest is filled`() {
    #expect(text("{a} of {b} in {c}", ["b": .int(3)]) == "[a] of 3 in [c]")
  }

  @Test func `A value that the text does not quote changes nothing`() {
    #expect(text("plain", ["a": .int(3)]) == "plain")
  }

  @Test func `A value is quoted as it is, braces and all`() {
    #expect(text("{a} {b}", ["a": .text("{b}"), "b": .text("x")]) == "{b} x")
  }

  @Test func `A word is a text of the catalogue, and one that is not there shows its key`() {
    #expect(text("{a}", ["a": .word("w")]) == "word")
    #expect(text("{a}", ["a": .word("none")]) == "[none]")
  }

  @Test(arguments: [(-1, false), (0, false), (1, true), (2, false), (101, false), (Int.min, false)])
  func `Only one is one`(_ row: (number: Int, isOne: Bool)) {
    #expect((PluralClass(row.number) == .one) == row.isOne)
  }

  @Test(arguments: [
    (#"a\nb"#, "a\nb"), (#"a\\nb"#, #"a\nb"#), (#"a\\\nb"#, "a\\\nb"), (#"\{"#, "{"),
    (#"a\"#, "a"), ("a  ", "a  "), ("  a", "a"), ("# no remark", "# no remark"), ("= x", "= x"),
  ])
  func `An escape in the file is a line break or the letter itself`(
    _ row: (written: String, text: String)
  ) {
    let catalogue = Catalogue(.english, bytes: Array("k = \(row.written)\nl = next".utf8))
    #expect(catalogue.template("k") == row.text)
    #expect(catalogue.template("l") == "next")
  }
}

/// Lists and dates where the languages differ.
@Suite struct LanguageWordingTests {
  @Test(arguments: [
    (["Francia", "Irlanda"], "Francia e Irlanda"), (["a", "IVA"], "a e IVA"),
    (["a", "Hidra"], "a e Hidra"), (["a", "Hungría"], "a y Hungría"),
    (["a", "hierba"], "a y hierba"),
    (["a", "Yemen"], "a y Yemen"), (["a", "España"], "a y España"),
    (["a", "b", "Italia"], "a, b e Italia"),
    (["Italia", "Irlanda", "Portugal"], "Italia, Irlanda y Portugal"), (["Ítaca"], "Ítaca"),
    (["a", "i\u{301}tem"], "a e i\u{301}tem"), (["a", "3"], "a y 3"),
  ])
  func `In Spanish y becomes e before the sound of i and nowhere else`(
    _ row: (items: [String], text: String)
  ) {
    #expect(Catalogue(.spanish).list(row.items) == row.text)
  }

  @Test(arguments: [Language.english, .portuguese])
  func `In the other languages the conjunction never changes`(_ language: Language) {
    let word = language == .english ? "and" : "e"
    for last in ["Italia", "hijo", "agua", "i"] {
      #expect(Catalogue(language).list(["a", last]) == "a \(word) \(last)")
    }
  }

  @Test(arguments: [
    (Language.english, "0001-01-01", "1 January 1"),
    (.portuguese, "2026-03-01", "1 de março de 2026"),
    (.spanish, "2024-02-29", "29 de febrero de 2024"), (.english, "9999-12-31", "31 December 9999"),
  ])
  func `A day has no zeros before its numbers and no signs in its year`(
    _ row: (language: Language, day: String, text: String)
  ) throws {
    #expect(Catalogue(row.language).day(try #require(Day(row.day))) == row.text)
  }

  @Test(arguments: Language.allCases)
  func `No month of any language is missing, whole or in part`(_ language: Language) throws {
    for month in 1...12 {
      let day = try #require(Day(year: 2026, month: month, day: 15))
      let partial = try #require(PartialDay(String(day.description.prefix(7))))
      let (whole, part) = (Catalogue(language).day(day), Catalogue(language).day(partial))
      #expect(whole.hasSuffix(part), "\(whole) ends with \(part)")
      #expect(!whole.contains("["))
    }
  }

  @Test(arguments: [
    (["ADMIN_LANG": "fr", "LANG": "pt"], Language.english),
    (["ADMIN_LANG": "", "LC_ALL": "", "LC_MESSAGES": "", "LANG": ""], .english),
    (["LC_ALL": "C", "LANG": "pt"], .english), (["LANGUAGE": "pt"], .english),
    (["LC_MESSAGES": "es", "LANG": "pt"], .spanish),
    (["ADMIN_LANG": "es", "LC_ALL": "pt"], .spanish),
  ])
  func `The first variable that is set decides, also when it names no language of ours`(
    _ row: (environment: [String: String], language: Language)
  ) {
    #expect(Language(environment: row.environment) == row.language)
  }
}
