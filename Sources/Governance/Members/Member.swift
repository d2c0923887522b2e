package import Values

/// A state, territory or service that belongs to the network, through all its classes.
///
/// What is kept is each turn of its membership: from this day in that class, from that day no longer. The
/// tenures follow from the turns by their days, so that acts recorded late, in any order, lead to the same
/// class on each day; of two turns of the same day, the one recorded last counts.
package struct Member: Entity {
  package typealias Event = MemberEvent

  package static let category = "member"
  package static let fold = 2

  /// A class held over an interval of days.
  package struct Tenure: Hashable, Sendable {
    package let memberClass: String
    package let from: PartialDay
    /// The first day on which it no longer holds; nil while it does.
    package var until: PartialDay?
    /// The position of the event that began it, and of the one that ended it.
    package let begunBy: Int64
    package var endedBy: Int64?

    package func holds(on day: Day) -> Bool {
      from.first <= day && until.map { day < $0.first } != false
    }
  }

  /// A day from which the member has a class, or none.
  struct Turn: Hashable, Sendable {
    let from: PartialDay
    /// Nil when it leaves the network.
    let memberClass: String?
    let position: Int64
  }

  package let id: MemberID
  /// In the order of their days; of the same day, in the order in which they were recorded.
  private(set) var turns: [Turn] = []

  package init(id: MemberID) { self.id = id }

  /// In the order of their first days.
  package var tenures: [Tenure] {
    var tenures: [Tenure] = []
    for turn in turns {
      if let last = tenures.indices.last, tenures[last].until == nil {
        tenures[last].until = turn.from
        tenures[last].endedBy = turn.position
      }
      guard let memberClass = turn.memberClass else { continue }
      tenures.append(
        Tenure(memberClass: memberClass, from: turn.from, begunBy: turn.position))
    }
    return tenures.filter { $0.holds(on: $0.from.first) }
  }

  /// The class on a day; nil when it does not belong to the network then.
  package func memberClass(on day: Day) -> String? {
    turns.last { $0.from.first <= day }?.memberClass
  }

  /// The turn by which the member came in, where nothing happened to it between a day and then.
  func admission(after day: Day) -> Turn? {
    guard memberClass(on: day) == nil else { return nil }
    return turns.first { day < $0.from.first }.flatMap { $0.memberClass == nil ? nil : $0 }
  }

  package func tenure(on day: Day) -> Tenure? { tenures.last { $0.holds(on: day) } }

  package mutating func evolve(with event: MemberEvent, at mark: Mark) {
    switch event {
    case .admitted(let memberClass, let from), .reclassified(let memberClass, let from):
      turns.append(Turn(from: from, memberClass: memberClass, position: mark.position))
    case .ended(let from, _):
      turns.append(Turn(from: from, memberClass: nil, position: mark.position))
    }
    turns.sort { ($0.from.first, $0.position) < ($1.from.first, $1.position) }
  }
}

extension Member {
  package var state: JSON { ["turns": .list(turns.map(\.json))] }

  package init(id: MemberID, state: JSON) throws(Failure) {
    self.id = id
    for item in try FieldReader(state, of: Self.category).list("turns") {
      turns.append(try Turn(item))
    }
  }
}

extension Member.Turn {
  fileprivate var json: JSON {
    .object(compacting: [
      ("from", .day(from)), ("class", memberClass.map { .text($0) }), ("position", .int(position)),
    ])
  }

  fileprivate init(_ json: JSON) throws(Failure) {
    let reader = try FieldReader(json, of: Member.category)
    from = try reader.partialDay("from")
    memberClass = try reader.optional("class", FieldReader.text)
    position = try reader.position("position")
  }
}
