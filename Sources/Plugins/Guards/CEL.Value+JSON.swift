package import Values

extension CEL.Value {
  /// A value of the log, of an act or of a worked case, as expressions see it.
  ///
  /// Days are the moments at which they begin in the network's zone; of a month or a year, its first day.
  /// Nil when the value is of another kind: whoever asks for it then gets an error, never a guess.
  ///
  /// - Parameters:
  ///   - json: The value.
  ///   - kind: What it is expected to be.
  ///   - scope: The records by name, and the zone.
  package init?(_ json: JSON, as kind: CEL.Kind, in scope: RecordScope) {
    switch (kind, json) {
    case (.bool, .bool(let value)): self = .bool(value)
    case (.int, .int(let value)): self = .int(value)
    case (.string, .text(let value)): self = .string(value)
    case (.timestamp, .text(let text)):
      guard let moment = scope.moment(text) else { return nil }
      self = .timestamp(moment)
    case (.list(let inner), .list(let items)):
      let values = items.compactMap { CEL.Value($0, as: inner, in: scope) }
      guard values.count == items.count else { return nil }
      self = .list(values)
    case (.record(let name), .object(let fields)):
      guard let record = scope.record(name, fields) else { return nil }
      self = .record(record)
    case (.dyn, _): self.init(any: json)
    default: return nil
    }
  }

  /// A value of no expected kind: objects become maps.
  private init(any json: JSON) {
    switch json {
    case .null: self = .null
    case .bool(let value): self = .bool(value)
    case .int(let value): self = .int(value)
    case .text(let value): self = .string(value)
    case .list(let items): self = .list(items.map { CEL.Value(any: $0) })
    case .object(let fields):
      let entries = fields.members.map {
        (key: CEL.Value.string($0.name), value: CEL.Value(any: $0.value))
      }
      self = CEL.Map(entries).map { .map($0) } ?? .null
    }
  }
}

/// The records that expressions see, and the zone in which days begin.
package struct RecordScope: Sendable {
  package let calendar: CEL.Calendar
  private let kinds: [String: CEL.RecordKind]
  private let shapes: [String: CEL.RecordShape]

  package init(_ records: [String: CEL.RecordKind], calendar: CEL.Calendar) {
    self.calendar = calendar
    kinds = records
    shapes = records.mapValues { CEL.RecordShape($0) }
  }

  /// A record of a kind; fields that it does not have are passed over, those that do not fit are absent.
  func record(_ name: String, _ fields: JSON.Fields) -> CEL.Record? {
    guard let kind = kinds[name], let shape = shapes[name] else { return nil }
    var values: [String: CEL.Value] = [:]
    for field in kind.fields {
      guard let json = fields[field.name], !json.isNull else { continue }
      values[field.name] = CEL.Value(json, as: field.kind, in: self)
    }
    return CEL.Record(shape, values)
  }

  /// The moment that a text of the log names: a day, a month, a year, or an instant in UTC.
  func moment(_ text: String) -> CEL.Timestamp? {
    if let day = PartialDay(text) { return start(of: day.first) }
    return Instant(text).flatMap { CEL.Timestamp($0) }
  }

  /// The moment at which a day begins in the zone.
  package func start(of day: Day) -> CEL.Timestamp? {
    CEL.Timestamp(calendar.zone.start(of: day))
  }
}
