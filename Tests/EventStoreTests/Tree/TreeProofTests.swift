import Testing

@testable import EventStore

/// Roots and proofs of every size to 130, against a tree that is written as the RFC defines it.
@Suite struct TreeProofTests {
  private static let largest = 130
  private static let leaves = (0..<largest).map { Digest.sha256("leaf \($0)".utf8) }

  /// The definition itself: no cleverness.
  private static func naive(_ leaves: [Digest]) -> Digest {
    guard leaves.count > 1 else { return leaves.first ?? .sha256([] as [UInt8]) }
    var half = 1
    while half * 2 < leaves.count { half *= 2 }
    return .sha256(
      [1] + naive(Array(leaves[..<half])).bytes + naive(Array(leaves[half...])).bytes)
  }

  private static let roots = (0...largest).map { naive(Array(leaves.prefix($0))) }

  @Test func `The root of every size is that of the definition`() {
    var frontier = MerkleFrontier()
    for size in 0...Self.largest {
      #expect(frontier.root == Self.roots[size], "\(size)")
      #expect(frontier.size == Int64(size))
      if size < Self.largest { frontier.append(Self.leaves[size]) }
    }
  }

  @Test func `Every leaf of every size leads to the root by its path, and no other leaf does`() {
    for size in 1...Self.largest {
      let leaves = Array(Self.leaves.prefix(size))
      for index in 0..<size {
        guard let path = MerkleTree.path(to: index, in: leaves) else {
          Issue.record("no path to \(index) of \(size)")
          return
        }
        let (place, count) = (Int64(index), Int64(size))
        #expect(MerkleTree.root(of: leaves[index], at: place, of: count, path) == Self.roots[size])
        let other = Digest.sha256("another".utf8)
        #expect(MerkleTree.root(of: other, at: place, of: count, path) != Self.roots[size])
      }
    }
  }

  @Test func `Every older size is shown to be a beginning of every newer one`() {
    for size in 0...Self.largest {
      let leaves = Array(Self.leaves.prefix(size))
      for old in 0...size {
        guard let proof = MerkleTree.consistency(from: old, in: leaves) else {
          Issue.record("no proof from \(old) to \(size)")
          return
        }
        #expect(isConsistent(old, size, proof), "\(old) to \(size)")
      }
    }
  }

  private func isConsistent(_ old: Int, _ new: Int, _ proof: [Digest]) -> Bool {
    MerkleTree.isConsistent(
      (Int64(old), Self.roots[old]), (Int64(new), Self.roots[new]), proof)
  }

  @Test(arguments: [(5, 7), (6, 64), (64, 65), (63, 130), (100, 101), (1, 130), (128, 130)])
  func `A proof with a digest changed, left out or added shows nothing`(_ row: (old: Int, new: Int))
    throws
  {
    let leaves = Array(Self.leaves.prefix(row.new))
    let proof = try #require(MerkleTree.consistency(from: row.old, in: leaves))
    for index in proof.indices {
      var changed = proof
      changed[index] = .sha256("another".utf8)
      #expect(!isConsistent(row.old, row.new, changed))
    }
    #expect(!isConsistent(row.old, row.new, Array(proof.dropLast())))
    #expect(!isConsistent(row.old, row.new, proof + [.zero]))
    #expect(!isConsistent(row.old, row.new, Array(proof.reversed())) || proof.count == 1)
  }

  @Test(arguments: [(0, 1), (0, 2), (4, 5), (63, 64), (64, 65), (129, 130)])
  func `A path of another length leads nowhere`(_ row: (index: Int, size: Int)) throws {
    let leaves = Array(Self.leaves.prefix(row.size))
    let path = try #require(MerkleTree.path(to: row.index, in: leaves))
    let (index, size) = (Int64(row.index), Int64(row.size))
    let leaf = leaves[row.index]
    #expect(MerkleTree.root(of: leaf, at: index, of: size, path + [.zero]) == nil)
    if !path.isEmpty {
      #expect(MerkleTree.root(of: leaf, at: index, of: size, Array(path.dropLast())) == nil)
    }
  }

  @Test(arguments: [(-1, 5), (5, 5), (6, 5), (0, 0), (0, -1), (Int64.max, Int64.max)])
  func `A place outside the tree has no root`(_ row: (index: Int64, size: Int64)) {
    #expect(MerkleTree.root(of: .zero, at: row.index, of: row.size, []) == nil)
  }

  @Test func `A tree that shrank or was rewritten is not consistent`() throws {
    let proof = try #require(MerkleTree.consistency(from: 6, in: Self.leaves))
    #expect(isConsistent(6, Self.largest, proof))
    #expect(!isConsistent(Self.largest, 6, proof))
    #expect(!isConsistent(7, Self.largest, proof))
    #expect(!MerkleTree.isConsistent((6, Self.roots[6]), (6, Self.roots[7]), []))
    #expect(!MerkleTree.isConsistent((0, Self.roots[1]), (6, Self.roots[6]), []))
    #expect(!MerkleTree.isConsistent((-1, Self.roots[0]), (6, Self.roots[6]), []))
    #expect(MerkleTree.consistency(from: 7, in: Array(Self.leaves.prefix(6))) == nil)
    #expect(MerkleTree.consistency(from: -1, in: Self.leaves) == nil)
  }

  @Test func `The largest sizes that a number can write are answered`() {
    let proof = [Digest](repeating: .zero, count: 70)
    #expect(!MerkleTree.isConsistent((1, .zero), (.max, .zero), proof))
    #expect(MerkleTree.root(of: .zero, at: .max - 1, of: .max, proof) == nil)
  }
}
