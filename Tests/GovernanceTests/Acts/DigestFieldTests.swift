import Governance
import Testing
import Values

/// Papers and files are named in acts by their SHA-256.
@Suite struct DigestFieldTests {
  private static let kind = ActKind(
    "sample", "do",
    fields: [.subject("subject", .id("member")), .optional("one", .text), .optional("all", .texts)])

  private static let (low, high) = (
    String(repeating: "0a", count: 32), String(repeating: "f9", count: 32)
  )

  private func input(_ values: [String: [String]]) throws -> ActInput {
    try ActInput(Self.kind, values.merging(["subject": ["PT"]]) { given, _ in given })
  }

  @Test func `Sixty-four digits of sixteen are a digest`() {
    #expect(ActInput.isDigest(Self.low) && ActInput.isDigest(Self.high))
    #expect(ActInput.isDigest(String(repeating: "0123456789abcdef", count: 4)))
    #expect(ActInput.isDigest("name=\(Self.low)".dropFirst(5)))
  }

  /// All but the last digit of a digest.
  private static let most = String(repeating: "0", count: 63)

  static let others: [String] = [
    "", "0a", most, most + "00", String(repeating: "A", count: 64), most + "g", most + "/",
    most + ":", most + "`", most + " ", most + "é", String(repeating: "é", count: 32),
    String(repeating: "١", count: 64),
  ]

  @Test(arguments: others)
  func `Nothing else is one`(_ text: String) { #expect(!ActInput.isDigest(text)) }

  @Test func `Digests keep their order and stand once`() throws {
    let all = ["all": [Self.high, Self.low, Self.high, Self.low]]
    #expect(try input(all).digests("all") == [Self.high, Self.low])
    #expect(try input([:]).digests("all") == [])
    #expect(try input(["one": [Self.low]]).digest("one") == Self.low)
  }

  @Test(arguments: others.filter { !$0.isEmpty && !$0.contains(" ") })
  func `A field that asks for one says what it found and what it wants`(_ text: String) throws {
    let shown = Failure.Value.text(String(text.prefix(80)))
    let alone = try input(["one": [text]])
    let among = try input(["all": [Self.low, text]])
    let failures = [
      try #require(throws: Failure.self) { try alone.digest("one") },
      try #require(throws: Failure.self) { try among.digests("all") },
    ]
    for (failure, field) in zip(failures, ["one", "all"]) {
      #expect(failure.code == .fieldMalformed)
      #expect(
        failure.values == ["field": .text(field), "found": shown, "form": .word("form.digest")])
    }
  }
}
