internal import Values

extension MutationOperator {
  /// A quorum by steps: where each begins, how many it asks for, and when those entitled are counted.
  static let quorumSteps: [MutationOperator] = [
    MutationOperator("step", "bodies.*.quorum", "steps", otherSteps),
    MutationOperator(
      "count", "bodies.*.quorum", "counted", others(QuorumCounting.allCases.map(\.rawValue))),
    MutationOperator("count", "bodies.*.quorum", "counted", without),
  ]

  /// Each value of each step one more and one less, and the table without each step but the last.
  private static let otherSteps: Changes = { site, key in
    guard let steps = site.node(key).flatMap({ try? $0.sequence() }) else { return [] }
    func table(_ steps: [Node], _ words: String) -> MutationSite.Change {
      let value = Node(.sequence(steps), at: site.node(key)?.place)
      let entries = site.entries.map { entry in
        entry.name == key ? Entry(key, at: entry.place, value: value) : entry
      }
      return MutationSite.Change(entries: entries, to: words)
    }
    return steps.indices.flatMap { index in
      let changed = changed(steps[index]).map { step, words in
        var all = steps
        all[index] = step
        return table(all, words)
      }
      guard index < steps.count - 1 else { return changed }
      var fewer = steps
      fewer.remove(at: index)
      return changed + [table(fewer, "without step \(index + 1)")]
    }
  }

  private static func changed(_ step: Node) -> [(Node, String)] {
    guard case .mapping(let entries) = step.kind else { return [] }
    let site = MutationSite(
      path: [], entries: entries, place: step.place, names: MutationNames(step))
    let numbers = ["up_to", "members"].flatMap { key in otherNumbers(site, key).map { (key, $0) } }
    let shares = ["more_than", "at_least"].flatMap { key in
      otherFractions(site, key).map { (key, $0) }
    }
    return (numbers + shares).map { key, change in
      (Node(.mapping(change.entries), at: step.place), "\(key): \(change.to ?? "")")
    }
  }
}
