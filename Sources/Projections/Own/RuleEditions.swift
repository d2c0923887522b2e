import EventStore
import Governance
import Plugins
import Values

/// The versions of the rules that declare views, each with the days on which it reads the log.
///
/// A value that an act gave a parameter begins an edition of its own.
struct RuleEditions {
  /// Streams whose events change what all rows are made from.
  static let categories: Set<String> = [Network.category, Parameter.category]

  struct Edition {
    let from: Day
    /// The first day of the next one; nil for the last.
    let until: Day?
    /// The event that holds the rules.
    let position: Int64
    let rules: Rules
    var book: RuleBook
  }

  static let none = RuleEditions(editions: [])

  private(set) var editions: [Edition]
  /// The stream of the network, under which the views are declared.
  private(set) var stream = ""

  var isEmpty: Bool { editions.isEmpty }

  private init(editions: [Edition]) { self.editions = editions }

  /// Reads the rules as they were known when the log ended at a position.
  ///
  /// - Throws: What is wrong with the log.
  init(from log: Log, until position: Int64) throws {
    editions = []
    guard let stream = try log.streams(in: Network.category).first,
      let id = Identifier<Network>(stream.id)
    else { return }
    self.stream = stream.text
    let events = try Self.inForce(stream, log, position)
    let network = try Self.folded(Network(id: id), events)
    let documents = Dictionary(
      uniqueKeysWithValues: events.compactMap { event in
        event.data["rules"].map { (event.position, $0) }
      })
    guard documents.values.contains(where: Self.declaresViews) else { return }
    let parameters = try log.streams(in: Parameter.category).compactMap { stream in
      try Identifier<Parameter>(stream.id).map {
        try Self.folded(Parameter(id: $0), Self.inForce(stream, log, position))
      }
    }
    try fill(network, documents, parameters)
  }

  private mutating func fill(
    _ network: Network, _ documents: [Int64: JSON], _ parameters: [Parameter]
  ) throws {
    let changes = parameters.flatMap { $0.changes.map(\.facts.from.first) }
    let days = Set(network.versions.map(\.from) + changes).sorted()
    var read: [Int64: Rules] = [:]
    for (index, day) in days.enumerated() {
      guard let version = network.rules(on: day), let document = documents[version.position],
        Self.declaresViews(document)
      else { continue }
      let bare = try read[version.position] ?? RulesDocument.rules(resolved: document)
      read[version.position] = bare
      let rules = Settings(parameters, on: day).carried(by: bare)
      editions.append(
        Edition(
          from: day, until: index + 1 < days.count ? days[index + 1] : nil,
          position: version.position, rules: rules, book: RuleBook(rules, zone: .utc)))
    }
  }

  private static func declaresViews(_ document: JSON) -> Bool {
    document["views"]?.fields?.members.isEmpty == false
  }

  private static func inForce(
    _ stream: StreamName, _ log: Log, _ position: Int64
  ) throws -> [PastEvent] {
    let recorded = try log.events(of: stream).filter { $0.position <= position }
    return try EventsInForce(recorded.map { PastEvent($0) }).events
  }

  private static func folded<E: Entity>(_ entity: E, _ events: [PastEvent]) throws -> E {
    var entity = entity
    for event in events {
      entity.evolve(with: try E.Event(type: event.type, data: event.data), at: event.mark)
    }
    return entity
  }
}

extension RuleEditions {
  /// The rows of `declared_view`.
  var declared: [ViewInterval] {
    var builder = IntervalBuilder(keyIndexes: OwnViewTables.declared.keyIndexes)
    var end: Day?
    for edition in editions {
      if let end, end < edition.from { builder.observe([], on: end, cause: edition.position) }
      let rows = edition.rules.views.map { OwnViewTables.row($0, at: edition.position) }
      builder.observe(rows, on: edition.from, cause: edition.position)
      end = edition.until
    }
    if let end, let last = editions.last {
      builder.observe([], on: end, cause: last.position)
    }
    return builder.intervals
  }

  /// The rows of `view_entry` that the events of one stream bring.
  ///
  /// - Parameter recorded: All of one stream, in the order of the log.
  /// - Returns: For each event, the days on which it brings the same.
  /// - Throws: `event-unreadable` for a correction that cannot be read.
  mutating func entries(of recorded: [RecordedEvent]) throws -> [ViewInterval] {
    guard !isEmpty else { return [] }
    let moments = Dictionary(
      uniqueKeysWithValues: recorded.map { ($0.position, $0.recorded) })
    var intervals: [ViewInterval] = []
    let stream = try EventsInForce(recorded.map { PastEvent($0) })
    let votes = stream.openVotes
    for event in stream.events {
      // An answer brings rows once its vote has closed, since a column may tell how somebody voted.
      let told = votes.told(event.data, of: event.type, in: event.key.category, event.key.id)
      guard told == event.data else { continue }
      var open: [String: Int] = [:]
      for index in editions.indices {
        let edition = editions[index]
        guard edition.until.map({ event.effective < $0 }) != false else { continue }
        let from = max(event.effective, edition.from)
        for entry in try editions[index].entries(of: event, recorded: moments[event.position]) {
          let values = OwnViewTables.values(
            entry, of: event.position, on: event.effective.description)
          if let known = open[entry.view], intervals[known].values == values,
            intervals[known].until == from
          {
            intervals[known].until = edition.until
          } else {
            open[entry.view] = intervals.count
            intervals.append(
              ViewInterval(
                values: values, from: from, until: edition.until, event: event.position))
          }
        }
      }
    }
    return intervals
  }
}

extension RuleEditions.Edition {
  /// What an event brings to the views of these rules.
  ///
  /// Days begin in UTC, and so does the event's, so that the rows are the same on every machine.
  fileprivate mutating func entries(
    of event: PastEvent, recorded: Instant?
  ) throws -> [ViewEntry] {
    let views = try book.views(on: event.type)
    guard !views.isEmpty else { return [] }
    let own = rules.events.first { $0.type == event.type }
    let day = JSON.text(event.effective.description)
    let facts = JSON.Fields([
      ("payload", own?.upcast(event.data, from: event.schema) ?? event.data), ("now", day),
      (
        "event",
        .object(compacting: [
          ("type", .text(event.type)), ("id", .text(event.key.id)),
          ("position", .int(event.position)), ("effective", day),
          ("recorded", recorded.map { .text($0.description) }),
        ])
      ),
    ])
    var scope = try book.scope(on: event.type, facts: facts)
    return views.map { $0.entry(in: &scope) }
  }
}
