package import Governance
package import Values

/// The events of one stream as they count now: corrected, without those struck, by effective day.
package struct EventsInForce: Sendable {
  /// By effective day, and by position within a day; corrections are not among them.
  package let events: [PastEvent]
  /// The position of the last correction of each event that was corrected and not struck.
  package let correctedBy: [Int64: Int64]
  /// The corrections themselves, in the order of the log.
  package let corrections: [PastEvent]

  /// - Parameter recorded: All events of one stream, in the order of the log.
  /// - Throws: `event-unreadable` for a correction that cannot be read, `event-newer` for one of a later form.
  package init(_ recorded: [PastEvent]) throws(Failure) {
    corrections = recorded.filter { $0.type == Correction.type }
    guard !corrections.isEmpty else {
      events = Self.ordered(recorded)
      correctedBy = [:]
      return
    }
    var last: [Int64: (position: Int64, correction: Correction)] = [:]
    for event in corrections {
      let correction = try Correction(event)
      last[correction.corrects] = (event.position, correction)
    }
    let others = recorded.filter { $0.type != Correction.type }
    let kept = others.filter { last[$0.position]?.correction.strikes != true }
    events = Self.ordered(kept.map { last[$0.position]?.correction.applied(to: $0) ?? $0 })
    correctedBy = last.filter { !$0.value.correction.strikes }.mapValues(\.position)
  }

  /// Most streams are written in the order of their days: those are not sorted again.
  private static func ordered(_ events: [PastEvent]) -> [PastEvent] {
    let isOrdered = zip(events, events.dropFirst()).allSatisfy { !$1.precedes($0) }
    return isOrdered ? events : events.sorted { $0.precedes($1) }
  }
}

extension PastEvent {
  fileprivate func precedes(_ other: PastEvent) -> Bool {
    (effective, position) < (other.effective, other.position)
  }
}

extension Correction {
  /// The event as it reads with this correction.
  fileprivate func applied(to event: PastEvent) -> PastEvent {
    PastEvent(
      key: event.key, position: event.position, type: event.type, schema: event.schema,
      effective: effective ?? event.effective, data: corrected(event.data))
  }
}
