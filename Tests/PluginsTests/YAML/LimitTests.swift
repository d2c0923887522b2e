import Testing
import Values

@testable import Plugins

/// Bounds are checked by counting events, never by a clock.
@Suite struct LimitTests {
  private func failure(_ text: String) -> Failure? {
    #expect(throws: Failure.self) { try YAML.parse(text) }
  }

  @Test(arguments: ["[", "- ", "{a: ", "? ", "[{a: "])
  func `A hundred thousand levels stop at the limit`(_ opening: String) {
    let text = String(repeating: opening, count: 100_000)
    #expect(failure(text)?.code == .yamlTooDeep)
  }

  @Test func `No event past the limit of depth is asked for`() throws {
    var events = 0
    let bytes = [UInt8](repeating: UInt8(ascii: "["), count: 100_000)
    let text = try YAMLText(bytes, file: nil)
    var builder = NodeBuilder(file: nil)
    #expect(throws: Failure.self) {
      try LibYAML.parse(bytes) { event, mark in
        events += 1
        try builder.take(event, at: mark, in: text)
      }
    }
    #expect(events == YAML.greatestDepth + 3)
  }

  @Test func `The level that is too deep is named`() {
    let text = String(repeating: "[", count: 65) + String(repeating: "]", count: 65)
    #expect(failure(text)?.place == Place(line: 1, column: 65))
    #expect(throws: Never.self) { try YAML.parse(String(text.dropFirst().dropLast())) }
  }

  @Test func `Aliases cannot make a text deeper than it may be`() {
    let levels = String(repeating: "[", count: 40)
    let text = "a: &a \(levels)\(levels.map { _ in "]" }.joined())\nb: \(levels)*a"
    #expect(failure(text)?.code == .yamlTooDeep)
  }

  @Test func `A billion laughs end at the limit`() {
    let lines = (1...9).map { level in
      let uses = repeatElement("*l\(level - 1)", count: 10).joined(separator: ", ")
      return "l\(level): &l\(level) [\(uses)]"
    }
    let failure = failure((["l0: &l0 ha"] + lines).joined(separator: "\n"))
    #expect(failure?.code == .yamlAliasGrowth)
    #expect(failure?.place?.line == 5)
  }

  @Test func `Ten thousand aliased nodes are read, one more is not`() {
    let uses = String(repeating: "- *x\n", count: YAML.mostAliasedNodes)
    #expect(throws: Never.self) { try YAML.parse("- &x a\n" + uses) }
    #expect(failure("- &x a\n" + uses + "- *x\n")?.code == .yamlAliasGrowth)
  }

  @Test func `A hundred thousand nodes are read, one more is not`() {
    let items = String(repeating: "- a\n", count: YAML.mostNodes - 1)
    #expect(throws: Never.self) { try YAML.parse(items) }
    #expect(failure(items + "- a\n")?.code == .yamlTooMany)
  }

  @Test func `A text of the largest size is read, one byte more is not`() {
    let text = String(repeating: "a", count: YAML.largestSize)
    #expect(throws: Never.self) { try YAML.parse(text) }
    #expect(failure(text + "a")?.code == .yamlTooLarge)
  }

  @Test func `At most fifty faults are kept`() {
    let text = String(repeating: "a: 1\n", count: 100)
    #expect(YAML.read(Array(text.utf8)).failures.count == 50)
  }
}
