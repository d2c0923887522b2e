import EventStore
import Values

/// The entities that a transaction has loaded, each with the version of its stream.
struct Shelf {
  private(set) var ledger = Ledger()
  private let log: Log
  private var versions: [EntityKey: Int64] = [:]
  private var categories: Set<String> = []

  init(_ transaction: Transaction) { log = transaction.log }

  /// For reading only: what a log says now.
  init(reading log: Log) { self.log = log }

  mutating func load(_ needs: [Need]) throws {
    for need in needs {
      switch need {
      case .one(let key): try load(key)
      case .all(let category): try loadAll(category)
      case .count(let category): try count(category)
      case .event(let position): try loadEvents(around: position)
      }
    }
  }

  /// Counted once: what this transaction adds is counted as it is added.
  private mutating func count(_ category: String) throws {
    guard ledger.counts[category] == nil else { return }
    ledger.counts[category] = try log.count(in: category)
  }

  private mutating func load(_ key: EntityKey) throws {
    guard versions[key] == nil, !categories.contains(key.category) else { return }
    if let stored = try log.state(of: key.stream()) { try place(key, stored) }
  }

  private mutating func loadAll(_ category: String) throws {
    guard categories.insert(category).inserted else { return }
    for (stream, stored) in try log.states(in: category) {
      try place(EntityKey(category: stream.category, id: stream.id), stored)
    }
  }

  private mutating func loadEvents(around position: Int64) throws {
    guard let event = try log.event(at: position) else { return }
    for past in try log.events(of: event.stream) { ledger.events[past.position] = PastEvent(past) }
    try load(EntityKey(category: event.stream.category, id: event.stream.id))
  }

  private mutating func place(_ key: EntityKey, _ stored: StoredState) throws {
    guard let kind = EntityCatalogue.kind(of: key.category) else {
      throw Failure(.eventUnknown, ["type": .text(key.category)])
    }
    try place(key, stored, as: kind)
  }

  /// A state that another fold made is not read: the stream is folded anew.
  private mutating func place<E: Entity>(_ key: EntityKey, _ stored: StoredState, as kind: E.Type)
    throws
  {
    let id = try key.identifier(of: kind)
    versions[key] = stored.version
    if stored.fold == E.fold {
      ledger.put(try E(id: id, state: stored.data))
    } else {
      ledger.put(try History(id, log.events(of: key.stream()).map { PastEvent($0) }).entity)
    }
  }

  /// What is appended for planned events, and the states that they lead to.
  struct Written {
    var events: [NewEvent] = []
    var expected: [StreamName: ExpectedVersion] = [:]
    var states: [StreamName: (fold: Int, data: JSON)] = [:]
  }

  /// Applies planned events to the loaded entities, as if they had been recorded after a position.
  mutating func evolve(with planned: [PlannedEvent], after position: Int64) throws -> Written {
    var written = Written()
    for (offset, event) in planned.enumerated() {
      try load(event.key)
      let stream = try event.key.stream()
      if (versions[event.key] ?? 0) == 0 { ledger.counts[event.key.category]? += 1 }
      if written.expected[stream] == nil {
        let version = versions[event.key] ?? 0
        written.expected[stream] = version == 0 ? .noStream : .exactly(version)
      }
      guard let kind = EntityCatalogue.kind(of: event.key.category) else {
        throw Failure(.eventUnknown, ["type": .text(event.event.type)])
      }
      let mark = Mark(position: position + Int64(offset) + 1, effective: event.effective)
      written.states[stream] = try apply(event, at: mark, as: kind)
      written.events.append(try event.stored())
      versions[event.key, default: 0] += 1
    }
    return written
  }

  private mutating func apply<E: Entity>(_ planned: PlannedEvent, at mark: Mark, as kind: E.Type)
    throws -> (fold: Int, data: JSON)
  {
    let id = try planned.key.identifier(of: kind)
    if planned.event is Correction {
      let new = PastEvent(
        key: planned.key, position: mark.position, type: planned.event.type,
        effective: mark.effective, data: planned.event.data)
      let past = try log.events(of: planned.key.stream()).map { PastEvent($0) }
      ledger.put(try History<E>(id, past + [new]).entity)
    } else if let event = planned.event as? E.Event {
      ledger.evolve(id, with: event, at: mark)
    } else {
      throw Failure(.eventUnknown, ["type": .text(planned.event.type)])
    }
    return (E.fold, ledger[id]?.state ?? [:])
  }
}
