import Testing

/// The codes that a module throws stand in its list, to which the tests of texts and exit statuses hold the catalogues.
@Suite struct FailureCodeTests {
  /// A code's declaration, as far as a line shows it.
  private static func declared(in line: String) -> String? {
    let words = line.split(separator: " ").drop { ["package", "public"].contains($0) }
    guard words.starts(with: ["static", "let"]), words.count > 4,
      let value = words.dropFirst(4).first,
      value.hasPrefix("Self(\"") || value.hasPrefix("Failure.Code(")
    else { return nil }
    return words.dropFirst(2).first.map(String.init)
  }

  @Test func `Every code that admin declares stands in its list of codes`() throws {
    let files = try Checkout.files(in: "Sources/admin", endings: ["swift"])
    let list = try Checkout.file("Sources/admin/CommandLine/Failure+Codes.swift").text
    let start = try #require(list.firstRange(of: "static let adminCodes"))
    let listed = Set(
      list[start.lowerBound...].split { !$0.isLetter && $0 != "." }
        .filter { $0.hasPrefix(".") }.map { String($0.dropFirst()) })
    let codes = files.flatMap(\.lines).compactMap { Self.declared(in: $0) }
    #expect(codes.count > 50)
    let missing = Set(codes).subtracting(listed).sorted()
    #expect(missing.isEmpty, "add to `adminCodes`: \(missing)")
  }
}
