internal import Values

/// The right word for one that is not known.
enum Suggestion {
  /// The only candidate that begins with the word, else the nearest one; nil when none is near.
  static func word(to found: String, among candidates: [String]) -> String? {
    let found = found.lowercased()
    let beginnings = candidates.filter { $0.hasPrefix(found) }
    if found.utf8.count > 1, beginnings.count == 1 { return beginnings.first }
    return Nearest.word(to: found, among: candidates)
  }
}
