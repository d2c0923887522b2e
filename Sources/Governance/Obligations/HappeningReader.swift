import EventStore
import Plugins
import Values

/// Reads the events of a log that obligations look at, each with what was known when it was recorded.
struct HappeningReader {
  private let log: Log
  private let end: Int64
  private let zones: ZoneSource
  /// The names that the events of a type are seen by.
  private let names: [String: Set<String>]

  /// Names of the network for which every event before has to be read.
  private static let ofTheNetwork: Set<String> = [
    "members", "contacts", "board", "meetings", "meeting", "programmes", "network",
  ]

  init(_ log: Log, until end: Int64, zones: ZoneSource, names: [String: Set<String>]) {
    (self.log, self.end, self.zones, self.names) = (log, end, zones, names)
  }

  /// In the order of their days.
  func all(until day: Day, rules: (Day) throws -> Rules?) throws -> [Happening] {
    let corrections = try lastCorrections()
    let votes = try OpenVotes(in: log)
    var found: [Happening] = []
    try visit { event, state in
      // What is owed because of an answer might tell how somebody voted: it comes about once the vote has closed.
      guard let names = names[event.type], !votes.hides(event) else { return }
      let correction = corrections[event.position]
      guard correction?.strikes != true else { return }
      let effective = correction?.effective ?? event.effective
      guard effective <= day, let rules = try rules(effective) else { return }
      let past = PastEvent(event)
      let seen = PastEvent(
        key: past.key, position: past.position, type: past.type, schema: past.schema,
        effective: effective,
        data: Self.newest(correction?.corrected(past.data) ?? past.data, of: past, under: rules))
      found.append(
        Happening(
          position: event.position, type: event.type, subject: event.stream.id,
          effective: effective,
          facts: try facts(of: seen, recorded: event, names: names, state, under: rules)))
    }
    return found.sorted { $0.precedes($1) }
  }

  /// The payload of an own type as the newest version has it.
  private static func newest(_ data: JSON, of event: PastEvent, under rules: Rules) -> JSON {
    let own = rules.events.first { $0.type == event.type }
    return own?.upcast(data, from: event.schema) ?? data
  }

  private func lastCorrections() throws -> [Int64: Correction] {
    var found: [Int64: Correction] = [:]
    try page {
      try log.events(ofType: Correction.type, after: $0, limit: Log.maximumPage)
    } body: {
      let correction = try Correction(PastEvent($0))
      found[correction.corrects] = correction
    }
    return found
  }

  /// Each event that may matter, in the order of the log, with the network before it where that is asked for.
  private func visit(_ body: (RecordedEvent, PastState) throws -> Void) throws {
    var state = PastState(log)
    let needsState = names.values.contains { !$0.isDisjoint(with: Self.ofTheNetwork) }
    guard needsState else {
      for type in names.keys.sorted() {
        try page {
          try log.events(ofType: type, after: $0, limit: Log.maximumPage)
        } body: {
          try body($0, state)
        }
      }
      return
    }
    try page {
      try log.events(after: $0, limit: Log.maximumPage)
    } body: { event in
      try body(event, state)
      try state.evolve(with: [event])
    }
  }

  private func page(
    _ read: (Int64) throws -> [RecordedEvent], body: (RecordedEvent) throws -> Void
  ) throws {
    var last: Int64 = 0
    while true {
      let events = try read(last)
      for event in events {
        guard event.position <= end else { return }
        try body(event)
      }
      guard let next = events.last?.position else { return }
      last = next
    }
  }

  private func facts(
    of event: PastEvent, recorded: RecordedEvent, names: Set<String>, _ state: PastState,
    under rules: Rules
  ) throws -> JSON.Fields {
    let zone = try zones.zone(rules.zone)
    let actor =
      names.contains("actor") ? try log.command(row: recorded.command)?.actor ?? "" : ""
    let occasion = Occasion(
      effective: PartialDay(event.effective), today: zone.day(of: recorded.recorded),
      isTakenOver: event.effective < rules.recordingSince, actor: actor)
    let circumstances = GuardPanel.Circumstances(occasion: occasion, recorded: recorded.recorded)
    let planned = try PlannedEvent(event)
    let needs = NetworkFacts.needs(for: names, of: planned)
    let facts = NetworkFacts(
      ledger: try state.ledger(for: needs, before: event.position), rules: rules,
      occasion: occasion, now: circumstances.moment(in: zone))
    var fields = facts.facts(for: names.union(["event", "payload", "now"]), of: planned)
    if var told = fields["event"]?.fields {
      told["position"] = .int(event.position)
      fields["event"] = .object(told)
    }
    return fields
  }
}

extension PlannedEvent {
  /// An event of the log, as it stood before it was recorded.
  fileprivate init(_ past: PastEvent) throws {
    guard let kind = EntityCatalogue.kind(of: past.key.category) else {
      throw Failure(.eventUnknown, ["type": .text(past.type)])
    }
    self = try Self.planned(past, as: kind)
  }

  private static func planned<E: Entity>(_ past: PastEvent, as kind: E.Type) throws -> PlannedEvent
  {
    PlannedEvent(
      try E.Event(type: past.type, data: past.data), to: try past.key.identifier(of: kind),
      effective: past.effective)
  }
}
