/// A regular expression as it was read.
indirect enum PatternTree: Sendable {
  case empty
  case one(ScalarSet)
  case assertion(PatternAssertion)
  case sequence([PatternTree])
  case choice([PatternTree])
  /// `most` is nil for any number.
  case repetition(PatternTree, least: Int, most: Int?)
}

/// A place between two code points.
enum PatternAssertion: Sendable {
  case textStart
  case textEnd
  case lineStart
  case lineEnd
  case wordEdge
  case noWordEdge

  func holds(between former: Unicode.Scalar?, and next: Unicode.Scalar?) -> Bool {
    switch self {
    case .textStart: former == nil
    case .textEnd: next == nil
    case .lineStart: former == nil || former == "\n"
    case .lineEnd: next == nil || next == "\n"
    case .wordEdge: Self.isWord(former) != Self.isWord(next)
    case .noWordEdge: Self.isWord(former) == Self.isWord(next)
    }
  }

  private static func isWord(_ scalar: Unicode.Scalar?) -> Bool {
    scalar.map { ScalarSet.word.contains($0) } ?? false
  }
}
