import Testing
import Values

@testable import EventStore

/// The tree of a log: its leaves as they are stored, at every size that it had.
@Suite struct LogTreeTests {
  /// A log with so many acts, every third of them refused.
  private static func grown(_ count: Int, in scratch: Scratch) throws -> Log {
    let log = try Log.create(in: scratch.path, now: nine)
    for number in 0..<count {
      let events = [event(try stream("member-PT")), event(try stream("member-ES"))]
      try log.record("act \(number)", number % 3 == 2 ? [] : Array(events.prefix(1 + number % 2)))
    }
    return log
  }

  @Test func `Leaves come in the order of the chain, refused acts among the events`() throws {
    let scratch = try Scratch()
    let log = try Self.grown(12, in: scratch)
    let leaves = try log.leaves()
    let head = try log.head()
    #expect(leaves.count == 16 && head.ordinal == 16)
    let genesis = LogFormat.genesis(log: log.id, created: log.created)
    #expect(ChainHash.after(genesis, leaves) == head.hash)
  }

  @Test func `The root that a log had at each size is found again when it has grown`() throws {
    let scratch = try Scratch()
    let log = try Log.create(in: scratch.path, now: nine)
    var former: [Checkpoint] = [try log.checkpoint(origin: "a")]
    for number in 0..<40 {
      try log.record("act \(number)", number % 4 == 3 ? [] : [event(try stream("member-PT"))])
      former.append(try log.checkpoint(origin: "a"))
    }
    #expect(former.map(\.size) == Array(0...40))
    for checkpoint in former {
      let leaves = try log.leaves(first: checkpoint.size)
      #expect(MerkleTree.root(of: leaves) == checkpoint.root, "\(checkpoint.size)")
    }
    let result = try Verifier.verify(directory: scratch.path)
    #expect(result.root == former.last?.root && result.leaves == 40)
  }

  @Test func `Each former size leads to the whole by a consistency proof`() throws {
    let scratch = try Scratch()
    let log = try Self.grown(20, in: scratch)
    let leaves = try log.leaves()
    let whole = (size: Int64(leaves.count), root: MerkleTree.root(of: leaves))
    for size in 0...leaves.count {
      let proof = try #require(MerkleTree.consistency(from: size, in: leaves))
      let old = (size: Int64(size), root: MerkleTree.root(of: leaves.prefix(size)))
      #expect(MerkleTree.isConsistent(old, whole, proof), "\(size)")
    }
  }

  @Test(arguments: [1, 5, 16] as [Int64])
  func `The first leaves are asked for, and no more are given`(_ size: Int64) throws {
    let scratch = try Scratch()
    let log = try Self.grown(12, in: scratch)
    #expect(try log.leaves(first: size) == Array(log.leaves().prefix(Int(size))))
  }

  @Test func `More leaves than the log has is damage`() throws {
    let scratch = try Scratch()
    let log = try Self.grown(3, in: scratch)
    #expect(code { _ = try log.leaves(first: 99) } == "database-damaged")
  }

  @Test func `A leaf that was taken out is damage, not a smaller tree`() throws {
    let scratch = try Scratch()
    try Self.grown(12, in: scratch).close()
    try scratch.tamper("DELETE FROM commands WHERE ordinal = (SELECT min(ordinal) FROM commands)")
    let log = try Log.open(in: scratch.path, for: .reading)
    #expect(code { _ = try log.leaves() } == "database-damaged")
  }

  @Test func `An event of the log is hashed again from what is read of it`() throws {
    let scratch = try Scratch()
    try scratch.foundSample()
    let log = try Log.open(in: scratch.path, for: .reading)
    let leaves = try log.leaves()
    var seen: [Int64] = []
    let after = try log.forEachProved { event, before, hash in
      let recorded = try log.event(at: event.position)
      let index = Int(event.ordinal) - 1
      #expect(event.leaf == leaves[index], "\(event.position)")
      #expect(before == Array(leaves[(index - before.count)..<index]))
      #expect(recorded?.hash == hash)
      #expect(try log.provedEvent(at: event.position) == event)
      #expect(try log.ordinal(ofEventAt: event.position) == event.ordinal)
      seen.append(event.position)
    }
    #expect(seen == [1, 2, 3, 4, 5, 6] && after.isEmpty)
  }

  @Test func `Refused acts after the last event are told apart`() throws {
    let scratch = try Scratch()
    try scratch.foundSample()
    let log = try Log.open(in: scratch.path, for: .writing)
    for id in ["x", "y"] { try log.record(id, []) }
    let after = try log.forEachProved { _, _, _ in }
    #expect(try after == Array(log.leaves().suffix(2)))
  }
}
