extension JSON {
  /// Whether both are the same value, text by text of the same bytes.
  ///
  /// Swift takes two spellings of one accent for equal; the log does not, since their canonical
  /// bytes differ.
  package static func == (left: JSON, right: JSON) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.bool(let one), .bool(let other)): one == other
    case (.int(let one), .int(let other)): one == other
    case (.text(let one), .text(let other)): one.hasSameBytes(as: other)
    case (.list(let one), .list(let other)): one == other
    case (.object(let one), .object(let other)): one == other
    default: false
    }
  }
}

extension JSON.Fields.Member {
  /// Whether both have a name of the same bytes and the same value.
  package static func == (left: Self, right: Self) -> Bool {
    left.name.hasSameBytes(as: right.name) && left.value == right.value
  }
}

extension String {
  /// Whether another text is written with the same bytes.
  func hasSameBytes(as other: String) -> Bool {
    let own = utf8.span
    let others = other.utf8.span
    guard own.count == others.count else { return false }
    for index in own.indices where own[index] != others[index] { return false }
    return true
  }
}

/// The names of an object that is being read, to tell whether one comes again.
///
/// A few are compared one by one, which is quicker; more are looked up, so that the time grows with
/// the object and not with its square.
struct NamesRead {
  private static let few = 16

  /// A text that is equal only to the same bytes.
  private struct Spelling: Hashable {
    let text: String

    static func == (left: Self, right: Self) -> Bool { left.text.hasSameBytes(as: right.text) }
  }

  private var spellings: Set<Spelling> = []

  /// Whether a name stands among the members so far; each call brings the next name.
  mutating func holds(_ name: String, among members: [JSON.Fields.Member]) -> Bool {
    guard members.count >= Self.few else {
      return members.contains { $0.name.hasSameBytes(as: name) }
    }
    if spellings.isEmpty { spellings = Set(members.map { Spelling(text: $0.name) }) }
    return !spellings.insert(Spelling(text: name)).inserted
  }
}
