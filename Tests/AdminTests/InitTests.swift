import Foundation
import Testing
import Values

@testable import admin

@Suite struct InitTests {
  /// A path that nothing stands at, and an answers file beside it, gone afterwards.
  private static func with(
    answers: String, _ body: (_ folder: String, _ answers: String) throws -> Void
  ) throws {
    let root = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: root) }
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    let file = root.appending(path: "answers.yaml")
    try Data(answers.utf8).write(to: file)
    try body(root.appending(path: "network").path, file.path)
  }

  private static func run(_ words: String..., lines: [String]? = nil) -> Outcome {
    Outcome(
      words, ["ACTA_NOW": "2026-11-23"], ScriptedTerminal(lines: lines), tree: .all)
  }

  private static let answers = """
    title: Rede Lusófona de Procuradores do Ambiente
    id: rlpa
    languages: [pt]
    members: [AO, BR, CV, GW, MZ, PT, ST, TL]
    """

  @Test(arguments: [
    "plenary-of-states", "coordinator-and-contact-points", "blank", "steering-group",
    "board-and-executive", "directory-and-annual-meeting",
  ])
  func `A network made from a template is founded and has its members`(_ template: String) throws {
    try Self.with(answers: Self.answers) { folder, answers in
      let made = Self.run("init", "--template", template, "--answers", answers, folder)
      #expect(made.status == .done, "\(made.talk)")
      #expect(Self.run("-C", folder, "lint").status == .done)
      #expect(Self.run("-C", folder, "apply", "--founding").status == .done)
      let imported = Self.run("-C", folder, "import", folder + "/founding.yaml")
      #expect(imported.status == .done, "\(imported.talk)")
      let members = try JSON(parsing: Self.run("-C", folder, "member", "list", "--json").output)
      #expect(members.list?.count == 8)
    }
  }

  @Test func `An editor finds the schema of the format beside the new file`() throws {
    try Self.with(answers: Self.answers) { folder, answers in
      let made = Self.run("init", "--template", "blank", "--answers", answers, folder)
      #expect(made.output.contains("network.yaml, cases.yaml, founding.yaml, plugin.schema.json"))
      let network = try String(contentsOfFile: folder + "/network.yaml", encoding: .utf8)
      #expect(network.hasPrefix("# yaml-language-server: $schema=plugin.schema.json\n"))
      let schema = try String(contentsOfFile: folder + "/plugin.schema.json", encoding: .utf8)
      #expect(schema == Self.run("rules", "schema").output)
    }
  }

  @Test func `A folder that holds a network is left alone`() throws {
    try Self.with(answers: Self.answers) { folder, answers in
      _ = Self.run("init", "--template", "blank", "--answers", answers, folder)
      let before = try Data(contentsOf: URL(filePath: folder + "/network.yaml"))
      let again = Self.run("init", "--template", "blank", "--answers", answers, folder)
      #expect(again.status == .cannotCreate)
      #expect(try Data(contentsOf: URL(filePath: folder + "/network.yaml")) == before)
    }
  }

  @Test(arguments: [
    ("a wrong code", "title: X\nid: x\nlanguages: [en]\nmembers: [ZZ]\n"),
    ("an unknown answer", "title: X\nid: x\nlanguages: [en]\nmembers: [PT]\nmembres: [ES]\n"),
    ("no members", "title: X\nid: x\nlanguages: [en]\n"), ("no mapping", "- a\n"),
  ])
  func `Wrong answers are told and nothing is written`(_ row: (name: String, answers: String))
    throws
  {
    try Self.with(answers: row.answers) { folder, answers in
      let outcome = Self.run("init", "--template", "blank", "--answers", answers, folder)
      #expect(outcome.status == .badData, "\(row.name)")
      #expect(outcome.talk.contains("error "), "\(row.name): \(outcome.talk)")
      #expect(!FileManager.default.fileExists(atPath: folder), "\(row.name)")
    }
  }

  @Test func `Without answers and without a terminal the missing option is named`() throws {
    try Self.with(answers: "") { folder, _ in
      let outcome = Self.run("init", "--template", "blank", folder)
      #expect(outcome.status == .usage)
      #expect(outcome.talk.hasPrefix("admin: `init` needs --answers\n"))
      #expect(Self.run("init", folder).talk.hasPrefix("admin: `init` needs --template\n"))
    }
  }

  @Test func `On a terminal the template and its questions are asked`() throws {
    try Self.with(answers: "") { folder, _ in
      let questions = 7
      var lines = ["blank", "Rede de Teste", "teste", "pt"]
      lines += Array(repeating: "", count: questions - lines.count + 1)
      let started = Self.run("init", folder, lines: lines)
      #expect(started.talk.contains("Which kind of network?"))
      #expect(started.talk.contains("1/\(questions)  "))
      #expect(started.status == .declined)
      #expect(!FileManager.default.fileExists(atPath: folder))
    }
  }
}
