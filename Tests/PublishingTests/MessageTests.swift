import Testing
import Values

@testable import Publishing

/// How one text of a catalogue is taken apart and filled.
@Suite struct MessageTests {
  private static let catalogue = Catalogue(.english, bytes: Array("w = word".utf8))

  private func text(_ template: String, _ values: [String: Failure.Value] = [:]) throws
    -> String
  {
    try Message(template).text(values, in: Self.catalogue)
  }

  @Test(arguments: [
    ("{n, plural, one {vote} other {votes}}", 1, "vote"),
    ("{n, plural, one {# vote} other {# votes}}", 0, "0 votes"),
    ("{n, plural, one {# vote} other {# votes}}", -1, "-1 votes"),
    ("{n, plural, one {# vote} other {# votes}}", 12_345, "12,345 votes"),
    ("{n, plural, other {votes} one {vote}}", 1, "vote"),
    ("{n, plural, other {votes}}", 1, "votes"),
    ("{n, plural, =0 {no vote} one {a vote} other {#}}", 0, "no vote"),
    ("{n, plural, =1 {a single vote} one {a vote} other {#}}", 1, "a single vote"),
    ("{n, plural, =-1 {one less} other {#}}", -1, "one less"),
    ("{n, plural, other {{n, plural, one {# in one} other {# in all}}}}", 7, "7 in all"),
    ("{n, plural, other {'#' is #}}", 7, "# is 7"),
  ])
  func `A word follows its number, and the other form stands in for a missing one`(
    _ row: (template: String, number: Int, text: String)
  ) throws {
    #expect(try text(row.template, ["n": .int(row.number)]) == row.text)
  }

  @Test(arguments: [Failure.Value.text("1"), .list(["1"]), .word("w")])
  func `What is no number takes the other form`(_ value: Failure.Value) throws {
    #expect(try text("{n, plural, one {vote} other {votes}}", ["n": value]) == "votes")
  }

  @Test(arguments: [
    (Failure.Value.text("adopted"), "it passes"), (.word("adopted"), "it passes"),
    (.text("rejected"), "it fails"), (.int(3), "three"), (.list(["adopted"]), "it fails"),
  ])
  func `A choice takes the form of its word, or the other one`(
    _ row: (value: Failure.Value, text: String)
  ) throws {
    let template = "{o, select, adopted {it passes} 3 {three} other {it fails}}"
    #expect(try text(template, ["o": row.value]) == row.text)
  }

  @Test func `The number of a plural is quoted inside a choice too`() throws {
    let template = "{n, plural, other {{o, select, a {# a} other {# b}}}}"
    #expect(try text(template, ["n": .int(4), "o": .text("a")]) == "4 a")
  }

  @Test func `A value that is not given shows its name, and the rest is filled`() throws {
    #expect(try text("{a} of {b} in {c}", ["b": .int(3)]) == "[a] of 3 in [c]")
  }

  @Test func `A value that the text does not quote changes nothing`() throws {
    #expect(try text("plain", ["a": .int(3)]) == "plain")
  }

  @Test func `A value is quoted as it is, braces and all`() throws {
    #expect(try text("{a} {b}", ["a": .text("{b}"), "b": .text("x")]) == "{b} x")
  }

  @Test func `A word is a text of the catalogue, and one that is not there shows its key`() throws {
    #expect(try text("{a}", ["a": .word("w")]) == "word")
    #expect(try text("{a}", ["a": .word("none")]) == "[none]")
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
