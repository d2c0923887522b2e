internal import Values

/// Whether answers that are right by themselves fit together.
extension Answers {
  /// Notes each answer that contradicts another one, or that the template cannot follow.
  func checkFit(to template: Template, _ findings: Findings) {
    checkLanguages(of: template, findings)
    let members = template.questions.filter { $0.kind == .members }
    guard !members.isEmpty else { return }
    var named: Set<String> = []
    for item in members.flatMap({ items($0.id) }) where !named.insert(item.text).inserted {
      findings.add(Failure(.memberNamedTwice, ["found": .text(item.text)], at: item.place))
    }
    let others = template.questions.filter { [.group, .member].contains($0.kind) }
    for item in others.flatMap({ items($0.id) }) where !named.contains(item.text) {
      findings.add(Failure(.memberNotNamed, ["found": .text(item.text)], at: item.place))
    }
  }

  private func checkLanguages(of template: Template, _ findings: Findings) {
    guard let offered = template.languages else { return }
    for item in items("languages") where !offered.contains(item.text) {
      findings.add(
        Failure(
          .languageNotOffered,
          ["found": .text(item.text), "choices": .list(offered.sorted())], at: item.place))
    }
  }

  /// The texts of a list, or one text, each with its place.
  private func items(_ id: String) -> [(text: String, place: Place?)] {
    guard let node = self[id] else { return [] }
    let nodes = (try? node.sequence()) ?? [node]
    return nodes.compactMap { item in (try? item.string()).map { ($0, item.place) } }
  }
}

extension Template {
  /// The languages in which it has all its texts; nil for one that has none.
  var languages: Set<String>? { Self.languages(of: body) }

  private static let textKeys: Set = ["title", "message", "body"]

  private static func languages(of node: Node) -> Set<String>? {
    let found: [Set<String>?]
    switch node.kind {
    case .scalar: return nil
    case .sequence(let nodes): found = nodes.map { languages(of: $0) }
    case .mapping(let entries):
      found = entries.map { entry in
        guard textKeys.contains(entry.name), case .mapping(let texts) = entry.value.kind else {
          return languages(of: entry.value)
        }
        return Set(texts.map(\.name))
      }
    }
    let sets = found.compactMap(\.self)
    return sets.first.map { sets.dropFirst().reduce($0) { $0.intersection($1) } }
  }
}
