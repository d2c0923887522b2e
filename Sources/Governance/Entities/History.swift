package import Values

/// Folds the events of one stream into the state of its entity, with corrections applied.
///
/// A correction is an event of the same stream that names the event corrected. Both stay in the log; the
/// state is what the events would have made with the corrected data, or without an event that was struck.
package struct History<E: Entity> {
  package private(set) var entity: E

  /// - Throws: `event-unknown` or `event-unreadable`, when the log holds what this program cannot read.
  package init(_ id: Identifier<E>, _ events: [PastEvent]) throws(Failure) {
    entity = E(id: id)
    let corrections = try Self.corrections(in: events)
    for event in events where event.type != Correction.type {
      let correction = corrections[event.position]
      guard correction?.strikes != true else { continue }
      try apply(event, correction)
    }
  }

  private mutating func apply(_ event: PastEvent, _ correction: Correction?) throws(Failure) {
    let data = correction.map { $0.corrected(event.data) } ?? event.data
    let mark = Mark(
      position: event.position, effective: correction?.effective ?? event.effective)
    entity.evolve(with: try E.Event(event, reading: data), at: mark)
  }

  /// The last correction of each event counts.
  private static func corrections(in events: [PastEvent]) throws(Failure) -> [Int64: Correction] {
    var found: [Int64: Correction] = [:]
    for event in events where event.type == Correction.type {
      let correction = try Correction(event)
      found[correction.corrects] = correction
    }
    return found
  }
}
