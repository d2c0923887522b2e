package import Values

/// Who stands in for the holder of a seat, and who of them all is away, day by day.
///
/// Kept as turns by their days, as the seat keeps its holders: of two turns of one person that speak of a day,
/// the one of the later day counts, and of the same day the one recorded last.
package struct Alternates: Hashable, Sendable {
  /// An alternate on a day.
  package struct Alternate: Hashable, Sendable {
    package let naming: AlternateNaming
    /// The position of the event that named it.
    package let begunBy: Int64

    package var person: PersonID { naming.person }
  }

  /// A day from which a person is an alternate, or none any more.
  fileprivate struct Turn: Hashable, Sendable {
    let person: PersonID
    let from: PartialDay
    let naming: AlternateNaming?
    let position: Int64
  }

  /// A day from which a person is away, or there again.
  fileprivate struct Leave: Hashable, Sendable {
    let facts: Absence
    let isAway: Bool
    let position: Int64
  }

  private var turns: [Turn] = []
  private var leaves: [Leave] = []

  package init() {}

  var isEmpty: Bool { turns.isEmpty && leaves.isEmpty }

  /// The alternates on a day, the first in their order first.
  package func alternates(on day: Day) -> [Alternate] {
    let persons = Set(turns.map(\.person))
    let found = persons.compactMap { alternate($0, on: day) }
    return found.sorted { ($0.naming.rank, $0.begunBy) < ($1.naming.rank, $1.begunBy) }
  }

  package func alternate(_ person: PersonID, on day: Day) -> Alternate? {
    let turn = turns.last { $0.person == person && $0.from.first <= day }
    guard let turn, let naming = turn.naming, naming.until.map({ day < $0 }) != false else {
      return nil
    }
    return Alternate(naming: naming, begunBy: turn.position)
  }

  /// The absence that a person has on a day; nil when it is there.
  package func absence(of person: PersonID, on day: Day) -> Absence? {
    let leave = leaves.last { $0.facts.person == person && $0.facts.from.first <= day }
    guard let leave, leave.isAway, leave.facts.until.map({ day < $0 }) != false else { return nil }
    return leave.facts
  }

  /// The days on which somebody begins or ends to be an alternate, or to be away.
  package var turningDays: [Day] {
    turns.flatMap { [$0.from.first, $0.naming?.until].compactMap(\.self) }
      + leaves.flatMap { [$0.facts.from.first, $0.facts.until].compactMap(\.self) }
  }

  mutating func evolve(with event: AlternateEvent, at mark: Mark) {
    let position = mark.position
    switch event {
    case .named(let facts):
      turns.append(Turn(person: facts.person, from: facts.from, naming: facts, position: position))
    case .ended(let facts):
      turns.append(Turn(person: facts.person, from: facts.until, naming: nil, position: position))
    case .absent(let facts):
      leaves.append(Leave(facts: facts, isAway: true, position: position))
    case .attending(let facts):
      leaves.append(Leave(facts: facts, isAway: false, position: position))
    }
    turns.sort { ($0.from.first, $0.position) < ($1.from.first, $1.position) }
    leaves.sort { ($0.facts.from.first, $0.position) < ($1.facts.from.first, $1.position) }
  }
}

extension Alternates {
  var json: JSON {
    [
      "turns": .list(turns.map(\.json)), "leaves": .list(leaves.map(\.json)),
    ]
  }

  init(_ json: JSON) throws(Failure) {
    let reader = try FieldReader(json, of: Seat.category)
    for item in try reader.list("turns") { turns.append(try Turn(item)) }
    for item in try reader.list("leaves") { leaves.append(try Leave(item)) }
  }
}

extension Alternates.Turn {
  fileprivate var json: JSON {
    .object(compacting: [
      ("person", .text(person.text)), ("from", .day(from)), ("naming", naming?.data),
      ("position", .int(position)),
    ])
  }

  fileprivate init(_ json: JSON) throws(Failure) {
    let reader = try FieldReader(json, of: Seat.category)
    person = try reader.id("person")
    from = try reader.partialDay("from")
    naming = try reader.fields["naming"].map { json throws(Failure) in
      try AlternateNaming(FieldReader(json, of: Seat.category))
    }
    position = try reader.position("position")
  }
}

extension Alternates.Leave {
  fileprivate var json: JSON {
    ["facts": facts.data, "away": .bool(isAway), "position": .int(position)]
  }

  fileprivate init(_ json: JSON) throws(Failure) {
    let reader = try FieldReader(json, of: Seat.category)
    facts = try Absence(FieldReader(reader.fields["facts"] ?? .null, of: Seat.category))
    isAway = try reader.bool("away")
    position = try reader.position("position")
  }
}
