package import Values

/// Somebody named to act for a seat when its holder is away or missing.
package struct AlternateNaming: EventFacts {
  package let person: PersonID
  /// From 1: of several who are there, the lowest acts.
  package let rank: Int
  package let from: PartialDay
  /// The first day on which it is no alternate any more; nil when no end is known.
  package let until: Day?
  /// The instrument of the naming, in the words of whoever names.
  package let act: String?

  package init(
    person: PersonID, rank: Int, from: PartialDay, until: Day? = nil, act: String? = nil
  ) {
    self.person = person
    self.rank = rank
    self.from = from
    self.until = until
    self.act = act
  }

  package var data: JSON {
    .object(compacting: [
      ("person", .text(person.text)), ("rank", .count(rank)), ("from", .day(from)),
      ("until", until.map { .text($0.description) }), ("act", act.map { .text($0) }),
    ])
  }

  package init(_ reader: FieldReader) throws(Failure) {
    person = try reader.id("person")
    rank = try reader.int("rank")
    from = try reader.partialDay("from")
    until = try reader.optional("until", FieldReader.day)
    act = try reader.optional("act", FieldReader.text)
  }
}

/// Somebody is no alternate any more.
package struct AlternateEnd: EventFacts {
  package let person: PersonID
  package let until: PartialDay
  package let reason: String

  package init(person: PersonID, until: PartialDay, reason: String) {
    self.person = person
    self.until = until
    self.reason = reason
  }

  package var data: JSON {
    ["person": .text(person.text), "until": .day(until), "reason": .text(reason)]
  }

  package init(_ reader: FieldReader) throws(Failure) {
    person = try reader.id("person")
    until = try reader.partialDay("until")
    reason = try reader.text("reason")
  }
}

/// A holder or an alternate is away, or there again; why is not asked, since it may be a matter of health.
package struct Absence: EventFacts {
  package let person: PersonID
  package let from: PartialDay
  /// The first day on which the person is there again; nil when that is not known, or is now.
  package let until: Day?

  package init(person: PersonID, from: PartialDay, until: Day? = nil) {
    self.person = person
    self.from = from
    self.until = until
  }

  package var data: JSON {
    .object(compacting: [
      ("person", .text(person.text)), ("from", .day(from)),
      ("until", until.map { .text($0.description) }),
    ])
  }

  package init(_ reader: FieldReader) throws(Failure) {
    person = try reader.id("person")
    from = try reader.partialDay("from")
    until = try reader.optional("until", FieldReader.day)
  }
}
