import Testing
import Values

@testable import Publishing

@Suite struct FailureTextTests {
  private static let catalogue = Catalogue(
    .english,
    bytes: Array(
      """
      failure.period-unreadable.mend = Write P2Y for every two years.
      failure.period-unreadable.what = cannot read `{key}`: found "{found}"
      failure.period-unreadable.why = A term needs an exact length.
      failure.word-unknown.mend = Write `{nearest}`.
      failure.word-unknown.what = unknown word `{found}`
      failure.word-unknown.why = Only known words are read.
      suggestion = Did you mean `{nearest}`?
      """.utf8))

  private static func failure(_ values: [String: Failure.Value] = [:]) -> Failure {
    Failure(
      Failure.Code("period-unreadable", exit: .badData),
      values.merging(["key": .text("term"), "found": .text("bi-annual")]) { $1 },
      at: Place(file: "network.yaml", line: 27, column: 9))
  }

  @Test func `A failure in a file shows place, line and caret`() {
    let report = Self.catalogue.report(Self.failure(), source: "  term: bi-annual")
    #expect(
      report == """
        network.yaml:27:9: cannot read `term`: found "bi-annual"
            term: bi-annual
                  ^
        A term needs an exact length.
        Write P2Y for every two years. [period-unreadable]
        """)
  }

  @Test func `A failure without a place has no line`() {
    var failure = Self.failure()
    failure.place = nil
    #expect(Self.catalogue.report(failure, source: "x").hasPrefix("cannot read `term`: found"))
    #expect(!Self.catalogue.report(failure, source: "x").contains("^"))
  }

  @Test func `A nearest word is asked for`() {
    let report = Self.catalogue.report(Self.failure(["nearest": .text("P2Y")]))
    #expect(report.contains("\nDid you mean `P2Y`?\n"))
  }

  @Test func `A remedy that quotes the nearest word is not asked twice`() {
    let failure = Failure(
      Failure.Code("word-unknown", exit: .usage), ["found": .text("x"), "nearest": .text("y")])
    #expect(!Self.catalogue.report(failure).contains("Did you mean"))
    #expect(Self.catalogue.report(failure).contains("Write `y`."))
  }

  @Test(arguments: [Failure.Value.text(""), .list([])])
  func `An empty suggestion is none`(_ value: Failure.Value) {
    #expect(Self.catalogue.explanation(of: Self.failure(["nearest": value])).suggestion == nil)
  }

  @Test func `A failure for a program has one shape`() {
    let json = Self.catalogue.json(of: Self.failure(["most": .int(3), "day": .list(["a"])]))
    #expect(
      json.compact == """
        {"error":{"code":"period-unreadable","exit":65,"what":"cannot read `term`: found \
        \\"bi-annual\\"","why":"A term needs an exact length.","mend":"Write P2Y for every two \
        years.","values":{"day":["a"],"found":"bi-annual","key":"term","most":3},"place":\
        {"file":"network.yaml","line":27,"column":9}}}
        """)
  }

  @Test(arguments: [
    ("start", "abc", 1, "abc", "^"), ("end", "abc", 4, "abc", "   ^"),
    ("past the end", "abc", 99, "abc", "   ^"), ("before the start", "abc", 0, "abc", "^"),
    ("wide characters", "日本x", 3, "日本x", "    ^"), ("a tab", "\tx", 2, "␉x", " ^"),
    ("an empty line", "", 1, "", "^"),
  ])
  func `The caret stands under its column`(
    _ row: (name: String, line: String, column: Int, shown: String, caret: String)
  ) {
    #expect(
      Caret(line: row.line, column: row.column).lines == [row.shown, row.caret], "\(row.name)")
  }

  @Test func `An endless line is shown around the caret`() {
    let caret = Caret(line: String(repeating: "[", count: 100_000), column: 65_001)
    #expect(caret.lines[0].count == 92)
    #expect(caret.lines[0].hasPrefix("…[") && caret.lines[0].hasSuffix("[…"))
    #expect(caret.lines[1] == String(repeating: " ", count: 61) + "^")
  }
}
