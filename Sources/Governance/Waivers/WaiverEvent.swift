package import Values

/// What happens to a waiver.
package enum WaiverEvent: EntityEvent {
  case given(WaiverGrant)
  case used(WaiverUse)

  package static let schemas = ["guard.waived": 1, "waiver.used": 1]

  package var type: String {
    switch self {
    case .given: "guard.waived"
    case .used: "waiver.used"
    }
  }

  package var data: JSON {
    switch self {
    case .given(let facts): facts.data
    case .used(let facts): facts.data
    }
  }

  package init(type: String, data: JSON) throws(Failure) {
    let reader = try FieldReader(data, of: type)
    switch type {
    case "guard.waived": self = .given(try WaiverGrant(reader))
    case "waiver.used": self = .used(try WaiverUse(reader))
    default: throw Failure(.eventUnknown, ["type": .text(type)])
    }
  }
}

/// A guard is waived: for one act, or for every act until a day.
package struct WaiverGrant: EventFacts {
  /// The id of the guard.
  package let rule: String
  /// Who waives it: a role, or the body of the deliberation.
  package let by: String
  /// The deliberation of that body; nil where a role waives.
  package let deliberation: DeliberationID?
  package let reason: String?
  /// The one thing for which it counts, such as `plenary-2`; nil for any.
  package let subject: String?
  package let from: PartialDay
  /// The last day on which it counts; nil for none, which only one act can have.
  package let until: Day?
  /// Whether it lets every act pass until that day, and not the first alone.
  package let repeats: Bool

  package init(
    rule: String, by: String, deliberation: DeliberationID? = nil, reason: String? = nil,
    subject: String? = nil, from: PartialDay, until: Day? = nil, repeats: Bool = false
  ) {
    (self.rule, self.by, self.deliberation) = (rule, by, deliberation)
    (self.reason, self.subject, self.from) = (reason, subject, from)
    (self.until, self.repeats) = (until, repeats)
  }

  package var data: JSON {
    .object(compacting: [
      ("guard", .text(rule)), ("by", .text(by)),
      ("deliberation", deliberation.map { .text($0.text) }), ("reason", reason.map { .text($0) }),
      ("subject", subject.map { .text($0) }), ("from", .day(from)),
      ("until", until.map { .text($0.description) }), ("repeats", .bool(repeats)),
    ])
  }

  package init(_ reader: FieldReader) throws(Failure) {
    rule = try reader.text("guard")
    by = try reader.text("by")
    deliberation = reader.has("deliberation") ? try reader.id("deliberation") : nil
    reason = try reader.optional("reason", FieldReader.text)
    subject = try reader.optional("subject", FieldReader.text)
    from = try reader.partialDay("from")
    until = try reader.optional("until", FieldReader.day)
    repeats = try reader.bool("repeats")
  }
}

/// An act passed a guard that did not hold, by a waiver.
package struct WaiverUse: EventFacts {
  package let on: Day
  /// The type of event that passed, such as `meeting.convened`.
  package let event: String
  /// The thing that it happened to, such as `plenary-2`.
  package let subject: String

  package init(on: Day, event: String, subject: String) {
    (self.on, self.event, self.subject) = (on, event, subject)
  }

  package var data: JSON {
    ["on": .text(on.description), "event": .text(event), "subject": .text(subject)]
  }

  package init(_ reader: FieldReader) throws(Failure) {
    on = try reader.day("on")
    event = try reader.text("event")
    subject = try reader.text("subject")
  }
}
