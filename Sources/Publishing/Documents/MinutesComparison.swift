package import Governance
import Values

/// What differs between two versions of minutes, piece by piece: by words, and by the events that caused it.
package struct MinutesComparison {
  package struct Change: Hashable, Sendable {
    /// The place of the statement or paragraph.
    package let place: String
    package let words: WordDifference
    /// Events that the newer version rests on and the older did not, corrections among them.
    package let causes: [Int64]
  }

  package let changes: [Change]

  /// - Parameters:
  ///   - old: The older version, or any other.
  ///   - new: The version that it is held to.
  ///   - text: The words of one language.
  ///   - corrections: Of events by their positions, recorded between the two versions.
  package init(
    from old: MinutesContent, to new: MinutesContent, in text: StatementText,
    corrections: [Int64: [Int64]] = [:]
  ) {
    let former = Dictionary(
      old.passages.map { ($0.place, $0) }, uniquingKeysWith: { first, _ in first })
    let kept = Set(new.passages.map(\.place))
    func change(_ left: MinutesContent.Passage?, _ right: MinutesContent.Passage?) -> Change? {
      let words = WordDifference(
        from: left.map { Self.text(of: $0, text) } ?? "",
        to: right.map { Self.text(of: $0, text) } ?? "")
      guard let place = (right ?? left)?.place, !words.isEmpty else { return nil }
      return Change(place: place, words: words, causes: Self.causes(left, right, corrections))
    }
    changes =
      new.passages.compactMap { change(former[$0.place], $0) }
      + old.passages.filter { !kept.contains($0.place) }.compactMap { change($0, nil) }
  }

  private static func text(of passage: MinutesContent.Passage, _ text: StatementText) -> String {
    switch passage {
    case .statement(let statement): text.sentence(statement)
    case .paragraph(_, let words, _): Visible.text(StatementText.oneLine(words))
    }
  }

  private static func causes(
    _ left: MinutesContent.Passage?, _ right: MinutesContent.Passage?,
    _ corrections: [Int64: [Int64]]
  ) -> [Int64] {
    let (old, new) = (Set(left?.events ?? []), Set(right?.events ?? []))
    let corrected = old.union(new).flatMap { corrections[$0] ?? [] }
    return Array(new.subtracting(old).union(corrected)).sorted()
  }
}
