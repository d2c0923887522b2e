import Publishing
import Testing
import Values

@testable import admin

/// What holds for every command of the tree, whatever it does.
@Suite struct LeafTests {
  private static let commands = CommandTree.all.commands

  private static func run(_ words: [String], _ terminal: ScriptedTerminal? = nil) -> Outcome {
    Outcome(words, ["ACTA_NOW": "2026-11-23"], terminal ?? ScriptedTerminal(), tree: .all)
  }

  private static func words(of command: Command) -> [String] {
    command.name.split(separator: " ").map { String($0) }
  }

  @Test(arguments: Language.allCases)
  func `Every command has a summary of one sentence`(_ language: Language) {
    let catalogue = Catalogue(language)
    for command in Self.commands {
      let summary = catalogue.template(command.summaryKey)
      #expect(summary?.hasSuffix(".") == true, "\(command.name): \(summary ?? "none")")
      #expect(summary?.contains("\n") == false && summary?.contains("{") == false)
    }
  }

  @Test func `A summary is not the same in two languages`() {
    for command in Self.commands {
      let texts = Language.allCases.map { Catalogue($0).template(command.summaryKey) }
      #expect(Set(texts).count == texts.count, "\(command.name)")
    }
  }

  @Test(arguments: Language.allCases)
  func `Every option has a sentence`(_ language: Language) {
    let catalogue = Catalogue(language)
    let wording = Wording(catalogue)
    let own = Self.commands.flatMap { command in command.parameters.map { ($0, Optional(command)) }
    }
    for (parameter, command) in own + GlobalOptions.parameters.map({ ($0, nil) }) {
      let text = wording.description(parameter, of: command)
      let place = "\(command?.name ?? "global") \(parameter.name)"
      #expect(text.hasSuffix(".") && !text.hasPrefix("["), "\(place): \(text)")
    }
  }

  @Test func `The form of an answer and an output of the rules are not told in the same words`()
    throws
  {
    let wording = Wording(Catalogue(.english))
    let publish = try #require(CommandTree.all.command("report", "publish"))
    let form = try #require(GlobalOptions.parameters.first { $0.name == "output" })
    let output = try #require(publish.parameter(named: "output"))
    #expect(wording.description(form, of: nil) != wording.description(output, of: publish))
  }

  @Test func `Help on a command is an answer and shows the summary, the use and the examples`() {
    let wording = Wording(Catalogue(.english))
    for command in Self.commands {
      let words = Self.words(of: command)
      let outcome = Self.run(words + ["--help"])
      #expect(outcome.status == .done && outcome.talk.isEmpty, "\(command.name)")
      #expect(outcome.output.hasPrefix("Usage: admin \(command.name)"), "\(command.name)")
      #expect(outcome.output.contains(wording.summary(of: command)), "\(command.name)")
      for example in command.examples { #expect(outcome.output.contains("  \(example)\n")) }
      for parameter in command.parameters {
        #expect(outcome.output.contains(parameter.spelling), "\(command.name) \(parameter.name)")
      }
      for way in [["help"] + words, ["-h"] + words, words + ["-h", "--json"]] {
        #expect(Self.run(way).output == outcome.output, "\(way)")
      }
    }
  }

  @Test func `A noun alone is a mistake that shows its verbs`() {
    for noun in CommandTree.all.nouns where CommandTree.all.command(noun, nil) == nil {
      let outcome = Self.run([noun])
      #expect(outcome.status == .usage && outcome.output.isEmpty, "\(noun)")
      #expect(outcome.talk == Self.run(["help", noun]).output, "\(noun)")
      for verb in CommandTree.all.verbs(of: noun) {
        #expect(
          outcome.talk.contains("admin \(noun) \(verb)") || outcome.talk.contains(" \(verb) "))
      }
    }
  }

  @Test func `What must be given is named when it is missing and nobody can be asked`() {
    let asking = Self.commands.filter { $0.parameters.contains(where: \.isRequired) }
    #expect(asking.count > 20)
    for command in asking {
      let outcome = Self.run(Self.words(of: command))
      #expect(outcome.status == .usage && outcome.output.isEmpty, "\(command.name)")
      #expect(outcome.talk.hasSuffix("[option-missing]\n"), "\(command.name): \(outcome.talk)")
      for parameter in command.parameters where parameter.isRequired {
        #expect(outcome.talk.contains(parameter.spelling), "\(command.name) \(parameter.name)")
      }
    }
  }

  @Test func `A terminal that was told not to ask names what is missing too`() {
    for command in Self.commands where command.effect == .records {
      guard command.parameters.contains(where: \.isRequired) else { continue }
      let terminal = ScriptedTerminal(lines: ["PT", "y"])
      let outcome = Self.run(Self.words(of: command) + ["--no-input"], terminal)
      #expect(outcome.status == .usage, "\(command.name)")
      #expect(terminal.readLine() == "PT", "\(command.name)")
    }
  }

  @Test func `Every command refuses an option that it does not have`() {
    for command in Self.commands {
      let outcome = Self.run(Self.words(of: command) + ["--frobnicate"])
      #expect(outcome.status == .usage && outcome.output.isEmpty, "\(command.name)")
      #expect(outcome.talk.hasSuffix("[option-unknown]\n"), "\(command.name)")
    }
  }

  @Test func `A command that reads takes no option of an act, and an act none of a read`() {
    for command in Self.commands {
      let foreign = command.effect == .reads ? "--dry-run" : "--limit=1"
      let outcome = Self.run(Self.words(of: command) + [foreign])
      #expect(outcome.talk.hasSuffix("[option-unsuited]\n"), "\(command.name): \(outcome.talk)")
    }
  }

  @Test func `No command gives another meaning to an option that all understand`() {
    for command in Self.commands {
      let common = GlobalOptions.parameters.filter {
        GlobalOptions.suits($0.name, command.effect)
      }
      let globals = Set(common.map(\.name))
      let letters = Set(common.compactMap(\.short))
      let clashes = command.options.filter { option in
        globals.contains(option.name) && !GlobalOptions.parameters.contains(option)
      }.map(\.name)
      #expect(clashes == [], "\(command.name)")
      #expect(command.parameters.allSatisfy { $0.short.map { !letters.contains($0) } ?? true })
    }
  }

  @Test func `A place never takes the name of an option that all understand`() {
    let line = "report publish outcome_report --meeting plenary-1 --output json"
    let request = try? ArgumentParser.request(ShellWords.split(line), in: .all)
    #expect(request?.globals.format == .json)
  }
}
