package import Plugins
package import Values

/// The time of a procedure begins to run, and when it ends.
package struct ProcedureClock: EventFacts {
  package let rule: String
  package let isUrgent: Bool
  package let addressees: [MemberID]
  package let notified: [MemberID]
  package let from: Instant
  /// The first moment that is too late.
  package let expires: Instant
  /// The end as the clocks of the zone show it, such as `2026-12-04 17:00`.
  package let local: String
  package let zone: String

  package init(
    rule: String, isUrgent: Bool, addressees: [MemberID], notified: [MemberID], from: Instant,
    expires: Instant, local: String, zone: String
  ) {
    self.rule = rule
    self.isUrgent = isUrgent
    self.addressees = addressees
    self.notified = notified
    self.from = from
    self.expires = expires
    self.local = local
    self.zone = zone
  }

  package var data: JSON {
    [
      "rule": .text(rule), "urgent": .bool(isUrgent), "addressees": .ids(addressees),
      "notified": .ids(notified), "from": .text(from.description),
      "expires": .text(expires.description), "local": .text(local), "zone": .text(zone),
    ]
  }

  package init(_ reader: FieldReader) throws(Failure) {
    rule = try reader.text("rule")
    isUrgent = try reader.bool("urgent")
    addressees = try reader.ids("addressees")
    notified = try reader.ids("notified")
    from = try reader.instant("from")
    expires = try reader.instant("expires")
    local = try reader.text("local")
    zone = try reader.text("zone")
  }
}

/// A member votes, or votes otherwise than before.
package struct ProcedureAnswer: EventFacts {
  package let member: MemberID
  package let vote: Resolution.Vote
  package let at: Instant
  /// Who gave it for the member, where that was said.
  package let person: PersonID?

  package init(member: MemberID, vote: Resolution.Vote, at: Instant, person: PersonID? = nil) {
    self.member = member
    self.vote = vote
    self.at = at
    self.person = person
  }

  package var data: JSON {
    .object(compacting: [
      ("member", .text(member.text)), ("vote", .text(vote.rawValue)),
      ("at", .text(at.description)), ("person", person.map { .text($0.text) }),
    ])
  }

  package init(_ reader: FieldReader) throws(Failure) {
    member = try reader.id("member")
    vote = try reader.choice("vote")
    at = try reader.instant("at")
    person = try reader.has("person") ? reader.id("person") : nil
  }
}

/// A member objects, proposes an amendment or asks for a meeting.
package struct ProcedureObjection: EventFacts {
  package let member: MemberID
  package let means: BreakingRule.Means
  package let at: Instant
  /// Whether it came when nothing could be broken any more: recorded, and without effect.
  package let isLate: Bool
  package let text: String?

  package init(
    member: MemberID, means: BreakingRule.Means, at: Instant, isLate: Bool = false,
    text: String? = nil
  ) {
    self.member = member
    self.means = means
    self.at = at
    self.isLate = isLate
    self.text = text
  }

  package var data: JSON {
    .object(compacting: [
      ("member", .text(member.text)), ("means", .text(means.rawValue)),
      ("at", .text(at.description)), ("late", .bool(isLate)), ("text", text.map { .text($0) }),
    ])
  }

  package init(_ reader: FieldReader) throws(Failure) {
    member = try reader.id("member")
    means = try reader.choice("means")
    at = try reader.instant("at")
    isLate = try reader.bool("late")
    text = try reader.optional("text", FieldReader.text)
  }
}

/// The time of a procedure is made longer.
package struct ProcedureExtension: EventFacts {
  /// When it would have ended.
  package let from: Instant
  package let expires: Instant
  package let local: String
  package let at: Instant
  package let reason: String

  package init(from: Instant, expires: Instant, local: String, at: Instant, reason: String) {
    self.from = from
    self.expires = expires
    self.local = local
    self.at = at
    self.reason = reason
  }

  package var data: JSON {
    [
      "from": .text(from.description), "expires": .text(expires.description),
      "local": .text(local), "at": .text(at.description), "reason": .text(reason),
    ]
  }

  package init(_ reader: FieldReader) throws(Failure) {
    from = try reader.instant("from")
    expires = try reader.instant("expires")
    local = try reader.text("local")
    at = try reader.instant("at")
    reason = try reader.text("reason")
  }
}
