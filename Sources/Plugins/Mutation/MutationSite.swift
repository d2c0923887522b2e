internal import Values

/// One mapping of a plugin and what an operator may do to it.
struct MutationSite {
  /// From below `governance`; of a guard `guards` and its id, of the calendar `calendar`.
  let path: [String]
  let entries: [Entry]
  let place: Place?
  let names: MutationNames

  /// The mapping with one key changed.
  struct Change {
    let entries: [Entry]
    let to: String?
  }

  /// From the top of the plugin.
  var wholePath: [String] {
    [Self.guards, Self.calendar].contains(path.first) ? path : ["governance"] + path
  }

  /// As people are told: a guard is known by its id.
  var shownPath: [String] { path.first == Self.guards ? Array(path.dropFirst()) : path }

  static let guards = "guards"
  static let calendar = "calendar"

  func node(_ key: String) -> Node? { entries.first { $0.name == key }?.value }

  func text(_ key: String) -> String? { node(key).flatMap { try? $0.string() } }

  /// The texts of a list; a key that is not there has none.
  func texts(_ key: String) -> [String] {
    let nodes = node(key).flatMap { try? $0.sequence() } ?? []
    return nodes.compactMap { try? $0.string() }
  }

  func has(_ key: String) -> Bool { node(key)?.isNull == false }

  /// With another text under a key, which is added where it is not there.
  func setting(_ key: String, to text: String) -> Change {
    let value = Node(.scalar(Scalar(text, .quoted)), at: node(key)?.place ?? place)
    return Change(entries: replaced(key, by: Entry(key, value: value)), to: text)
  }

  /// With another list of texts under a key.
  func setting(_ key: String, to texts: [String]) -> Change {
    let items = texts.map { Node(.scalar(Scalar($0, .quoted)), at: node(key)?.place) }
    let value = Node(.sequence(items), at: node(key)?.place ?? place)
    return Change(entries: replaced(key, by: Entry(key, value: value)), to: Self.list(texts))
  }

  func removing(_ key: String) -> Change { Change(entries: replaced(key, by: nil), to: nil) }

  /// With the value of one key under another name.
  func renaming(_ key: String, to name: String) -> Change {
    let value = node(key) ?? Node(.scalar(Scalar("", .quoted)))
    return Change(entries: replaced(key, by: Entry(name, value: value)), to: name)
  }

  private func replaced(_ key: String, by entry: Entry?) -> [Entry] {
    guard entries.contains(where: { $0.name == key }) else {
      return entries + (entry.map { [$0] } ?? [])
    }
    return entries.compactMap { $0.name == key ? entry : $0 }
  }

  static func list(_ texts: [String]) -> String { "[" + texts.joined(separator: ", ") + "]" }
}

/// The names of a plugin that a value may be changed to.
struct MutationNames {
  let classes: [String]
  let bodies: [String]
  /// The matters of each body that decides.
  let matters: [String: [String]]
  /// Whether any body is elected, so that the right to stand says something.
  let hasElection: Bool

  init(_ governance: Node) {
    let bodies = Self.entries("bodies", in: governance)
    self.bodies = bodies.map(\.name)
    classes =
      Self.entries("membership", in: governance).first { $0.name == "classes" }.flatMap {
        try? $0.value.mapping().map(\.name)
      } ?? []
    matters = Dictionary(
      bodies.map { ($0.name, Self.entries("decides", in: $0.value).map(\.name)) }
    ) { first, _ in first }
    hasElection = bodies.contains { !Self.entries("elected", in: $0.value).isEmpty }
  }

  private static func entries(_ key: String, in node: Node) -> [Entry] {
    guard case .mapping(let entries) = node.kind,
      let below = entries.first(where: { $0.name == key })
    else { return [] }
    return (try? below.value.mapping()) ?? []
  }
}

extension Node {
  /// What a guard is known by; nil for what has no id.
  var id: String? {
    guard case .mapping(let entries) = kind else { return nil }
    return entries.first { $0.name == "id" }.flatMap { try? $0.value.string() }
  }
}
