package import Values

/// A meeting or a deliberation gave somebody something to do by a day.
package struct AssignmentMaking: EventFacts {
  package let title: String
  /// The member or office that is answerable; never a person's name.
  package let owner: String
  package let due: Day
  package let on: PartialDay
  /// The meeting that gave it; nil where only a deliberation did.
  package let meeting: MeetingID?
  /// The item of that meeting under which it was given.
  package let item: ItemID?
  package let deliberation: DeliberationID?
  /// The series on whose agendas it stands until it ends; nil where none could be told.
  package let series: String?

  package init(
    title: String, owner: String, due: Day, on: PartialDay, meeting: MeetingID? = nil,
    item: ItemID? = nil, deliberation: DeliberationID? = nil, series: String? = nil
  ) {
    self.title = title
    self.owner = owner
    self.due = due
    self.on = on
    self.meeting = meeting
    self.item = item
    self.deliberation = deliberation
    self.series = series
  }

  package var data: JSON {
    .object(compacting: [
      ("title", .text(title)), ("owner", .text(owner)), ("due", .text(due.description)),
      ("on", .day(on)), ("meeting", meeting.map { .text($0.text) }),
      ("item", item.map { .text($0.text) }),
      ("deliberation", deliberation.map { .text($0.text) }), ("series", series.map { .text($0) }),
    ])
  }

  package init(_ reader: FieldReader) throws(Failure) {
    title = try reader.text("title")
    owner = try reader.text("owner")
    due = try reader.day("due")
    on = try reader.partialDay("on")
    meeting = try reader.has("meeting") ? reader.id("meeting") : nil
    item = try reader.has("item") ? reader.id("item") : nil
    deliberation = try reader.has("deliberation") ? reader.id("deliberation") : nil
    series = try reader.optional("series", FieldReader.text)
  }
}

/// The owner told how it goes.
package struct AssignmentReport: EventFacts {
  package let on: PartialDay
  package let text: String

  package init(on: PartialDay, text: String) {
    self.on = on
    self.text = text
  }

  package var data: JSON { ["on": .day(on), "text": .text(text)] }

  package init(_ reader: FieldReader) throws(Failure) {
    on = try reader.partialDay("on")
    text = try reader.text("text")
  }
}

/// It got a later day.
package struct AssignmentExtension: EventFacts {
  package let on: PartialDay
  /// The day due until then.
  package let from: Day
  package let due: Day
  package let reason: String

  package init(on: PartialDay, from: Day, due: Day, reason: String) {
    self.on = on
    self.from = from
    self.due = due
    self.reason = reason
  }

  package var data: JSON {
    [
      "on": .day(on), "from": .text(from.description), "due": .text(due.description),
      "reason": .text(reason),
    ]
  }

  package init(_ reader: FieldReader) throws(Failure) {
    on = try reader.partialDay("on")
    from = try reader.day("from")
    due = try reader.day("due")
    reason = try reader.text("reason")
  }
}

/// It is done or was given up, with what came of it.
package struct AssignmentClosing: EventFacts {
  package let on: PartialDay
  package let outcome: ActionClosing.Outcome
  /// What came of it, or why it was given up.
  package let result: String

  package init(on: PartialDay, outcome: ActionClosing.Outcome, result: String) {
    self.on = on
    self.outcome = outcome
    self.result = result
  }

  package var data: JSON {
    ["on": .day(on), "outcome": .text(outcome.rawValue), "result": .text(result)]
  }

  package init(_ reader: FieldReader) throws(Failure) {
    on = try reader.partialDay("on")
    outcome = try reader.choice("outcome")
    result = try reader.text("result")
  }
}
