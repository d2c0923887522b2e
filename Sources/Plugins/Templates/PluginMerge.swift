internal import Values

/// Lays a plugin over the template that it extends.
///
/// Mappings are merged by key; guards and obligations by their ids, in the order of the
/// template; all else is replaced, and so is the other of two keys that exclude each other. What a template
/// calls final stays as it is.
struct PluginMerge {
  let findings: Findings

  /// The lists that are merged, with the key that names an item.
  private static let lists = ["guards": "id", "obligations": "id"]

  func merged(_ base: Node, under top: Node) -> Node {
    guard case .mapping(let below) = base.kind, case .mapping(let above) = top.kind else {
      return base.merged(under: top)
    }
    let lower = Dictionary(below.map { ($0.name, $0.value) }) { first, _ in first }
    let removed = removals(above, from: lower["guards"])
    let own = above.filter { $0.name != "remove" }.map { entry in
      guard let key = Self.lists[entry.name], let list = lower[entry.name] else { return entry }
      let value = merged(list, under: entry.value, by: key)
      return Entry(entry.name, at: entry.place, value: value)
    }
    let whole = laid(Node(.mapping(own), at: top.place), over: base, at: [])
    return removed.isEmpty ? whole : without(removed, in: whole)
  }

  /// A mapping laid over another, key by key.
  private func laid(_ top: Node, over base: Node, at path: [String]) -> Node {
    guard case .mapping(let below) = base.kind, case .mapping(let above) = top.kind else {
      return top
    }
    let names = Set(above.map(\.name))
    let lower = Dictionary(below.map { ($0.name, $0.value) }) { first, _ in first }
    let gone = ExclusiveKeys.replaced(by: names, composition: top.name("composition"), at: path)
    let kept = below.filter { !names.contains($0.name) && !gone.contains($0.name) }
    let laid = above.map { entry in
      let value = lower[entry.name].map {
        self.laid(entry.value, over: $0, at: path + [entry.name])
      }
      return Entry(entry.name, at: entry.place, value: value ?? entry.value)
    }
    return Node(.mapping(kept + laid), at: top.place)
  }

  // MARK: - Lists

  private func merged(_ base: Node, under top: Node, by key: String) -> Node {
    guard case .sequence(let below) = base.kind, case .sequence(let above) = top.kind else {
      return top
    }
    let lower = Dictionary(below.map { ($0.name(key), $0) }) { first, _ in first }
    let upper = Dictionary(above.map { ($0.name(key), $0) }) { first, _ in first }
    let changed = below.map { item -> Node in
      guard let name = item.name(key), let own = upper[name] else { return item }
      guard !item.isFinal else {
        noteFinal(name, at: own.place)
        return item
      }
      return item.merged(under: own)
    }
    let added = above.filter { item in item.name(key).map { lower[$0] == nil } ?? true }
    return Node(.sequence(changed + added), at: top.place)
  }

  // MARK: - Removing

  /// The ids that a plugin takes away, those aside that cannot be taken away.
  private func removals(_ entries: [Entry], from guards: Node?) -> Set<String> {
    guard let node = entries.first(where: { $0.name == "remove" })?.value else { return [] }
    let items = (try? guards?.sequence()) ?? []
    let known = items.compactMap { $0.name("id") }
    let list = findings.collect { () throws(Failure) in try node.sequence() } ?? []
    let ids = list.compactMap { node in
      findings.collect { () throws(Failure) in
        (try Form.reference("guard", to: known).read(node), node.place)
      }
    }
    let finals = Set(items.filter(\.isFinal).compactMap { $0.name("id") })
    for (id, place) in ids where finals.contains(id) { noteFinal(id, at: place) }
    return Set(ids.map(\.0)).subtracting(finals)
  }

  private func without(_ ids: Set<String>, in node: Node) -> Node {
    guard case .mapping(let entries) = node.kind else { return node }
    let kept = entries.map { entry -> Entry in
      guard entry.name == "guards", case .sequence(let items) = entry.value.kind else {
        return entry
      }
      let rest = items.filter { item in item.name("id").map { !ids.contains($0) } ?? true }
      return Entry(
        entry.name, at: entry.place, value: Node(.sequence(rest), at: entry.value.place))
    }
    return Node(.mapping(kept), at: node.place)
  }

  private func noteFinal(_ id: String, at place: Place?) {
    findings.add(Failure(.guardFinal, ["guard": .text(id)], at: place))
  }
}

extension Node {
  /// The text under a key of a mapping; nil when there is none.
  fileprivate func name(_ key: String) -> String? {
    guard case .mapping(let entries) = kind else { return nil }
    return entries.first { $0.name == key }.flatMap { try? $0.value.string() }
  }

  fileprivate var isFinal: Bool { name("final") == "true" }
}
