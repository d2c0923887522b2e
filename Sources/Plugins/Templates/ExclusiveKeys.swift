/// Keys of which a mapping has one or the other, so that a plugin which writes one takes the other of its template away.
///
/// Without this a template's `more_than` would stay beside a network's `at_least`, and nothing that the
/// network can write would take it away.
enum ExclusiveKeys {
  private static let threshold: Set<String> = ["more_than", "at_least"]
  private static let vote: Set<String> = [
    "first", "more_than", "at_least", "abstentions", "tie", "shares", "second_vote", "choice",
  ]
  private static let compositions: Set<String> = ["rotation", "coordinator", "elected"]

  /// The keys below that go when a plugin writes its own.
  ///
  /// - Parameters:
  ///   - names: The keys that the plugin writes there.
  ///   - composition: What it writes under `composition`; nil when it does not.
  ///   - path: Where, from the top: `governance`, `bodies`, `plenary`, `quorum`.
  /// - Returns: Keys of the template; those that the plugin writes too are replaced anyhow.
  static func replaced(
    by names: Set<String>, composition: String?, at path: [String]
  ) -> Set<String> {
    guard path.first == "governance", path.count >= 3 else { return [] }
    switch (path[1], path.count, path.last) {
    case ("bodies", 4, "quorum"): return quorum(names)
    case ("bodies", 5, _) where path[3] == "decides": return decision(names)
    case ("bodies", 6, "shares"): return names.isDisjoint(with: threshold) ? [] : threshold
    case ("bodies", 3, _):
      return composition.map { compositions.subtracting([$0]) } ?? []
    case ("outputs", 4, "per"): return names.isEmpty ? [] : ["series", "period"]
    default: return []
    }
  }

  /// A number of members leaves no share and no steps, a share no number, and steps neither.
  private static func quorum(_ names: Set<String>) -> Set<String> {
    if names.contains("steps") { return threshold.union(["of", "members"]) }
    if names.contains("members") { return threshold.union(["of", "steps"]) }
    return names.isDisjoint(with: threshold) ? [] : threshold.union(["members", "steps"])
  }

  /// Consensus alone leaves no vote, and whatever is said of a vote ends consensus alone.
  private static func decision(_ names: Set<String>) -> Set<String> {
    if names.contains("only") { return vote }
    var gone: Set<String> = names.isDisjoint(with: threshold) ? [] : threshold
    if !names.isDisjoint(with: vote) { gone.insert("only") }
    return gone
  }
}
