import EventStore
import Values

/// The table of one view: its SQL, and the way of values in and out.
///
/// Each statement is written when it is asked for: a cold command needs one or two of all tables.
struct ViewTable: Sendable {
  let definition: ViewDefinition

  init(_ definition: ViewDefinition) { self.definition = definition }

  var creation: String {
    let typed = definition.columns.map { "\(Self.quoted($0.name)) \($0.kind.storage)" }
    return """
      CREATE TABLE \(name)(stream TEXT NOT NULL, ord INTEGER NOT NULL, valid_from TEXT NOT NULL, \
      valid_until TEXT, event INTEGER NOT NULL, \(typed.joined(separator: ", ")), \
      PRIMARY KEY(stream, ord)) STRICT, WITHOUT ROWID
      """
  }

  var insertion: String {
    let places = Array(repeating: "?", count: definition.columns.count + 5)
    return "INSERT INTO \(name) VALUES (\(places.joined(separator: ", ")))"
  }

  var removal: String { "DELETE FROM \(name) WHERE stream = ?" }

  /// The rows that hold on a day.
  var selection: String {
    """
    \(reading) WHERE valid_from <= ?1 AND (valid_until IS NULL OR ?1 < valid_until) \
    ORDER BY \(Self.ordering(definition))
    """
  }

  /// The rows that have begun by a day.
  var past: String { "\(reading) WHERE valid_from <= ? ORDER BY stream, ord" }

  private var name: String { Self.quoted(definition.name) }

  private var reading: String {
    let columns = definition.columns.map { Self.quoted($0.name) }
    return "SELECT valid_from, valid_until, event, \(columns.joined(separator: ", ")) FROM \(name)"
  }

  /// Nulls come last, and the stream breaks every tie, so that the order is total.
  private static func ordering(_ definition: ViewDefinition) -> String {
    let steps = definition.order.map { step in
      let column = quoted(step.column)
      return switch step {
      case .ascending: "\(column) IS NULL, \(column)"
      case .natural: "\(column) IS NULL, length(\(column)), \(column)"
      }
    }
    return (steps + ["stream", "ord"]).joined(separator: ", ")
  }

  private static func quoted(_ name: String) -> String { "\"\(name)\"" }

  /// What `insertion` is given for an interval of a stream.
  func values(of interval: ViewInterval, stream: String, ordinal: Int) -> [SQLValue] {
    let head: [SQLValue] = [
      .text(stream), .int(Int64(ordinal)), .text(interval.from.description),
      .optional(interval.until?.description), .int(interval.event),
    ]
    return head + interval.values.map(Self.stored)
  }

  private static func stored(_ value: JSON) -> SQLValue {
    switch value {
    case .null: .null
    case .bool(let isTrue): .int(isTrue ? 1 : 0)
    case .int(let number): .int(number)
    case .text(let text): .text(text)
    case .list, .object: .utf8(value.canonical)
    }
  }

  /// The row that `selection` gives.
  func row(_ statement: Statement) throws -> Row {
    var values: [JSON] = []
    values.reserveCapacity(definition.columns.count)
    for (index, column) in definition.columns.enumerated() {
      values.append(try Self.value(statement, column.kind, at: Int32(index + 3)))
    }
    return Row(
      columns: definition.columns, values: values, validFrom: try Self.day(statement, at: 0),
      validUntil: statement.isNull(at: 1) ? nil : try Self.day(statement, at: 1),
      event: try statement.int(at: 2))
  }

  private static func value(_ row: Statement, _ kind: Column.Kind, at column: Int32) throws -> JSON
  {
    guard !row.isNull(at: column) else { return .null }
    switch kind {
    case .text, .day, .partialDay: return .text(try row.text(at: column))
    case .int: return .int(try row.int(at: column))
    case .bool: return .bool(try row.int(at: column) != 0)
    case .list, .record:
      let bytes = try row.utf8(at: column)
      do throws(JSON.Unreadable) { return try JSON(parsing: bytes) } catch {
        throw ViewsFile.damage
      }
    }
  }

  private static func day(_ row: Statement, at column: Int32) throws -> Day {
    guard let day = Day(try row.text(at: column)) else { throw ViewsFile.damage }
    return day
  }
}
