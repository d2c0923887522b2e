import Plugins
import TestKit
import Testing
import Values

/// Whatever a plugin says: rules, or findings that name a place in it.
@Suite struct AnyPluginTests {
  /// Values that stand somewhere in plugins, right in one place and wrong in most.
  private static let values = [
    "PT", "1/2", "P14D", "plenary", "member", "statute", "true", "2026-01-01", "0", "-1", "[]",
    "{}", "~", "[x, y]", "{a: b}", "consensus", "99999999999999999999", "''", "default",
  ]

  private func check(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
    do throws(PluginRefused) {
      let rules = try PluginFile.load(text: text, file: "s.yaml").rules
      #expect(
        try PluginFile.load(resolved: rules.resolved) == rules, sourceLocation: sourceLocation)
    } catch {
      let isPlaced = error.errors.allSatisfy { $0.place?.file == "s.yaml" }
      #expect(!error.errors.isEmpty && isPlaced, sourceLocation: sourceLocation)
    }
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func `A plugin with values exchanged loads or is refused with places`(_ seed: UInt64) throws {
    var random = Seeded(seed: seed)
    let words = SamplePlugin.text.split(separator: " ", omittingEmptySubsequences: false)
    for _ in 0..<20 {
      var changed = words.map { String($0) }
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let index = Int.random(in: 0..<changed.count, using: &random)
        let value = try #require(Self.values.randomElement(using: &random))
        changed[index] = value + (changed[index].contains("\n") ? "\n" : "")
      }
      check(changed.joined(separator: " "))
    }
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func `A plugin with lines taken out or doubled loads or is refused`(_ seed: UInt64) {
    var random = Seeded(seed: seed)
    let lines = SamplePlugin.text.split(separator: "\n", omittingEmptySubsequences: false)
    for _ in 0..<20 {
      var changed = lines
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let index = Int.random(in: 0..<changed.count, using: &random)
        if Bool.random(using: &random) {
          changed.remove(at: index)
        } else {
          changed.insert(changed[index], at: Int.random(in: 0...changed.count, using: &random))
        }
      }
      check(changed.joined(separator: "\n"))
    }
  }
}
