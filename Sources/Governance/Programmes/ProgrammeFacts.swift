package import Values

/// A programme is drafted: what for, and from when until when.
package struct ProgrammeDraft: EventFacts {
  package let title: String
  package let from: Day
  /// The last day, included.
  package let until: Day
  package let topics: [String]

  package init(title: String, from: Day, until: Day, topics: [String]) {
    self.title = title
    self.from = from
    self.until = until
    self.topics = topics
  }

  package var data: JSON {
    [
      "title": .text(title), "from": .text(from.description), "until": .text(until.description),
      "topics": .texts(topics),
    ]
  }

  package init(_ reader: FieldReader) throws(Failure) {
    title = try reader.text("title")
    from = try reader.day("from")
    until = try reader.day("until")
    topics = try reader.texts("topics")
  }

  /// Whether it is the same programme: its title, whatever the capitals, and its days.
  package func isSame(as other: ProgrammeDraft) -> Bool {
    title.lowercased() == other.title.lowercased() && from == other.from && until == other.until
  }

  package func overlaps(_ other: ProgrammeDraft) -> Bool {
    from <= other.until && other.from <= until
  }
}

/// A programme is adopted by a deliberation.
package struct ProgrammeAdoption: EventFacts {
  package let on: PartialDay
  package let deliberation: DeliberationID

  package init(on: PartialDay, deliberation: DeliberationID) {
    self.on = on
    self.deliberation = deliberation
  }

  package var data: JSON { ["on": .day(on), "deliberation": .text(deliberation.text)] }

  package init(_ reader: FieldReader) throws(Failure) {
    on = try reader.partialDay("on")
    deliberation = try reader.id("deliberation")
  }
}
