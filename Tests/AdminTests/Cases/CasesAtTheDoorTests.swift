import Foundation
import Plugins
import Testing
import Values

@testable import admin

/// Rules whose cases fail do not come into force, and `lint` finds faults in cases without running them.
@Suite struct ApplyCasesTests {
  private let passing = CasesFolder.fixture + CasesFolder.passing

  @Test func `Rules that break a promise are not put into force`() throws {
    let folder = try CasesFolder()
    let outcome = folder.run("apply --founding")
    #expect(outcome.status == .checkFailed)
    #expect(outcome.output == "")
    #expect(outcome.talk.contains(" FAIL  one of two present adopts\n"))
    #expect(outcome.talk.contains("1 worked case fails: nothing was put into force."))
    #expect(!folder.holds("log.db"))
  }

  @Test func `A trial of such rules fails too`() throws {
    let outcome = try CasesFolder().run("apply --founding --dry-run")
    #expect(outcome.status == .checkFailed)
  }

  @Test func `Rules that keep their promises are put into force`() throws {
    let folder = try CasesFolder(cases: passing)
    let outcome = folder.run("apply --founding")
    #expect(outcome.status == .done)
    #expect(outcome.talk.contains("2 worked cases pass.\n"))
    #expect(folder.holds("log.db"))
  }

  @Test func `An act that is refused says so and nothing of cases`() throws {
    let folder = try CasesFolder(cases: passing)
    #expect(folder.run("apply --founding").status == .done)
    let again = folder.run("apply --founding")
    #expect(again.status == .refused)
    #expect(again.talk.hasPrefix("Refused: "))
    #expect(!again.talk.contains("worked"))
  }

  @Test func `Quietly the cases are tried and not counted aloud`() throws {
    let folder = try CasesFolder(cases: passing)
    let outcome = folder.run("apply --founding --quiet")
    #expect(outcome.status == .done)
    #expect(!outcome.talk.contains("worked"))
  }

  @Test func `Rules without cases are put into force as before`() throws {
    let outcome = try CasesFolder(cases: nil).run("apply --founding")
    #expect(outcome.status == .done)
    #expect(!outcome.talk.contains("worked"))
  }

  @Test func `A fault in the cases keeps the rules out as well`() throws {
    let folder = try CasesFolder(cases: CasesFolder.fixture + "tests: three\n")
    #expect(folder.run("apply --founding").status == .badData)
    #expect(!folder.holds("log.db"))
  }

  @Test func `A question that the command line leaves open comes before the cases`() throws {
    let outcome = try CasesFolder().run("apply")
    #expect(outcome.talk.contains("[apply-undecided]"))
  }
}

@Suite struct LintCasesTests {
  @Test func `A fault in the cases is found at its place`() throws {
    let folder = try CasesFolder(
      cases: CasesFolder.fixture + CasesFolder.cases.replacing("on: 2026", with: "no: 2026"))
    let outcome = folder.run("lint")
    let line = try folder.line(of: "no: 2026", in: "cases.yaml")
    #expect(outcome.status == .checkFailed)
    #expect(outcome.output.contains("cases.yaml:\(line):5: error key-misspelt: "))
    #expect(outcome.talk == "4 errors, 0 warnings.\n")
  }

  @Test func `A case that would fail is no fault of the file`() throws {
    let outcome = try CasesFolder().run("lint")
    #expect(outcome.status == .done)
    #expect(outcome.talk == "0 errors, 0 warnings.\n")
  }

  @Test func `A broken file of cases is told and the rules are looked at all the same`() throws {
    let folder = try CasesFolder(
      CasesFolder.plugin.replacing("basis: {charter:", with: "basis: {letter: A letter, charter:"),
      cases: "tests: [")
    let outcome = folder.run("lint")
    #expect(outcome.output.contains("cases.yaml:"))
    #expect(outcome.output.contains("warning basis-uncited"))
  }

  @Test(arguments: PluginFile.templates().map(\.name))
  func `The file of a template has no errors`(_ name: String) throws {
    let folder = try CasesFolder(cases: nil)
    try folder.write(PluginFile.template(named: name).text, to: "template.yaml")
    let outcome = folder.run("lint \(folder.path)/template.yaml")
    #expect(outcome.status == .done, "\(outcome.output)")
  }

  @Test func `A template is not put into force as the rules of a network`() throws {
    let folder = try CasesFolder(try PluginFile.template(named: "blank").text, cases: nil)
    #expect(folder.run("apply --founding").status == .badData)
    #expect(!folder.holds("log.db"))
  }
}

@Suite struct InitCasesTests {
  /// Founds nothing yet: the folder that `init` makes from a template and answers.
  private func made(_ template: String, _ answers: [String]) throws -> (CasesFolder, Outcome) {
    let root = try CasesFolder(cases: nil)
    try root.write(answers.joined(separator: "\n"), to: "answers.yaml")
    let made = Outcome(
      [
        "init", "--template", template, "--answers", "\(root.path)/answers.yaml",
        "\(root.path)/network",
      ], ["ACTA_NOW": "2026-11-23"], ScriptedTerminal(), tree: .all)
    return (root, made)
  }

  private func run(_ root: CasesFolder, _ line: String) -> Outcome {
    let words = line.split(separator: " ").map { String($0) }
    return Outcome(
      ["-C", "\(root.path)/network"] + words, ["ACTA_NOW": "2026-11-23"], ScriptedTerminal(),
      tree: .all)
  }

  private static let least = ["title: Rede do Ambiente", "id: rede", "members: [PT, AO, 'NO']"]

  @Test(arguments: PluginFile.templates().map(\.name))
  func `The cases of a template pass as soon as the folder is made`(_ name: String) throws {
    let (root, made) = try made(name, Self.least)
    #expect(made.status == .done)
    #expect(made.output.contains("network.yaml, cases.yaml, founding.yaml"))
    #expect(made.talk.contains(" test\n"))
    let tried = run(root, "test")
    #expect(tried.status == .done, "\(tried.output)")
    #expect(!tried.output.contains("Never exercised"))
    #expect(run(root, "lint").status == .done)
    #expect(run(root, "apply --founding").status == .done)
  }

  @Test func `The file keeps the template's words, remarks and all`() throws {
    let (root, _) = try made("blank", Self.least)
    let text = try root.text(of: "network/cases.yaml")
    #expect(text.hasPrefix("# What the rules promise, as worked cases"))
    #expect(text.contains("  # Six members, and a plenary that was convened.\n"))
    #expect(!text.contains("governance:"))
  }

  @Test func `A case that the answers change stands as a remark`() throws {
    let (root, _) = try made("plenary-of-states", Self.least + ["notice: P21D"])
    let text = try root.text(of: "network/cases.yaml")
    #expect(
      text.contains(
        """
          # Your answers change what comes out here. Write what should come out, and take the # away.
          # - name: a plenary is convened fourteen days before

        """))
    #expect(text.contains("\n  - name: the plenary opens with five of eight\n"))
    let tried = run(root, "test")
    #expect(tried.status == .done, "\(tried.output)")
    #expect(!tried.output.contains("a plenary is convened fourteen days before"))
  }

  @Test func `A remark is turned back into the case by taking the signs away`() throws {
    let (root, _) = try made("plenary-of-states", Self.least + ["programme: P1Y"])
    let text = try root.text(of: "network/cases.yaml")
    let back = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.hasPrefix("  # - ") || line.hasPrefix("  #   ") ? "  " + line.dropFirst(4) : line
    }.joined(separator: "\n")
    try root.write(back, to: "network/cases.yaml")
    let tried = run(root, "test")
    #expect(tried.status == .checkFailed)
    #expect(tried.output.contains("FAIL  a programme lasts two years\n"))
  }

  @Test func `A network that is copied from a file brings its cases along`() throws {
    let root = try CasesFolder(cases: nil)
    try root.write(CasesFolder.plugin, to: "draft.yaml")
    try root.write(CasesFolder.fixture + CasesFolder.passing, to: "draft.cases.yaml")
    let made = Outcome(
      ["init", "--template", "\(root.path)/draft.yaml", "\(root.path)/network"],
      ["ACTA_NOW": "2026-11-23"], ScriptedTerminal(), tree: .all)
    #expect(made.status == .done)
    #expect(made.output.contains("network.yaml, cases.yaml\n"))
    #expect(run(root, "test").output.contains("2 passed, 0 failed."))
  }

  @Test func `A file without cases gives a network without`() throws {
    let root = try CasesFolder(cases: nil)
    try root.write(CasesFolder.plugin, to: "draft.yaml")
    let made = Outcome(
      ["init", "--template", "\(root.path)/draft.yaml", "\(root.path)/network"],
      ["ACTA_NOW": "2026-11-23"], ScriptedTerminal(), tree: .all)
    #expect(made.status == .done)
    #expect(!made.output.contains("cases.yaml"))
    #expect(!made.talk.contains(" test\n"))
  }
}
