internal import Values

/// The right word for one that is not known.
enum Suggestion {
  /// The only candidate that begins with the word, else the nearest one; nil when none is near.
  ///
  /// Capital letters and small ones are the same.
  static func word(to found: String, among candidates: [String]) -> String? {
    let found = found.lowercased()
    let small = candidates.map { $0.lowercased() }
    let beginnings = small.indices.filter { small[$0].hasPrefix(found) }
    if found.utf8.count > 1, beginnings.count == 1 { return candidates[beginnings[0]] }
    return Nearest.word(to: found, among: small).flatMap { small.firstIndex(of: $0) }
      .map { candidates[$0] }
  }
}
