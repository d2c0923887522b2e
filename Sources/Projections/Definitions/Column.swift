/// One column of a view: a key in JSON, a head in CSV, a column of a table.
///
/// Names are lower_snake_case and stay as they are, since scripts depend on them.
package struct Column: Hashable, Sendable {
  /// What a value of the column is; any of them may be null.
  package enum Kind: String, Sendable {
    case text, day, int, bool
    /// As much of a day as is known: `2016`, `2016-10`, `2016-10-14`.
    case partialDay = "partial_day"
    /// A list of texts.
    case list
    /// A JSON value as it stands in the log.
    case record

    /// The type of the column in a `STRICT` table.
    var storage: String {
      switch self {
      case .text, .day, .partialDay, .list, .record: "TEXT"
      case .int, .bool: "INTEGER"
      }
    }
  }

  package let name: String
  package let kind: Kind

  package init(_ name: String, _ kind: Kind) {
    self.name = name
    self.kind = kind
  }

  package static func text(_ name: String) -> Column { Column(name, .text) }
  package static func day(_ name: String) -> Column { Column(name, .day) }
  package static func partialDay(_ name: String) -> Column { Column(name, .partialDay) }
  package static func int(_ name: String) -> Column { Column(name, .int) }
  package static func bool(_ name: String) -> Column { Column(name, .bool) }
  package static func list(_ name: String) -> Column { Column(name, .list) }
  package static func record(_ name: String) -> Column { Column(name, .record) }
}
