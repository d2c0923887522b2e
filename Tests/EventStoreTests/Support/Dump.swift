import EventStore
import Values

/// Everything that a log gives its readers, to compare two logs by.
struct Dump: Equatable {
  var head: Head
  var events: [RecordedEvent] = []
  var commands: [RecordedCommand] = []
  var words: [[String: String?]] = []
  var streams: [[RecordedEvent]] = []
  var types: [[RecordedEvent]] = []
  var states: [StoredState?] = []

  init(of directory: String) throws {
    let log = try Log.open(in: directory, for: .reading)
    head = try log.head()
    while true {
      let page = try log.events(after: events.last?.position ?? 0, limit: 50)
      guard !page.isEmpty else { break }
      events += page
    }
    commands = try log.commands(after: 0, limit: 5_000)
    words = try events.map { try log.unseal($0) }
    for name in ["member-PT", "member-ES", "person-H-1"] {
      let name = try stream(name)
      streams.append(try log.events(of: name))
      states.append(try log.state(of: name))
    }
    for type in ["member.admitted", "member.changed"] {
      types.append(try log.events(ofType: type, after: 0, limit: 5_000))
    }
  }
}
