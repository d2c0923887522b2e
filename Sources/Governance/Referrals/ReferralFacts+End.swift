package import Values

/// A body takes note of what it was handed and leaves it at that.
package struct ReferralNoting: EventFacts {
  package let on: PartialDay
  package let body: String
  /// What it answers.
  package let text: String?
  package let meeting: MeetingID?

  package init(on: PartialDay, body: String, text: String? = nil, meeting: MeetingID? = nil) {
    (self.on, self.body, self.text, self.meeting) = (on, body, text, meeting)
  }

  package var data: JSON {
    .object(compacting: [
      ("on", .day(on)), ("body", .text(body)), ("text", text.map { .text($0) }),
      ("meeting", meeting.map { .text($0.text) }),
    ])
  }

  package init(_ reader: FieldReader) throws(Failure) {
    on = try reader.partialDay("on")
    body = try reader.text("body")
    text = try reader.optional("text", FieldReader.text)
    meeting = try reader.has("meeting") ? reader.id("meeting") : nil
  }
}

/// A deliberation of the body that has it settles what was handed over.
package struct ReferralDecision: EventFacts {
  /// How a deliberation can settle it.
  package enum Outcome: String, CaseIterable, Sendable {
    case adopted, rejected

    /// Nil for what is put off and for a tie, which settle nothing.
    package init?(_ outcome: Deliberation.Outcome) {
      switch outcome {
      case .adopted: self = .adopted
      case .rejected: self = .rejected
      case .deferred, .tied: return nil
      }
    }
  }

  package let on: PartialDay
  package let body: String
  package let deliberation: DeliberationID
  package let outcome: Outcome
  /// Nil for a deliberation outside a meeting.
  package let meeting: MeetingID?

  package init(
    on: PartialDay, body: String, deliberation: DeliberationID, outcome: Outcome,
    meeting: MeetingID? = nil
  ) {
    (self.on, self.body, self.deliberation) = (on, body, deliberation)
    (self.outcome, self.meeting) = (outcome, meeting)
  }

  package var data: JSON {
    .object(compacting: [
      ("on", .day(on)), ("body", .text(body)), ("deliberation", .text(deliberation.text)),
      ("outcome", .text(outcome.rawValue)), ("meeting", meeting.map { .text($0.text) }),
    ])
  }

  package init(_ reader: FieldReader) throws(Failure) {
    on = try reader.partialDay("on")
    body = try reader.text("body")
    deliberation = try reader.id("deliberation")
    outcome = try reader.choice("outcome")
    meeting = try reader.has("meeting") ? reader.id("meeting") : nil
  }
}

/// The deliberation that settled it was annulled, so that it waits for an answer again.
package struct ReferralReopening: EventFacts {
  package let on: PartialDay
  package let deliberation: DeliberationID

  package init(on: PartialDay, deliberation: DeliberationID) {
    (self.on, self.deliberation) = (on, deliberation)
  }

  package var data: JSON { ["on": .day(on), "deliberation": .text(deliberation.text)] }

  package init(_ reader: FieldReader) throws(Failure) {
    on = try reader.partialDay("on")
    deliberation = try reader.id("deliberation")
  }
}

/// Whoever handed it over takes it back.
package struct ReferralWithdrawal: EventFacts {
  package let on: PartialDay
  package let reason: String

  package init(on: PartialDay, reason: String) { (self.on, self.reason) = (on, reason) }

  package var data: JSON { ["on": .day(on), "reason": .text(reason)] }

  package init(_ reader: FieldReader) throws(Failure) {
    on = try reader.partialDay("on")
    reason = try reader.text("reason")
  }
}
