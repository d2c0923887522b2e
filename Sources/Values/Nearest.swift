/// Finds the word that somebody who typed another most likely meant.
///
/// ```swift
/// Nearest.word(to: "notise", among: ["notice", "quorum"])  // "notice"
/// ```
///
/// The distance is Damerau and Levenshtein's with the weights of git's `help.c`: swapping two
/// neighbours is free, adding a letter costs 1, another letter 2, taking one away 4.
package enum Nearest {
  /// A word farther away than this is never suggested.
  static let cutOff = 6

  /// Longer words are not compared, so that the cost is bounded.
  static let longestWord = 64

  /// The nearest of the candidates, the first by its letters among equals.
  ///
  /// - Parameters:
  ///   - word: What was typed; short words must be nearer than long ones, so that nonsense gets no
  ///     absurd suggestion.
  ///   - candidates: The words that would have been right.
  /// - Returns: nil when none is near enough.
  package static func word(to word: String, among candidates: some Sequence<String>) -> String? {
    let typed = Array(word.unicodeScalars)
    guard typed.count <= longestWord else { return nil }
    var best: (distance: Int, word: String)?
    for candidate in candidates {
      let letters = Array(candidate.unicodeScalars)
      guard letters.count <= longestWord else { continue }
      let found = (distance: distance(from: typed, to: letters), word: candidate)
      guard isNear(found.distance, from: typed, to: letters) else { continue }
      if let best, best <= found { continue }
      best = found
    }
    return best?.word
  }

  private static func isNear(
    _ distance: Int, from typed: [Unicode.Scalar], to wanted: [Unicode.Scalar]
  ) -> Bool {
    let hasOneLetterTooMany = typed.count > 2 && typed.count == wanted.count + 1 && distance == 4
    return hasOneLetterTooMany || distance <= min(cutOff, 1 + typed.count / 2)
  }

  /// What it costs to turn the one into the other.
  static func distance(from typed: [Unicode.Scalar], to wanted: [Unicode.Scalar]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...wanted.count)
    for (row, letter) in typed.enumerated() {
      var current = [4 * (row + 1)]
      for (column, other) in wanted.enumerated() {
        let substituted = last[column] + (letter == other ? 0 : 2)
        var cost = min(substituted, last[column + 1] + 4, current[column] + 1)
        if row > 0, column > 0, typed[row - 1] == other, letter == wanted[column - 1] {
          cost = min(cost, beforeLast[column - 1])
        }
        current.append(cost)
      }
      (beforeLast, last) = (last, current)
    }
    return last[wanted.count]
  }
}
