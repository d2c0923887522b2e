package import Values

/// An action is added to a programme.
package struct ActionAddition: EventFacts {
  /// Within the programme, from 1.
  package let number: Int
  package let title: String
  /// The office or member that is answerable; never a person's name.
  package let owner: String?
  package let due: Day?
  /// The number of the objective that it serves; nil for none.
  package let objective: Int?

  package init(
    number: Int, title: String, owner: String? = nil, due: Day? = nil, objective: Int? = nil
  ) {
    self.number = number
    self.title = title
    self.owner = owner
    self.due = due
    self.objective = objective
  }

  package var data: JSON {
    .object(compacting: [
      ("number", .count(number)), ("title", .text(title)), ("owner", owner.map { .text($0) }),
      ("due", due.map { .text($0.description) }), ("objective", objective.map { .count($0) }),
    ])
  }

  package init(_ reader: FieldReader) throws(Failure) {
    number = try reader.int("number")
    title = try reader.text("title")
    owner = try reader.optional("owner", FieldReader.text)
    due = try reader.optional("due", FieldReader.day)
    objective = try reader.optional("objective", FieldReader.int)
  }
}

/// What was done of an action so far.
package struct ActionReport: EventFacts {
  package let number: Int
  package let on: PartialDay
  package let text: String

  package init(number: Int, on: PartialDay, text: String) {
    self.number = number
    self.on = on
    self.text = text
  }

  package var data: JSON { ["number": .count(number), "on": .day(on), "text": .text(text)] }

  package init(_ reader: FieldReader) throws(Failure) {
    number = try reader.int("number")
    on = try reader.partialDay("on")
    text = try reader.text("text")
  }
}

/// An action is done, or given up.
package struct ActionClosing: EventFacts {
  package enum Outcome: String, CaseIterable, Sendable {
    case done, dropped
  }

  package let number: Int
  package let on: PartialDay
  package let outcome: Outcome

  package init(number: Int, on: PartialDay, outcome: Outcome) {
    self.number = number
    self.on = on
    self.outcome = outcome
  }

  package var data: JSON {
    ["number": .count(number), "on": .day(on), "outcome": .text(outcome.rawValue)]
  }

  package init(_ reader: FieldReader) throws(Failure) {
    number = try reader.int("number")
    on = try reader.partialDay("on")
    outcome = try reader.choice("outcome")
  }
}
