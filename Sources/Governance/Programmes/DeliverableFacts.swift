package import Values

/// An action is to bring about something that can be handed over, such as a guide.
package struct DeliverableAddition: EventFacts {
  /// The number of the action within the programme.
  package let action: Int
  /// Within the action, from 1.
  package let number: Int
  package let title: String
  package let due: Day?

  package init(action: Int, number: Int, title: String, due: Day? = nil) {
    self.action = action
    self.number = number
    self.title = title
    self.due = due
  }

  package var data: JSON {
    .object(compacting: [
      ("action", .count(action)), ("number", .count(number)), ("title", .text(title)),
      ("due", due.map { .text($0.description) }),
    ])
  }

  package init(_ reader: FieldReader) throws(Failure) {
    action = try reader.int("action")
    number = try reader.int("number")
    title = try reader.text("title")
    due = try reader.optional("due", FieldReader.day)
  }
}

/// A deliverable was handed over; as a report of the network where it has the identifier of one.
package struct DeliverablePublication: EventFacts {
  package let action: Int
  package let number: Int
  package let on: PartialDay
  /// What it is found by, such as `2027/3` of a published report.
  package let identifier: String?

  package init(action: Int, number: Int, on: PartialDay, identifier: String? = nil) {
    self.action = action
    self.number = number
    self.on = on
    self.identifier = identifier
  }

  package var data: JSON {
    .object(compacting: [
      ("action", .count(action)), ("number", .count(number)), ("on", .day(on)),
      ("identifier", identifier.map { .text($0) }),
    ])
  }

  package init(_ reader: FieldReader) throws(Failure) {
    action = try reader.int("action")
    number = try reader.int("number")
    on = try reader.partialDay("on")
    identifier = try reader.optional("identifier", FieldReader.text)
  }
}
