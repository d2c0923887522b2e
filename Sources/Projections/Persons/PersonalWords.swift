package import EventStore
import Governance
package import Values

/// Names, addresses and numbers of persons, opened from the log at the moment they are asked for.
///
/// They never stand in `views.db`. Of several events effective by a day the latest one that says
/// something counts, on days before the registration what was registered; null is what was never said and
/// what can no longer be opened. Somebody who was erased has no words on any day, whatever was known then.
package struct PersonalWords {
  static let slots = ["name", "email", "phone"]
  private static let registration = "person.registered"

  let log: Log
  let day: Day
  let end: Int64

  /// - Parameters:
  ///   - log: Whose persons.
  ///   - day: The day for which they are told.
  ///   - end: The last position that counts; all when not said.
  package init(log: Log, day: Day, end: Int64 = .max) {
    (self.log, self.day, self.end) = (log, day, end)
  }

  /// What is known of a person: one value for each of `slots`, and the day of an erasure.
  package struct Known {
    var values: [JSON] = PersonalWords.slots.map { _ in .null }
    var erasedOn: Day?

    /// Nil where none was said, and where it cannot be opened any more.
    package var name: String? { values[0].text }

    /// Nil where none was said to which a letter can be sent.
    package var address: MailAddress? { values[1].text.flatMap { MailAddress($0) } }
  }

  /// What can be told of a person.
  package func known(of person: String) throws -> Known {
    guard let stream = StreamName(category: Person.category, id: person) else { return Known() }
    let recorded = try log.events(of: stream)
    if let erasure = recorded.first(where: { $0.type == PersonErasure.type }) {
      return Known(erasedOn: erasure.effective)
    }
    return Known(values: try values(in: recorded.filter { $0.position <= end }))
  }

  private func values(in recorded: [RecordedEvent]) throws -> [JSON] {
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
