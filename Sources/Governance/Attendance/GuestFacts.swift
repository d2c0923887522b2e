package import Values

/// Somebody who is at a meeting without belonging to the network: a state, an organisation or a person.
package struct Guest: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case state, organisation, person
  }

  package let kind: Kind
  /// The code of a state, the name of an organisation, or the id of a person, whose name stays sealed.
  package let name: String

  package init(_ kind: Kind, _ name: String) {
    self.kind = kind
    self.name = name
  }
}

/// A guest comes to a meeting; it is counted apart and has no rights.
package struct GuestArrival: EventFacts {
  /// From 1, in the order of recording at one meeting.
  package let number: Int
  package let guest: Guest
  /// How many persons come for a state or an organisation; nil where nobody counted them.
  package let count: Int?
  package let time: TimeOfDay?
  package let isRemote: Bool

  package init(
    number: Int, guest: Guest, count: Int? = nil, time: TimeOfDay? = nil, isRemote: Bool = false
  ) {
    self.number = number
    self.guest = guest
    self.count = count
    self.time = time
    self.isRemote = isRemote
  }

  package var data: JSON {
    .object(compacting: [
      ("number", .count(number)), ("kind", .text(guest.kind.rawValue)),
      ("guest", .text(guest.name)), ("count", count.map { .count($0) }),
      ("time", time.map { .text($0.description) }), ("remote", isRemote ? true : nil),
    ])
  }

  package init(_ reader: FieldReader) throws(Failure) {
    number = try reader.int("number")
    guest = Guest(try reader.choice("kind"), try reader.text("guest"))
    count = try reader.optional("count", FieldReader.int)
    time = try reader.optional("time", FieldReader.time)
    isRemote = try reader.has("remote") ? reader.bool("remote") : false
  }
}

/// A guest leaves before the end.
package struct GuestDeparture: EventFacts {
  package let number: Int
  package let time: TimeOfDay?

  package init(number: Int, time: TimeOfDay? = nil) {
    self.number = number
    self.time = time
  }

  package var data: JSON {
    .object(compacting: [
      ("number", .count(number)), ("time", time.map { .text($0.description) }),
    ])
  }

  package init(_ reader: FieldReader) throws(Failure) {
    number = try reader.int("number")
    time = try reader.optional("time", FieldReader.time)
  }
}
