package import Values

/// The terms of reference of a subgroup are renewed or changed by a deliberation.
package struct SubgroupAmendment: EventFacts {
  package let on: PartialDay
  package let deliberation: DeliberationID
  /// Nil where the mandate stays as it is.
  package let mandate: String?
  /// The new last day of the mandate; nil where it stays.
  package let until: Day?
  /// All rules that the subgroup has of its own from now on, by their paths; nil where they stay as they are.
  package let terms: [String: String]?

  package init(
    on: PartialDay, deliberation: DeliberationID, mandate: String? = nil, until: Day? = nil,
    terms: [String: String]? = nil
  ) {
    (self.on, self.deliberation, self.mandate) = (on, deliberation, mandate)
    (self.until, self.terms) = (until, terms)
  }

  package var data: JSON {
    .object(compacting: [
      ("on", .day(on)), ("deliberation", .text(deliberation.text)),
      ("mandate", mandate.map { .text($0) }),
      ("until", until.map { .text($0.description) }), ("terms", terms.map(JSON.terms)),
    ])
  }

  package init(_ reader: FieldReader) throws(Failure) {
    on = try reader.partialDay("on")
    deliberation = try reader.id("deliberation")
    mandate = try reader.optional("mandate", FieldReader.text)
    until = try reader.optional("until", FieldReader.day)
    terms = try reader.has("terms") ? reader.terms("terms") : nil
  }
}

/// A member begins to take part in a subgroup.
package struct SubgroupJoining: EventFacts {
  package let member: MemberID
  package let from: PartialDay

  package init(member: MemberID, from: PartialDay) { (self.member, self.from) = (member, from) }

  package var data: JSON { ["member": .text(member.text), "from": .day(from)] }

  package init(_ reader: FieldReader) throws(Failure) {
    member = try reader.id("member")
    from = try reader.partialDay("from")
  }
}

/// A member takes part in a subgroup no longer.
package struct SubgroupLeaving: EventFacts {
  package let member: MemberID
  /// The first day without it.
  package let from: PartialDay
  package let reason: String?

  package init(member: MemberID, from: PartialDay, reason: String? = nil) {
    (self.member, self.from, self.reason) = (member, from, reason)
  }

  package var data: JSON {
    .object(compacting: [
      ("member", .text(member.text)), ("from", .day(from)), ("reason", reason.map { .text($0) }),
    ])
  }

  package init(_ reader: FieldReader) throws(Failure) {
    member = try reader.id("member")
    from = try reader.partialDay("from")
    reason = try reader.optional("reason", FieldReader.text)
  }
}

extension JSON {
  /// Rules of a subgroup by their paths, in the order of the paths.
  static func terms(_ terms: [String: String]) -> JSON {
    .object(JSON.Fields(terms.sorted { $0.key < $1.key }.map { ($0.key, .text($0.value)) }))
  }
}

extension FieldReader {
  /// Rules of a subgroup by their paths; throws for anything that is no text.
  func terms(_ name: String) throws(Failure) -> [String: String] {
    let members = try FieldReader(fields[name] ?? .null, of: subject)
    var terms: [String: String] = [:]
    for member in members.fields.members { terms[member.name] = try members.text(member.name) }
    return terms
  }
}
