package import Governance
package import Values

/// Renders one stream into the interval rows of every view of its entity.
///
/// The events are taken in the order of their effective days, and of their positions within a
/// day, with corrections applied: what the rows say of a day is what is known now of that day.
/// The entity is folded once for all its views.
package struct StreamRenderer<E: Entity>: StreamRendering {
  private let views: [Projection<E>]

  package init(_ views: [any EntityView<E>.Type]) {
    self.views = views.map { Projection($0) }
  }

  package var category: String { E.category }
  package var fold: Int { E.fold }
  package var definitions: [ViewDefinition] { views.map(\.definition) }

  /// The intervals of each view.
  ///
  /// - Parameter events: Of one stream, in force, by effective day and position.
  /// - Returns: One list for each of `definitions`.
  /// - Throws: `event-unknown` or `event-unreadable`, when the log holds what this program cannot read.
  package func render(_ events: [PastEvent]) throws(Failure) -> [[ViewInterval]] {
    guard let first = events.first else { return views.map { _ in [] } }
    var walk = Walk(try first.key.identifier(of: E.self), views)
    for (index, event) in events.enumerated() {
      try walk.apply(event)
      let next = index + 1 < events.count ? events[index + 1].effective : nil
      if next != event.effective { walk.observe(from: event.effective, before: next) }
    }
    return walk.builders.map(\.intervals)
  }

  /// The state of one rendering: the entity so far and the rows that hold.
  private struct Walk {
    var entity: E
    var builders: [IntervalBuilder]
    let views: [Projection<E>]
    var cause: Int64 = 0

    init(_ id: Identifier<E>, _ views: [Projection<E>]) {
      entity = E(id: id)
      self.views = views
      builders = views.map { IntervalBuilder(keyIndexes: $0.definition.keyIndexes) }
    }

    mutating func apply(_ event: PastEvent) throws(Failure) {
      entity.evolve(with: try E.Event(event), at: event.mark)
      cause = event.position
    }

    /// The rows on a day with events and on the days that turn by themselves until the next one.
    mutating func observe(from day: Day, before next: Day?) {
      for (index, view) in views.enumerated() {
        builders[index].observe(view.rows(entity, day), on: day, cause: cause)
        let turns = Set(view.turningDays(entity)).filter {
          day < $0 && next.map($0.precedes) != false
        }
        for turn in turns.sorted() {
          builders[index].observe(view.rows(entity, turn), on: turn, cause: cause)
        }
      }
    }
  }
}

/// A renderer of one category, whatever its entity.
package protocol StreamRendering: Sendable {
  var category: String { get }
  /// The number of the entity's fold: another number gives other rows.
  var fold: Int { get }
  var definitions: [ViewDefinition] { get }

  func render(_ events: [PastEvent]) throws(Failure) -> [[ViewInterval]]
}

/// The functions of one view, taken out of its type.
private struct Projection<E: Entity>: Sendable {
  let definition: ViewDefinition
  let rows: @Sendable (E, Day) -> [ViewRow]
  let turningDays: @Sendable (E) -> [Day]

  init<V: EntityView<E>>(_ view: V.Type) {
    definition = V.definition
    rows = { V.rows(of: $0, on: $1) }
    turningDays = { V.turningDays(of: $0) }
  }
}

extension Day {
  fileprivate func precedes(_ other: Day) -> Bool { self < other }
}
