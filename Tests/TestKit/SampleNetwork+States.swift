import EventStore
import Governance
import Values

extension SampleNetwork {
  /// The states kept beside the events, in canonical JSON by the name of their stream.
  package func keptStates() throws -> [String: String] {
    var states: [String: String] = [:]
    for kind in EntityCatalogue.kinds {
      for (stream, stored) in try log.states(in: kind.category) {
        states[stream.text] = stored.data.canonicalText
      }
    }
    return states
  }

  /// What the events of each stream fold to when they are read from the first, in the same form.
  package func foldedStates() throws -> [String: String] {
    var states: [String: String] = [:]
    for kind in EntityCatalogue.kinds {
      for stream in try log.streams(in: kind.category) {
        states[stream.text] = try folded(stream, as: kind)
      }
    }
    return states
  }

  private func folded<E: Entity>(_ stream: StreamName, as kind: E.Type) throws -> String {
    let id = try EntityKey(category: stream.category, id: stream.id).identifier(of: kind)
    let events = try log.events(of: stream).map { PastEvent($0) }
    return try History(id, events).entity.state.canonicalText
  }

  /// Every event of the log as one line: position, stream, type, effective day and canonical data.
  package func eventLines() throws -> [String] {
    try log.events(after: 0, limit: 10_000).map { event in
      "\(event.position) \(event.stream.text) \(event.type) \(event.effective) "
        + event.data.canonicalText
    }
  }
}
