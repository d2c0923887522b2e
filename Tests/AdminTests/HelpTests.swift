import Foundation
import Projections
import Publishing
import Testing
import Values

@testable import admin

@Suite struct HelpTests {
  @Test func `The overview groups the nouns`() {
    let terminal = ScriptedTerminal()
    #expect(Admin.run(["help"], environment: [:], terminal: terminal) == .done)
    #expect(
      terminal.output.hasPrefix(
        """
        Usage: admin [GLOBAL] NOUN VERB [ID] [OPTIONS]

        Records and answers for the acts of a network.

        """))
  }

  @Test func `A noun shows its verbs`() {
    #expect(
      Outcome("help board").output == """
        Usage: admin board VERB [ID] [OPTIONS]

          board elect    Record the election of a board.
          board rotate   Seat the group that the calendar of the rotation names.
          board compose  Record who sits on a board where no rule determines it.

        `admin help board VERB` explains a command.

        """)
  }

  @Test func `A command shows its use, an example and its options`() {
    #expect(
      Outcome("help version").status == .usage, "the sample tree has no such command")
    let terminal = ScriptedTerminal()
    _ = Admin.run(["version", "-h"], environment: [:], terminal: terminal)
    #expect(
      terminal.output == """
        Usage: admin version

        Show which release of the program this is.

        Examples:
          admin version
          admin version --json

        `admin help options` lists the options that every command understands.

        """)
  }

  @Test func `The use of a command names what is required`() {
    let page = Outcome("help member admit").output
    #expect(
      page.hasPrefix("Usage: admin member admit STATE --class member|observer [OPTIONS]\n"))
    #expect(page.contains("(required)"))
  }

  @Test(arguments: [
    "-h", "member -h", "member list --help", "-h member list", "member list --nonsense -h",
    "member nonsense -h", "nonsense --help", "help", "help member", "help member list",
    "help options", "help exit-codes", "member admit PT --class nonsense -h",
  ])
  func `Help that was asked for is an answer`(_ line: String) {
    let outcome = Outcome(line)
    #expect(outcome.status == .done)
    #expect(outcome.output.hasSuffix("\n") && outcome.talk.isEmpty)
  }

  @Test(arguments: ["", "member", "meeting --json", "-C ejcn"])
  func `Help that nobody asked for is a mistake`(_ line: String) {
    let outcome = Outcome(line)
    #expect(outcome.status == .usage)
    #expect(outcome.output.isEmpty && !outcome.talk.isEmpty)
  }

  @Test func `After two hyphens even help is a word`() {
    #expect(Outcome("member show -- --help").output == "admin member show -- --help\n")
  }

  @Test(arguments: Language.allCases)
  func `Every command, option, group and exit code has its words`(_ language: Language) throws {
    let help = Help(.all, Catalogue(language))
    let topics = [[], ["options"], ["exit-codes"]]
    let names = CommandTree.all.commands.map { $0.name.split(separator: " ").map(String.init) }
    let pages = try (topics + names).map(help.text(on:)).joined()
    let missing = pages.matches(of: #/\[(?:command|option|exit|help|group)\.[a-z.-]+\]/#)
    #expect(Set(missing.map { String($0.output) }).sorted() == [])
    for status in ExitStatus.allCases { #expect(pages.contains("\n  \(status.rawValue) ")) }
  }

  @Test(arguments: Language.allCases)
  func `Every field of an act that is asked for has a question`(_ language: Language) {
    let catalogue = Catalogue(language)
    let flags = [
      "consensus", "urgent", "strike", "held", "repeats", "objects", "presence", "insert",
      "remote", "point-of-order", "anew",
    ]
    for command in CommandTree.all.commands where command.preview != nil {
      for parameter in command.parameters {
        if parameter.kind == .flag {
          #expect(flags.contains(parameter.name), "\(command.name) \(parameter.name)")
        }
        let question = Wording(catalogue).question(parameter, of: command)
        #expect(question.contains("?"), "\(command.name) \(parameter.name): \(question)")
        #expect(Wording(catalogue).asks(parameter, of: command), "\(parameter.name)")
      }
    }
  }

  @Test func `Every command has two examples that can be pasted`() {
    let poor = CommandTree.all.commands.filter { command in
      command.examples.count < 2 || !command.examples.allSatisfy { $0.hasPrefix("admin ") }
    }
    #expect(poor.map(\.name) == [])
  }

  @Test func `Every example is read by the parser`() throws {
    let wrong = CommandTree.all.commands.flatMap(\.examples).filter { example in
      let words = ShellWords.split(example).dropFirst()
      let line = words.prefix { $0 != ">" }
      return (try? ArgumentParser.request(Array(line), in: .all)) == nil
    }
    #expect(wrong == [])
  }

  @Test func `The page of the documents is what the commands say`() throws {
    let page = SampleNetwork.policies.deletingLastPathComponent().appending(
      path: "docs/commands.md")
    let written = try String(contentsOf: page, encoding: .utf8)
    let isSame = try written == Help(.all, Catalogue(.english)).text(on: ["markdown"])
    #expect(isSame, "run `admin help markdown > docs/commands.md`")
  }

  @Test func `A field of an act does not lend its words to an option of every command`() {
    #expect(Outcome("help options").output.contains("The form of the answer."))
    #expect(
      Outcome(["help", "report", "publish"], [:], ScriptedTerminal(), tree: .all).output
        .contains("The output, as the rules name it."))
  }

  @Test(arguments: Language.allCases)
  func `Every column of a view has a title`(_ language: Language) {
    let catalogue = Catalogue(language)
    let columns = Set(ViewCatalogue.all.flatMap(\.columns).map(\.name))
    #expect(columns.filter { catalogue.template("column.\($0)") == nil }.sorted() == [])
  }

  @Test func `No command stands twice`() {
    let names = CommandTree.all.commands.map(\.name)
    #expect(Set(names).count == names.count)
  }

  @Test func `Every code of the program is listed once`() {
    let names = Failure.Code.adminCodes.map(\.name)
    #expect(Set(names).count == names.count)
  }
}
