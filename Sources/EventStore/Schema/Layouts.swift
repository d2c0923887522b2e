internal import Values

/// What makes of a log of one layout a log of the next, without touching an event.
struct LayoutStep: Sendable {
  /// The layout that it begins with; it ends with the next number.
  let from: Int64
  /// Statements without values, in their order; they are run in one transaction with all other steps.
  let statements: [String]
}

/// The layouts of `log.db` that this program knows, and the way from each to the newest.
///
/// A new layout is a new number, its statements in `LogSchema`, one step here, and a released file in the corpus
/// of the tests. The chain covers no layout: a step may add tables, indexes and columns, and rewrites nothing that
/// is hashed.
struct Layouts: Sendable {
  let newest: Int64
  /// By the layout that they begin with, without gaps up to the newest.
  let steps: [LayoutStep]
  /// The statements that make an empty log of the newest layout, which `verify` holds a file to.
  let schema: [String]

  static let standard = Layouts(newest: LogSchema.layout, steps: [], schema: LogSchema.statements)

  /// The steps from a layout to the newest; nil where there is no way.
  func steps(from layout: Int64) -> [LayoutStep]? {
    guard (1...newest).contains(layout) else { return nil }
    let way = steps.filter { $0.from >= layout }.sorted { $0.from < $1.from }
    return way.map(\.from) == Array(layout..<newest) ? way : nil
  }
}
