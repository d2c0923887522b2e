/// The shapes that names in a plugin may have; each keeps ids, paths and file names unambiguous.
enum Names {
  private static let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
  private static let capitals = UInt8(ascii: "A")...UInt8(ascii: "Z")
  private static let digits = UInt8(ascii: "0")...UInt8(ascii: "9")

  /// Such as `contact_point`.
  static func isName(_ text: String) -> Bool { isWord(text, joinedBy: "_", longest: 40) }

  /// Such as `forum-cibercrime`.
  static func isSlug(_ text: String) -> Bool { isWord(text, joinedBy: "-", longest: 40) }

  /// Such as `contact.is-magistrate`: words with points, underscores or hyphens between them.
  static func isRuleID(_ text: String) -> Bool {
    guard let first = text.utf8.first, letters.contains(first), text.utf8.count <= 80 else {
      return false
    }
    let parts = text.utf8.split(omittingEmptySubsequences: false) { "._-".utf8.contains($0) }
    return parts.allSatisfy { part in
      !part.isEmpty && part.allSatisfy { letters.contains($0) || digits.contains($0) }
    }
  }

  /// Such as `guideline.published`: two or more names with points, as long as an id may be.
  static func isEventType(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count >= 2 && text.utf8.count <= 64 && parts.allSatisfy { isName(String($0)) }
  }

  /// Such as `en` or `pt`: the two or three letters of ISO 639.
  static func isLanguage(_ text: String) -> Bool {
    (2...3).contains(text.utf8.count) && text.utf8.allSatisfy { letters.contains($0) }
  }

  /// Such as `EUROJUST`: longer than the two letters of a state.
  static func isInstitution(_ text: String) -> Bool {
    (3...20).contains(text.utf8.count)
      && text.utf8.allSatisfy { capitals.contains($0) || digits.contains($0) }
  }

  /// Such as `1.0.0`.
  static func isVersion(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 3
      && parts.allSatisfy { part in Int(part).map { "\($0)" == part } ?? false }
  }

  /// Such as `Europe/Lisbon` or `UTC`; nothing that could leave the folder of the zone data.
  static func isZone(_ text: String) -> Bool {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    return text == "UTC"
      || (2...3).contains(parts.count) && text.utf8.count <= 60
        && parts.allSatisfy { part in
          part.utf8.first.map { capitals.contains($0) } == true
            && part.utf8.allSatisfy {
              letters.contains($0) || capitals.contains($0) || digits.contains($0)
                || "_-+".utf8.contains($0)
            }
        }
  }

  private static func isWord(_ text: String, joinedBy joint: Character, longest: Int) -> Bool {
    guard let first = text.utf8.first, letters.contains(first), text.utf8.count <= longest,
      text.last != joint
    else { return false }
    return text.utf8.allSatisfy {
      letters.contains($0) || digits.contains($0) || $0 == joint.asciiValue
    }
  }
}
