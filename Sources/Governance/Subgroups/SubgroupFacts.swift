package import Values

/// A subgroup is created with a mandate.
package struct SubgroupCreation: EventFacts {
  package let title: String
  package let mandate: String
  package let from: PartialDay
  /// The last day of the mandate, included; nil when it has no end.
  package let until: Day?
  package let deliberation: DeliberationID
  /// Who takes part from the first day.
  package let members: [MemberID]
  /// The rules that it sets for itself, by their paths, as a plugin writes the values.
  package let terms: [String: String]

  package init(
    title: String, mandate: String, from: PartialDay, until: Day?, deliberation: DeliberationID,
    members: [MemberID] = [], terms: [String: String] = [:]
  ) {
    (self.members, self.terms) = (members, terms)
    self.title = title
    self.mandate = mandate
    self.from = from
    self.until = until
    self.deliberation = deliberation
  }

  package var data: JSON {
    .object(compacting: [
      ("title", .text(title)), ("mandate", .text(mandate)), ("from", .day(from)),
      ("until", until.map { .text($0.description) }), ("deliberation", .text(deliberation.text)),
      ("members", members.isEmpty ? nil : .ids(members)),
      ("terms", terms.isEmpty ? nil : .terms(terms)),
    ])
  }

  package init(_ reader: FieldReader) throws(Failure) {
    title = try reader.text("title")
    mandate = try reader.text("mandate")
    from = try reader.partialDay("from")
    until = try reader.optional("until", FieldReader.day)
    deliberation = try reader.id("deliberation")
    members = try reader.has("members") ? reader.ids("members") : []
    terms = try reader.has("terms") ? reader.terms("terms") : [:]
  }
}

/// A member takes over the coordination of a subgroup.
package struct SubgroupCoordination: EventFacts {
  package let member: MemberID
  package let from: PartialDay
  /// The last day of its term, included; nil where the rules know none.
  package let until: Day?

  package init(member: MemberID, from: PartialDay, until: Day? = nil) {
    (self.member, self.from, self.until) = (member, from, until)
  }

  package var data: JSON {
    .object(compacting: [
      ("member", .text(member.text)), ("from", .day(from)),
      ("until", until.map { .text($0.description) }),
    ])
  }

  package init(_ reader: FieldReader) throws(Failure) {
    member = try reader.id("member")
    from = try reader.partialDay("from")
    until = try reader.optional("until", FieldReader.day)
  }
}

/// A subgroup reports to the network.
package struct SubgroupReport: EventFacts {
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

/// A subgroup ends.
package struct SubgroupEnding: EventFacts {
  package let on: PartialDay
  package let reason: String?

  package init(on: PartialDay, reason: String?) {
    self.on = on
    self.reason = reason
  }

  package var data: JSON {
    .object(compacting: [("on", .day(on)), ("reason", reason.map { .text($0) })])
  }

  package init(_ reader: FieldReader) throws(Failure) {
    on = try reader.partialDay("on")
    reason = try reader.optional("reason", FieldReader.text)
  }
}
