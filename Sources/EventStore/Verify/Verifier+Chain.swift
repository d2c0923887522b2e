internal import Values

extension Verifier {
  /// Walks the commands in order, each followed by its events, and makes every hash again.
  mutating func checkChain() throws {
    let head = try log.head()
    result.head = LogFormat.genesis(log: log.id, created: log.created)
    var walk = try ChainWalk(
      log: log, genesis: LogFormat.genesis(log: log.id, created: log.created),
      rootsAt: Set(checkpoints.map(\.checkpoint.size)))
    defer {
      result.events = walk.position
      (result.leaves, result.root, roots) = (walk.tree.size, walk.tree.root, walk.roots)
    }
    do {
      while try walk.next() {
        (result.commands, result.head) = (walk.command, walk.hash)
        if walk.command & 0xFF == 0 { watch?(walk.position, head.position) }
      }
      if try !walk.end(head) { result.add(.head, at: max(1, walk.position)) }
    } catch let broken as ChainWalk.Broken {
      result.add(broken.reason, at: walk.position + 1)
    }
  }
}
