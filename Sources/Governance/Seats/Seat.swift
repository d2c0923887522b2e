package import Values

package typealias SeatID = Identifier<Seat>

/// A place that a member has for a person; it outlives its holders.
///
/// What is kept is each turn: from this day that person, from that day nobody. The appointments follow from
/// the turns by their days, so that acts recorded late lead to the same holder on each day; of two turns of
/// the same day, the one recorded last counts.
package struct Seat: Entity {
  package typealias Event = SeatEvent

  package static let category = "seat"
  package static let fold = 2

  /// A day from which a person holds the seat, or nobody.
  struct Turn: Hashable, Sendable {
    let from: PartialDay
    /// Nil when the seat becomes vacant.
    let made: SeatEvent.Making?
    let reason: String?
    let position: Int64
  }

  package let id: SeatID
  package private(set) var member: MemberID?
  /// A kind of seat of the rules, such as `contact_point`.
  package private(set) var kind = ""
  /// Counted from 1 within the member and the kind.
  package private(set) var number = 0
  package private(set) var created: Mark?
  /// In the order of their days; of the same day, in the order in which they were recorded.
  private(set) var turns: [Turn] = []
  /// Days on which the member said that the holder is still the one, in their order.
  private(set) var confirmations: [Mark] = []
  /// Who acts for the holder, and who is away.
  package private(set) var alternates = Alternates()

  package init(id: SeatID) { self.id = id }

  package mutating func evolve(with event: SeatEvent, at mark: Mark) {
    switch event {
    case .created(let member, let kind, let number):
      self.member = member
      self.kind = kind
      self.number = number
      created = created.map { $0.effective <= mark.effective ? $0 : mark } ?? mark
    case .appointed(let making):
      turns.append(
        Turn(from: making.from, made: making, reason: nil, position: mark.position))
    case .ended(let until, let reason):
      turns.append(Turn(from: until, made: nil, reason: reason, position: mark.position))
    case .confirmed(let day):
      confirmations.append(Mark(position: mark.position, effective: day.first))
    case .alternate(let event): alternates.evolve(with: event, at: mark)
    }
    turns.sort { ($0.from.first, $0.position) < ($1.from.first, $1.position) }
    confirmations.sort { ($0.effective, $0.position) < ($1.effective, $1.position) }
  }
}

extension Seat {
  package var state: JSON {
    .object(compacting: [
      ("member", member.map { .text($0.text) }), ("kind", .text(kind)), ("number", .count(number)),
      ("created", created?.json), ("turns", .list(turns.map(\.json))),
      ("confirmations", .list(confirmations.map(\.json))),
      ("alternates", alternates.isEmpty ? nil : alternates.json),
    ])
  }

  package init(id: SeatID, state: JSON) throws(Failure) {
    self.id = id
    let reader = try FieldReader(state, of: Self.category)
    member = try reader.has("member") ? reader.id("member") : nil
    kind = try reader.text("kind")
    number = try reader.int("number")
    created = try reader.has("created") ? Mark(reader.fields["created"] ?? .null) : nil
    for item in try reader.list("turns") { turns.append(try Turn(item)) }
    for item in try reader.list("confirmations") { confirmations.append(try Mark(item)) }
    if let json = reader.fields["alternates"] { alternates = try Alternates(json) }
  }
}

extension Seat.Turn {
  fileprivate var json: JSON {
    .object(compacting: [
      ("from", .day(from)), ("made", made?.json), ("reason", reason.map { .text($0) }),
      ("position", .int(position)),
    ])
  }

  fileprivate init(_ json: JSON) throws(Failure) {
    let reader = try FieldReader(json, of: Seat.category)
    from = try reader.partialDay("from")
    made = try json["made"].map { json throws(Failure) in try SeatEvent.Making(json) }
    reason = try reader.optional("reason", FieldReader.text)
    position = try reader.position("position")
  }
}

extension Mark {
  fileprivate var json: JSON {
    ["position": .int(position), "effective": .text(effective.description)]
  }

  fileprivate init(_ json: JSON) throws(Failure) {
    let reader = try FieldReader(json, of: Seat.category)
    self.init(position: try reader.position("position"), effective: try reader.day("effective"))
  }
}
