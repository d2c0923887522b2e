package import Values

/// Seats of a body are up for election.
package struct ElectionOpening: EventFacts {
  package let on: PartialDay
  /// The body whose seats they are, and the one that elects.
  package let body: String
  package let by: String
  /// How many are to be filled: 1 or more.
  package let seats: Int
  /// The members that keep their seat, in the order of the composition.
  package let stays: [MemberID]
  /// The last day on which candidates are named; nil for until the first round.
  package let until: Day?

  package init(
    on: PartialDay, body: String, by: String, seats: Int, stays: [MemberID] = [],
    until: Day? = nil
  ) {
    (self.on, self.body, self.by) = (on, body, by)
    (self.seats, self.stays, self.until) = (seats, stays, until)
  }

  package var data: JSON {
    .object(compacting: [
      ("on", .day(on)), ("body", .text(body)), ("by", .text(by)), ("seats", .count(seats)),
      ("stays", stays.isEmpty ? nil : .ids(stays)),
      ("until", until.map { .text($0.description) }),
    ])
  }

  package init(_ reader: FieldReader) throws(Failure) {
    on = try reader.partialDay("on")
    body = try reader.text("body")
    by = try reader.text("by")
    seats = try reader.int("seats")
    stays = reader.has("stays") ? try reader.ids("stays") : []
    until = try reader.optional("until", FieldReader.day)
  }
}

/// A member was named as a candidate.
package struct CandidateNaming: EventFacts {
  package let on: PartialDay
  package let member: MemberID
  /// The member that named it; nil where nobody was said to.
  package let proposer: MemberID?

  package init(on: PartialDay, member: MemberID, proposer: MemberID? = nil) {
    (self.on, self.member, self.proposer) = (on, member, proposer)
  }

  package var data: JSON {
    .object(compacting: [
      ("on", .day(on)), ("member", .text(member.text)),
      ("proposer", proposer.map { .text($0.text) }),
    ])
  }

  package init(_ reader: FieldReader) throws(Failure) {
    on = try reader.partialDay("on")
    member = try reader.id("member")
    proposer = reader.has("proposer") ? try reader.id("proposer") : nil
  }
}

/// A candidate accepted, or withdrew.
package struct CandidateStep: EventFacts {
  package let on: PartialDay
  package let member: MemberID
  package let reason: String?

  package init(on: PartialDay, member: MemberID, reason: String? = nil) {
    (self.on, self.member, self.reason) = (on, member, reason)
  }

  package var data: JSON {
    .object(compacting: [
      ("on", .day(on)), ("member", .text(member.text)), ("reason", reason.map { .text($0) }),
    ])
  }

  package init(_ reader: FieldReader) throws(Failure) {
    on = try reader.partialDay("on")
    member = try reader.id("member")
    reason = try reader.optional("reason", FieldReader.text)
  }
}

/// An election is over.
package struct ElectionClosing: EventFacts {
  package let on: PartialDay
  /// Everybody who was elected, those without a vote too.
  package let elected: [MemberID]
  /// How many seats nobody got.
  package let vacant: Int
  /// Those who were elected without a vote, since there were no more candidates than seats.
  package let unopposed: [MemberID]

  package init(
    on: PartialDay, elected: [MemberID], vacant: Int, unopposed: [MemberID] = []
  ) {
    (self.on, self.elected) = (on, elected)
    (self.vacant, self.unopposed) = (vacant, unopposed)
  }

  package var data: JSON {
    .object(compacting: [
      ("on", .day(on)), ("elected", .ids(elected)), ("vacant", .count(vacant)),
      ("unopposed", unopposed.isEmpty ? nil : .ids(unopposed)),
    ])
  }

  package init(_ reader: FieldReader) throws(Failure) {
    on = try reader.partialDay("on")
    elected = try reader.ids("elected")
    vacant = try reader.int("vacant")
    unopposed = reader.has("unopposed") ? try reader.ids("unopposed") : []
  }
}
