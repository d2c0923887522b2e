package import Values

/// One or more acts on their way into the log, all or none.
///
/// `Log.write` makes it and it ends with that call. Whatever it reads is so until the commit,
/// since nobody else can write meanwhile.
package final class Transaction {
  package let log: Log
  /// Where the log ends, acts of this transaction included.
  package internal(set) var head: Head
  /// When its acts are recorded: the clock, or the log's own last time when the clock is behind.
  ///
  /// Acts that are taken from an export bring their own time.
  package internal(set) var recorded: Instant
  let start: Head
  /// What a half-written act failed with: a transaction that has one can't commit.
  var flaw: (any Error)?
  /// The row of the last command; 0 in an empty log.
  var lastRow: Int64 = 0
  /// The streams that were looked up: nobody else can change them meanwhile.
  private var streams: [StreamName: Log.StreamRow] = [:]
  /// The id that was looked for last and not found: nobody else can use it meanwhile.
  var unused: CommandID?

  init(log: Log, now: Instant) throws {
    self.log = log
    head = try log.head()
    start = head
    recorded = max(now, head.recorded)
    try checkTail()
  }

  /// Refuses to add to a log whose last rows are not those that its head speaks of.
  ///
  /// One look at each end, since the whole chain is for `verify`.
  private func checkTail() throws {
    let event = try log.connection.first(
      "SELECT position, ordinal, hash, command FROM events ORDER BY position DESC LIMIT 1"
    ) { (try $0.int(at: 0), try $0.int(at: 1), try $0.digest(at: 2), try $0.int(at: 3)) }
    let command = try log.connection.first(
      "SELECT id, ordinal, hash, recorded FROM commands ORDER BY id DESC LIMIT 1"
    ) { row in
      let (ordinal, hash) = (try row.optionalInt(at: 1), try row.optionalDigest(at: 2))
      return (try row.int(at: 0), ordinal, hash, try row.int(at: 3))
    }
    let isEnd =
      switch (event, command) {
      case (nil, nil):
        head.ordinal == 0 && head.hash == LogFormat.genesis(log: log.id, created: log.created)
          && head.recorded == log.created
      case (let event, let (_, ordinal?, hash, recorded)?):
        head.position == event?.0 ?? 0 && head.ordinal == ordinal && head.hash == hash
          && head.recorded.microseconds == recorded
      case (let (position, ordinal, hash, bringer)?, let (row, nil, _, recorded)?):
        head.position == position && head.ordinal == ordinal && head.hash == hash
          && bringer == row && head.recorded.microseconds == recorded
      case (_?, nil), (nil, _?): false
      }
    guard isEnd else { throw log.damage(at: head.position) }
    lastRow = command?.0 ?? 0
  }

  /// The first answer to a request that came before; nil when it is new.
  ///
  /// - Throws: `command-reused` when the id came before with another request.
  ///
  /// The request is made only to be compared with one that came before.
  package func answer(
    to id: CommandID, request: @autoclosure () throws -> JSON
  ) throws -> RecordedCommand? {
    guard let known = try requestHash(under: id) else { return nil }
    guard Sodium.areEqual(known, try requestHash(request())) else {
      throw Failure(.commandReused, ["command": .text(id.description)])
    }
    return try log.command(id)
  }

  /// The keyed hash of the request that came under an id; nil when none did.
  func requestHash(under id: CommandID) throws -> [UInt8]? {
    if unused == id { return nil }
    let sql = "SELECT request_hash FROM commands WHERE command_id = ?"
    let found = try log.connection.first(sql, [.blob(id.identifier.bytes)]) { try $0.blob(at: 0) }
    unused = found == nil ? id : nil
    return found
  }

  package func version(of name: StreamName) throws -> Int64 { try stream(name)?.version ?? 0 }

  /// A stream's number and version, looked up once; nil for one that does not exist.
  func stream(_ name: StreamName) throws -> Log.StreamRow? {
    if let known = streams[name] { return known }
    let row = try log.streamRow(name)
    streams[name] = row
    return row
  }

  /// Remembers what a stream has become.
  func keep(_ stream: Log.StreamRow, of name: StreamName) {
    streams[name] = stream
    log.names.keep(name, for: stream.id)
  }

  package func state(of stream: StreamName) throws -> StoredState? { try log.state(of: stream) }
  package func states(in category: String) throws -> [(StreamName, StoredState)] {
    try log.states(in: category)
  }
  package func events(of stream: StreamName) throws -> [RecordedEvent] {
    try log.events(of: stream)
  }

  /// Overwrites a person's ciphertexts; their hashes stay, so that the chain stays whole.
  ///
  /// - Returns: How many fields were overwritten.
  @discardableResult
  package func scrub(subject: String) throws -> Int {
    try log.scrubWords(of: subject)
  }

  func requestHash(_ request: JSON) throws -> [UInt8] {
    Sodium.keyedHash(request.canonical, key: try log.keys().requestKey)
  }
}
