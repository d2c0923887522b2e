import Foundation
import Testing

/// Two years of the EJCN, and a year of each other network: what is answered, and all papers that come of it.
///
/// After a wanted change `ACTA_RECORD_CYCLE=1` writes the papers anew; read them, then run the tests again.
@Suite struct CycleTests {
  private static let golden = CyclePlay.files.appending(path: "Golden")

  private static let networks = ["ejcn", "forum", "ciberred"]

  private func play(_ network: String) throws -> CyclePlay {
    try Self.recorded.get()
    return try #require(CyclePlay.all.first { $0.0 == network }).1.get()
  }

  /// Writes the papers anew where that is asked for: all of them, once, before any test reads the folder.
  ///
  /// A test that lists the folder would else see the drafts that a file goes through while another test writes it.
  private static let recorded = Result {
    guard ProcessInfo.processInfo.environment["ACTA_RECORD_CYCLE"] == "1" else { return }
    for (network, play) in CyclePlay.all {
      let folder = golden.appending(path: network)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let papers = try play.get().papers
      for (file, text) in papers {
        try steady(text).write(
          to: folder.appending(path: file), atomically: true, encoding: .utf8)
      }
      for kept in try FileManager.default.contentsOfDirectory(atPath: folder.path)
      where papers[kept] == nil {
        try FileManager.default.removeItem(at: folder.appending(path: kept))
      }
    }
  }

  @Test(arguments: networks)
  func `Each line of a play is answered as it must be`(_ network: String) throws {
    let answers = try play(network).answers
    #expect(answers.count > (network == "ejcn" ? 150 : 30))
    for answer in answers {
      for (language, told) in answer.told {
        #expect(told.status == answer.step.status, "\(answer.step) (\(language))\n\(told.text)")
      }
      let english = answer.told["en"]?.text ?? ""
      for words in answer.step.words {
        #expect(english.contains(words), "\(answer.step)\n> \(words)\n\(english)")
      }
    }
  }

  @Test func `The two years have what happens to a network in two years`() throws {
    let events = try CycleEvents(CyclePlay.ejcn.get().export)
    for (type, count) in [
      ("meeting.planned", 4), ("meeting.cancelled", 1), ("procedure.broken", 1),
      ("procedure.expired", 2), ("board.elected", 1), ("programme.adopted", 1),
      ("subgroup.created", 2), ("event.corrected", 1), ("minutes.approved", 3),
      ("minutes.corrected", 1), ("appointment.confirmed", 1), ("deliberation.annulled", 1),
      ("deliberation.amended", 1), ("programme.amended", 1), ("report.published", 3),
      ("rules.adopted", 1),
    ] {
      let found = events.all.count { $0.type == type && $0.effective > "2026-12-01" }
      #expect(found == count, "\(type)")
    }
  }

  // MARK: - Papers

  @Test(arguments: networks)
  func `Each paper is the one that was read in full`(_ network: String) throws {
    let papers = try play(network).papers
    #expect(papers.count > 5)
    for (file, text) in papers {
      try compare(Self.steady(text), to: Self.golden.appending(path: "\(network)/\(file)"))
    }
  }

  /// A leaf depends on the random id of its act, and a digest of the rules on each word of their file.
  private static func steady(_ text: String) -> String {
    text.replacing(/(leaf|folha|hoja): [0-9a-f]{64}/) { "\($0.output.1): …" }
      .replacing(/#[0-9a-f]{12}/) { _ in "#…" }
      .replacing(/(digest|resumo|resumen) SHA-256 [0-9a-f]{64}/) { "\($0.output.1) SHA-256 …" }
      .replacing(/SHA-256 digest [0-9a-f]{64}/) { _ in "SHA-256 digest …" }
      .replacing(/(version|versão|versión): [0-9a-f]{64}/) { "\($0.output.1): …" }
  }

  private func compare(_ text: String, to file: URL) throws {
    #expect(text == (try String(contentsOf: file, encoding: .utf8)), "\(file.lastPathComponent)")
  }

  @Test(arguments: networks)
  func `No golden file is left that no paper is compared with`(_ network: String) throws {
    let kept = try FileManager.default.contentsOfDirectory(
      atPath: Self.golden.appending(path: network).path)
    #expect(try Set(kept) == Set(play(network).papers.keys))
  }

  /// Words of the program, of the rules and of the log that no reader of a paper should meet.
  private static let raw = [
    "[", "{", "}", "Optional", "nil", "outcome_report", "judicial_monitor", "in-person",
    "in_force", "put off",
  ]

  @Test(arguments: networks)
  func `No paper has a code in the place of a word, or a value that is missing`(
    _ network: String
  ) throws {
    for (file, text) in try play(network).papers {
      let plain = text.replacing(/\[\^[0-9]+\]/) { _ in "" }.replacing("\\", with: "")
      for word in Self.raw { #expect(!plain.contains(word), "\(file): \(word)") }
      #expect(plain.matches(of: /[0-9]{4}-[0-9]{2}-[0-9]{2}/).isEmpty, "\(file): a day in figures")
    }
  }

  @Test(arguments: networks)
  func `Each state that a paper names by its code has its name at the end`(_ network: String) throws
  {
    let headings = ["en": "Codes of states", "pt": "Códigos dos Estados", "es": "Códigos de los"]
    for (file, text) in try play(network).papers {
      let language = file.split(separator: ".").dropFirst().first.map(String.init) ?? ""
      let parts = text.components(separatedBy: "## \(headings[language] ?? "-")")
      let named = parts.dropFirst().joined().matches(of: #/\b([A-Z]{2}): /#).map { $0.output.1 }
      #expect(Set(named).count == named.count, "\(file)")
      for code in named { #expect(parts[0].contains(code), "\(file): \(code)") }
      for line in parts[0].split(separator: "\n") where line.hasPrefix("- **Pres") {
        for code in line.matches(of: #/\b[A-Z]{2}\b/#) {
          #expect(named.contains(code.output), "\(file): \(code.output)")
        }
      }
    }
  }

  // MARK: - The log

  @Test(arguments: networks)
  func `At the end the log is whole, and its views are those that it makes again`(
    _ network: String
  ) throws {
    let play = try play(network)
    let count = try CycleEvents(play.export).all.count
    #expect(play.verified.status == 0)
    #expect(play.verified.text.hasPrefix("verified \(count) events, head "))
    #expect(play.rebuilt.status == 0, "\(play.rebuilt.text)")
  }
}
