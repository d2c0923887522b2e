internal import Values

/// The names of a log's streams and types as leaves spell them, each made once for a walk through all events.
struct SpelledNames {
  private var streams = NameTable<[UInt8]>()
  private var types = NameTable<[UInt8]>()

  /// The bytes of a stream's name.
  ///
  /// - Throws: `database-damaged` for a number that no stream has, or a name that cannot be one.
  mutating func stream(_ id: Int64, in log: Log) throws -> [UInt8] {
    if let name = streams[id] { return name }
    let name = Array(try log.streamName(id).text.utf8)
    streams.keep(name, for: id)
    return name
  }

  /// The bytes of a type's name.
  ///
  /// - Throws: `database-damaged` for a number that no type has.
  mutating func type(_ id: Int64, in log: Log) throws -> [UInt8] {
    if let name = types[id] { return name }
    let name = Array(try log.typeName(id).utf8)
    types.keep(name, for: id)
    return name
  }
}
