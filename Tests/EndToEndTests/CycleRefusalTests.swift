import Foundation
import Testing

/// Check 4: every refusal of the cycle names the rule and the way out, in English, Portuguese and Spanish.
@Suite struct CycleRefusalTests {
  private static func refused() throws -> [CyclePlay.Answer] {
    try CyclePlay.ejcn.get().answers.filter(\.step.isRefused)
  }

  /// Of the two shorter plays too.
  private static func refusedAnywhere() throws -> [CyclePlay.Answer] {
    try CyclePlay.all.flatMap { try $0.1.get().answers.filter(\.step.isRefused) }
  }

  private static let words = [
    "en": ["Refused: ", "Rule ", "You can:"], "pt": ["Recusado: ", "Regra ", "Pode:"],
    "es": ["Denegado: ", "Regla ", "Puede:"],
  ]

  @Test func `At least twenty different rules refuse something in the two years`() throws {
    let rules = try Self.refused().compactMap { answer in
      answer.told["en"]?.text.firstMatch(of: /\n  Rule (of the program )?([a-z_.-]+)/).map {
        String($0.output.2)
      }
    }
    #expect(try rules.count == Self.refused().count)
    #expect(Set(rules).count >= 20, "\(Set(rules).sorted())")
    for rule in [
      "series.plenary.notice", "bodies.plenary.quorum", "membership.classes.observer",
      "seats.contact_point", "bodies.board.rotation", "bodies.board.elected", "programme",
      "procedures.silence.broken", "procedures.silence.period", "series.plenary.agenda",
      "series.plenary.minutes",
    ] {
      #expect(rules.contains(rule), "\(rule)")
    }
  }

  @Test(arguments: CyclePlay.languages)
  func `A refusal says what, by which rule, and what can be done now`(_ language: String) throws {
    let words = try #require(Self.words[language])
    for answer in try Self.refusedAnywhere() {
      let lines = (answer.told[language]?.text ?? "").split(separator: "\n").map(String.init)
      try #require(lines.count >= 4, "\(answer.step): \(lines)")
      #expect(lines[0].hasPrefix(words[0]), "\(answer.step): \(lines[0])")
      #expect(lines[1].hasPrefix("  " + words[1]), "\(answer.step): \(lines[1])")
      let ways = try #require(lines.firstIndex(of: words[2]), "\(answer.step): \(lines)")
      #expect(ways + 1 < lines.count, "\(answer.step)")
      #expect(lines[(ways + 1)...].allSatisfy { $0.hasPrefix("  ") }, "\(answer.step)")
    }
  }

  @Test func `In each language a refusal names the same rule, and offers as many ways`() throws {
    for answer in try Self.refusedAnywhere() {
      let pages = CyclePlay.languages.map { answer.told[$0]?.text ?? "" }
      let rules = pages.map { page in
        page.firstMatch(
          of: /\n  (Rule|Regra|Regla) (?:of the program |do programa |del programa )?([a-z_.-]+)/
        )
        .map { String($0.output.2) }
      }
      #expect(Set(rules).count == 1, "\(answer.step): \(rules)")
      let lengths = pages.map { $0.split(separator: "\n").count }
      #expect(Set(lengths).count == 1, "\(answer.step): \(lengths)")
    }
  }

  /// Words that stand in one language alone; a page of another one that has them was not wholly said in it.
  private static let foreign = [
    "en": ["the", "and", "with", "was", "is", "are", "you", "has", "been", "which", "assumption"],
    "pt": ["não", "uma", "são", "pelo", "foi", "já", "reunião", "regras", "está", "prática"],
    "es": ["está", "fue", "reglas", "reunión", "ya", "hay", "según", "puede", "práctica", "y"],
  ]

  @Test(arguments: CyclePlay.languages)
  func `No refusal leaves words of another language`(_ language: String) throws {
    let own = Set(Self.foreign[language] ?? [])
    let others = Set(
      Self.foreign.filter { $0.key != language }.flatMap(\.value).filter { !own.contains($0) })
    for answer in try Self.refused() {
      let page = Self.ownWords(answer.told[language]?.text ?? "")
      let found = page.filter { others.contains($0) }
      #expect(found.isEmpty, "\(answer.step): \(found)")
    }
  }

  /// The words of a page without what it quotes: commands, and names that the network gave in its own language.
  private static func ownWords(_ page: String) -> [String] {
    page.replacing(/`[^`]*`/) { _ in "" }.replacing(/\([^)]*(Council|Public pages)[^)]*\)?[^)]*\)/)
    { _ in "" }
    .lowercased().split { !$0.isLetter }.map(String.init)
  }

  @Test(arguments: CyclePlay.languages)
  func `No refusal has a name of the source, a gap, or a person in it`(_ language: String) throws {
    for answer in try Self.refusedAnywhere() {
      let page = answer.told[language]?.text ?? ""
      let names = page.matches(of: /\b[a-z]+[A-Z][A-Za-z]+\b|Optional\(|\{[a-z_]+\}|\[[a-z.-]+\]/)
        .map { String($0.output) }
      #expect(names == [], "\(answer.step): \(names)")
      for person in ["Sousa", "Holm", "Kos", "Lund", "example.org"] {
        #expect(!page.contains(person), "\(answer.step)")
      }
    }
  }

  @Test func `A refusal changes nothing: as many events as if nobody had asked`() throws {
    let play = try CyclePlay.ejcn.get()
    let events = try CycleEvents(play.export)
    let told = play.answers.filter { !$0.step.isRefused }.flatMap { answer in
      (answer.told["en"]?.text ?? "").split(separator: "\n").compactMap { line in
        line.firstMatch(of: /^([0-9]+) {2}[a-z]+\.[a-z]+ {2}/).flatMap { Int($0.output.1) }
      }
    }
    #expect(Set(told).isSubset(of: Set(events.all.map(\.position))))
    #expect(told.max() == events.all.last?.position)
  }
}
