internal import Values

/// What a plugin takes away from the template that it extends, under `remove`.
///
/// An item is the id of a guard or an obligation, or the path of a key: from the top, such as `views.guidelines`,
/// or below `governance`, such as `bodies.board`. What the template does not have cannot be taken away, and
/// neither can a guard that it calls final.
struct Removal {
  private static let lists = ["guards", "obligations"]
  private static let governance = "governance"

  private var ids: Set<String> = []
  private var paths: Set<String> = []

  /// - Parameters:
  ///   - list: What stands under `remove`; nil for nothing.
  ///   - template: From which it is taken.
  ///   - findings: Takes what cannot be taken away.
  init(_ list: Node?, from template: Node, _ findings: Findings) {
    guard let list else { return }
    let items = Self.lists.flatMap { template.items(under: $0) }
    let rules = items.compactMap { $0.name("id") }
    let finals = Set(items.filter(\.isFinal).compactMap { $0.name("id") })
    let keys = template.paths
    let names = rules + keys.map(Self.shown)
    for node in findings.collect({ () throws(Failure) in try list.sequence() }) ?? [] {
      guard let found = findings.collect({ () throws(Failure) in try node.string() }) else {
        continue
      }
      guard names.contains(found) || keys.contains(found) else {
        findings.add(Self.unknown(found, among: names, at: node.place))
        continue
      }
      if finals.contains(found) {
        findings.add(Failure(.guardFinal, ["guard": .text(found)], at: node.place))
      } else if rules.contains(found) {
        ids.insert(found)
      } else {
        paths.insert(keys.contains(found) ? found : "\(Self.governance).\(found)")
      }
    }
  }

  /// Tells what the template has, of keys that lie deep only the nearest.
  private static func unknown(_ found: String, among names: [String], at place: Place?) -> Failure {
    let near = names.filter { $0.split(separator: ".").count <= 2 }
    let failure = Failure.unknownReference("removable", found, among: near, at: place)
    let nearest = ["nearest": Failure.Value.text(Nearest.word(to: found, among: names) ?? "")]
    return Failure(failure.code, failure.values.merging(nearest) { $1 }, at: place)
  }

  /// A path as clauses have it: below `governance`.
  private static func shown(_ path: String) -> String {
    path.hasPrefix(governance + ".") ? String(path.dropFirst(governance.count + 1)) : path
  }

  /// The template without what is taken away.
  func applied(to template: Node) -> Node {
    ids.isEmpty && paths.isEmpty ? template : without(template, at: "")
  }

  private func without(_ node: Node, at path: String) -> Node {
    guard case .mapping(let entries) = node.kind else { return node }
    let kept = entries.compactMap { entry -> Entry? in
      let path = path.isEmpty ? entry.name : "\(path).\(entry.name)"
      guard !paths.contains(path) else { return nil }
      let value =
        Self.lists.contains(path) ? withoutRules(entry.value) : without(entry.value, at: path)
      return Entry(entry.name, at: entry.place, value: value)
    }
    return Node(.mapping(kept), at: node.place)
  }

  private func withoutRules(_ list: Node) -> Node {
    guard case .sequence(let items) = list.kind else { return list }
    let rest = items.filter { item in item.name("id").map { !ids.contains($0) } ?? true }
    return Node(.sequence(rest), at: list.place)
  }
}

extension Node {
  fileprivate func items(under key: String) -> [Node] {
    guard case .mapping(let entries) = kind,
      let list = entries.first(where: { $0.name == key })?.value
    else { return [] }
    return (try? list.sequence()) ?? []
  }

  /// The path of every key of a mapping and of those in it.
  fileprivate var paths: [String] {
    guard case .mapping(let entries) = kind else { return [] }
    return entries.flatMap { entry in
      [entry.name] + entry.value.paths.map { "\(entry.name).\($0)" }
    }
  }
}
