import Testing

/// The page of features names tests that there are, and says of each row where it stands.
@Suite struct FeaturesPageTests {
  private static func rows() throws -> [[String]] {
    try Checkout.file("docs/features.md").lines
      .filter { $0.wholeMatch(of: #/\| [A-EJ]\d+ \|.*\|/#) != nil }
      .map { line in
        line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast()
          .map { $0.split(separator: " ").joined(separator: " ") }
      }
  }

  @Test func `Each suite that the page names is one of the tests`() throws {
    let suites = Set(
      try Checkout.files(in: "Tests", endings: ["swift"]).flatMap(\.lines).compactMap { line in
        line.firstMatch(of: #/struct (\w+Tests)\b/#).map { String($0.1) }
      })
    let page = try Checkout.file("docs/features.md").lines.joined(separator: "\n")
    let named = page.matches(of: #/`(\w+Tests)`/#).map { String($0.1) }.filter {
      $0 != "ProjectTests"
    }
    #expect(named.count > 40)
    #expect(Set(named).subtracting(suites).sorted() == [])
  }

  @Test func `Every row of the areas A to E stands there once, in order`() throws {
    let rows = try Self.rows().map { $0[0] }
    let areas = [("A", 10), ("B", 15), ("C", 19), ("D", 6), ("E", 3)]
    let expected = areas.flatMap { area, count in (1...count).map { "\(area)\($0)" } } + ["J4"]
    #expect(rows == expected)
  }

  @Test func `What is there has a test, and what is not there has none that says so`() throws {
    for row in try Self.rows() {
      let (id, state, tests) = (row[0], row[2], row[3])
      if state.hasPrefix("there") { #expect(!tests.isEmpty, "\(id)") }
      let isKnown = ["there", "in part", "not there", "later"].contains { state.hasPrefix($0) }
      #expect(isKnown, "\(id): \(state)")
    }
  }
}
