/// The Merkle tree over leaf hashes: roots and proofs, as pure functions.
///
/// ```swift
/// let root = MerkleTree.root(of: leaves)
/// let path = MerkleTree.path(to: 4, in: leaves)
/// MerkleTree.root(of: leaves[4], at: 4, of: leaves.count, path) == root
/// ```
///
/// A leaf hash is given, not made: it is SHA-256 over a zero byte and the leaf.
///
/// Source: RFC 6962, section 2.1; the checks are those of RFC 9162, section 2.1.
package enum MerkleTree {
  /// The root of the empty tree: the hash of nothing.
  package static let emptyRoot = Digest.sha256([] as [UInt8])

  /// The root over leaves; time grows with their number, memory with its logarithm.
  package static func root(of leaves: some Collection<Digest>) -> Digest {
    var frontier = MerkleFrontier()
    for leaf in leaves { frontier.append(leaf) }
    return frontier.root
  }

  /// The hash of an interior node.
  static func node(_ left: Digest, _ right: Digest) -> Digest { Sodium.sha256Node(left, right) }

  /// The neighbours on the way from a leaf to the root, from below; nil for an index beyond the leaves.
  package static func path(to index: Int, in leaves: [Digest]) -> [Digest]? {
    guard leaves.indices.contains(index) else { return nil }
    return path(to: index, in: leaves[...])
  }

  private static func path(to index: Int, in leaves: ArraySlice<Digest>) -> [Digest] {
    guard leaves.count > 1 else { return [] }
    let middle = leaves.startIndex + split(leaves.count)
    let (left, right) = (leaves[..<middle], leaves[middle...])
    return index < middle
      ? path(to: index, in: left) + [root(of: right)]
      : path(to: index, in: right) + [root(of: left)]
  }

  /// Shows that the first leaves are those of an older tree; nil when that one was larger.
  ///
  /// - Returns: Empty for the same size and for an empty older tree, which nothing can contradict.
  package static func consistency(from old: Int, in leaves: [Digest]) -> [Digest]? {
    guard (0...leaves.count).contains(old) else { return nil }
    return old == 0 ? [] : consistency(from: old, in: leaves[...], isWhole: true)
  }

  private static func consistency(
    from old: Int, in leaves: ArraySlice<Digest>, isWhole: Bool
  ) -> [Digest] {
    guard old != leaves.count else { return isWhole ? [] : [root(of: leaves)] }
    let width = split(leaves.count)
    let middle = leaves.startIndex + width
    let (left, right) = (leaves[..<middle], leaves[middle...])
    return old <= width
      ? consistency(from: old, in: left, isWhole: isWhole) + [root(of: right)]
      : consistency(from: old - width, in: right, isWhole: false) + [root(of: left)]
  }

  /// The largest power of two below a number of leaves, which is two or more.
  private static func split(_ count: Int) -> Int {
    1 << (Int.bitWidth - 1 - (count - 1).leadingZeroBitCount)
  }
}
