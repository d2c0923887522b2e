/// The name of a stream: a category and an id, such as `meeting-plenary-19`.
///
/// The category ends at the first hyphen. Names are data that stay for ever, so they are printable
/// ASCII without spaces, 200 bytes at most: two spellings of one letter can't become two streams.
package struct StreamName: Hashable, Sendable {
  package static let maximumBytes = 200

  package let category: String
  package let id: String

  /// - Parameters:
  ///   - category: Lower-case letters, digits, dots and underscores.
  ///   - id: Any printable ASCII but spaces.
  package init?(category: String, id: String) {
    guard !category.isEmpty, !id.isEmpty,
      category.utf8.count + 1 + id.utf8.count <= Self.maximumBytes,
      category.utf8.allSatisfy(Self.isCategoryByte),
      id.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
    else { return nil }
    self.category = category
    self.id = id
  }

  package init?(_ text: String) {
    guard let hyphen = text.firstIndex(of: "-") else { return nil }
    self.init(
      category: String(text[..<hyphen]), id: String(text[text.index(after: hyphen)...]))
  }

  package var text: String { category + "-" + id }

  private static func isCategoryByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "."), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}

extension StreamName: Comparable {
  /// By the bytes of the text, the same on every machine.
  package static func < (left: StreamName, right: StreamName) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }
}

extension StreamName: CustomStringConvertible {
  package var description: String { text }
}
