import Foundation
import Testing
import Values

/// Each kind of rule that must not load: its file, line, column, reason and remedy, in little memory.
@Suite struct RulesThatMustNotLoadTests {
  /// What is written below a good plugin, with `‹›` around what is wrong.
  struct Row: CustomTestStringConvertible, Sendable {
    let name: String
    let code: String
    let text: String

    var testDescription: String { name }
  }

  private static func rule(
    require: String = "payload.class == 'member'", other: String = "",
    message: String = "{en: \"No.\", pt: \"Não.\", es: \"No.\"}"
  ) -> String {
    """

    guards:
      - id: own.rule
        on: [member.admitted]
        source: assumption
        require: "\(require)"
        message: \(message)
    \(other)
    """
  }

  private static let product = (0..<4).map { "members.all(a\($0), " }.joined() + "true))))"

  static let rows = [
    Row(
      name: "an unknown field of an event", code: "expression-field-unknown",
      text: rule(require: "payload.‹clas› == 'member'")),
    Row(name: "an unknown key", code: "key-misspelt", text: rule(other: "    ‹severty›: warn")),
    Row(name: "a wrong type", code: "expression-type", text: rule(require: "‹size›(members)")),
    Row(
      name: "a wrong type in YAML", code: "value-unreadable",
      text: rule(other: "    final: ‹perhaps›")),
    Row(
      name: "a missing language", code: "text-missing",
      text: rule(message: "‹{›en: \"No.\", pt: \"Não.\"}")),
    Row(
      name: "a placeholder without a value", code: "placeholder-unknown",
      text: rule(message: "{en: \"No, {‹who›}.\", pt: \"Não.\", es: \"No.\"}")),
    Row(
      name: "a placeholder missing in one language", code: "placeholder-missing",
      text: rule(
        other: "    values: {n: payload.class}",
        message: "{en: \"No {n}.\", pt: \"Não {n}.\", es: ‹\"›No.\"}")),
    Row(
      name: "a pattern with a back reference", code: "expression-pattern",
      text: rule(require: "payload.class.matches(‹'(a)\\\\\\\\1'›)")),
    Row(
      name: "a cost over a million units", code: "expression-cost",
      text: rule(require: "\(product)").replacing("\"members", with: "\"‹members›")),
    Row(
      name: "a cycle of definitions", code: "definition-cycle",
      text: "\ndefinitions:\n  one: ‹two› + 1\n  two: three + 1\n  three: one + 1\n"),
  ]

  private static let plugin = Result {
    try String(contentsOfFile: "\(Program.policies)/networks/ejcn.yaml", encoding: .utf8)
  }

  /// The whole text without its marks, and the place of what stands between them.
  private static func written(_ row: Row) throws -> (text: String, line: Int, column: Int) {
    let marked = try plugin.get() + row.text
    let before = try #require(marked.split(separator: "‹", maxSplits: 1).first)
    let lines = before.split(separator: "\n", omittingEmptySubsequences: false)
    let text = marked.replacing("‹", with: "").replacing("›", with: "")
    return (text, lines.count, (lines.last?.unicodeScalars.count ?? 0) + 1)
  }

  private static func lint(_ text: String, _ options: String...) throws -> Program.Outcome {
    try Program.withFolder { folder in
      let file = folder.appending(path: "network.yaml")
      try Data(text.utf8).write(to: file)
      return try Program.run(["-C", folder.path, "lint"] + options)
    }
  }

  @Test(arguments: rows)
  func `What must not load is told with its line, column, reason and remedy`(_ row: Row) throws {
    let (text, line, column) = try Self.written(row)
    let outcome = try Self.lint(text, "--json")
    #expect(outcome.status == 11)
    let found = try #require(try outcome.json.list?.first { $0["code"] == .text(row.code) })
    #expect(found["file"]?.text?.hasSuffix("network.yaml") == true)
    #expect(found["line"]?.int == Int64(line))
    #expect(found["column"]?.int == Int64(column))
    for key in ["what", "why", "mend"] { #expect(found[key]?.text?.isEmpty == false, "\(key)") }
  }

  @Test(arguments: rows)
  func `What must not load is not put into force either`(_ row: Row) throws {
    try Program.withFolder { folder in
      let file = folder.appending(path: "network.yaml")
      try Data(try Self.written(row).text.utf8).write(to: file)
      let outcome = try Program.run(["-C", folder.path, "apply", "--founding"])
      #expect(outcome.status == 65)
      #expect((outcome.output + outcome.talk).contains(row.code))
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["network.yaml"])
    }
  }

  @Test func `A template that begins from itself is told with the place of the key`() throws {
    try Program.withFolder { folder in
      let templates = folder.appending(path: "templates")
      try FileManager.default.createDirectory(at: templates, withIntermediateDirectories: true)
      for (name, other) in [("one", "two"), ("two", "one")] {
        let text = """
          format: plugin/1
          template: \(name)
          version: 1.0.0
          title: {en: T, pt: T, es: T}
          extends: \(other)@1

          """
        try Data(text.utf8).write(to: templates.appending(path: "\(name).yaml"))
      }
      let file = folder.appending(path: "network.yaml")
      try Data("format: plugin/1\nid: x\nextends: one@1\n".utf8).write(to: file)
      let outcome = try Program.run(["-C", folder.path, "lint", "--json"])
      let found = try #require(try outcome.json.list?.first { $0["code"] == "template-cycle" })
      #expect(outcome.status == 11 && found["line"]?.int != nil && found["column"]?.int != nil)
      for key in ["file", "what", "why", "mend"] { #expect(found[key]?.text?.isEmpty == false) }
    }
  }

  // MARK: - Size

  /// What is made to take memory and time: up to a mebibyte.
  static let bombs: [(name: String, code: String, text: @Sendable () -> String)] = {
    let most = (1 << 20) - 16
    @Sendable func repeated(_ text: String) -> String {
      String(repeating: text, count: most / text.utf8.count)
    }
    let laughs = (1...30).map { level in
      "a\(level): &a\(level) ["
        + Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ",")
        + "]\n"
    }
    return [
      ("nested lists", "yaml-too-deep", { "id: " + repeated("[") }),
      ("nested mappings", "yaml-too-deep", { "id: " + repeated("{a: ") }),
      ("nested lists of lines", "yaml-too-deep", { "id:\n  " + repeated("- ") }),
      (
        "closed brackets", "yaml-too-deep",
        { String(repeating: "[", count: most / 2) + String(repeating: "]", count: most / 2) }
      ),
      ("an alias bomb", "yaml-alias-growth", { "a0: &a0 [x]\n" + laughs.joined() }),
      ("many values", "yaml-too-many", { "id: [" + repeated("a,") + "]" }),
      (
        "brackets of an expression", "expression-too-long",
        {
          ((try? plugin.get()) ?? "") + "\ndefinitions:\n  x: \""
            + String(repeating: "(", count: 1_000_000) + "\"\n"
        }
      ),
    ]
  }()

  /// Runs a program and tells its exit status and the most memory that it held, in kibibytes.
  private static let measuring = """
    import resource, subprocess, sys
    done = subprocess.run(sys.argv[2:], stdout=open(sys.argv[1], "wb"), stderr=subprocess.DEVNULL)
    used = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    sys.stdout.write("%d %d" % (done.returncode, used))
    """

  @Test(.enabled(if: Python.isThere), arguments: bombs.indices)
  func `What is made to fill the memory is refused at its place in less than 200 MB`(_ index: Int)
    throws
  {
    let bomb = Self.bombs[index]
    try Program.withFolder { folder in
      let (file, answer) = (
        folder.appending(path: "network.yaml"), folder.appending(path: "answer.json")
      )
      try Data(bomb.text().utf8).write(to: file)
      let told = try Python.run(
        Self.measuring, [answer.path, Program.path, "-C", folder.path, "lint", "--json"])
      let numbers = told.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
      try #require(numbers.count == 2)
      #expect(numbers[0] == 11, "\(bomb.name)")
      #expect((1_000..<200 * 1_024).contains(numbers[1]), "\(bomb.name): \(numbers[1]) KiB")
      let rows = try JSON(parsing: String(contentsOf: answer, encoding: .utf8)).list ?? []
      let found = try #require(
        rows.first { $0["code"] == .text(bomb.code) },
        "\(bomb.name): \(rows.compactMap { $0["code"]?.text })")
      #expect(found["line"]?.int != nil && found["column"]?.int != nil, "\(bomb.name)")
      for key in ["file", "what", "why", "mend"] {
        #expect(found[key]?.text?.isEmpty == false, "\(bomb.name)")
      }
    }
  }
}
