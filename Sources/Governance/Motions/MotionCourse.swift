package import Values

/// A motion came into another state, or was taken back: which of both, the event says.
package struct MotionMove: EventFacts {
  package let on: PartialDay
  /// The transition of the rules that it took.
  package let transition: String
  package let from: String
  /// How many other members supported it then.
  package let supporters: Int
  package let stage: MotionStage
  package let reason: String?

  package init(
    on: PartialDay, transition: String, from: String, supporters: Int, stage: MotionStage,
    reason: String? = nil
  ) {
    (self.on, self.transition, self.from) = (on, transition, from)
    (self.supporters, self.stage, self.reason) = (supporters, stage, reason)
  }

  /// The state to which it leads stands beside the stage, for guards.
  package var data: JSON {
    .object(compacting: [
      ("on", .day(on)), ("transition", .text(transition)), ("from", .text(from)),
      ("to", .text(stage.state)), ("supporters", .count(supporters)), ("stage", stage.data),
      ("reason", reason.map { .text($0) }),
    ])
  }

  package init(_ reader: FieldReader) throws(Failure) {
    on = try reader.partialDay("on")
    transition = try reader.text("transition")
    from = try reader.text("from")
    _ = try reader.text("to")
    supporters = try reader.int("supporters")
    stage = try MotionStage(reader.part("stage"))
    reason = try reader.optional("reason", FieldReader.text)
  }
}

/// A deliberation decided a motion in the text that it then had.
package struct MotionDecision: EventFacts {
  package let on: PartialDay
  package let deliberation: DeliberationID
  package let isAdopted: Bool
  /// Of the text that was voted on, amendments included, in hexadecimal digits.
  package let digest: String
  package let from: String
  /// Nil for a vote that changed nothing.
  package let way: MotionWay?

  package init(
    on: PartialDay, deliberation: DeliberationID, isAdopted: Bool, digest: String, from: String,
    way: MotionWay?
  ) {
    (self.on, self.deliberation, self.isAdopted) = (on, deliberation, isAdopted)
    (self.digest, self.from, self.way) = (digest, from, way)
  }

  package var outcome: Deliberation.Outcome { isAdopted ? .adopted : .rejected }

  package var data: JSON {
    .object(compacting: [
      ("on", .day(on)), ("deliberation", .text(deliberation.text)),
      ("outcome", .text(outcome.rawValue)), ("digest", .text(digest)), ("from", .text(from)),
      ("transition", way.map { .text($0.transition) }), ("to", way.map { .text($0.to) }),
    ])
  }

  package init(_ reader: FieldReader) throws(Failure) {
    on = try reader.partialDay("on")
    deliberation = try reader.id("deliberation")
    isAdopted = try reader.choice("outcome", of: Deliberation.Outcome.self) == .adopted
    digest = try reader.text("digest")
    from = try reader.text("from")
    way =
      try reader.has("to")
      ? MotionWay(reader.optional("transition", FieldReader.text) ?? "", to: reader.text("to"))
      : nil
  }
}

/// The vote that decided something of a motion was annulled, so that it is open again.
package struct MotionReopening: EventFacts {
  package let on: PartialDay
  /// The annulled vote.
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
