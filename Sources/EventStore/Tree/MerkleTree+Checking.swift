extension MerkleTree {
  /// The root that a leaf and its path lead to.
  ///
  /// - Parameters:
  ///   - leaf: The leaf's hash.
  ///   - index: Its place, counted from 0.
  ///   - size: The number of leaves of the tree.
  ///   - path: As `path(to:in:)` gives it.
  /// - Returns: Nil when the path has not the length that index and size ask for.
  package static func root(
    of leaf: Digest, at index: Int64, of size: Int64, _ path: [Digest]
  ) -> Digest? {
    guard index >= 0, index < size else { return nil }
    var (place, last, hash) = (index, size - 1, leaf)
    for neighbour in path {
      guard last > 0 else { return nil }
      if place & 1 == 1 || place == last {
        hash = node(neighbour, hash)
        while place & 1 == 0, place != 0 { (place, last) = (place >> 1, last >> 1) }
      } else {
        hash = node(hash, neighbour)
      }
      (place, last) = (place >> 1, last >> 1)
    }
    return last == 0 ? hash : nil
  }

  /// Whether a proof shows that a tree only grew.
  ///
  /// - Parameters:
  ///   - old: Size and root of the older tree.
  ///   - new: Size and root of the newer one.
  ///   - proof: As `consistency(from:in:)` gives it.
  /// - Returns: True only for roots that the proof leads to, both of them.
  package static func isConsistent(
    _ old: (size: Int64, root: Digest), _ new: (size: Int64, root: Digest), _ proof: [Digest]
  ) -> Bool {
    guard old.size >= 0, old.size <= new.size else { return false }
    if old.size == new.size { return proof.isEmpty && old.root == new.root }
    if old.size == 0 { return proof.isEmpty && old.root == emptyRoot }
    guard let roots = roots(old, new.size, proof) else { return false }
    return roots.old == old.root && roots.new == new.root
  }

  /// The two roots that a proof leads to; nil for a proof of a wrong length.
  private static func roots(
    _ old: (size: Int64, root: Digest), _ size: Int64, _ proof: [Digest]
  ) -> (old: Digest, new: Digest)? {
    var rest = proof[...]
    // The proof leaves the older root out where it is a whole subtree of the newer tree.
    let isWhole = old.size & (old.size - 1) == 0
    guard let start = isWhole ? old.root : rest.popFirst() else { return nil }
    var (place, last) = (old.size - 1, size - 1)
    while place & 1 == 1 { (place, last) = (place >> 1, last >> 1) }
    var found = (old: start, new: start)
    for neighbour in rest {
      guard last > 0 else { return nil }
      if place & 1 == 1 || place == last {
        found = (node(neighbour, found.old), node(neighbour, found.new))
        while place & 1 == 0, place != 0 { (place, last) = (place >> 1, last >> 1) }
      } else {
        found.new = node(found.new, neighbour)
      }
      (place, last) = (place >> 1, last >> 1)
    }
    return last == 0 ? found : nil
  }
}
