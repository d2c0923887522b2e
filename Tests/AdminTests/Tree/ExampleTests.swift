import Foundation
import Testing
import Values

@testable import admin

/// Every example of the help, run on a network that has what the examples speak of.
@Suite struct ExampleTests {
  /// A network with what the examples name: PT and its neighbours, H-1 and H-2, a meeting, a programme.
  private static let stage = """
    - {do: member admit, member: PT, class: member, effective: 2016-11-24}
    - {do: member admit, member: ES, class: member, effective: 2016-11-24}
    - {do: member admit, member: NL, class: member, effective: 2016-11-24}
    - {do: member admit, member: FR, class: member, effective: 2016-11-24}
    - {do: member admit, member: CH, class: observer, effective: 2016-11-24}
    - {do: person add, name: Ana Sousa, languages: [pt], effective: 2016-11-24}
    - {do: person add, name: Rui Melo, languages: [pt], effective: 2016-11-24}
    - {do: seat appoint, member: PT, kind: contact_point, person: H-1, effective: 2016-11-24}

    """

  private static func lines(of effect: Command.Effect) -> [String] {
    CommandTree.all.commands.filter { $0.effect == effect }.flatMap(\.examples)
  }

  /// The words of an example as the shell hands them on, without where the output goes.
  private static func words(_ example: String) -> [String] {
    Array(ShellWords.split(example).dropFirst().prefix { $0 != ">" })
  }

  private static func withStage(_ body: (SampleNetwork) throws -> Void) throws {
    try SampleNetwork.with { network in
      let acts = try network.file("stage.yaml", stage)
      let told = network.run("import \(acts) -q")
      #expect(told.status == .done, "\(told.talk)")
      try body(network)
    }
  }

  @Test func `Every example of an act is answered as a trial, and a trial writes nothing`() throws {
    try Self.withStage { network in
      let answers: Set<Values.ExitStatus> = [.done, .refused, .notFound]
      // What these work on is a file or a letter, which is not there.
      let files = [
        "admin import ", "admin apply rules-v2.plan ", "admin backup ", "admin outbox write 3",
      ]
      let acts = Self.lines(of: .records).filter { line in
        !files.contains { line.hasPrefix($0) }
      }
      let before = try Data(contentsOf: URL(filePath: network.folder + "/log.db"))
      for example in acts {
        let trial = Self.words(example) + (example.contains("--dry-run") ? [] : ["--dry-run"])
        let outcome = network.run(trial)
        #expect(answers.contains(outcome.status), "\(example): \(outcome.status) \(outcome.talk)")
        #expect(outcome.status == .done || outcome.talk.hasPrefix("Refused: "), "\(example)")
      }
      #expect(try Data(contentsOf: URL(filePath: network.folder + "/log.db")) == before)
    }
  }

  @Test(arguments: [
    "member admit", "member edit", "member end", "person add", "person edit", "seat replace",
    "seat confirm", "seat end", "meeting plan", "programme draft",
  ])
  func `The first example of an act is accepted where what it names is there`(_ act: String) throws
  {
    try Self.withStage { network in
      let example = try #require(CommandTree.all.commands.first { $0.name == act }?.examples.first)
      let free = example == "admin member admit PT --class member --effective 2016-11-24"
      let line = free ? example.split(separator: "PT").joined(separator: "DK") : example
      let outcome = network.run(Self.words(line) + ["--dry-run", "--json"])
      #expect(outcome.status == .done, "\(line): \(outcome.talk)")
      let answer = try JSON(parsing: outcome.output)
      #expect(answer["events"]?.list?.isEmpty == false && answer["refusals"] == [], "\(line)")
    }
  }

  @Test func `Every example of a read gives an answer or names what is not there`() throws {
    try Self.withStage { network in
      let away = [
        "admin init", "admin lint network.yaml", "admin test network.yaml",
        "admin diff network.yaml", "admin diff rules-v1.yaml",
        "admin plan --effective 2027-01-01 --out", "admin simulate --rules", "admin restore",
        "admin follow", "admin archive", "admin log import", "admin document write",
      ]
      for example in Self.lines(of: .reads) where !away.contains(where: example.hasPrefix) {
        let outcome = network.run(Self.words(example))
        let isFound = outcome.status == .done || outcome.status == .differences
        #expect(isFound || outcome.status == .notFound, "\(example): \(outcome.talk)")
        #expect(isFound || outcome.output.isEmpty, "\(example)")
        let isNamed = [
          "thing-missing", "explain-unknown", "checkpoint-missing", "key-none", "file-missing",
          "document-missing", "chain-unknown", "subgroup-without-rules",
        ].contains { outcome.talk.contains($0) }
        #expect(isFound || isNamed, "\(example): \(outcome.talk)")
      }
    }
  }

  @Test func `The examples of obligations name one as its list does`() throws {
    try SampleNetwork.with { network in
      let listed = try network.json("obligation list").list ?? []
      let example = try #require(ViewExamples.lines(for: "obligation").first)
      let id = try #require(Self.words(example).last)
      #expect(listed.contains { $0["obligation"] == .text(id) })
      #expect(network.run(Self.words(example)).status == .done)
    }
  }

  @Test func `No example stands twice, and each is of the command that it explains`() {
    for command in CommandTree.all.commands where command.effect == .records {
      #expect(Set(command.examples).count == command.examples.count, "\(command.name)")
      #expect(command.examples.allSatisfy { $0.hasPrefix("admin \(command.name)") })
    }
  }
}
