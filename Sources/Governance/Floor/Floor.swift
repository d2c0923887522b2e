package import Values

/// Who asked to speak at one meeting, whose id it has: the list of speakers, with times and limits.
package struct Floor: Entity {
  package typealias Event = FloorEvent

  package static let category = "floor"
  package static let fold = 1

  package let id: FloorID
  /// In the order of recording.
  package private(set) var turns: [Turn] = []
  package private(set) var limits: [Recorded<FloorLimit>] = []
  package private(set) var closings: [Recorded<FloorClosing>] = []

  package init(id: FloorID) { self.id = id }

  package func turn(_ number: Int) -> Turn? { turns.first { $0.number == number } }

  /// The turn that has the floor; nil while nobody has.
  package var speaking: Turn? { turns.first { $0.giving != nil && $0.end == nil } }

  /// Those who wait, in their order: points of order first, then as they asked.
  package var waiting: [Turn] {
    let all = turns.filter(\.isWaiting)
    return all.filter(\.request.facts.isOrder) + all.filter { !$0.request.facts.isOrder }
  }

  /// The minutes that a delegation spoke on an item, as far as they are known; points of order apart.
  package func spoken(by member: MemberID, on item: ItemID?) -> Int {
    turns.filter { $0.counts(for: member, on: item) }.reduce(0) { sum, turn in
      sum.addingReportingOverflow(turn.minutes ?? 0).partialValue
    }
  }

  /// The turns that a delegation had, has or waits for on an item; points of order apart.
  package func turns(of member: MemberID, on item: ItemID?) -> Int {
    turns.count { $0.counts(for: member, on: item) }
  }

  /// The limit that was set for an item, else for all of them; nil where none was set.
  package func limit(on item: ItemID?) -> Recorded<FloorLimit>? {
    limits.last { $0.facts.item == item } ?? limits.last { $0.facts.item == nil }
  }

  /// The event that closed the list of an item; nil while it takes requests.
  package func closing(of item: ItemID?) -> Recorded<FloorClosing>? {
    closings.first { $0.facts.item == item }
  }

  package mutating func evolve(with event: FloorEvent, at mark: Mark) {
    switch event {
    case .requested(let facts): turns.append(Turn(Recorded(facts, at: mark)))
    case .given(let facts): change(facts.number) { $0.give(Recorded(facts, at: mark)) }
    case .ended(let facts): change(facts.number) { $0.finish(Recorded(facts, at: mark)) }
    case .withdrawn(let facts): change(facts.number) { $0.withdraw(Recorded(facts, at: mark)) }
    case .limited(let facts): limits.append(Recorded(facts, at: mark))
    case .closed(let facts): closings.append(Recorded(facts, at: mark))
    }
  }

  private mutating func change(_ number: Int, _ body: (inout Turn) -> Void) {
    guard let index = turns.firstIndex(where: { $0.number == number }) else { return }
    body(&turns[index])
  }
}

extension Floor {
  package var state: JSON {
    [
      "turns": .list(turns.map(\.json)), "limits": .list(limits.map(\.json)),
      "closings": .list(closings.map(\.json)),
    ]
  }

  package init(id: FloorID, state: JSON) throws(Failure) {
    self.id = id
    let reader = try FieldReader(state, of: Self.category)
    for json in try reader.list("turns") { turns.append(try Turn(json)) }
    limits = try reader.allRecorded("limits")
    closings = try reader.allRecorded("closings")
  }
}

package typealias FloorID = Identifier<Floor>
