import Foundation
import Publishing
import Testing
import Values

@testable import admin

/// What a paper must tell of itself: what was corrected, what was decided outside a meeting, what a corrigendum replaces.
@Suite struct PaperHonestyTests {
  /// The sample plenary after its minutes, with further lines.
  private static func played(
    _ lines: [(now: String, line: String)], _ body: (SampleNetwork) throws -> Void
  )
    throws
  {
    try PaperNetwork.with { founded in
      var network = try PaperNetwork.play(in: founded)
      for (now, line) in lines {
        network.now = now
        let told = network.run(line + " --quiet")
        try #require(told.status == .done, "\(line): \(told.talk)")
      }
      try body(network)
    }
  }

  private static func position(_ stream: String, _ type: String, _ network: SampleNetwork) throws
    -> Int64
  {
    let event = try network.json("log list").list?.first {
      $0["stream"]?.text == stream && $0["type"]?.text == type
    }
    return try #require(event?["position"]?.int)
  }

  // MARK: - Corrections

  @Test(arguments: [
    (Language.english, "Corrected by the event"), (.portuguese, "Retificado pelo evento"),
    (.spanish, "Rectificado por el evento"),
  ])
  func `A note says that its event was corrected, and by which event`(
    _ row: (language: Language, words: String)
  ) throws {
    try PaperNetwork.with { founded in
      let network = try PaperNetwork.play(in: founded)
      let vote = try Self.position("deliberation-D-3", "deliberation.rejected", network)
      let line = "--lang \(row.language.rawValue) deliberation extract D-3"
      #expect(!network.run(line).output.contains(row.words))
      let corrected = network.run(
        "event correct \(vote) --set title=Accounts --reason 'wrong word' --quiet")
      #expect(corrected.status == .done, "\(corrected.talk)")
      let by = try Self.position("deliberation-D-3", "event.corrected", network)
      let told = network.run(line).output
      #expect(told.contains("\(row.words) \(by)."), "\(told)")
      #expect(told.contains("### Accounts"))
    }
  }

  @Test func `Two corrections of one event are both named`() throws {
    try PaperNetwork.with { founded in
      let network = try PaperNetwork.play(in: founded)
      let vote = try Self.position("deliberation-D-3", "deliberation.rejected", network)
      for title in ["Accounts", "Balance"] {
        let told = network.run("event correct \(vote) --set title=\(title) --reason x --quiet")
        #expect(told.status == .done, "\(told.talk)")
      }
      let told = network.run("deliberation extract D-3").output
      #expect(told.contains(/Corrected by the events \d+ and \d+\./))
    }
  }

  // MARK: - Decided outside a meeting

  /// The end of the procedure, and the hour of what came after it.
  private static let zones: [Language: String] = [
    .english: "09:30 (time of Amsterdam)", .portuguese: "09:30 (hora de Amesterdão)",
    .spanish: "09:30 (hora de Ámsterdam)",
  ]

  private static let silence: [(now: String, line: String)] = [
    (
      "2026-12-11T08:00:00Z",
      "procedure open silence --title Handbook --text 'The handbook is adopted.'"
    ),
    ("2026-12-11T08:30:00Z", "procedure notify P-1 --way e-mail"),
    ("2026-12-28T09:00:00Z", "procedure object P-1 --member PT --text 'Too late.'"),
    ("2026-12-28T09:00:00Z", "tick"),
    ("2026-12-29T09:00:00Z", "procedure publish P-1 --identifier 2026/7"),
  ]

  @Test(arguments: Language.allCases)
  func `A decision of a silence has its extract, with those asked, the end and what came late`(
    _ language: Language
  ) throws {
    try Self.played(Self.silence) { network in
      let told = network.run("--lang \(language.rawValue) deliberation extract D-5")
      #expect(told.status == .done, "\(told.talk)")
      for words in [
        "The handbook is adopted.", "P-1", "procedures.silence", Self.zones[language] ?? "-",
        "PT", "2026/7", "D-5", "ejcn@1.0.0",
      ] {
        #expect(told.output.replacing("\\", with: "").contains(words), "\(words): \(told.output)")
      }
      #expect(told.output.matches(of: /\n\[\^(\d+)\]: \1\n/).isEmpty)
    }
  }

  // MARK: - Corrigenda

  @Test(arguments: [
    (Language.english, "For “The meeting was opened on 23 November 2026 at 09:30"),
    (.portuguese, "Onde se lê «A reunião foi aberta em 23 de novembro de 2026, às 09:30"),
    (.spanish, "Donde dice «La reunión se abrió el 23 de noviembre de 2026, a las 09:30"),
  ])
  func `A corrigendum quotes what it replaces, and no name of a place`(
    _ row: (language: Language, words: String)
  ) throws {
    try Self.played([]) { network in
      let told = network.run("--lang \(row.language.rawValue) minutes text plenary-1").output
      #expect(told.contains(row.words), "\(told)")
      for raw in ["passage opened", "passagem opened", "pasaje opened", "«opened", "“opened"] {
        #expect(!told.contains(raw), "\(raw)")
      }
    }
  }

  // MARK: - Refusals

  @Test(arguments: [
    (Language.english, "  Rule of the program member-admitted"),
    (.portuguese, "  Regra do programa member-admitted"),
    (.spanish, "  Regla del programa member-admitted"),
  ])
  func `A refusal by no clause of the network names the rule of the program`(
    _ row: (language: Language, words: String)
  ) throws {
    try Self.played([]) { network in
      let told = network.run("--lang \(row.language.rawValue) member admit PT --class member")
      #expect(told.status == .refused)
      let lines = told.talk.split(separator: "\n").map(String.init)
      #expect(lines.count > 1 && lines[1].hasPrefix(row.words), "\(told.talk)")
      #expect(lines.contains { $0.contains("member edit PT") })
    }
  }
}
