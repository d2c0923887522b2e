/// What two texts have in common word by word, and what only one of them has.
package struct WordDifference: Hashable, Sendable {
  package enum Kind: String, Sendable {
    case kept, removed, added
  }

  /// Neighbouring words of one kind, with one space between.
  package struct Run: Hashable, Sendable {
    package let kind: Kind
    package let text: String

    package init(_ kind: Kind, _ text: String) {
      self.kind = kind
      self.text = text
    }
  }

  /// Above so many pairs of words the texts are told apart as wholes: 2,000 words against 2,000.
  private static let mostPairs = 4_000_000

  package let runs: [Run]

  /// Compares by the longest common subsequence of words; cost grows with the product of both counts.
  package init(from old: String, to new: String) {
    let (left, right) = (Self.words(of: old), Self.words(of: new))
    let head = zip(left, right).prefix { $0 == $1 }.count
    let (leftRest, rightRest) = (Array(left.dropFirst(head)), Array(right.dropFirst(head)))
    var steps = left.prefix(head).map { (Kind.kept, $0) }
    steps += Self.steps(leftRest, rightRest)
    runs = Self.joined(steps)
  }

  package var isEmpty: Bool { runs.allSatisfy { $0.kind == .kept } }

  private static func words(of text: String) -> [Substring] {
    text.split(whereSeparator: \.isWhitespace)
  }

  private static func steps(_ left: [Substring], _ right: [Substring]) -> [(Kind, Substring)] {
    let (pairs, isTooLarge) = left.count.multipliedReportingOverflow(by: right.count)
    guard !isTooLarge, pairs <= mostPairs else {
      return left.map { (.removed, $0) } + right.map { (.added, $0) }
    }
    let lengths = lengths(left, right)
    let width = right.count + 1
    var steps: [(Kind, Substring)] = []
    var (row, column) = (0, 0)
    while row < left.count, column < right.count {
      if left[row] == right[column] {
        steps.append((.kept, left[row]))
        (row, column) = (row + 1, column + 1)
      } else if lengths[(row + 1) * width + column] >= lengths[row * width + column + 1] {
        steps.append((.removed, left[row]))
        row += 1
      } else {
        steps.append((.added, right[column]))
        column += 1
      }
    }
    return steps + left[row...].map { (.removed, $0) } + right[column...].map { (.added, $0) }
  }

  /// For each pair of ends, how many words in order both rests share.
  private static func lengths(_ left: [Substring], _ right: [Substring]) -> [Int32] {
    let width = right.count + 1
    var lengths = [Int32](repeating: 0, count: (left.count + 1) * width)
    for row in left.indices.reversed() {
      for column in right.indices.reversed() {
        let place = row * width + column
        lengths[place] =
          left[row] == right[column]
          ? lengths[place + width + 1] + 1 : max(lengths[place + width], lengths[place + 1])
      }
    }
    return lengths
  }

  private static func joined(_ steps: [(Kind, Substring)]) -> [Run] {
    var runs: [Run] = []
    for (kind, word) in steps {
      if let last = runs.last, last.kind == kind {
        runs[runs.count - 1] = Run(kind, last.text + " " + word)
      } else {
        runs.append(Run(kind, String(word)))
      }
    }
    return runs
  }
}
