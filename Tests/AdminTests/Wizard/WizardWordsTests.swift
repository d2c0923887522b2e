import Foundation
import Testing
import Values

@testable import admin

/// What a person reads in a wizard: the question, what may be left out, and what an answer would be.
@Suite struct WizardWordsTests {
  /// Answers of `init` on a terminal in a language, and what was said.
  private static func found(_ lines: [String], language: String = "en") throws -> Outcome {
    let root = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: root) }
    return Outcome(
      ["init", "--lang", language, root.path], ["ACTA_NOW": "2026-11-23T09:00:00Z"],
      ScriptedTerminal(lines: lines), tree: .all)
  }

  private static func ask(_ network: SampleNetwork, _ line: String, _ lines: [String]) -> Outcome {
    network.run(line, terminal: ScriptedTerminal(lines: lines))
  }

  // MARK: - Founding

  @Test(arguments: [
    ("en", "5  plenary-of-states  Plenary of states with a rotating board"),
    ("pt", "1  blank  Rede em branco"), ("es", "6  steering-group  "),
  ])
  func `Each kind of network is named in words beside its short name`(
    _ row: (language: String, line: String)
  ) throws {
    let told = try Self.found([], language: row.language)
    #expect(told.talk.contains(row.line), "\(told.talk)")
  }

  @Test(arguments: [
    (["blank", "?"], "Name of the network?"),
    (["blank", "Forum", "?"], "small letters, digits and hyphens"),
    (["blank", "Forum", "forum", "?"], "en,pt,es"),
    (["blank", "Forum", "forum", "en", "?"], "Asia/Bangkok"),
    (["blank", "Forum", "forum", "en", "", "?"], "Year, month, day: 2026-12-07"),
    (["blank", "Forum", "forum", "en", "", "", "", "?"], "ISO 3166-1"),
    (
      ["coordinator-and-contact-points", "F", "f", "en", "", "", "", "KH", "", "", "", "?"],
      "P14D is 14 days"
    ),
  ])
  func `A question mark explains the question and how to leave`(
    _ row: (lines: [String], words: String)
  ) throws {
    let told = try Self.found(row.lines)
    #expect(told.talk.contains(row.words), "\(told.talk)")
    #expect(told.talk.contains("Ctrl-C leaves"))
  }

  @Test(arguments: [
    (["blank", "F", "f", "en", "Nowhere"], "a time zone, such as Europe/Lisbon or UTC"),
    (["blank", "F", "f", "en", "", "1 February"], "a day, a month or a year such as"),
    (
      ["coordinator-and-contact-points", "F", "f", "en", "", "", "", "KH", "", "", "once"],
      "a whole number"
    ),
    (
      ["coordinator-and-contact-points", "F", "f", "en", "", "", "", "KH", "", "", "", "a year"],
      "a period such as P14D (14 days)"
    ),
  ])
  func `A wrong answer is told without a word of options, keys or commands`(
    _ row: (lines: [String], expected: String)
  ) throws {
    let told = try Self.found(row.lines)
    #expect(told.talk.contains("What is asked for is \(row.expected)"), "\(told.talk)")
    for word in ["cannot read --", "run the command again", "under this key"] {
      #expect(!told.talk.contains(word), "\(word)")
    }
    #expect(!told.talk.contains("Correct the value"))
  }

  @Test func `A number that no choice has is told with the choices`() throws {
    let told = try Self.found(["7"])
    #expect(told.talk.contains("\"7\" is none of the choices."), "\(told.talk)")
    #expect(!told.talk.contains("--template"))
  }

  @Test func `The page of answers shows the defaults that were taken, its numbers aligned`() throws
  {
    let told = try Self.found([
      "plenary-of-states", "Rede", "rede", "pt", "", "", "", "PT", "", "", "", "", "", "n",
    ])
    #expect(told.talk.contains("\n   1  Name of the network?"), "\(told.talk)")
    #expect(told.talk.contains("\n  10  Plenaries in a year?"))
    #expect(told.talk.contains("Notice of a plenary? [P14D]\n> "))
    let page = try #require(told.talk.components(separatedBy: "Check your answers").last)
    #expect(page.contains("Notice of a plenary?") && page.contains("  P14D\n"))
    #expect(page.contains("  today\n"))
    #expect(page.contains("Write the files? [Y/n] (1-12 changes an answer)"))
    #expect(!page.contains("Record this?"))
  }

  @Test(arguments: [("en", "[today]"), ("pt", "[hoje]"), ("es", "[hoy]")])
  func `A default is shown in the language of the founder`(
    _ row: (language: String, word: String)
  ) throws {
    let told = try Self.found(["blank", "F", "f", "en", ""], language: row.language)
    #expect(told.talk.contains(row.word), "\(told.talk)")
  }

  // MARK: - Acts

  @Test func `Whoever has begun to write options is asked only for what is needed`() throws {
    try SampleNetwork.with { network in
      #expect(network.run("meeting plan plenary --from 2026-12-20 --place Ghent").status == .done)
      let told = Self.ask(
        network, "meeting move plenary-1 --from 2026-12-28", ["the host asked", "y"])
      #expect(told.status == .done, "\(told.talk)")
      #expect(told.talk.contains("1/1  Why?\n> "))
      #expect(!told.talk.contains("What is the new last day?"))
      #expect(told.talk.contains("(1 changes an answer)"))
      let meeting = try network.json("meeting show plenary-1")
      #expect(meeting["from"] == "2026-12-28")
    }
  }

  @Test func `Whoever wrote no option is asked for all, and reads what may be left empty`() throws {
    try SampleNetwork.with { network in
      let told = Self.ask(network, "meeting plan", ["plenary", "2026-12-20"])
      #expect(told.talk.contains("1/12  In which series?\n"), "\(told.talk)")
      #expect(told.talk.contains("Until which day? (may be left empty)\n> "))
      #expect(!told.talk.contains("In which series? (may"))
    }
  }

  @Test func `A question mark tells what an option means`() throws {
    try SampleNetwork.with { network in
      let told = Self.ask(network, "meeting move plenary-1", ["?"])
      #expect(told.talk.contains("The new first day.\n"), "\(told.talk)")
    }
  }
}
