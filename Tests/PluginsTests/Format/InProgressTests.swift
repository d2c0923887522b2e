import Foundation
import Testing
import Values

@testable import Plugins

/// What a plugin says about proceedings that have begun.
@Suite struct InProgressTests {
  private static func load(_ line: String) throws -> Rules {
    let text = SamplePlugin.text.replacingOccurrences(of: "in_progress: adopt\n", with: line)
    return try PluginFile.load(text: text, file: "sample.yaml").rules
  }

  @Test(arguments: [
    ("", InProgress.keep), ("in_progress: keep\n", .keep), ("in_progress: adopt\n", .adopt),
  ])
  func `Proceedings keep their rules unless the plugin says otherwise`(
    _ row: (line: String, expected: InProgress)
  ) throws {
    #expect(try Self.load(row.line).inProgress == row.expected)
  }

  @Test(arguments: ["in_progress: both\n", "in_progress: true\n", "in_progress: [keep]\n"])
  func `Any other word is refused at its place`(_ line: String) throws {
    let refused = #expect(throws: PluginRefused.self) { try Self.load(line) }
    let lines = SamplePlugin.text.split(separator: "\n", omittingEmptySubsequences: false)
    let index = try #require(lines.firstIndex { $0.hasPrefix("in_progress:") })
    #expect(refused?.errors.map(\.place?.line) == [index + 1])
  }

  @Test func `A plugin that does not say so keeps its digest`() throws {
    let resolved = try Self.load("").resolved
    #expect(resolved["in_progress"] == nil)
    #expect(try Self.load("in_progress: keep\n").resolved["in_progress"] == "keep")
  }

  @Test func `Rules of the log are read with what they said`() throws {
    let resolved = try Self.load("in_progress: adopt\n").resolved
    #expect(try PluginFile.load(resolved: resolved).inProgress == .adopt)
  }
}
