package import Values

/// What happens to a parameter of the rules.
package enum ParameterEvent: EntityEvent {
  case changed(ParameterChange)

  package static let schemas = ["parameter.changed": 1]

  package var type: String {
    switch self {
    case .changed: "parameter.changed"
    }
  }

  package var data: JSON {
    switch self {
    case .changed(let change): change.data
    }
  }

  package init(type: String, data: JSON) throws(Failure) {
    switch type {
    case "parameter.changed": self = .changed(try ParameterChange(FieldReader(data, of: type)))
    default: throw Failure(.eventUnknown, ["type": .text(type)])
    }
  }
}

/// A parameter has another value from a day on.
package struct ParameterChange: EventFacts {
  package let name: String
  /// As a plugin writes it, such as `P21D`.
  package let value: String
  package let from: PartialDay
  /// The deliberation behind it; nil where none is named.
  package let deliberation: DeliberationID?

  package init(name: String, value: String, from: PartialDay, deliberation: DeliberationID? = nil) {
    (self.name, self.value, self.from) = (name, value, from)
    self.deliberation = deliberation
  }

  package var data: JSON {
    .object(compacting: [
      ("name", .text(name)), ("value", .text(value)), ("from", .day(from)),
      ("deliberation", deliberation.map { .text($0.text) }),
    ])
  }

  package init(_ reader: FieldReader) throws(Failure) {
    name = try reader.text("name")
    value = try reader.text("value")
    from = try reader.partialDay("from")
    deliberation = reader.has("deliberation") ? try reader.id("deliberation") : nil
  }
}
