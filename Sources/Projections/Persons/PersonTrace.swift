package import EventStore
package import Governance
package import Values

/// Every place in a log that says something of one person, in one walk over all events and acts.
///
/// What it finds: the person's own events with their words, events that name its id anywhere, and events and
/// acts that hold one of its words in clear, which nobody can erase any more.
package struct PersonTrace: Sendable {
  /// Why an entry is there; of several reasons the first.
  package enum Reason: String, Sendable {
    /// The event is of the person's own history.
    case own
    /// The event names the person by its id.
    case named
    /// The event holds a word of the person in clear.
    case clear
  }

  package struct Entry: Sendable {
    package let reason: Reason
    package let event: RecordedEvent
    package let command: RecordedCommand?
    /// What the event says, without what it says of other persons.
    package let data: JSON
    /// By slot; a nil stands for what cannot be opened any more.
    package let words: [String: String?]
  }

  package let person: PersonID
  package private(set) var entries: [Entry] = []
  /// Acts that were refused and name the person, and every act that the person asked for itself.
  package private(set) var acts: [RecordedCommand] = []
  /// The words of the person that were looked for in clear.
  package let words: Set<String>

  private let others: Set<String>

  /// - Parameters:
  ///   - person: Who is looked for.
  ///   - log: Where.
  ///   - words: Words of the person that the log can no longer open; nil for those that it can.
  /// - Throws: What is wrong with the log.
  package init(of person: PersonID, in log: Log, words: Set<String>? = nil) throws {
    self.person = person
    self.words = try words ?? Self.words(of: person, in: log)
    others = Set(try log.streams(in: Person.category).map(\.id)).subtracting([person.text])
    try readEvents(log)
    try readActs(log)
  }

  /// The positions of events that hold a word of the person in clear.
  package var positionsInClear: [Int64] {
    entries.filter { holdsWord($0.event.data) || holdsWord($0.command?.body) }
      .map(\.event.position)
  }

  /// The words of a person that can be opened.
  package static func words(of person: PersonID, in log: Log) throws -> Set<String> {
    guard let stream = StreamName(category: Person.category, id: person.text) else { return [] }
    var words: Set<String> = []
    for event in try log.events(of: stream) {
      words.formUnion(try log.unseal(event).values.compactMap(\.self))
    }
    return words
  }

  /// The shortest word that is looked for: a shorter one stands in many a text by chance.
  package static let shortest = 4

  private mutating func readEvents(_ log: Log) throws {
    var last: Int64 = 0
    var command: RecordedCommand?
    while true {
      let page = try log.events(after: last, limit: Log.maximumPage)
      guard let end = page.last?.position else { return }
      for event in page {
        if command?.row != event.command { command = try log.command(row: event.command) }
        try add(event, by: command, log)
      }
      last = end
    }
  }

  private mutating func add(
    _ event: RecordedEvent, by command: RecordedCommand?, _ log: Log
  ) throws {
    let isOwn =
      event.stream.category == Person.category && event.stream.id == person.text
      || event.sealed.contains { $0.subject == person.text }
    let isNamed = event.data.holds { $0 == person.text }
    guard isOwn || isNamed || holdsWord(event.data) || holdsWord(command?.body) else { return }
    let words = try isOwn ? log.unseal(event) : [:]
    entries.append(
      Entry(
        reason: isOwn ? .own : isNamed ? .named : .clear, event: event, command: command,
        data: event.data.replacing { others.contains($0) }, words: words))
  }

  private mutating func readActs(_ log: Log) throws {
    var last: Int64 = 0
    while true {
      let page = try log.commands(after: last, limit: Log.maximumPage)
      guard let end = page.last?.row else { return }
      acts += page.filter { command in
        Actor(command.actor).who == person.text
          || command.verdict == .refused
            && (command.body.holds { $0 == person.text } || holdsWord(command.body))
      }
      last = end
    }
  }

  private func holdsWord(_ json: JSON?) -> Bool {
    guard let json else { return false }
    return words.contains { word in
      word.utf8.count >= Self.shortest && json.holds { $0.contains(word) }
    }
  }
}

extension JSON {
  /// Whether a text in it, or a name of a member, is as asked.
  func holds(_ isWanted: (String) -> Bool) -> Bool {
    switch self {
    case .null, .bool, .int: false
    case .text(let text): isWanted(text)
    case .list(let items): items.contains { $0.holds(isWanted) }
    case .object(let fields):
      fields.members.contains { isWanted($0.name) || $0.value.holds(isWanted) }
    }
  }

  /// The same with a sign in the place of texts that are not to be told.
  func replacing(_ isHidden: (String) -> Bool) -> JSON {
    switch self {
    case .null, .bool, .int: self
    case .text(let text): isHidden(text) ? "…" : self
    case .list(let items): .list(items.map { $0.replacing(isHidden) })
    case .object(let fields):
      .object(
        JSON.Fields(
          fields.members.map { member in
            (isHidden(member.name) ? "…" : member.name, member.value.replacing(isHidden))
          }))
    }
  }
}
