import Foundation
import Testing
import Values

@testable import Publishing

/// Holds the three catalogues to each other and to the sources.
@Suite struct CompletenessTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The Swift sources, all of them.
  private static func sources() throws -> [(name: String, text: String)] {
    let folder = root.appending(path: "Sources")
    let files = try #require(FileManager.default.enumerator(atPath: folder.path))
    return try files.compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }.sorted().map {
      ($0, try String(contentsOf: folder.appending(path: $0), encoding: .utf8))
    }
  }

  private static func matches(_ pattern: Regex<(Substring, Substring)>) throws -> [String] {
    try sources().flatMap { source in source.text.matches(of: pattern).map { String($0.output.1) } }
  }

  /// The keys that the English catalogue does not have.
  private static func missing(_ wanted: [String]) -> [String] {
    Set(wanted).subtracting(Catalogue(.english).keys).sorted()
  }

  @Test(arguments: Language.allCases)
  func `Keys are sorted and stand once`(_ language: Language) {
    let keys = Catalogue(language).keys
    #expect(!keys.isEmpty)
    for (former, next) in zip(keys, keys.dropFirst()) {
      #expect(former.utf8.lexicographicallyPrecedes(next.utf8), "\(former) before \(next)")
    }
  }

  @Test(arguments: Language.allCases)
  func `Each key is found and has a text`(_ language: Language) {
    let catalogue = Catalogue(language)
    let empty = catalogue.keys.filter { catalogue.template($0)?.isEmpty ?? true }
    #expect(empty.isEmpty)
  }

  @Test(arguments: [Language.portuguese, .spanish])
  func `A language has the keys and the placeholders of English`(_ language: Language) {
    let english = Catalogue(.english)
    let other = Catalogue(language)
    let difference = Set(english.keys).symmetricDifference(other.keys)
    #expect(difference.isEmpty, "\(difference.sorted())")
    for key in english.keys {
      #expect(english.message(key)?.placeholders == other.message(key)?.placeholders, "\(key)")
    }
  }

  @Test(arguments: Language.allCases)
  func `Each text can be taken apart`(_ language: Language) {
    let catalogue = Catalogue(language)
    for key in catalogue.keys {
      #expect(throws: Never.self, "\(key)") { try Message(catalogue.template(key) ?? "") }
    }
  }

  @Test func `Each failure has its sentences`() throws {
    let codes = try Self.matches(#/(?:\.Code|static let \w+ = Self|\.init)\("([a-z-]+)", exit: \./#)
    let wanted = codes.flatMap { code in ["what", "why", "mend"].map { "failure.\(code).\($0)" } }
    #expect(Self.missing(wanted).isEmpty)
  }

  @Test func `A code of a failure is named in one place, so that its sentences fit`() throws {
    let codes = try Self.matches(#/(?:\.Code|static let \w+ = Self|\.init)\("([a-z-]+)", exit: \./#)
    #expect(codes.count > 20)
    let counts = Dictionary(codes.map { ($0, 1) }, uniquingKeysWith: +)
    #expect(counts.filter { $0.value > 1 }.keys.sorted() == [])
  }

  @Test func `Each refusal says what and why`() throws {
    let codes = try Self.matches(#/RefusalCode\(\s*"([a-z-]+)"/#)
    #expect(codes.count > 20)
    #expect(Self.missing(codes.flatMap { ["refusal.\($0).what", "refusal.\($0).why"] }).isEmpty)
  }

  @Test func `Each note and each way out has a sentence`() throws {
    let codes = try Self.matches(#/Note\(\s*"([a-z-]+)"/#)
    let known = Set(Catalogue(.english).keys)
    let silent = Set(codes).filter { !known.contains("note.\($0)") && !known.contains("way.\($0)") }
    #expect(codes.count > 20)
    #expect(silent.sorted() == [])
  }

  @Test func `Each question that a derivation answers has a sentence`() throws {
    let questions = try Self.matches(#/Derivation\(\s*[\w.]+,\s*"([a-z-]+)"/#)
    #expect(questions.count > 5)
    #expect(Self.missing(questions.map { "derivation.\($0)" }).isEmpty)
  }

  @Test func `Each form in which a field of an act is read has its words`() throws {
    let forms = try Self.matches(#/(?:parsed|malformed)\((?:\w+, )+"([a-z-]+)"/#)
    #expect(Set(forms).isSuperset(of: ["choice", "day", "id", "time"]))
    #expect(Self.missing(forms.map { "expected.\($0)" }).isEmpty)
  }

  @Test func `Each word that a value names is in the catalogue`() throws {
    let words = try Self.matches(#/\.word\("([^"\\]+)"\)/#)
    #expect(Self.missing(words).isEmpty)
  }

  @Test func `No failure has sentences that nothing throws`() throws {
    let codes = Set(try Self.matches(#/"([a-z]+(?:-[a-z]+)*)"/#))
    for key in Catalogue(.english).keys where key.hasPrefix("failure.") {
      let parts = key.split(separator: ".")
      #expect(parts.count == 3 && codes.contains(String(parts[1])), "\(key)")
    }
  }
}
