package import Values

/// What happens to a role: a person is named for it, or is no longer in it.
package enum RoleEvent: EntityEvent {
  case assigned(RoleAssignment)
  case ended(RoleEnding)

  package static let schemas = ["role.assigned": 1, "role.ended": 1]

  package var type: String {
    switch self {
    case .assigned: "role.assigned"
    case .ended: "role.ended"
    }
  }

  package var data: JSON {
    switch self {
    case .assigned(let facts): facts.data
    case .ended(let facts): facts.data
    }
  }

  package init(type: String, data: JSON) throws(Failure) {
    let reader = try FieldReader(data, of: type)
    switch type {
    case "role.assigned": self = .assigned(try RoleAssignment(reader))
    case "role.ended": self = .ended(try RoleEnding(reader))
    default: throw Failure(.eventUnknown, ["type": .text(type)])
    }
  }
}

/// A person is named for a role.
package struct RoleAssignment: EventFacts {
  package let person: PersonID
  /// The member for which the person acts; nil for none.
  package let member: MemberID?
  package let from: PartialDay
  /// The first day on which the person is no longer in it; nil while none is set.
  package let until: Day?
  /// The deliberation by which it was decided; nil where none was named.
  package let deliberation: DeliberationID?

  package init(
    person: PersonID, member: MemberID? = nil, from: PartialDay, until: Day? = nil,
    deliberation: DeliberationID? = nil
  ) {
    (self.person, self.member, self.from) = (person, member, from)
    (self.until, self.deliberation) = (until, deliberation)
  }

  package var data: JSON {
    .object(compacting: [
      ("person", .text(person.text)), ("member", member.map { .text($0.text) }),
      ("from", .day(from)), ("until", until.map { .text($0.description) }),
      ("deliberation", deliberation.map { .text($0.text) }),
    ])
  }

  package init(_ reader: FieldReader) throws(Failure) {
    person = try reader.id("person")
    member = reader.has("member") ? try reader.id("member") : nil
    from = try reader.partialDay("from")
    until = try reader.optional("until", FieldReader.day)
    deliberation = reader.has("deliberation") ? try reader.id("deliberation") : nil
  }
}

/// A person is in a role no longer.
package struct RoleEnding: EventFacts {
  package let person: PersonID
  /// The first day on which the person is no longer in it.
  package let until: PartialDay
  package let reason: String?

  package init(person: PersonID, until: PartialDay, reason: String? = nil) {
    (self.person, self.until, self.reason) = (person, until, reason)
  }

  package var data: JSON {
    .object(compacting: [
      ("person", .text(person.text)), ("until", .day(until)), ("reason", reason.map { .text($0) }),
    ])
  }

  package init(_ reader: FieldReader) throws(Failure) {
    person = try reader.id("person")
    until = try reader.partialDay("until")
    reason = try reader.optional("reason", FieldReader.text)
  }
}
