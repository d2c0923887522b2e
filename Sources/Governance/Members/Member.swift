package import Values

/// A state, territory or service that belongs to the network, through all its classes.
package struct Member: Entity {
  package typealias Event = MemberEvent

  package static let category = "member"
  package static let fold = 1

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

  package let id: MemberID
  /// In the order of their first days.
  package private(set) var tenures: [Tenure] = []

  package init(id: MemberID) { self.id = id }

  /// The class on a day; nil when it does not belong to the network then.
  package func memberClass(on day: Day) -> String? { tenure(on: day)?.memberClass }

  package func tenure(on day: Day) -> Tenure? { tenures.last { $0.holds(on: day) } }

  package mutating func evolve(with event: MemberEvent, at mark: Mark) {
    switch event {
    case .admitted(let memberClass, let from), .reclassified(let memberClass, let from):
      end(at: from, by: mark.position)
      begin(memberClass, from: from, by: mark.position)
    case .ended(let from, _): end(at: from, by: mark.position)
    }
  }

  /// A tenure ends where the next one begins, also when that one was recorded earlier.
  private mutating func begin(_ memberClass: String, from: PartialDay, by position: Int64) {
    let next = tenures.first { $0.from.first > from.first }
    tenures.append(
      Tenure(
        memberClass: memberClass, from: from, until: next?.from, begunBy: position,
        endedBy: next?.begunBy))
    tenures.sort { ($0.from.first, $0.begunBy) < ($1.from.first, $1.begunBy) }
  }

  private mutating func end(at day: PartialDay, by position: Int64) {
    guard let index = tenures.lastIndex(where: { $0.holds(on: day.first) }) else { return }
    tenures[index].until = day
    tenures[index].endedBy = position
  }
}

extension Member {
  package var state: JSON { ["tenures": .list(tenures.map(\.json))] }

  package init(id: MemberID, state: JSON) throws(Failure) {
    self.id = id
    for item in try FieldReader(state, of: Self.category).list("tenures") {
      tenures.append(try Tenure(item))
    }
  }
}

extension Member.Tenure {
  fileprivate var json: JSON {
    .object(compacting: [
      ("class", .text(memberClass)), ("from", .text(from.description)),
      ("until", until.map { .text($0.description) }), ("begun_by", .int(begunBy)),
      ("ended_by", endedBy.map { .int($0) }),
    ])
  }

  fileprivate init(_ json: JSON) throws(Failure) {
    let reader = try FieldReader(json, of: Member.category)
    memberClass = try reader.text("class")
    from = try reader.partialDay("from")
    until = try reader.optional("until", FieldReader.partialDay)
    begunBy = try reader.position("begun_by")
    endedBy = try reader.optional("ended_by", FieldReader.position)
  }
}
