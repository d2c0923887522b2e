internal import Values

/// Lays a plugin over the template that it extends.
///
/// What the plugin removes is taken out of the template first. Then mappings are merged by key; guards and
/// obligations by their ids, in the order of the template; all else is replaced, and so is the other of two
/// keys that exclude each other. What a template calls final stays as it is.
struct PluginMerge {
  let findings: Findings

  /// The lists that are merged, with the key that names an item.
  private static let lists = ["guards": "id", "obligations": "id"]

  func merged(_ base: Node, under top: Node) -> Node {
    guard case .mapping = base.kind, case .mapping(let above) = top.kind else {
      return base.merged(under: top)
    }
    let removal = Removal(above.first { $0.name == "remove" }?.value, from: base, findings)
    let base = removal.applied(to: base)
    let below = (try? base.mapping()) ?? []
    let lower = Dictionary(below.map { ($0.name, $0.value) }) { first, _ in first }
    let titles = TitleCheck(above, over: below, findings)
    let own = above.filter { $0.name != "remove" }.map { entry in
      guard let key = Self.lists[entry.name], let list = lower[entry.name] else { return entry }
      let value = merged(list, under: entry.value, by: key, titles)
      return Entry(entry.name, at: entry.place, value: value)
    }
    return laid(Node(.mapping(own), at: top.place), over: base, at: [], titles)
  }

  /// A mapping laid over another, key by key.
  private func laid(
    _ top: Node, over base: Node, at path: [String], _ titles: TitleCheck
  ) -> Node {
    titles.look(at: top, over: base, path)
    guard case .mapping(let below) = base.kind, case .mapping(let above) = top.kind else {
      return top
    }
    let names = Set(above.map(\.name))
    let lower = Dictionary(below.map { ($0.name, $0.value) }) { first, _ in first }
    let gone = ExclusiveKeys.replaced(by: names, composition: top.name("composition"), at: path)
    let kept = below.filter { !names.contains($0.name) && !gone.contains($0.name) }
    let laid = above.map { entry in
      let value = lower[entry.name].map {
        self.laid(entry.value, over: $0, at: path + [entry.name], titles)
      }
      return Entry(entry.name, at: entry.place, value: value ?? entry.value)
    }
    return Node(.mapping(kept + laid), at: top.place)
  }

  // MARK: - Lists

  private func merged(
    _ base: Node, under top: Node, by key: String, _ titles: TitleCheck
  ) -> Node {
    guard case .sequence(let below) = base.kind, case .sequence(let above) = top.kind else {
      return top
    }
    let lower = Dictionary(below.map { ($0.name(key), $0) }) { first, _ in first }
    let upper = Dictionary(above.map { ($0.name(key), $0) }) { first, _ in first }
    let changed = below.map { item -> Node in
      guard let name = item.name(key), let own = upper[name] else { return item }
      guard !item.isFinal else {
        findings.add(Failure(.guardFinal, ["guard": .text(name)], at: own.place))
        return item
      }
      titles.look(at: own, over: item, [])
      return item.merged(under: own)
    }
    let added = above.filter { item in item.name(key).map { lower[$0] == nil } ?? true }
    return Node(.sequence(changed + added), at: top.place)
  }
}

extension Node {
  /// The text under a key of a mapping; nil when there is none.
  func name(_ key: String) -> String? {
    guard case .mapping(let entries) = kind else { return nil }
    return entries.first { $0.name == key }.flatMap { try? $0.value.string() }
  }

  var isFinal: Bool { name("final") == "true" }
}
