import EventStore
import Governance
import Values

/// Names, addresses and numbers of persons, opened from the log at the moment they are asked for.
///
/// They never stand in `views.db`. Of several events effective by a day the latest one that says
/// something counts, on days before the registration what was registered; null is what was never said and
/// what can no longer be opened, since the person's key is gone.
struct PersonalWords {
  static let slots = ["name", "email", "phone"]
  private static let registration = "person.registered"

  let log: Log
  let day: Day
  let end: Int64

  /// One value for each of `slots`.
  func values(of person: String) throws -> [JSON] {
    guard let stream = StreamName(category: Person.category, id: person) else {
      return Self.slots.map { _ in .null }
    }
    let recorded = try log.events(of: stream).filter { $0.position <= end }
    let inForce = try EventsInForce(recorded.map { PastEvent($0) }).events
    let sealed = Dictionary(uniqueKeysWithValues: recorded.map { ($0.position, $0) })
    var words: [String: JSON] = [:]
    for event in inForce where event.effective <= day {
      guard let event = sealed[event.position] else { continue }
      for (slot, text) in try log.unseal(event) { words[slot] = .orNull(text) }
    }
    if let first = inForce.first(where: { $0.type == Self.registration }), day < first.effective,
      let event = sealed[first.position]
    {
      for (slot, text) in try log.unseal(event) where words[slot] == nil {
        words[slot] = .orNull(text)
      }
    }
    return Self.slots.map { words[$0] ?? .null }
  }
}
