/// The interned names of a log that were read once; a number never changes its meaning.
struct Names {
  /// More than any network has; beyond it the memory is given back and names are read again.
  static let maximumCount = 100_000

  private var streams: [Int64: StreamName] = [:]
  private var types: [Int64: String] = [:]

  func stream(_ id: Int64) -> StreamName? { streams[id] }
  func type(_ id: Int64) -> String? { types[id] }

  mutating func keep(_ name: StreamName, for id: Int64) {
    if streams.count >= Self.maximumCount { streams = [:] }
    streams[id] = name
  }

  mutating func keep(type name: String, for id: Int64) {
    if types.count >= Self.maximumCount { types = [:] }
    types[id] = name
  }
}
