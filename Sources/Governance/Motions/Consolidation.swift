/// The text of a motion with its adopted amendments, passage by passage.
///
/// Each paragraph of the text as it was put stands in one passage, and each insertion in one of its own.
package struct Consolidation: Hashable, Sendable {
  package struct Passage: Hashable, Sendable {
    /// The number of its first paragraph; 0 for an insertion before the first one.
    package let number: Int
    /// The paragraphs as they were put; empty for an insertion.
    package let former: [String]
    /// The paragraphs as they read now; empty for what was struck.
    package let current: [String]
    /// The adopted amendment that made the difference; nil for what stayed as it was.
    package let amendment: Amendment?
  }

  package let passages: [Passage]

  package init(_ text: MotionText, _ adopted: [Amendment]) {
    let paragraphs = text.paragraphs
    let inOrder = adopted.sorted { $0.number < $1.number }
    var passages = Self.insertions(after: 0, inOrder)
    var index = 0
    while index < paragraphs.count {
      let change = inOrder.first { $0.change.kind != .insert && $0.change.first == index + 1 }
      let end = change.map { max(index, min($0.change.last, paragraphs.count) - 1) } ?? index
      let former = Array(paragraphs[index...end])
      passages.append(
        Passage(
          number: index + 1, former: former, current: change?.change.paragraphs ?? former,
          amendment: change))
      passages += Self.insertions(after: end + 1, inOrder)
      index = end + 1
    }
    self.passages = passages
  }

  private static func insertions(after number: Int, _ adopted: [Amendment]) -> [Passage] {
    adopted.filter { $0.change.kind == .insert && $0.change.first == number }.map {
      Passage(number: number, former: [], current: $0.change.paragraphs, amendment: $0)
    }
  }

  /// The whole as it reads now.
  package var text: MotionText { MotionText(paragraphs: passages.flatMap(\.current)) }
}

extension Motion {
  /// The text with what was adopted so far.
  package var consolidation: Consolidation {
    Consolidation(text, amendments.filter(\.isAdopted))
  }
}
