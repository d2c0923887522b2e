package import Values

/// Who sits in a body from a day on, by which way.
package enum BoardEvent: EntityEvent {
  /// The members and what is known of how long and why.
  package struct Seating: Hashable, Sendable {
    /// In the order given, which is the order of chairing where that goes by turns.
    package var members: [MemberID]
    package var from: PartialDay
    /// The first day on which it no longer holds; nil when no end is known.
    package var until: Day?
    /// The office that coordinates, never a person's name.
    package var holder: String?
    /// The instrument, in the words of whoever issued it.
    package var act: String?
    /// The id of the deliberation that elected or named.
    package var deliberation: String?
    /// The id of the election in which they were elected as candidates.
    package var election: String?

    package init(
      members: [MemberID], from: PartialDay, until: Day? = nil, holder: String? = nil,
      act: String? = nil, deliberation: String? = nil, election: String? = nil
    ) {
      self.members = members
      self.from = from
      self.until = until
      self.holder = holder
      self.act = act
      self.deliberation = deliberation
      self.election = election
    }
  }

  case composed(Seating)
  case rotated(Seating)
  /// The same members in another order, in which their turns go.
  case swapped(Seating)
  case elected(Seating)
  case coordinatorNamed(Seating)

  package static let schemas = [
    "board.composed": 1, "board.rotated": 1, "board.swapped": 1, "board.elected": 1,
    "coordinator.named": 1,
  ]

  package var seating: Seating {
    switch self {
    case .composed(let seating), .rotated(let seating), .swapped(let seating),
      .elected(let seating), .coordinatorNamed(let seating):
      seating
    }
  }

  package var origin: BoardComposition.Origin {
    switch self {
    case .composed: .composition
    case .rotated: .rotation
    case .swapped: .swap
    case .elected: .election
    case .coordinatorNamed: .coordination
    }
  }

  package var type: String {
    switch self {
    case .composed: "board.composed"
    case .rotated: "board.rotated"
    case .swapped: "board.swapped"
    case .elected: "board.elected"
    case .coordinatorNamed: "coordinator.named"
    }
  }

  package var data: JSON { seating.json }

  package init(type: String, data: JSON) throws(Failure) {
    let seating = try Seating(data, of: type)
    switch type {
    case "board.composed": self = .composed(seating)
    case "board.rotated": self = .rotated(seating)
    case "board.swapped": self = .swapped(seating)
    case "board.elected": self = .elected(seating)
    case "coordinator.named": self = .coordinatorNamed(seating)
    default: throw Failure(.eventUnknown, ["type": .text(type)])
    }
  }
}

extension BoardEvent.Seating {
  var json: JSON {
    .object(compacting: [
      ("members", .ids(members)), ("from", .day(from)),
      ("until", until.map { .text($0.description) }), ("holder", holder.map { .text($0) }),
      ("act", act.map { .text($0) }), ("deliberation", deliberation.map { .text($0) }),
      ("election", election.map { .text($0) }),
    ])
  }

  init(_ json: JSON, of subject: String) throws(Failure) {
    let reader = try FieldReader(json, of: subject)
    members = try reader.ids("members")
    from = try reader.partialDay("from")
    until = try reader.optional("until", FieldReader.day)
    holder = try reader.optional("holder", FieldReader.text)
    act = try reader.optional("act", FieldReader.text)
    deliberation = try reader.optional("deliberation", FieldReader.text)
    election = try reader.optional("election", FieldReader.text)
  }
}
