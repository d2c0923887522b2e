internal import Values

/// One way to change a value of a plugin; the table of all of them is `all`.
///
/// Values that are only shown and decide no act have no operator: how often a series meets, how many
/// seats should be filled, when papers are sent, who chairs by turn.
struct MutationOperator: Sendable {
  let kind: String
  /// The mappings that it applies to, by their path below `governance`, or `guards.*` or `calendar`;
  /// `*` is any name.
  let pattern: [String]
  /// The key that it changes.
  let key: String
  let changes: @Sendable (MutationSite, String) -> [MutationSite.Change]

  init(
    _ kind: String, _ pattern: String, _ key: String,
    _ changes: @escaping @Sendable (MutationSite, String) -> [MutationSite.Change]
  ) {
    self.kind = kind
    self.pattern = pattern.split(separator: ".").map { String($0) }
    self.key = key
    self.changes = changes
  }

  private func applies(to path: [String]) -> Bool {
    path.count == pattern.count && zip(path, pattern).allSatisfy { $1 == "*" || $0 == $1 }
  }

  func mutants(at site: MutationSite, of tree: Node) -> [Mutant] {
    guard applies(to: site.path) else { return [] }
    return changes(site, key).map { change in
      Mutant(
        kind: kind, path: (site.shownPath + [key]).joined(separator: "."), from: before(at: site),
        to: change.to, place: site.node(key)?.place ?? site.place,
        tree: tree.replacing(site.wholePath, with: change.entries))
    }
  }

  /// What stands under the key: a text, a list, or the name of the key for a whole part.
  private func before(at site: MutationSite) -> String? {
    guard let node = site.node(key) else { return nil }
    switch node.kind {
    case .scalar(let scalar): return scalar.text
    case .sequence: return MutationSite.list(site.texts(key))
    case .mapping: return key
    }
  }
}

extension Node {
  /// This tree with other entries in the mapping at a path; an item of a list is named by its `id`.
  fileprivate func replacing(_ path: [String], with entries: [Entry]) -> Node {
    guard let name = path.first else { return Node(.mapping(entries), at: place) }
    let rest = Array(path.dropFirst())
    if case .sequence(let items) = kind {
      let changed = items.map { $0.id == name ? $0.replacing(rest, with: entries) : $0 }
      return Node(.sequence(changed), at: place)
    }
    guard case .mapping(let own) = kind else { return self }
    return Node(
      .mapping(
        own.map { entry in
          guard entry.name == name else { return entry }
          return Entry(
            entry.name, at: entry.place, value: entry.value.replacing(rest, with: entries))
        }), at: place)
  }
}
