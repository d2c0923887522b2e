import Foundation
import TestKit
import Testing
import Values

@testable import admin

/// Choices among several options as they are typed, imported, asked for, explained and written into papers.
@Suite struct ChoiceTalkTests {
  /// An open plenary of four, which ranks options on programmes and picks the one with most votes on all else.
  private static func with(_ body: (SampleNetwork) throws -> Void) throws {
    let root = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: root) }
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    let text = SampleRules.text
      .replacing(
        "abstentions: ignored, tie: rejected,",
        with: "abstentions: ignored, tie: second_round, choice: ranking,"
      )
      .replacing(
        "default: {first: consensus,", with: "default: {first: consensus, choice: plurality,")
    try Data((text + "\n").utf8).write(to: root.appending(path: "network.yaml"))
    var network = SampleNetwork(folder: root.path)
    network.now = "2026-01-10T09:00:00Z"
    try told(network, ["apply --founding"])
    try told(network, ["ES", "FR", "IT", "PT"].map { "member admit \($0) --class member" })
    network.now = "2026-06-01T09:00:00Z"
    try told(network, ["meeting plan plenary --from 2026-07-01", "meeting convene plenary-1"])
    network.now = "2026-07-01T09:00:00Z"
    try told(network, ["meeting open plenary-1 --present PT,ES,FR,IT"])
    try body(network)
  }

  private static func told(_ network: SampleNetwork, _ lines: [String]) throws {
    for line in lines {
      let outcome = network.run(line)
      try #require(outcome.status == .done, "\(line): \(outcome.talk)")
    }
  }

  private static let ranked =
    "deliberation choose plenary-1 --title Host --matter programme "
    + "--rankings rome/lyon=2,lyon/rome=1,bonn=1"

  @Test func `A trial shows what would be recorded, and records nothing`() throws {
    try Self.with { network throws in
      let trial = network.run("\(Self.ranked) --dry-run --json")
      #expect(trial.status == .done, "\(trial.talk)")
      #expect(trial.output.contains("deliberation.adopted"))
      #expect(try network.json("deliberation list").list?.isEmpty == true)
    }
  }

  @Test(arguments: [
    ("en", ["(1) bonn 1, lyon 1, rome 2", "(2) rome 3", "1 ballot had no option left", "rome"]),
    ("pt", ["(1) bonn 1, lyon 1, rome 2", "(2) rome 3", "1 boletim ficou sem opção", "rome"]),
    ("es", ["(1) bonn 1, lyon 1, rome 2", "(2) rome 3", "1 papeleta quedó sin opción", "rome"]),
  ])
  func `Every count is told, and counted again`(
    _ row: (language: String, words: [String])
  ) throws {
    try Self.with { network in
      try Self.told(network, [Self.ranked])
      let told = network.run("explain D-1 --check --lang \(row.language)")
      #expect(told.status == .done, "\(told.output)")
      for words in row.words { #expect(told.output.contains(words), "\(told.output)") }
      #expect(!told.output.contains("{") && !told.output.contains("derivation.choice"))
      let acts = try network.json("explain D-1 --check")["acts"]?.list ?? []
      #expect(acts.map { $0["check"] } == ["same"])
    }
  }

  @Test func `The register names the option, and the counts behind it`() throws {
    try Self.with { network in
      try Self.told(network, [Self.ranked])
      let row = try network.json("deliberation show D-1")
      #expect(row["chosen"] == "rome" && row["outcome"] == "adopted")
      #expect(row["choice"]?["counts"]?.list?.count == 4)
      #expect(row["for"] == 3 && row["against"] == 1)
    }
  }

  @Test func `A file of acts has the same fields, and a list for the ballots`() throws {
    try Self.with { network in
      let file = try network.file(
        "acts.yaml",
        """
        - do: deliberation choose
          effective: 2026-07-01
          meeting: plenary-1
          title: Host
          matter: programme
          rankings: [rome/lyon=2, lyon/rome=1, bonn=1]
        - do: deliberation choose
          effective: 2026-07-01
          meeting: plenary-1
          title: Colour
          choices: [PT=blue, ES=green, FR=blue, IT=abstain]

        """)
      let told = network.run("import \(file)")
      #expect(told.status == .done, "\(told.talk)")
      let rows = try #require(try network.json("deliberation list").list)
      #expect(rows.map { $0["chosen"] } == ["rome", "blue"])
      #expect(rows.last?["abstain"] == 1)
    }
  }

  @Test func `On a terminal the numbers of the options leave the other ways out`() throws {
    try Self.with { network in
      let terminal = ScriptedTerminal(lines: ["Colour", "", "", "blue=3,green=1"])
      let told = network.run(
        "deliberation choose plenary-1 --lang en --dry-run", terminal: terminal)
      #expect(told.talk.contains("How many votes did each option get"), "\(told.talk)")
      #expect(!told.talk.contains("Or how many ballots put the options"), "\(told.talk)")
    }
  }

  @Test(arguments: ["en", "pt", "es"])
  func `Minutes tell the counts and the option, and who stood aside`(_ language: String) throws {
    try Self.with { network in
      try Self.told(
        network,
        [
          Self.ranked, "deliberation record plenary-1 --title Guide --consensus --aside FR",
          "meeting close plenary-1", "minutes draft plenary-1",
        ])
      let minutes = network.run("minutes text plenary-1 --lang \(language)")
      #expect(minutes.status == .done, "\(minutes.talk)")
      #expect(minutes.output.contains("(1) bonn 1, lyon 1, rome 2; (2) rome 3."))
      #expect(!minutes.output.contains("minutes.c") && !minutes.output.contains("{"))
      let extract = network.run("deliberation extract D-1 --lang \(language)")
      #expect(extract.output.contains("(2) rome 3"), "\(extract.output)\(extract.talk)")
    }
  }

  @Test(arguments: ["en", "pt", "es"])
  func `A number of a choice is not corrected alone; it is struck and recorded again`(
    _ language: String
  ) throws {
    try Self.with { network in
      try Self.told(network, [Self.ranked])
      let events = try network.json("log list --type deliberation.adopted").list
      let position = try #require(events?.first?["position"]?.int)
      let refused = network.run(
        "event correct \(position) --set votes.for=2 --reason misread --lang \(language)")
      #expect(refused.status == .refused, "\(refused.output)")
      #expect(refused.talk.contains("event correct") && !refused.talk.contains("{"))
      try Self.told(network, ["event correct \(position) --strike --reason misread"])
    }
  }
}
