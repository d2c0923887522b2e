/// What a view is called, which columns it has, what tells two rows apart, and their order.
///
/// ```swift
/// ViewDefinition(
///   "member", revision: 1, columns: [.text("member"), .text("class")],
///   key: ["member"], order: [.natural("member")])
/// ```
package struct ViewDefinition: Hashable, Sendable {
  /// One step of the order of rows; nulls come last.
  package enum Order: Hashable, Sendable {
    case ascending(String)
    /// Shorter texts first, so that `H-2` stands before `H-10`.
    case natural(String)

    var column: String {
      switch self {
      case .ascending(let name), .natural(let name): name
      }
    }
  }

  package let name: String
  /// Raised when the same events give other rows than before; the tables are then made anew.
  package let revision: Int
  package let columns: [Column]
  /// The columns that tell two rows of one stream apart on a day.
  package let key: [String]
  package let order: [Order]

  package init(
    _ name: String, revision: Int, columns: [Column], key: [String], order: [Order]
  ) {
    self.name = name
    self.revision = revision
    self.columns = columns
    self.key = key
    self.order = order
  }

  /// Where the key stands among the columns.
  var keyIndexes: [Int] { key.compactMap { name in columns.firstIndex { $0.name == name } } }

  /// Writes all that the table depends on, in a line, for the digest that tells an old `views.db` from a good one.
  func writeLayout(to bytes: inout [UInt8]) {
    bytes.write(name, " ", String(revision), ":")
    for name in key { bytes.write(" ", name) }
    for column in columns { bytes.write(",", column.name, " ", column.kind.rawValue) }
    bytes.write("\n")
  }
}

extension [UInt8] {
  /// Appends texts as UTF-8.
  mutating func write(_ texts: String...) {
    for text in texts { append(contentsOf: text.utf8) }
  }
}
