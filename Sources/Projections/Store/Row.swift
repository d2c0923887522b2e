package import Values

/// One row of an answer: the values of a view's columns on a day, and what explains them.
package struct Row: Hashable, Sendable {
  package let columns: [Column]
  /// One for each column.
  package let values: [JSON]
  /// The day from which the row holds as it is.
  package let validFrom: Day
  /// The day on which it ends or changes, as far as that is known now.
  package let validUntil: Day?
  /// The position of the event that explains the row; nil for what nobody has recorded, such as a vacancy.
  package let event: Int64?

  package init(
    columns: [Column], values: [JSON], validFrom: Day, validUntil: Day?, event: Int64?
  ) {
    self.columns = columns
    self.values = values
    self.validFrom = validFrom
    self.validUntil = validUntil
    self.event = event
  }

  /// The value of a column; null for a column that the view does not have.
  package subscript(name: String) -> JSON {
    columns.firstIndex { $0.name == name }.map { values[$0] } ?? .null
  }

  package func text(_ name: String) -> String? { self[name].text }

  package func day(_ name: String) -> Day? { self[name].text.flatMap { Day($0) } }

  package func int(_ name: String) -> Int? { self[name].int.flatMap { Int(exactly: $0) } }

  /// The names of what stands after the columns in every row.
  package static let explaining = ["valid_from", "valid_until", "event"]

  /// The row as the command line prints it: columns in their order, then what explains them.
  package var json: JSON {
    var fields = zip(columns, values).map { ($0.name, $1) }
    fields.append(("valid_from", .text(validFrom.description)))
    fields.append(("valid_until", .orNull(validUntil)))
    fields.append(("event", .orNull(event)))
    return .object(JSON.Fields(fields))
  }

  /// The row with other columns, in place of its own.
  package func replacing(_ columns: [Column], _ values: [JSON]) -> Row {
    Row(
      columns: columns, values: values, validFrom: validFrom, validUntil: validUntil, event: event)
  }
}
