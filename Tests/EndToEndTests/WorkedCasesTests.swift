import Foundation
import Testing
import Values

/// From a template to rules in force, by way of the worked cases, with the built program.
@Suite struct WorkedCasesTests {
  /// A network made from a template or a plugin, in a folder that is gone afterwards.
  private struct Draft {
    let folder: String

    func run(_ line: String) throws -> Program.Outcome {
      try Program.run(["-C", folder] + line.split(separator: " ").map { String($0) })
    }

    func text(of name: String) throws -> String {
      try String(contentsOf: URL(filePath: "\(folder)/\(name)"), encoding: .utf8)
    }

    func write(_ text: String, to name: String) throws {
      try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(name)"))
    }

    func holds(_ name: String) -> Bool {
      FileManager.default.fileExists(atPath: "\(folder)/\(name)")
    }
  }

  private func with(_ template: String, _ body: (Draft) throws -> Void) throws {
    try Program.withFolder { root in
      let answers = root.appending(path: "answers.yaml")
      try Data("{title: Rede do Ambiente, id: rede, members: [PT, AO, MZ]}".utf8).write(to: answers)
      let folder = root.appending(path: "network").path
      let made = try Program.run(
        ["init", "--template", template, "--answers", answers.path, folder])
      try #require(made.status == 0, "\(made.talk)")
      try body(Draft(folder: folder))
    }
  }

  /// A rule of the network's own, in place of that of the template.
  private static let majorityOfAll = """

    governance:
      bodies:
        plenary:
          decides:
            default: {of: all_members, source: assumption}

    """

  @Test func `A rule that breaks a promise is seen by test and kept out by apply`() throws {
    try with("blank") { draft in
      #expect(try draft.run("test").status == 0)
      let before = try draft.text(of: "network.yaml")
      try draft.write(before + Self.majorityOfAll, to: "network.yaml")
      let tried = try draft.run("test")
      #expect(tried.status == 11)
      #expect(tried.output.contains("FAIL  more for than against adopts, whoever abstains"))
      let line = try draft.text(of: "network.yaml").split(
        separator: "\n", omittingEmptySubsequences: false
      ).firstIndex { $0.contains("default: {of: all_members") }
      #expect(tried.output.contains("network.yaml:\((line ?? 0) + 1)\n"))
      let applied = try draft.run("apply --founding")
      #expect(applied.status == 11)
      #expect(!draft.holds("log.db"))
      try draft.write(before, to: "network.yaml")
      #expect(try draft.run("apply --founding").status == 0)
    }
  }

  @Test func `Later rules are held to their cases too`() throws {
    try with("blank") { draft in
      #expect(try draft.run("apply --founding").status == 0)
      let rules = try draft.text(of: "network.yaml")
      try draft.write(rules + Self.majorityOfAll, to: "network.yaml")
      let applied = try draft.run("apply --adopted-by D-1")
      #expect(applied.status == 11)
      #expect(applied.talk.contains("nothing was put into force"))
    }
  }

  @Test(arguments: ["ejcn", "ciberred", "forum-cibercrime"])
  func `A network of the policies comes with its cases`(_ name: String) throws {
    try Program.withFolder { root in
      let draft = Draft(folder: root.appending(path: "network").path)
      let plugin = "\(Program.policies)/networks/\(name).yaml"
      let made = try Program.run(["init", "--template", plugin, draft.folder])
      #expect(made.status == 0)
      let report = try draft.run("test --json").json
      #expect(report["failed"] == 0)
      #expect((report["passed"]?.int ?? 0) >= 10)
      #expect(report["coverage"]?.list?.allSatisfy { $0["seen_to_hold"] == true } == true)
    }
  }

  @Test func `The report is the same bytes each time`() throws {
    try with("steering-group") { draft in
      let (one, other) = (try draft.run("test --json"), try draft.run("test --json"))
      #expect(one.output == other.output)
      #expect(try draft.run("test --mutate").output == draft.run("test --mutate").output)
    }
  }

  /// A text that is no file of cases, under a name that a report can show.
  struct Broken: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let text: String

    init(_ name: String, _ text: String) {
      testDescription = name
      self.text = text
    }
  }

  static let broken = [
    Broken("a hundred thousand brackets", "tests: " + String(repeating: "[", count: 100_000)),
    Broken(
      "an alias bomb",
      "a: &a [x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]\n"
        + "c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]\nd: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c]\n"
        + "tests: [*d, *d, *d, *d, *d, *d, *d, *d, *d]\n"),
    Broken("a circle", "fixtures: {a: {after: b, acts: []}, b: {after: a, acts: []}}\n"),
    Broken("a NUL", "\u{0}"), Broken("a directive", "%YAML 1.1\n---\n"),
    Broken("wrong values", "tests:\n  - {name: 1, on: 9999-99-99, when: 3, then: 4}\n"),
  ]

  @Test(arguments: broken)
  func `A file of cases that is none is refused with its place and changes nothing`(
    _ broken: Broken
  ) throws {
    try with("blank") { draft in
      try draft.write(broken.text, to: "cases.yaml")
      let tried = try draft.run("test")
      #expect(tried.status == 65)
      #expect(tried.talk.contains("cases.yaml:"))
      #expect(try draft.run("lint").status == 11)
      #expect(try draft.run("apply --founding").status == 65)
      #expect(!draft.holds("log.db"))
    }
  }

  @Test(arguments: [("pt", "aprovados"), ("es", "superados"), ("en", "passed")])
  func `The sums are told in the language that was asked for`(
    _ row: (language: String, word: String)
  ) throws {
    try with("blank") { draft in
      let outcome = try draft.run("test --quiet --lang \(row.language)")
      #expect(outcome.output.contains("12 \(row.word), 0 "))
      #expect(!outcome.output.contains("[test."))
    }
  }
}
