import TestKit
import Testing

@testable import EventStore

@Suite struct Base64Tests {
  /// Source: RFC 4648, section 10.
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
  ])
  func `The vectors of the standard are written and read`(_ row: (plain: String, text: String)) {
    #expect(Base64.text(Array(row.plain.utf8)) == row.text)
    #expect(Base64.bytes(row.text) == Array(row.plain.utf8))
  }

  @Test func `Every byte comes back, in runs of every length to 80`() {
    for count in 0...80 {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 37 + count) }
      #expect(Base64.bytes(Base64.text(bytes)) == bytes)
    }
    let all = (0...255).map { UInt8($0) }
    #expect(Base64.bytes(Base64.text(all)) == all)
  }

  @Test(arguments: [
    "Z", "Zg", "Zg=", "Zg===", "Zh==", "Zm9=", "=", "====", "Zm8=Zm8=", "Zm 8", "Zm8\n", "Zm-8",
    "Zm_8",
    "é===", "Zg==Zg==",
  ])
  func `Another spelling is not read`(_ text: String) { #expect(Base64.bytes(text) == nil) }
}
