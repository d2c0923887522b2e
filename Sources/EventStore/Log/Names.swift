/// The interned names of a log that were read once; a number never changes its meaning.
struct Names {
  private var streams = NameTable<StreamName>()
  private var types = NameTable<String>()
  /// The numbers of the types that were written; no more than the program has.
  private var numbers: [String: Int64] = [:]

  func stream(_ id: Int64) -> StreamName? { streams[id] }
  func type(_ id: Int64) -> String? { types[id] }

  mutating func keep(_ name: StreamName, for id: Int64) { streams.keep(name, for: id) }
  mutating func keep(type name: String, for id: Int64) { types.keep(name, for: id) }

  func number(ofType name: String) -> Int64? { numbers[name] }
  mutating func keep(number: Int64, ofType name: String) { numbers[name] = number }
}

/// Names by their numbers, which are counted from 1 without gaps: a place for each, found without hashing.
///
/// More names than places share them, and what was put away is read from the log again.
struct NameTable<Name> {
  /// More than the streams that any network has.
  static var maximumCount: Int { 100_000 }

  private var places: [(id: Int64, name: Name)?] = []

  subscript(id: Int64) -> Name? {
    let index = Self.index(of: id)
    guard index < places.count, let place = places[index], place.id == id else { return nil }
    return place.name
  }

  mutating func keep(_ name: Name, for id: Int64) {
    let index = Self.index(of: id)
    while places.count <= index { places.append(nil) }
    places[index] = (id, name)
  }

  private static func index(of id: Int64) -> Int { Int(id.magnitude % UInt64(maximumCount)) }
}
