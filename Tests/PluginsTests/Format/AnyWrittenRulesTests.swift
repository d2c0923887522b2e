import Plugins
import TestKit
import Testing
import Values

/// Whatever stands in expressions, cases and schemas: rules, or findings that name a place.
@Suite struct AnyWrittenRulesTests {
  private static let values = [
    "payload", "now", "members", "1 +", "''", "'x'", "[]", "{}", "~", "true", "0", "-1",
    "member.admitted",
    "secretariat", "string", "{param: notice}", "{a}", "100000", "2026-01-01", "member.in-time",
    "9/8",
  ]

  private func check(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
    do throws(PluginRefused) {
      let rules = try PluginFile.load(text: text, file: "s.yaml").rules
      #expect(
        try PluginFile.load(resolved: rules.resolved) == rules, sourceLocation: sourceLocation)
    } catch {
      let isPlaced = error.errors.allSatisfy { $0.place?.file == "s.yaml" }
      #expect(!error.errors.isEmpty && isPlaced, "\(error.errors)", sourceLocation: sourceLocation)
    }
  }

  /// The words of the part that is written in expressions, and what stands before it.
  private static let words = SamplePlugin.expressions.split(
    separator: " ", omittingEmptySubsequences: false
  ).map { String($0) }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func `Rules with words exchanged load or are refused with places`(_ seed: UInt64) throws {
    var random = Seeded(seed: seed)
    for _ in 0..<15 {
      var changed = Self.words
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let index = Int.random(in: 0..<changed.count, using: &random)
        let value = try #require(Self.values.randomElement(using: &random))
        changed[index] = value + (changed[index].contains("\n") ? "\n" : "")
      }
      check(SamplePlugin.text + changed.joined(separator: " "))
    }
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func `Rules with characters of expressions lost or doubled load or are refused`(_ seed: UInt64) {
    var random = Seeded(seed: seed)
    for _ in 0..<15 {
      var characters = Array(SamplePlugin.expressions.unicodeScalars)
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let index = Int.random(in: 0..<characters.count, using: &random)
        if Bool.random(using: &random) {
          characters.remove(at: index)
        } else {
          characters.insert(characters[index], at: index)
        }
      }
      var view = String.UnicodeScalarView()
      view.append(contentsOf: characters)
      check(SamplePlugin.text + String(view))
    }
  }

  @Test func `Twelve faults in one file are twelve findings, each on its own line`() {
    let changes = [
      ("default: P14D, min", "default: P1D, min"), ("maxima: {members: 60", "maxima: {members: 0"),
      ("m.votes)", "m.vots)"), ("ref: meeting", "ref: meating"), ("type: boolean", "type: bolean"),
      ("&& electorate < 50", "&& electorate <"), ("severity: warn", "severity: wran"),
      ("a.state in members", "a.state in membres"), ("owed_by: secretariat", "owed_by: secretary"),
      ("scope: own_state", "scope: own_stat"), ("key: payload.number", "key: payload.numbr"),
      ("formats: [text, html]", "formats: [text, htm]"),
    ]
    let text = changes.reduce(SamplePlugin.written) { $0.replacing($1.0, with: $1.1) }
    var lines: [Int] = []
    do throws(PluginRefused) {
      _ = try PluginFile.load(text: text, file: "s.yaml")
    } catch {
      lines = error.errors.compactMap(\.place?.line)
    }
    let source = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (_, wrong) in changes {
      let line = source.firstIndex { $0.contains(wrong) }.map { $0 + 1 }
      #expect(lines.contains { $0 == line }, "\(wrong): \(lines)")
    }
    #expect(lines == lines.sorted())
  }
}
