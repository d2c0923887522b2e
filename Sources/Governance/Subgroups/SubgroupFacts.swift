package import Values

/// A subgroup is created with a mandate.
package struct SubgroupCreation: EventFacts {
  package let title: String
  package let mandate: String
  package let from: PartialDay
  /// The last day of the mandate, included; nil when it has no end.
  package let until: Day?
  package let deliberation: DeliberationID

  package init(
    title: String, mandate: String, from: PartialDay, until: Day?, deliberation: DeliberationID
  ) {
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
    ])
  }

  package init(_ reader: FieldReader) throws(Failure) {
    title = try reader.text("title")
    mandate = try reader.text("mandate")
    from = try reader.partialDay("from")
    until = try reader.optional("until", FieldReader.day)
    deliberation = try reader.id("deliberation")
  }
}

/// A member takes over the coordination of a subgroup.
package struct SubgroupCoordination: EventFacts {
  package let member: MemberID
  package let from: PartialDay

  package init(member: MemberID, from: PartialDay) {
    self.member = member
    self.from = from
  }

  package var data: JSON { ["member": .text(member.text), "from": .day(from)] }

  package init(_ reader: FieldReader) throws(Failure) {
    member = try reader.id("member")
    from = try reader.partialDay("from")
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
