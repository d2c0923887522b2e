package import Values

/// The rules with one value changed on purpose, to see whether a worked case notices.
package struct Mutant: Sendable {
  /// Of the operator that made it, such as `fraction`.
  package let kind: String
  /// The path of the changed key in the plugin, such as `bodies.plenary.quorum.more_than`.
  package let path: String
  /// What stood there and what stands there now; nil where the key was not, or is not any more.
  package let from: String?
  package let to: String?
  package let place: Place?
  let tree: Node

  /// The changed rules; nil when the change gives no rules at all, which no case need notice.
  package var rules: Rules? { RulesReader.rules(from: tree, findings: Findings()) }
}

extension Mutant {
  /// Every mutant that the operators make of a plugin, in the order of its keys.
  ///
  /// - Parameter tree: A whole plugin, as `Loaded.tree` has it.
  /// - Returns: Changes, of which some may give no rules; none for a tree without `governance`.
  package static func all(of tree: Node) -> [Mutant] {
    guard case .mapping(let entries) = tree.kind,
      let governance = entries.first(where: { $0.name == "governance" })
    else { return [] }
    let names = MutationNames(governance.value)
    let others = entries.flatMap { entry -> [MutationSite] in
      switch entry.name {
      case MutationSite.guards: guardSites(in: entry.value, names)
      case MutationSite.calendar: sites(in: entry.value, path: [entry.name], names)
      default: []
      }
    }
    return (sites(in: governance.value, path: [], names) + others).flatMap { site in
      MutationOperator.all.flatMap { $0.mutants(at: site, of: tree) }
    }
  }

  private static func guardSites(in node: Node, _ names: MutationNames) -> [MutationSite] {
    guard case .sequence(let items) = node.kind else { return [] }
    return items.compactMap { item in
      guard case .mapping(let entries) = item.kind, let id = item.id else { return nil }
      return MutationSite(
        path: [MutationSite.guards, id], entries: entries, place: item.place, names: names)
    }
  }

  private static func sites(in node: Node, path: [String], _ names: MutationNames)
    -> [MutationSite]
  {
    guard case .mapping(let entries) = node.kind else { return [] }
    let own = MutationSite(path: path, entries: entries, place: node.place, names: names)
    return [own] + entries.flatMap { sites(in: $0.value, path: path + [$0.name], names) }
  }
}
