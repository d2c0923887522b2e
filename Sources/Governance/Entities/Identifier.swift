/// The id of one thing of a kind: `PT` for a member, `plenary-19` for a meeting.
///
/// Ids are short, speakable and never personal. The kind keeps two ids apart that must not be mixed up.
package struct Identifier<Kind>: Hashable, Comparable, Sendable {
  package let text: String

  /// An id of 1 to 64 letters, digits, points, underscores and hyphens, the first a letter or digit; nil for any other text.
  package init?(_ text: some StringProtocol) {
    guard (1...64).contains(text.utf8.count), text.utf8.first?.isWord == true,
      text.utf8.allSatisfy({ $0.isWord || $0.joinsWords })
    else { return nil }
    self.text = String(text)
  }

  /// The same text as the id of a thing of another kind, such as the agenda of a meeting.
  package init<Other>(sharedWith other: Identifier<Other>) { text = other.text }

  package static func < (left: Identifier, right: Identifier) -> Bool { left.text < right.text }
}

extension Identifier: CustomStringConvertible {
  package var description: String { text }
}

extension UInt8 {
  /// Whether it is a letter or a digit of ASCII.
  fileprivate var isWord: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }

  fileprivate var joinsWords: Bool {
    self == UInt8(ascii: ".") || self == UInt8(ascii: "_") || self == UInt8(ascii: "-")
  }
}

package typealias MemberID = Identifier<Member>
