import Foundation
import Testing

@testable import Plugins

/// The page of the plugin format explains every key of the one table that the schema is made from.
@Suite struct FormatPageKeysTests {
  /// The words that stand in code on the page, taken apart at whatever is no letter of a name.
  private static func words() throws -> Set<String> {
    let page = try String(
      contentsOf: ShippedPoliciesTests.root.appending(path: "docs/plugin-format.md"),
      encoding: .utf8)
    let codes = page.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { $0.element }
    return Set(
      codes.flatMap { code in
        code.split { !($0.isLetter || $0 == "_") }.map { String($0) }
      })
  }

  private static let rows = FormatKeys.table.split(separator: "\n").map { row in
    row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
  }

  @Test func `Each key of the format stands on the page`() throws {
    let words = try Self.words()
    #expect(Self.rows.count > 200)
    let missing = Self.rows.compactMap(\.first).filter { path in
      let names = path.split { ".[]*".contains($0) }
      return names.last.map { !words.contains(String($0)) } ?? true
    }
    #expect(missing == [])
  }

  @Test func `Each word of a closed choice stands on the page`() throws {
    let words = try Self.words().union(
      ["tuesday", "wednesday", "thursday", "friday", "saturday"])
    let missing = Self.rows.flatMap { row -> [String] in
      let form = row.count > 1 ? row[1].split(separator: " ").map { String($0) } : []
      guard let start = form.firstIndex(of: "choice") else { return [] }
      return form[(start + 1)...].filter { !words.contains($0) }
    }
    #expect(missing == [])
  }
}
