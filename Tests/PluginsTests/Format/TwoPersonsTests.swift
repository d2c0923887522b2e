import Foundation
import Testing
import Values

@testable import Plugins

/// What a plugin says about acts that need two persons.
@Suite struct TwoPersonsTests {
  private static let line =
    "two_persons: {acts: [person_erase, rules_adopt, key_rotate], within: P7D, source: statute}\n"

  private static func load(_ line: String) throws -> Rules {
    let text = SamplePlugin.text.replacingOccurrences(of: Self.line, with: line)
    return try PluginFile.load(text: text, file: "sample.yaml").rules
  }

  @Test func `Acts, period and source are read`() throws {
    let rule = try #require(try Self.load(Self.line).twoPersons)
    #expect(rule.acts == [.erasePerson, .adoptRules, .rotateKey])
    #expect(rule.within == Period("P7D") && rule.clause.id == "two_persons")
    #expect(rule.clause.source.key == "statute")
  }

  @Test func `Without the key one person is enough`() throws {
    #expect(try Self.load("").twoPersons == nil)
  }

  @Test func `A rule covers the acts that it names and no other`() throws {
    let rule = try #require(try Self.load(Self.line).twoPersons)
    for act in ["person erase", "rules adopt", "key rotate"] { #expect(rule.covers(act)) }
    for act in ["person add", "key end", "rules_adopt", ""] { #expect(!rule.covers(act)) }
  }

  @Test func `A rule may have an id of its own`() throws {
    let line = "two_persons: {acts: [key_end], within: P1M, id: four-eyes, source: practice}\n"
    #expect(try Self.load(line).twoPersons?.clause.id == "four-eyes")
  }

  @Test(arguments: [
    ("{acts: [planet_move], within: P7D, source: statute}", "choice-unknown"),
    ("{acts: [], within: P7D, source: statute}", "list-empty"),
    ("{within: P7D, source: statute}", "key-missing"),
    ("{acts: [key_end], source: statute}", "key-missing"),
    ("{acts: [key_end], within: P7D}", "key-missing"),
    ("{acts: [key_end], within: P0D, source: statute}", "period-zero"),
    ("{acts: [key_end], within: soon, source: statute}", "value-unreadable"),
    ("{acts: [key_end], within: P7D, source: nowhere}", "reference-unknown"),
    ("{acts: [key_end], within: P7D, source: statute, persons: 3}", "key-unknown"),
    ("{acts: key_end, within: P7D, source: statute}", "value-unreadable"),
  ])
  func `A broken rule is refused at its place`(_ row: (text: String, code: String)) throws {
    let refused = #expect(throws: PluginRefused.self) {
      try Self.load("two_persons: \(row.text)\n")
    }
    let lines = SamplePlugin.text.split(separator: "\n", omittingEmptySubsequences: false)
    let line = try #require(lines.firstIndex { $0.hasPrefix("two_persons:") }) + 1
    #expect(refused?.errors.isEmpty == false)
    #expect(refused?.errors.allSatisfy { $0.place?.line == line } == true)
    #expect(refused?.errors.map(\.code.name).contains(row.code) == true, "\(row.text)")
  }

  @Test func `Every act of the closed list has its word in the schema`() {
    let listed = FormatKeys.table.split(separator: "\n").first { $0.contains("two_persons.acts") }
    for act in TwoPersonsRule.Act.allCases {
      #expect(listed?.contains(act.rawValue) == true, "\(act)")
      #expect(act.name.split(separator: " ").count == 2)
    }
  }

  @Test func `Its clause is one of those that decide acts`() throws {
    let rules = try Self.load(Self.line)
    #expect(rules.decidingClauses.map(\.id).contains("two_persons"))
    #expect(try !Self.load("").decidingClauses.map(\.id).contains("two_persons"))
  }

  @Test func `A change of it is told as one`() throws {
    let longer = Self.line.replacingOccurrences(of: "P7D", with: "P14D")
    let changes = RulesDifference.changes(from: try Self.load(Self.line), to: try Self.load(longer))
    #expect(changes.map(\.key) == ["two_persons.within"])
    #expect(changes.first?.clause == "two_persons")
  }
}
