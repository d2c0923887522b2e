import EventStore
import Values

extension Scratch {
  /// Runs SQL on a file as somebody who comes with the shell would.
  func run(_ sql: String, on file: String = "log.db") throws {
    let connection = try Connection(path: path + "/" + file, for: .writing)
    defer { connection.close(checkpointing: true) }
    try connection.execute(sql)
  }

  /// Takes all triggers away, as an insider would first.
  func dropTriggers() throws {
    let connection = try Connection(path: path + "/log.db", for: .writing)
    defer { connection.close(checkpointing: true) }
    try connection.execute("PRAGMA foreign_keys=OFF")
    for (name, _) in try triggers(of: connection) { try connection.execute("DROP TRIGGER \(name)") }
  }

  /// Changes the log behind the triggers' back: drops them, runs SQL, puts them back letter by letter.
  func tamper(_ sql: String) throws {
    let connection = try Connection(path: path + "/log.db", for: .writing)
    defer { connection.close(checkpointing: true) }
    try connection.execute("PRAGMA foreign_keys=OFF")
    let triggers = try triggers(of: connection)
    for (name, _) in triggers { try connection.execute("DROP TRIGGER \(name)") }
    try connection.execute(sql)
    for (_, text) in triggers { try connection.execute(text) }
  }

  private func triggers(of connection: Connection) throws -> [(String, String)] {
    var triggers: [(String, String)] = []
    try connection.query("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'") { row in
      triggers.append((try row.text(at: 0), try row.text(at: 1)))
    }
    return triggers
  }
}

extension Scratch {
  private static let sample = Result { () throws -> [String: [UInt8]] in
    let scratch = try Scratch()
    try scratch.recordSample()
    return try scratch.files()
  }

  /// A log with events of three streams, a refused command, states, and sealed words.
  ///
  /// It is recorded once, and copied for each test.
  func foundSample() throws {
    for (file, bytes) in try Self.sample.get() { try write(bytes, to: file) }
  }

  private func recordSample() throws {
    let log = try Log.create(in: path, now: nine)
    let (portugal, spain, person) = (
      try stream("member-PT"), try stream("member-ES"), try stream("person-H-1")
    )
    try log.record("a", [event(portugal)], states: [portugal: (1, ["class": "member"])])
    try log.record("b", [event(spain), event(portugal, ["n": 2], type: "member.changed")])
    try log.record("no", [], now: Instant(microseconds: nine.microseconds + 1))
    let name = SealedField(slot: "name", subject: "H-1", text: "Maria Conceição Anões")
    let mail = SealedField(slot: "mail", subject: "H-1", text: "mca@example.org")
    let later = Instant(microseconds: nine.microseconds + 2)
    let registered = event(person, ["name": ["sealed": "name"]], sealed: [name, mail])
    try log.record("c", [registered], now: later)
    try log.record("d", [event(spain, ["n": 5]), event(spain, ["n": 6])], now: later)
    log.close()
  }
}
