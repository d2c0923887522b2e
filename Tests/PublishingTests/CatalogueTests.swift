import Testing
import Values

@testable import Publishing

@Suite struct CatalogueTests {
  private static func catalogue(_ text: String) -> Catalogue {
    Catalogue(.english, bytes: Array(text.utf8))
  }

  @Test func `Each key of a file finds its own text`() {
    for count in 1...40 {
      let keys = (100..<100 + count).map { "key.\($0)" }
      let lines = keys.map { "\($0) = text of \($0)" }
      let catalogue = Self.catalogue(
        "# a comment\n\n" + lines.joined(separator: "\n# more\n") + "\n")
      for key in keys { #expect(catalogue.template(key) == "text of \(key)") }
      #expect(catalogue.keys == keys)
    }
  }

  @Test(arguments: ["", "a", "key.0", "key.100.x", "key.150x", "key.999", "# a comment", "text"])
  func `A key that is not there finds nothing`(_ key: String) {
    let lines = (100..<200).map { "key.\($0) = text" }
    #expect(Self.catalogue(lines.joined(separator: "\n")).template(key) == nil)
  }

  @Test(arguments: ["", "\n", "#", "# only\n# comments", "no sign here", "=", " = ", "\n\n\n"])
  func `A file without texts has none`(_ file: String) {
    #expect(Self.catalogue(file).template("key") == nil)
  }

  @Test func `A key that begins another comes before it`() {
    let catalogue = Self.catalogue("a = 1\na-b = 2\na.b = 3\na.b.c = 4\nab = 5")
    #expect(
      ["a", "a-b", "a.b", "a.b.c", "ab"].map(catalogue.template) == ["1", "2", "3", "4", "5"])
  }

  @Test func `A text keeps its equals signs, line breaks and backslashes`() {
    let catalogue = Self.catalogue(#"a = x = 1\ny \\ z"#)
    #expect(catalogue.template("a") == "x = 1\ny \\ z")
  }

  @Test func `A missing text shows its key`() {
    #expect(Self.catalogue("a = 1").text("b.c") == "[b.c]")
  }

  @Test func `Placeholders take values in the reader's language`() throws {
    let catalogue = Self.catalogue(
      "day.full = {day} {month} {year}\nm = {a} {b} {c} {d} {e}\nmonth.12 = December\nw = word")
    let values: [String: Failure.Value] = [
      "a": .text("text"), "b": .int(12_345), "c": .day(try #require(Day("2026-12-07"))),
      "d": .list(["x", "y"]), "e": .word("w"),
    ]
    #expect(catalogue.text("m", values) == "text 12,345 7 December 2026 x and y word")
  }

  @Test func `A value that is not given shows its name`() {
    #expect(Self.catalogue("a = {x} of {n, plural, other {votes}}").text("a") == "[x] of [n]")
  }

  @Test(arguments: [
    (0, "0 votes"), (1, "1 vote"), (2, "2 votes"), (21, "21 votes"), (1_000_000, "1,000,000 votes"),
  ])
  func `A word follows its number`(_ row: (number: Int, text: String)) {
    let catalogue = Self.catalogue("a = {n, plural, one {# vote} other {# votes}}")
    #expect(catalogue.text("a", ["n": .int(row.number)]) == row.text)
  }

  @Test(arguments: ["{", "}", "a {b", "a } b", "}{"])
  func `A brace that opens nothing stands for itself`(_ text: String) {
    #expect(Self.catalogue("a = " + text).text("a") == text)
  }

  @Test(arguments: [(1_000, 1_000), (1_001, 1_000), (100_000, 1_000)])
  func `A value that is too long to be quoted is quoted from its beginning`(
    _ row: (given: Int, quoted: Int)
  ) {
    let catalogue = Self.catalogue("t = {value}")
    let text = String(repeating: "a", count: row.given)
    let quoted = catalogue.text("t", ["value": .text(text)])
    #expect(quoted.count == row.quoted)
    #expect(quoted.hasSuffix("…") == (row.given > 1_000))
    #expect(catalogue.text("t", ["value": .list([text])]) == quoted)
  }

  @Test func `A value cannot reach the terminal's controls`() {
    let catalogue = Self.catalogue("a = found {x}")
    let text = catalogue.text("a", ["x": .text("\u{1B}[31mred\u{202E}")])
    #expect(text == "found ␛[31mred<U+202E>")
  }
}
