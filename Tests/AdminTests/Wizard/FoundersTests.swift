import Foundation
import Testing
import Values

@testable import admin

/// A founder on a terminal: each answer is checked when it is given, and none is lost at the end.
@Suite struct FoundersTests {
  /// Founds a network in a folder of its own; the lines after the template's name.
  private static func found(
    _ lines: [String], _ body: (Outcome, SampleNetwork) throws -> Void
  ) throws {
    let root = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: root) }
    let terminal = ScriptedTerminal(lines: ["plenary-of-states"] + lines)
    let outcome = Outcome(
      ["init", root.path], ["ACTA_NOW": "2026-11-23T09:00:00Z"], terminal, tree: .all)
    try body(outcome, SampleNetwork(folder: root.path))
  }

  /// Title, id, languages, clock, day, act, members, observers, board, plenaries, notice, length.
  private static let answers = [
    "Rede", "rede", "pt", "", "", "", "PT, ES, FR", "", "", "", "", "",
  ]

  private static func with(_ wrong: String, before index: Int) -> [String] {
    var lines = answers
    lines.insert(wrong, at: index)
    return lines + ["y"]
  }

  @Test func `Twelve answers make a network that can be founded`() throws {
    try Self.found(Self.answers + ["y"]) { outcome, network in
      #expect(outcome.status == .done, "\(outcome.talk)")
      #expect(network.run("apply --founding").status == .done)
      let imported = network.run(["import", network.folder + "/founding.yaml", "-q"])
      #expect(imported.status == .done)
      #expect(network.memberCount == 3)
    }
  }

  @Test(arguments: [
    (1, "Rede Nova", "answer-unreadable"), (1, "REDE", "answer-unreadable"),
    (2, "português", "answer-unreadable"), (3, "Lisbon time", "answer-unreadable"),
    (3, "Europe/Lisboa", "zone-unknown"),
    (4, "tomorrow", "answer-unreadable"), (6, "PT, XX", "answer-no-state"),
    (6, "pt", "answer-no-state"), (7, "Switzerland", "answer-no-state"),
    (8, "PT, ZZ", "answer-no-state"), (9, "two", "answer-unreadable"),
    (9, "367", "value-out-of-range"), (10, "two weeks", "answer-unreadable"),
    (10, "P0D", "period-zero"), (11, "P101Y", "period-too-long"),
  ])
  func `A wrong answer is told at once, asked for again, and costs no other answer`(
    _ row: (index: Int, wrong: String, code: String)
  ) throws {
    try Self.found(Self.with(row.wrong, before: row.index)) { outcome, network in
      #expect(outcome.status == .done, "\(outcome.talk)")
      #expect(outcome.talk.contains("[\(row.code)]\n"), "\(outcome.talk)")
      let asked = ["\n", "> "].map { before in
        outcome.talk.split(separator: "\(before)\(row.index + 1)/12  ").count - 1
      }.reduce(0, +)
      #expect(asked == 2, "\(outcome.talk)")
      #expect(FileManager.default.fileExists(atPath: network.folder + "/network.yaml"))
    }
  }

  @Test(arguments: [
    (6, "PT, ES, PT", "value-repeated"), (8, "PT, PT", "value-repeated"),
    (2, "pt, en, pt", "value-repeated"), (0, "\u{1B}[A", "answer-unreadable"),
    (0, "Re\u{200B}de", "answer-unreadable"), (5, "\u{1B}[D", "answer-unreadable"),
  ])
  func `What is named twice, or cannot be seen, is told at once`(
    _ row: (index: Int, wrong: String, code: String)
  )
    throws
  {
    try Self.found(Self.with(row.wrong, before: row.index)) { outcome, _ in
      #expect(outcome.status == .done, "\(outcome.talk)")
      #expect(outcome.talk.contains("[\(row.code)]\n"), "\(outcome.talk)")
    }
  }

  @Test func `A board of others than the members is told on the page, and costs one answer`() throws
  {
    var lines = Self.answers
    lines[8] = "PT, DE"
    try Self.found(lines + ["y", "9", "PT, ES", "y"]) { outcome, network in
      #expect(outcome.status == .done, "\(outcome.talk)")
      #expect(outcome.talk.contains("\"DE\" is not among the members that are named."))
      #expect(FileManager.default.fileExists(atPath: network.folder + "/network.yaml"))
    }
  }

  @Test func `A language without texts is told on the page`() throws {
    var lines = Self.answers
    lines[2] = "fr"
    try Self.found(lines + ["3", "pt", "y"]) { outcome, _ in
      #expect(outcome.status == .done, "\(outcome.talk)")
      #expect(outcome.talk.contains("The template has no texts in the language \"fr\"."))
      #expect(outcome.talk.contains("en, es and pt"), "\(outcome.talk)")
    }
  }

  @Test func `The kind of network is chosen without a page of one answer`() throws {
    try Self.found(Self.answers + ["n"]) { outcome, network in
      #expect(outcome.status == .declined)
      #expect(outcome.talk.split(separator: "Check your answers").count == 2)
      #expect(!FileManager.default.fileExists(atPath: network.folder))
    }
  }
}
