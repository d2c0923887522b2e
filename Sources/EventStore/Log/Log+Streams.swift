internal import Values

extension Log {
  /// A stream's number and how many events it has.
  struct StreamRow {
    var id: Int64
    var version: Int64
  }

  func streamRow(_ name: StreamName) throws -> StreamRow? {
    let sql = "SELECT id, version FROM streams WHERE name = ?"
    return try connection.first(sql, [.text(name.text)]) { row in
      StreamRow(id: try row.int(at: 0), version: try row.int(at: 1))
    }
  }

  /// How many events a stream has; 0 for one that does not exist.
  package func version(of stream: StreamName) throws -> Int64 {
    try streamRow(stream)?.version ?? 0
  }

  /// The categories that have a stream, in the order of their bytes.
  package func categories() throws -> [String] {
    var categories: [String] = []
    while true {
      let sql = "SELECT min(category) FROM streams WHERE category > ?"
      let next = try connection.first(sql, [.text(categories.last ?? "")]) {
        try $0.optionalText(at: 0)
      }
      guard let next = next ?? nil else { return categories }
      categories.append(next)
    }
  }

  /// The streams of a category, in the order in which they began.
  package func streams(in category: String) throws -> [StreamName] {
    var streams: [StreamName] = []
    let sql = "SELECT name FROM streams WHERE category = ? ORDER BY id"
    try connection.query(sql, [.text(category)]) { row in
      guard let name = StreamName(try row.text(at: 0)) else { throw damage }
      streams.append(name)
    }
    return streams
  }

  /// The state kept beside a stream; nil when none was stored.
  package func state(of stream: StreamName) throws -> StoredState? {
    let sql = """
      SELECT s.version, s.fold, s.data, s.digest FROM states s JOIN streams n ON n.id = s.stream \
      WHERE n.name = ?
      """
    return try connection.first(sql, [.text(stream.text)]) { try self.state($0, of: stream) }
  }

  /// The states kept beside the streams of a category, in the order in which the streams began.
  package func states(in category: String) throws -> [(StreamName, StoredState)] {
    let sql = """
      SELECT s.version, s.fold, s.data, s.digest, n.name FROM streams n \
      JOIN states s ON s.stream = n.id WHERE n.category = ? ORDER BY n.id
      """
    var states: [(StreamName, StoredState)] = []
    try connection.query(sql, [.text(category)]) { row in
      guard let name = StreamName(try row.text(at: 4)) else { throw damage }
      states.append((name, try state(row, of: name)))
    }
    return states
  }

  /// Reads version, fold, data and digest: a state that was damaged is never served.
  func state(_ row: Statement, of stream: StreamName) throws -> StoredState {
    let bytes = try row.utf8(at: 2)
    let (version, fold) = (try row.int(at: 0), try row.int(at: 1))
    let digest = StoredState.digest(of: stream, version: version, fold: fold, data: bytes)
    guard try row.digest(at: 3) == digest, let number = Int(exactly: fold),
      let data = try? JSON(parsing: bytes)
    else { throw damage }
    return StoredState(version: version, fold: number, data: data)
  }
}

extension StoredState {
  /// A checksum against damage; not part of the chain, since a state can be folded again.
  static func digest(
    of stream: StreamName, version: Int64, fold: Int64, data: [UInt8]
  ) -> Digest {
    var bytes = CanonicalBytes(capacity: data.count + 64)
    bytes.append(byte: UInt8(ascii: "S"))
    bytes.append(text: Array(stream.text.utf8))
    bytes.append(version)
    bytes.append(fold)
    bytes.append(text: data)
    return .sha256(bytes.bytes)
  }
}

extension Log {
  /// How many streams a category has.
  package func count(in category: String) throws -> Int {
    let sql = "SELECT count(*) FROM streams WHERE category = ?"
    return Int(try connection.number(sql, [.text(category)]))
  }
}
