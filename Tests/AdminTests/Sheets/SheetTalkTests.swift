import Foundation
import Publishing
import Testing
import Values

@testable import admin

/// What is said of each fault of a sheet: what, why and what to do, in each language.
@Suite struct SheetTalkTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let code: String
    let kind: String
    let text: String
    let words: String
    var testDescription: String { code }

    init(_ code: String, _ kind: String, _ text: String, _ words: String) {
      (self.code, self.kind, self.text, self.words) = (code, kind, text, words)
    }
  }

  static let rows = [
    Row("sheet-empty", "members", "\n", "Nothing stands in the sheet."),
    Row(
      "sheet-quote", "members", "member,class\nP\"T,member\n", "write each quote within it twice"),
    Row("sheet-quote-open", "members", "member,class\n\"PT,member\n", "never closed"),
    Row("sheet-control", "members", "member,class\nPT,\u{1}\n", "no page can show"),
    Row("sheet-cells", "members", "member,class\nPT\n", "1 cell, and the header 2"),
    Row(
      "sheet-column-unknown", "members", "member,klass\nPT,member\n",
      "Column 2 of the header is none of this sheet."),
    Row("sheet-column-missing", "members", "member\nPT\n", "no column \"class\""),
    Row("sheet-column-repeated", "members", "member,class,class\nPT,a,b\n", "\"class\" twice"),
    Row("sheet-row-repeated", "persons", "name\nAna\nAna\n", "in line 2 too"),
    Row("sheet-person", "seats", "member,kind\nPT,contact_point\n", "who the person is"),
    Row("field-missing", "members", "member,class\n,member\n", "needs \"member\""),
    Row("field-malformed", "members", "member,class\nP T,member\n", "does not fit \"member\""),
    Row("field-malformed", "persons", "name,from\nAna,2026-13\n", "does not fit \"from\""),
  ]

  @Test(arguments: rows)
  func `A fault is told with its place, why and what to do`(_ row: Row) throws {
    try SampleNetwork.with { network in
      let file = try network.file("s.csv", row.text)
      let told = network.run("import \(row.kind) \(file)")
      #expect(told.status == .badData)
      #expect(told.talk.hasPrefix("\(file):"), "\(told.talk)")
      #expect(told.talk.contains(row.words), "\(told.talk)")
      // The head, why, what to do, and that nothing was written.
      #expect(told.talk.split(separator: "\n").count >= 4, "\(told.talk)")
    }
  }

  @Test(arguments: rows.dropLast(), [Language.portuguese, .spanish])
  func `Each fault has its words in each language, and no key of a catalogue is shown`(
    _ row: Row, _ language: Language
  ) throws {
    try SampleNetwork.with { network in
      let file = try network.file("s.csv", row.text)
      let told = network.run("import \(row.kind) \(file) --lang \(language.rawValue)")
      #expect(told.talk.contains(row.code), "\(told.talk)")
      #expect(!told.talk.contains("failure."), "\(told.talk)")
      #expect(!told.talk.contains(row.words), "\(told.talk)")
      #expect(!told.talk.contains("{"), "\(told.talk)")
    }
  }

  @Test func `A file in another encoding is told with the byte's place`() throws {
    try SampleNetwork.with { network in
      let path = network.folder + "/latin.csv"
      try Data("member;class\n".utf8 + [0xE9, 0x0A]).write(to: URL(filePath: path))
      let told = network.run("import members \(path)")
      #expect(told.status == .badData)
      #expect(told.talk.hasPrefix("\(path):2:1: error sheet-encoding:"), "\(told.talk)")
      #expect(told.talk.contains("CSV UTF-8"))
    }
  }

  @Test func `The rows of a trial are told in the reader's language`() throws {
    try SampleNetwork.with { network in
      let file = try network.file("m.csv", "member,class\nPT,member\n")
      let told = network.run("import members \(file) -n --lang pt")
      #expect(told.output.contains("nova"))
      #expect(told.output.hasSuffix("1 linha: 1 novas, 0 já conhecidas; 1 evento.\n"))
      #expect(network.run("import members \(file) -n --lang es").output.contains("nueva"))
    }
  }

  @Test func `Quiet says no rows, and the sums all the same`() throws {
    try SampleNetwork.with { network in
      let file = try network.file("m.csv", "member,class\nPT,member\n")
      let told = network.run("import members \(file) -n -q")
      #expect(told.output == "1 row: 1 new, 0 known already; 1 event.\n")
    }
  }

  @Test(arguments: [
    (["import"], Values.ExitStatus.usage), (["import", "members"], .usage),
    (["import", "members", "a.csv", "b.csv"], .usage), (["import", "member", "a.csv"], .usage),
    (["import", "members", "a.csv", "--as-of", "2026-01-01"], .usage),
  ])
  func `A line that does not name one sheet is refused`(
    _ words: [String], _ status: Values.ExitStatus
  ) {
    #expect(Outcome(words, [:], ScriptedTerminal(), tree: .all).status == status)
  }

  @Test(arguments: ["persons", "members", "seats"])
  func `Options may stand before the sheet and after it`(_ kind: String) throws {
    try SampleNetwork.with { network in
      let file = try network.file("x.csv", "nothing\n")
      for line in [
        "import \(kind) \(file) --dry-run", "import --dry-run \(kind) \(file)",
        "--dry-run import \(kind) \(file)", "import \(kind) --file \(file) -n",
      ] {
        let told = network.run(line)
        #expect(told.status == .badData, "\(line): \(told.talk)")
      }
    }
  }
}
