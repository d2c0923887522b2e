package import Plugins
package import Values

/// When a letter is written, counted from the day on which something is due.
package enum ReminderStep: Hashable, Sendable {
  /// With the beginning of the matter itself.
  case begin
  case before(Period)
  case after(Period)

  /// As it is stored: `begin`, `before-P14D`, `after-P7D`.
  package var text: String {
    switch self {
    case .begin: "begin"
    case .before(let period): "before-\(period)"
    case .after(let period): "after-\(period)"
    }
  }

  package init?(_ text: String) {
    let parts = text.split(separator: "-", maxSplits: 1)
    switch (parts.first, parts.count == 2 ? Period(parts[1]) : nil) {
    case ("begin", nil) where parts.count == 1: self = .begin
    case ("before", let period?): self = .before(period)
    case ("after", let period?): self = .after(period)
    default: return nil
    }
    guard self.text == text else { return nil }
  }

  /// The day of the step of a matter that began on one day and is due on another.
  package func day(since first: Day, due: Day) -> Day {
    switch self {
    case .begin: first
    case .before(let period): due - period
    case .after(let period): due + period
    }
  }
}

/// What a letter is about and to whom it goes; the person's name and address stand sealed elsewhere.
package struct LetterFacts: EventFacts {
  package let about: ReminderRule.Matter
  /// What is due, by its id, such as `PT.contact_point.1` or `action-3`.
  package let subject: String
  package let due: Day
  package let step: ReminderStep
  /// The day of the step, on which the letter is dated.
  package let on: Day
  package let person: PersonID
  /// The member for which the person gets it; nil for none.
  package let member: MemberID?
  /// The language in which it is written, such as `pt`.
  package let language: String
  /// What the matter is called; nil where its id says enough.
  package let title: String?
  /// What the title quotes, in JSON as notes keep it; nil for a title without places for values.
  package let values: JSON?

  package init(
    about: ReminderRule.Matter, subject: String, due: Day, step: ReminderStep, on: Day,
    person: PersonID, member: MemberID? = nil, language: String, title: String? = nil,
    values: JSON? = nil
  ) {
    (self.about, self.subject, self.due, self.step) = (about, subject, due, step)
    (self.on, self.person, self.member) = (on, person, member)
    (self.language, self.title, self.values) = (language, title, values)
  }

  package var data: JSON {
    .object(compacting: [
      ("about", .text(about.rawValue)), ("subject", .text(subject)),
      ("due", .text(due.description)), ("step", .text(step.text)), ("on", .text(on.description)),
      ("person", .text(person.text)), ("member", member.map { .text($0.text) }),
      ("language", .text(language)), ("title", title.map { .text($0) }), ("values", values),
    ])
  }

  package init(_ reader: FieldReader) throws(Failure) {
    about = try reader.choice("about")
    subject = try reader.text("subject")
    due = try reader.day("due")
    guard let step = ReminderStep(try reader.text("step")) else {
      throw Failure(.eventUnreadable, ["subject": .text(reader.subject), "field": .text("step")])
    }
    self.step = step
    on = try reader.day("on")
    person = try reader.id("person")
    member = reader.has("member") ? try reader.id("member") : nil
    language = try reader.text("language")
    title = try reader.optional("title", FieldReader.text)
    values = reader.has("values") ? reader.fields["values"] : nil
  }
}
