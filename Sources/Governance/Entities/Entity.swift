package import Values

/// One thing whose history is a stream: a member, a meeting, a deliberation.
///
/// Its state is what its events made of it: `evolve` holds no rule and cannot fail. The state keeps what
/// deciding and the views need, with the position of the event behind each fact, so that every row of a
/// view can be explained by an event.
package protocol Entity: Hashable, Sendable {
  associatedtype Event: EntityEvent

  /// The first part of the stream's name, such as `member`.
  static var category: String { get }
  /// Raised when `evolve` or the form of `state` changes; a stored state of another number is folded anew.
  static var fold: Int { get }

  /// The thing before its first event.
  init(id: Identifier<Self>)

  var id: Identifier<Self> { get }

  mutating func evolve(with event: Event, at mark: Mark)

  /// The state as it is kept beside the events; `init(id:state:)` reads it back equal.
  var state: JSON { get }

  init(id: Identifier<Self>, state: JSON) throws(Failure)

  /// Takes an event of such a thing, which is no correction, into the table of its kind.
  ///
  /// Every kind has the same; it stands here so that each has machine code of its own, since through `any Entity.Type`
  /// the same is several times as slow.
  ///
  /// - Throws: `event-unknown`, `event-newer` and `event-unreadable`.
  static func take(_ event: PastEvent, into table: inout EntityTable<Self>) throws(Failure)
}

extension Entity {
  package static func take(
    _ event: PastEvent, into table: inout EntityTable<Self>
  ) throws(Failure) {
    let id = try event.key.identifier(of: Self.self)
    let happened = try Event(event)
    table.entities[id.text, default: Self(id: id)].evolve(with: happened, at: event.mark)
  }

  static func emptyTable() -> any EntityTables { EntityTable<Self>() }
}

/// What happened to one kind of entity; names and keys are data of the log and may never change.
package protocol EntityEvent: Hashable, Sendable {
  /// The stored names, `noun.past`, each with its newest schema number.
  static var schemas: [String: Int] { get }

  /// The stored name of this event.
  var type: String { get }
  /// The schema number of what `data` gives: the newest, unless the rules count the versions.
  var schema: Int { get }
  /// What is stored in clear; never personal data.
  var data: JSON { get }
  /// What is stored sealed with a person's key.
  var personal: [PersonalField] { get }

  /// Reads a stored event of the newest schema; throws `event-unreadable` for anything else.
  init(type: String, data: JSON) throws(Failure)
}

extension EntityEvent {
  package var personal: [PersonalField] { [] }

  package var schema: Int { Self.schemas[type] ?? 1 }

  /// Reads an event of the log, or a corrected form of it.
  ///
  /// - Parameters:
  ///   - event: As it was recorded.
  ///   - data: What it reads with a correction; nil for its own data.
  /// - Throws: `event-newer` for a form that a later release gave to the type, `event-unknown`, `event-unreadable`.
  package init(_ event: PastEvent, reading data: JSON? = nil) throws(Failure) {
    // An own event counts the versions of its payload, and the rules of its day know them.
    if let newest = Self.schemas[event.type], !(1...newest).contains(event.schema) {
      throw Failure(
        .eventNewer,
        ["type": .text(event.type), "found": .int(event.schema), "known": .int(newest)])
    }
    try self.init(type: event.type, data: data ?? event.data)
  }
}

/// A personal datum on its way into the log, where it is sealed with the key of its subject.
package struct PersonalField: Hashable, Sendable {
  /// What it is, such as `name`.
  package let slot: String
  /// Whose datum it is: the id of a person.
  package let subject: String
  package let text: String

  package init(slot: String, subject: String, text: String) {
    self.slot = slot
    self.subject = subject
    self.text = text
  }
}

/// Where in the log an event stands, and from which day it counts.
package struct Mark: Hashable, Sendable {
  /// The position of the event, from 1; 0 in a trial that has not been recorded.
  package let position: Int64
  package let effective: Day

  package init(position: Int64, effective: Day) {
    self.position = position
    self.effective = effective
  }
}

/// The name of an entity's stream, in two parts.
package struct EntityKey: Hashable, Sendable {
  package let category: String
  package let id: String

  package init<E: Entity>(_ id: Identifier<E>) {
    category = E.category
    self.id = id.text
  }

  /// The parts of a stored stream's name.
  package init(category: String, id: String) {
    self.category = category
    self.id = id
  }

  package var text: String { "\(category)-\(id)" }

  /// The typed id; throws `event-unreadable` for a name that no entity can have.
  package func identifier<E: Entity>(of kind: E.Type = E.self) throws(Failure) -> Identifier<E> {
    guard category == E.category, let typed = Identifier<E>(id) else {
      throw Failure(.eventUnreadable, ["subject": .text(text), "field": .text("")])
    }
    return typed
  }
}
