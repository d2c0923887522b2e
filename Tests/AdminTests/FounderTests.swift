import Foundation
import Testing
import Values

@testable import admin

/// What a founder meets between `init` and the first act; each began as a stop of the rehearsal.
@Suite struct FounderTests {
  /// A path that nothing stands at in a folder of its own, gone afterwards.
  private static func with(_ body: (_ root: String) throws -> Void) throws {
    let root = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: root) }
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    try body(root.path)
  }

  private static func run(_ words: [String], lines: [String]? = nil) -> Outcome {
    Outcome(words, ["ACTA_NOW": "2026-11-23"], ScriptedTerminal(lines: lines), tree: .all)
  }

  private static let answers = "title: Forum\nid: forum\nlanguages: [en]\nmembers: [KH, LA]\n"

  private static func file(_ name: String, _ text: String, in root: String) throws -> String {
    let path = "\(root)/\(name)"
    try Data(text.utf8).write(to: URL(filePath: path))
    return path
  }

  private static func read(_ path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }

  private static func made(_ template: String = "blank", in root: String) throws -> String {
    let file = try file("answers.yaml", answers, in: root)
    let folder = "\(root)/forum"
    let made = run(["init", "--template", template, "--answers", file, folder])
    try #require(made.status == .done, "\(made.talk)")
    return folder
  }

  // MARK: - Before the founding

  @Test(arguments: [
    ["plan"], ["member", "list"], ["member", "admit", "KH", "--class", "member"],
    ["meeting", "plan", "plenary", "--from", "2027-01-10"],
  ])
  func `A network that is not founded yet is no network that is not there`(_ words: [String]) throws
  {
    try Self.with { root in
      let folder = try Self.made(in: root)
      let outcome = Self.run(["-C", folder] + words)
      #expect(outcome.status == .notFound)
      #expect(outcome.talk.contains("[network-unfounded]"), "\(outcome.talk)")
      #expect(outcome.talk.contains("`admin apply --founding`"))
      #expect(!FileManager.default.fileExists(atPath: "\(folder)/log.db"))
    }
  }

  @Test func `Nobody is asked anything for an act that cannot be recorded yet`() throws {
    try Self.with { root in
      let folder = try Self.made(in: root)
      let outcome = Self.run(["-C", folder, "member", "admit", "KH"], lines: ["member", "y"])
      #expect(outcome.talk.contains("[network-unfounded]"))
      #expect(!outcome.talk.contains("In which class?"))
    }
  }

  @Test func `After the founding the way on is told, and it works`() throws {
    try Self.with { root in
      let folder = try Self.made(in: root)
      let founded = Self.run(["-C", folder, "apply", "--founding"])
      #expect(founded.talk.contains("admin -C \(folder) import \(folder)/founding.yaml\n"))
      let imported = Self.run(["-C", folder, "import", "\(folder)/founding.yaml"])
      #expect(imported.status == .done, "\(imported.talk)")
      let quiet = "\(root)/quiet"
      _ = Self.run(["init", "--template", "blank", "--answers", "\(root)/answers.yaml", quiet])
      #expect(!Self.run(["-C", quiet, "apply", "--founding", "-q"]).talk.contains("import"))
    }
  }

  @Test func `A trial of the founding gives no advice that would fail`() throws {
    try Self.with { root in
      let folder = try Self.made(in: root)
      let trial = Self.run(["-C", folder, "apply", "--founding", "--dry-run"])
      #expect(trial.status == .done)
      #expect(!trial.talk.contains("import"))
    }
  }

  @Test func `Rules in force need nothing more`() throws {
    try Self.with { root in
      let folder = try Self.made(in: root)
      _ = Self.run(["-C", folder, "apply", "--founding"])
      let same = Self.run(["-C", folder, "plan"])
      #expect(same.output.contains("Needs: nothing; these rules are in force."))
      let text = try Self.read("\(folder)/network.yaml")
      try Data(text.replacing("version: 1.0.0", with: "version: 1.0.1").utf8)
        .write(to: URL(filePath: "\(folder)/network.yaml"))
      let changed = Self.run(["-C", folder, "plan"])
      #expect(changed.output.contains("Needs: a deliberation of plenary"), "\(changed.output)")
    }
  }

  // MARK: - The files of init

  @Test(arguments: [
    "blank", "plenary-of-states", "coordinator-and-contact-points", "steering-group",
    "board-and-executive", "directory-and-annual-meeting",
  ])
  func `The file ends with the rules of the template and a newline`(_ template: String) throws {
    try Self.with { root in
      let text = try Self.read(Self.made(template, in: root) + "/network.yaml")
      #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"))
      let last = try #require(text.split(separator: "\n").last)
      #expect(last.hasPrefix("#  ") && last.contains(":"), "\(last)")
      #expect(!text.contains("worked cases"))
    }
  }

  @Test(arguments: [
    ("title: X\n  id: [1\n", "yaml-"), ("title: X\n", "key-missing"),
    ("- a\n", "value-unreadable"), ("title: X\ntitle: Y\n", "yaml-"),
  ])
  func `Every fault in a file of answers is told with its place in one form`(
    _ row: (text: String, code: String)
  ) throws {
    try Self.with { root in
      let file = try Self.file("answers.yaml", row.text, in: root)
      let outcome = Self.run(
        ["init", "--template", "blank", "--answers", file, "\(root)/forum"])
      #expect(outcome.status == .badData)
      let first = try #require(outcome.talk.split(separator: "\n").first)
      let form = try Regex(#"^.*answers\.yaml:[0-9]+:[0-9]+: error [a-z-]+: "#)
      #expect(try form.prefixMatch(in: first) != nil, "\(first)")
      #expect(first.contains(row.code))
    }
  }

  @Test func `A file of answers that is not there has no place`() throws {
    try Self.with { root in
      let outcome = Self.run(
        ["init", "--template", "blank", "--answers", "\(root)/none.yaml", "\(root)/forum"])
      #expect(outcome.talk.hasPrefix("admin: "))
      #expect(outcome.talk.contains("[file-missing]"))
    }
  }

  // MARK: - Worked cases

  @Test func `What stops many cases is told once, and each of them says so`() throws {
    try Self.with { root in
      let folder = try Self.made(in: root)
      let text = try Self.read("\(folder)/network.yaml")
      let rules = "governance: {series: {plenary: {notice: {period: P30D, source: founding}}}}\n"
      try Data((text + rules).utf8).write(to: URL(filePath: "\(folder)/network.yaml"))
      let told = Self.run(["-C", folder, "test"])
      #expect(told.status == .checkFailed)
      let count = { (words: String) in told.output.components(separatedBy: words).count - 1 }
      #expect(count("FAIL") == 12, "\(told.output)")
      #expect(count("too soon after the convocation") == 1)
      let first = "the plenary opens with four of six"
      #expect(count("was not accepted, as in the case \"\(first)\": ") == 11)
      #expect(count("cases.yaml:") == 24)
    }
  }

  // MARK: - A template of one's own

  /// A template of the program under another name, with two thirds in place of a half.
  private static func own(_ name: String, in file: String, _ root: String) throws -> String {
    let text = run(["template", "show", "blank"]).output
      .replacing("template: blank", with: "template: \(name)")
      .replacing(
        "default: {more_than: 1/2, of: votes_cast", with: "default: {at_least: 2/3, of: votes_cast")
    return try Self.file(file, text, in: root)
  }

  @Test func `A founder's own template is asked, kept beside the rules and found again`() throws {
    try Self.with { root in
      let template = try Self.own("two-thirds", in: "two-thirds.yaml", root)
      let answers = try Self.file("answers.yaml", Self.answers, in: root)
      let folder = "\(root)/forum"
      let made = Self.run(["init", "--template", template, "--answers", answers, folder])
      #expect(made.status == .done, "\(made.talk)")
      #expect(try Self.read("\(folder)/templates/two-thirds.yaml") == Self.read(template))
      try FileManager.default.removeItem(atPath: template)
      #expect(Self.run(["-C", folder, "lint"]).status == .done)
      #expect(Self.run(["-C", folder, "apply", "--founding"]).status == .done)
      let rules = Self.run(["-C", folder, "rules", "show", "--json"]).output
      #expect(rules.contains("2/3"))
    }
  }

  @Test func `A wizard asks a founder's own template too`() throws {
    try Self.with { root in
      let template = try Self.own("two-thirds", in: "two-thirds.yaml", root)
      let made = Self.run(
        ["init", "--template", template, "\(root)/forum"],
        lines: ["Forum", "forum", "en", "", "", "", "KH", "y"])
      #expect(made.status == .done, "\(made.talk)")
      #expect(made.talk.contains("Name of the network?"))
      let text = try Self.read("\(root)/forum/network.yaml")
      #expect(text.contains("extends: two-thirds@1"))
    }
  }

  @Test(arguments: [
    ("two-thirds", "other.yaml", "template-misnamed"),
    ("blank", "blank.yaml", "template-name-taken"),
  ])
  func `A template that would not be found again by its name is refused`(
    _ row: (name: String, file: String, code: String)
  ) throws {
    try Self.with { root in
      let template = try Self.own(row.name, in: row.file, root)
      let answers = try Self.file("answers.yaml", Self.answers, in: root)
      let outcome = Self.run(
        ["init", "--template", template, "--answers", answers, "\(root)/forum"])
      #expect(outcome.status == .badData, "\(outcome.talk)")
      #expect(!FileManager.default.fileExists(atPath: "\(root)/forum"))
      #expect(outcome.talk.contains("[\(row.code)]"), "\(outcome.talk)")
    }
  }

  @Test func `Answers for a plugin, which asks nothing, are not silently dropped`() throws {
    try Self.with { root in
      let answers = try Self.file("answers.yaml", Self.answers, in: root)
      let plugin = SampleNetwork.policies.appending(path: "networks/ejcn.yaml").path
      let outcome = Self.run(
        ["init", "--template", plugin, "--answers", answers, "\(root)/forum"])
      #expect(outcome.status == .usage)
      #expect(outcome.talk.contains("[answers-unasked]"))
      #expect(!FileManager.default.fileExists(atPath: "\(root)/forum"))
    }
  }
}
