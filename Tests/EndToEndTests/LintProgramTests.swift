import Foundation
import Testing
import Values

/// `admin lint`: the same findings for people, for editors and for programs.
@Suite struct LintProgramTests {
  private static let plugin = Result {
    try String(contentsOfFile: "\(Program.policies)/networks/ejcn.yaml", encoding: .utf8)
  }

  /// Lints a text as `network.yaml` of a folder of its own.
  private static func lint(
    _ text: String, _ options: String...
  ) throws -> Program.Outcome {
    try Program.withFolder { folder in
      let file = folder.appending(path: "network.yaml")
      try Data(text.utf8).write(to: file)
      let outcome = try Program.run(["-C", folder.path, "lint"] + options)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["network.yaml"])
      return outcome
    }
  }

  /// One change of a good plugin, with the code that it is told by and the words that stand there.
  static let changes: [(right: String, wrong: String, code: String, quoted: String)] = [
    ("notice:", "notise:", "key-misspelt", "notise"),
    ("more_than: 1/2", "more_than: 1/1", "threshold-impossible", "1/1"),
    ("more_than: 1/2", "more_than: 0.5", "value-unreadable", "0.5"),
    ("length: P2Y", "length: bi-annual", "value-unreadable", "bi-annual"),
    ("length: P2Y", "length: P0D", "period-zero", "P0D"),
    ("[NL, SK, MT]", "[NL, SK, ZZ]", "jurisdiction-unknown", "ZZ"),
    ("format: plugin/1", "format: plugin/2", "format-unknown", "plugin/2"),
    ("id: ejcn\n", "id: ejcn\nid: ejcn\n", "yaml-duplicate-key", "id"),
    ("id: ejcn\n", "id: !!str ejcn\n", "yaml-tag", "!!str"),
    ("id: ejcn\n", "id: *ejcn\n", "yaml-alias-unknown", "*ejcn"),
    ("id: ejcn\n", "id: \"ejcn\n", "yaml-quote", "quotation"),
    ("id: ejcn\n", "id: ejcn\n<<: {a: b}\n", "yaml-merge-key", "<<"),
    ("id: ejcn\n", "id: ejcn\n---\n", "yaml-second-document", "---"),
  ]

  private static func changed(
    _ change: (right: String, wrong: String, code: String, quoted: String)
  )
    throws -> String
  {
    let right = try plugin.get()
    let wrong = right.replacingOccurrences(of: change.right, with: change.wrong)
    try #require(wrong != right)
    return wrong
  }

  @Test(arguments: changes)
  func `A fault is shown with its line, a mark below it, the reason and the remedy`(
    _ change: (right: String, wrong: String, code: String, quoted: String)
  ) throws {
    let outcome = try Self.lint(Self.changed(change))
    #expect(outcome.status == 11)
    let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0) }
    let head = try #require(lines.firstIndex { $0.contains("error \(change.code)") })
    let place = try #require(lines[head].firstMatch(of: #/network\.yaml:(\d+):(\d+): error /#))
    let line = try #require(Int(place.1))
    let column = try #require(Int(place.2))
    let source = try Self.changed(change).split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect((1...source.count).contains(line))
    #expect(lines[head + 2].allSatisfy { $0 == " " || $0 == "^" })
    #expect(lines[head + 2].hasSuffix("^"))
    #expect(column <= source[line - 1].count + 1)
    #expect(lines.count > head + 4)
    #expect(outcome.output.contains(change.quoted))
  }

  @Test(arguments: changes)
  func `A program gets the same places and codes as a person`(
    _ change: (right: String, wrong: String, code: String, quoted: String)
  ) throws {
    let text = try Self.changed(change)
    let people = try Self.lint(text).output
    let rows = try #require(try Self.lint(text, "--json").json.list)
    #expect(!rows.isEmpty)
    for row in rows {
      let place = "\(row["line"]?.int ?? 0):\(row["column"]?.int ?? 0)"
      let (severity, code) = (row["severity"]?.text ?? "", row["code"]?.text ?? "")
      #expect(people.contains("network.yaml:\(place): \(severity) \(code): "), "\(row.compact)")
      for key in ["what", "why", "mend"] { #expect(row[key]?.text?.isEmpty == false, "\(key)") }
    }
    #expect(rows.contains { $0["code"]?.text?.hasPrefix(change.code) == true })
    let heads = people.split(separator: "\n").count { $0.contains(#/network\.yaml:\d+:\d+: /#) }
    #expect(heads == rows.count)
  }

  @Test(arguments: changes)
  func `Each language tells the same faults in words of its own`(
    _ change: (right: String, wrong: String, code: String, quoted: String)
  ) throws {
    let text = try Self.changed(change)
    var pages: Set<String> = []
    var heads: Set<[String]> = []
    for language in ["en", "pt", "es"] {
      let page = try Self.lint(text, "--lang", language).output
      pages.insert(page)
      heads.insert(
        page.matches(of: #/network\.yaml:\d+:\d+: \w+ [a-z-]+/#).map { String($0.0) })
    }
    #expect(pages.count == 3)
    #expect(heads.count == 1)
  }

  @Test func `Lines of Windows and a byte order mark change no finding`() throws {
    let text = try Self.changed(Self.changes[0])
    let expected = try Self.lint(text, "--json").json.list?.map { [$0["line"], $0["column"]] }
    for other in [text.replacing("\n", with: "\r\n"), "\u{FEFF}" + text] {
      let found = try Self.lint(other, "--json").json.list?.map { [$0["line"], $0["column"]] }
      #expect(found == expected)
    }
  }

  @Test func `All faults of a file come in one run, in the order of the file`() throws {
    var text = try Self.plugin.get()
    for change in [Self.changes[0], Self.changes[2], Self.changes[5], Self.changes[7]] {
      text = text.replacingOccurrences(of: change.right, with: change.wrong)
    }
    let rows = try #require(try Self.lint(text, "--json").json.list)
    let codes = Set(rows.compactMap { $0["code"]?.text })
    #expect(codes.isSuperset(of: ["yaml-duplicate-key"]))
    let lines = rows.compactMap { $0["line"]?.int }
    #expect(lines == lines.sorted())
  }

  @Test(arguments: ["ejcn", "ciberred", "forum-cibercrime"])
  func `Warnings alone are no failure`(_ name: String) throws {
    let text = try String(
      contentsOfFile: "\(Program.policies)/networks/\(name).yaml", encoding: .utf8)
    let outcome = try Self.lint(text)
    #expect(outcome.status == 0)
    #expect(outcome.talk.hasPrefix("0 errors, "))
    let rows = try #require(try Self.lint(text, "--json").json.list)
    #expect(rows.allSatisfy { $0["severity"] == "warning" })
  }

  @Test(arguments: ["/dev/null", "/dev/zero", "/proc/self/mem", "/"])
  func `What is no file is not waited for`(_ path: String) throws {
    let outcome = try Program.run(["lint", path])
    #expect(outcome.status == 11 || outcome.status == 66)
    #expect(!outcome.output.isEmpty || !outcome.talk.isEmpty)
  }

  @Test func `A file of a mebibyte is read, one byte more is refused by its size`() throws {
    let start = "id: x\n#"
    let most = start + String(repeating: "a", count: (1 << 20) - start.utf8.count)
    #expect(try !Self.lint(most).output.contains("yaml-too-large"))
    let over = try Self.lint(most + "a")
    #expect(over.status == 11)
    #expect(over.output.contains("error yaml-too-large"))
  }
}
