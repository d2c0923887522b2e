package import Values

/// Reads a mapping of which every key must be known.
///
/// ```swift
/// var reader = try MappingReader(node)
/// let notice = try reader.required("notice").period()
/// let urgent = try reader.optional("urgent")?.period()
/// try reader.finish()  // refuses every key that was not asked for
/// ```
package struct MappingReader {
  /// Where the mapping begins.
  package let place: Place?
  private let entries: [String: Entry]
  private let names: [String]
  private var asked: [String] = []

  /// - Throws: `value-unreadable` for a node that is no mapping.
  package init(_ node: Node) throws(Failure) {
    let entries = try node.mapping()
    place = node.place
    names = entries.map(\.name)
    self.entries = Dictionary(entries.map { ($0.name, $0) }) { first, _ in first }
  }

  /// The value under a key, nil when the key is not there.
  package mutating func optional(_ name: String) -> Node? {
    asked.append(name)
    return entries[name]?.value
  }

  /// The value under a key.
  ///
  /// - Throws: `key-missing` at the beginning of the mapping.
  package mutating func required(_ name: String) throws(Failure) -> Node {
    guard let node = optional(name) else {
      throw Failure(.keyMissing, ["key": .text(name)], at: place)
    }
    return node
  }

  /// One failure for each key that nobody asked for, in the order of the file.
  ///
  /// One more than a run keeps of findings at most: to look for the nearest word takes its time.
  package func unknownKeys() -> [Failure] {
    let known = Set(asked)
    // The nearest that is not there yet; where a template has the right one already, that one.
    let missing = asked.filter { entries[$0] == nil }
    return names.filter { !known.contains($0) }.prefix(Findings.limit + 1).map { name in
      let place = entries[name]?.place ?? place
      let found = Nearest.word(to: name, among: missing) ?? Nearest.word(to: name, among: asked)
      guard let nearest = found else {
        let choices = known.sorted()
        return Failure(.keyUnknown, ["key": .text(name), "choices": .list(choices)], at: place)
      }
      return Failure(.keyMisspelt, ["key": .text(name), "nearest": .text(nearest)], at: place)
    }
  }

  /// Refuses the first unknown key.
  package func finish() throws(Failure) {
    if let failure = unknownKeys().first { throw failure }
  }

  /// Notes every unknown key.
  package func finish(into findings: Findings) {
    for failure in unknownKeys() { findings.add(failure) }
  }
}
