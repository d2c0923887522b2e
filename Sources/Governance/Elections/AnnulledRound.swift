package import Values

/// That the last round of an election does not count, since it was not voted as it should have been.
package struct RoundAnnulment: EventFacts {
  /// From 1; the round that is voted in its place has the same number.
  package let round: Int
  package let on: PartialDay
  package let reason: String
  /// By which the body annulled it; nil when the chair did, in the meeting of the round.
  package let deliberation: DeliberationID?

  package init(
    round: Int, on: PartialDay, reason: String, deliberation: DeliberationID? = nil
  ) {
    (self.round, self.on, self.reason, self.deliberation) = (round, on, reason, deliberation)
  }

  package var data: JSON {
    .object(compacting: [
      ("round", .count(round)), ("on", .day(on)), ("reason", .text(reason)),
      ("deliberation", deliberation.map { .text($0.text) }),
    ])
  }

  package init(_ reader: FieldReader) throws(Failure) {
    round = try reader.int("round")
    on = try reader.partialDay("on")
    reason = try reader.text("reason")
    deliberation = reader.has("deliberation") ? try reader.id("deliberation") : nil
  }
}

/// A round that was annulled, with the event that says so; both stay.
package struct AnnulledRound: Hashable, Sendable {
  package let round: Recorded<ElectionRound>
  package let annulment: Recorded<RoundAnnulment>

  var json: JSON { ["round": round.json, "annulment": annulment.json] }

  init(_ round: Recorded<ElectionRound>, _ annulment: Recorded<RoundAnnulment>) {
    (self.round, self.annulment) = (round, annulment)
  }

  init(_ json: JSON) throws(Failure) {
    let reader = try FieldReader(json, of: Election.category)
    round = try Recorded(reader.fields["round"] ?? .null, of: Election.category)
    annulment = try Recorded(reader.fields["annulment"] ?? .null, of: Election.category)
  }
}
