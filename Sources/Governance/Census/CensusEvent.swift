package import Values

/// What happens to a census.
package enum CensusEvent: EntityEvent {
  case opened(CensusOpening)
  case closed(CensusClosing)

  package static let schemas = ["census.opened": 1, "census.closed": 1]

  package var type: String {
    switch self {
    case .opened: "census.opened"
    case .closed: "census.closed"
    }
  }

  package var data: JSON {
    switch self {
    case .opened(let facts): facts.data
    case .closed(let facts): facts.data
    }
  }

  package init(type: String, data: JSON) throws(Failure) {
    let reader = try FieldReader(data, of: type)
    switch type {
    case "census.opened": self = .opened(try CensusOpening(reader))
    case "census.closed": self = .closed(try CensusClosing(reader))
    default: throw Failure(.eventUnknown, ["type": .text(type)])
    }
  }
}

/// A census asks every holder, by a day.
package struct CensusOpening: EventFacts {
  package let on: PartialDay
  /// The last day for an answer.
  package let until: Day
  /// The one kind of seat that is asked; nil for all.
  package let kind: String?

  package init(on: PartialDay, until: Day, kind: String? = nil) {
    (self.on, self.until, self.kind) = (on, until, kind)
  }

  package var data: JSON {
    .object(compacting: [
      ("on", .day(on)), ("until", .text(until.description)), ("kind", kind.map { .text($0) }),
    ])
  }

  package init(_ reader: FieldReader) throws(Failure) {
    on = try reader.partialDay("on")
    until = try reader.day("until")
    kind = try reader.optional("kind", FieldReader.text)
  }
}

/// A census is over, and these are its figures.
package struct CensusClosing: EventFacts {
  package let on: PartialDay
  package let figures: CensusFigures

  package init(on: PartialDay, figures: CensusFigures) { (self.on, self.figures) = (on, figures) }

  package var data: JSON {
    [
      "on": .day(on), "asked": .count(figures.asked), "confirmed": .ids(figures.confirmed),
      "waiting": .ids(figures.waiting),
    ]
  }

  package init(_ reader: FieldReader) throws(Failure) {
    on = try reader.partialDay("on")
    figures = CensusFigures(
      confirmed: try reader.ids("confirmed"), waiting: try reader.ids("waiting"))
    guard try reader.int("asked") == figures.asked else {
      throw Failure(.eventUnreadable, ["subject": .text(reader.subject), "field": .text("asked")])
    }
  }
}
