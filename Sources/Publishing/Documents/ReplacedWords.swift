import Governance
import Values

/// The words of a sentence that another one took the place of, from the first to the last, as a corrigendum
/// quotes them.
///
/// ```swift
/// ReplacedWords(from: "14 for, 3 against, 2 abstentions", to: "15 for, 2 against, 2 abstentions")
/// // "15 for, 2 against" instead of "14 for, 3 against"
/// ```
struct ReplacedWords: Hashable {
  let old: String
  let new: String

  private init(old: String, new: String) { (self.old, self.new) = (old, new) }

  /// The titles of a matter that was called otherwise, whole; nil for any other statement, and for one title.
  init?(titleOf statement: Statement, to now: Statement?) {
    guard statement.code == "matter", case .text(let old) = statement.values["title"],
      case .text(let new) = now?.values["title"], old != new
    else { return nil }
    self.init(old: old, new: new)
  }

  /// Compares word by word; nil where both say the same.
  init?(from old: String, to new: String) {
    let runs = WordDifference(from: old, to: new).runs
    guard let first = runs.firstIndex(where: { $0.kind != .kept }),
      let last = runs.lastIndex(where: { $0.kind != .kept })
    else { return nil }
    let before = first > 0 ? Self.words(of: runs[first - 1]).last : nil
    let after = last + 1 < runs.count ? Self.words(of: runs[last + 1]) : []
    func said(_ kind: WordDifference.Kind) -> [String] {
      runs[first...last].filter { $0.kind == .kept || $0.kind == kind }.flatMap(Self.words)
    }
    let (gone, come) = (said(.removed), said(.added))
    let (head, tail) = Self.beside(gone, come, before, after)
    self.init(old: Self.quoted(head + gone + tail), new: Self.quoted(head + come + tail))
  }

  /// The words that both have and that stand with those replaced, since alone these would say little.
  ///
  /// Nothing at all takes its neighbours along; a figure at the end what it counts, up to the end of the clause
  /// (`2 en contra`); a figure that ends a clause the word before it (`presentes 19`).
  private static func beside(
    _ gone: [String], _ come: [String], _ before: String?, _ after: [String]
  ) -> (head: [String], tail: [String]) {
    let lead = [before].compactMap(\.self)
    if gone.isEmpty || come.isEmpty {
      return (lead, after.prefix(1).filter { word in word.first.map(isWord) == true })
    }
    if [gone, come].contains(where: { $0.last?.last?.isNumber == true }) {
      let end = after.firstIndex(where: endsClause).map { $0 + 1 } ?? after.count
      return ([], Array(after.prefix(min(end, mostCounted))))
    }
    return (isFigure(gone) && isFigure(come) ? lead : [], [])
  }

  /// More words than any language of ours needs to say what a figure counts.
  private static let mostCounted = 5

  private static func isWord(_ first: Character) -> Bool { first.isLetter || first.isNumber }

  private static let stops: Set<Character> = [".", ",", ";", ":"]

  private static func endsClause(_ word: String) -> Bool { word.last.map(stops.contains) == true }

  /// Whether words are numbers alone; a time of day says what it is.
  private static func isFigure(_ words: [String]) -> Bool {
    words.allSatisfy { word in
      !word.contains(where: \.isLetter) && !word.dropLast().contains(":")
    }
  }

  private static func words(of run: WordDifference.Run) -> [String] {
    run.text.split(separator: " ").map(String.init)
  }

  /// Without the stop that ended the clause, which is no part of what was said.
  private static func quoted(_ words: [String]) -> String {
    var text = words.joined(separator: " ")
    while let last = text.last, stops.contains(last) { text.removeLast() }
    return text
  }
}
