/// The edge of a growing tree: the roots of its whole subtrees, at most one for each level.
///
/// It takes leaf after leaf and tells the root of each size on the way; 64 digests are all it holds.
package struct MerkleFrontier: Sendable {
  /// How many leaves it has taken.
  package private(set) var size: Int64 = 0
  /// By level; a level counts when its bit in `size` is set.
  private var nodes = [Digest](repeating: .zero, count: Int64.bitWidth)

  package init() {}

  /// Takes one more leaf hash: one hash of two nodes on average.
  package mutating func append(_ leaf: Digest) {
    var (hash, level, rest) = (leaf, 0, size)
    while rest & 1 == 1 {
      hash = MerkleTree.node(nodes[level], hash)
      (level, rest) = (level + 1, rest >> 1)
    }
    nodes[level] = hash
    size += 1
  }

  /// The root over the leaves so far.
  package var root: Digest {
    var root: Digest?
    for level in nodes.indices where size >> Int64(level) & 1 == 1 {
      root = root.map { MerkleTree.node(nodes[level], $0) } ?? nodes[level]
    }
    return root ?? MerkleTree.emptyRoot
  }
}
