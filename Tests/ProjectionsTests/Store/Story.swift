import EventStore
import Governance
import Testing
import Values

@testable import Projections

/// Typed events of any entities, in the order in which they are recorded.
///
/// ```swift
/// let views = try Story().then(.planned(plan), to: "annual-1", on: "2018-02-05").views(in: workshop)
/// ```
struct Story {
  private(set) var events: [PastEvent] = []

  /// Records an event of an entity after the others.
  func then<E: Entity>(_ event: E.Event, to id: String, of entity: E.Type, on day: String) throws
    -> Story
  {
    let key = EntityKey(try #require(Identifier<E>(id)))
    return try adding(event, to: key, on: day)
  }

  /// Corrects the event at a position of this story.
  func corrected(
    _ position: Int64, _ changes: JSON.Fields = .init(), effective: String? = nil,
    strikes: Bool = false, on day: String = "2026-01-01"
  ) throws -> Story {
    let correction = Correction(
      corrects: position, changes: changes, effective: try effective.map { try #require(Day($0)) },
      strikes: strikes, reason: "recorded wrongly")
    let target = try #require(events.first { $0.position == position })
    return try adding(correction, to: target.key, on: day)
  }

  private func adding(_ event: any EntityEvent, to key: EntityKey, on day: String) throws -> Story {
    var copy = self
    copy.events.append(
      PastEvent(
        key: key, position: Int64(events.count + 1), type: event.type,
        effective: try #require(Day(day)), data: event.data))
    return copy
  }

  /// The views over a log that holds exactly this story.
  func views(in workshop: Workshop) throws -> Views {
    for event in events { try workshop.append(event) }
    return try Views.open(for: workshop.log)
  }
}

extension [Row] {
  /// The rows as lines of the named columns, joined by spaces; nulls as `-`.
  func lines(_ columns: String...) -> [String] {
    map { row in
      columns.map { column in
        switch row[column] {
        case .null: "-"
        case .text(let text): text
        case let other: other.canonicalText
        }
      }.joined(separator: " ")
    }
  }
}
