package import Values

/// A state, territory or institution asks to belong, or to belong in another class.
package struct ApplicationFiling: EventFacts {
  package let member: MemberID
  /// The class applied for.
  package let memberClass: String
  package let on: PartialDay
  /// The letter, in its words or by its reference.
  package let text: String?
  /// Of the paper that was filed, in hexadecimal digits.
  package let digest: String?

  package init(
    member: MemberID, memberClass: String, on: PartialDay, text: String? = nil,
    digest: String? = nil
  ) {
    self.member = member
    self.memberClass = memberClass
    self.on = on
    self.text = text
    self.digest = digest
  }

  package var data: JSON {
    .object(compacting: [
      ("member", .text(member.text)), ("class", .text(memberClass)), ("on", .day(on)),
      ("text", text.map { .text($0) }), ("digest", digest.map { .text($0) }),
    ])
  }

  package init(_ reader: FieldReader) throws(Failure) {
    member = try reader.id("member")
    memberClass = try reader.text("class")
    on = try reader.partialDay("on")
    text = try reader.optional("text", FieldReader.text)
    digest = try reader.optional("digest", FieldReader.text)
  }
}

/// What a body thinks of an application.
package struct ApplicationOpinion: EventFacts {
  package enum Tenor: String, CaseIterable, Sendable {
    case favourable, unfavourable
  }

  package let body: String
  package let tenor: Tenor
  package let on: PartialDay
  /// The deliberation in which the body came to it; nil where it was given otherwise.
  package let deliberation: DeliberationID?
  package let text: String?

  package init(
    body: String, tenor: Tenor, on: PartialDay, deliberation: DeliberationID? = nil,
    text: String? = nil
  ) {
    self.body = body
    self.tenor = tenor
    self.on = on
    self.deliberation = deliberation
    self.text = text
  }

  package var data: JSON {
    .object(compacting: [
      ("body", .text(body)), ("tenor", .text(tenor.rawValue)), ("on", .day(on)),
      ("deliberation", deliberation.map { .text($0.text) }), ("text", text.map { .text($0) }),
    ])
  }

  package init(_ reader: FieldReader) throws(Failure) {
    body = try reader.text("body")
    tenor = try reader.choice("tenor")
    on = try reader.partialDay("on")
    deliberation = try reader.has("deliberation") ? reader.id("deliberation") : nil
    text = try reader.optional("text", FieldReader.text)
  }
}

/// The end of an application: decided by a deliberation, or taken back.
package struct ApplicationEnd: EventFacts {
  package let on: PartialDay
  /// Nil for one that was taken back.
  package let deliberation: DeliberationID?
  package let reason: String?

  package init(on: PartialDay, deliberation: DeliberationID? = nil, reason: String? = nil) {
    self.on = on
    self.deliberation = deliberation
    self.reason = reason
  }

  package var data: JSON {
    .object(compacting: [
      ("on", .day(on)), ("deliberation", deliberation.map { .text($0.text) }),
      ("reason", reason.map { .text($0) }),
    ])
  }

  package init(_ reader: FieldReader) throws(Failure) {
    on = try reader.partialDay("on")
    deliberation = try reader.has("deliberation") ? reader.id("deliberation") : nil
    reason = try reader.optional("reason", FieldReader.text)
  }
}
