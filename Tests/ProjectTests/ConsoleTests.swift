import Testing

@Suite struct ConsoleTests {
  @Test func `Commands and their answers are read from console blocks only`() {
    let lines = [
      "```", "$ not this", "```", "```console", "$ one a", "first", "", "last", "$ two", "```",
      "after",
    ]
    let steps = Console(SourceFile(path: "a.md", lines: lines)).steps
    #expect(steps.map(\.command) == ["one a", "two"])
    #expect(steps.map(\.answer) == [["first", "", "last"], []])
    #expect(steps.first?.line == 5)
  }

  @Test(arguments: [
    ("abc", "abc", true), ("abc  ", "abc", true), ("abcd", "abc", false), ("abc", "a…", true),
    ("head 12ab.", "head ….", true), ("head 12ab", "head ….", false), ("a1b2c", "a…b…c", true),
    ("a1c", "a…b…c", false), ("", "…", true),
  ])
  func `An ellipsis stands for any text within a line`(
    _ row: (line: String, promised: String, isMatch: Bool)
  ) {
    #expect(Console.matches(row.line, row.promised) == row.isMatch)
  }

  @Test func `A missing line is no match, empty lines at the end do not count`() {
    #expect(Console.matches("a\nb\n\n", ["a", "b"]))
    #expect(!Console.matches("a\n", ["a", "b"]))
    #expect(!Console.matches("a\nb\nc", ["a", "b"]))
  }

  @Test func `Recording replaces answers and nothing else`() {
    let lines = [
      "# Head", "```console", "$ one", "old", "$ two", "```", "```", "$ not this", "```",
    ]
    let document = SourceFile(path: "a.md", lines: lines)
    #expect(
      Console.recorded([["new", "newer"], []], in: document)
        == [
          "# Head", "```console", "$ one", "new", "newer", "$ two", "```", "```", "$ not this",
          "```",
        ])
  }

  @Test func `A hash is shown as an ellipsis`() {
    let hash = String(repeating: "0a", count: 32)
    #expect(Console.shown("verified 3 events, head \(hash)\n\n") == ["verified 3 events, head …"])
    #expect(Console.shown("valid until  \nevent 8\n") == ["valid until", "event 8"])
  }
}
