import Foundation
import Testing
import Values

@testable import EventStore

/// `verify` holds the checkpoints on record to the log, and the log to them.
@Suite struct VerifyCheckpointsTests {
  /// The keys that a log names; in these tests always the same one.
  private static func keys(retiredAt: Int64? = nil, _ byte: UInt8 = 1) throws -> [KnownKey] {
    [KnownKey(try SampleKeys.key(byte).key, retiredAt: retiredAt)]
  }

  private static func verify(_ scratch: Scratch, _ keys: [KnownKey]) throws -> Verification {
    try Verifier.verify(directory: scratch.path, keys: { _ in keys })
  }

  /// A log of seven leaves with a checkpoint, and one more leaf with another.
  private static func sample() throws -> Scratch {
    let scratch = try Scratch()
    try scratch.foundSample()
    let log = try Log.open(in: scratch.path, for: .writing)
    let record = CheckpointRecord(of: log)
    _ = try record.sign(with: SampleKeys.key())
    try log.record("more", [event(try stream("member-PT"))])
    _ = try record.sign(with: SampleKeys.key())
    log.close()
    return scratch
  }

  @Test func `A log that bears out its checkpoints is whole, and they are counted`() throws {
    let result = try Self.verify(Self.sample(), Self.keys())
    #expect(result.isWhole && result.checkpoints == [7, 8] && result.leaves == 8)
    #expect(result.root != nil && result.forks.isEmpty)
  }

  @Test func `Checkpoints are left alone where nobody says which keys there are`() throws {
    let scratch = try Self.sample()
    let result = try Verifier.verify(directory: scratch.path)
    #expect(result.isWhole && result.checkpoints.isEmpty && result.leaves == 8)
  }

  @Test func `A checkpoint over no leaves is borne out by every log`() throws {
    let scratch = try Scratch()
    let log = try Log.create(in: scratch.path, now: nine)
    _ = try CheckpointRecord(of: log).sign(with: SampleKeys.key())
    try log.record("a", [event(try stream("member-PT"))])
    log.close()
    let result = try Self.verify(scratch, Self.keys())
    #expect(result.isWhole && result.checkpoints == [0])
    #expect(result.leaves == 1)
  }

  @Test func `An older log that was restored is told by the checkpoint on record`() throws {
    let scratch = try Self.sample()
    let sample = try Scratch()
    try sample.foundSample()
    for leftover in ["log.db-wal", "log.db-shm"] { try scratch.remove(leftover) }
    try scratch.write(sample.bytes(of: "log.db"), to: "log.db")
    let result = try Self.verify(scratch, Self.keys())
    #expect(result.findings.map(\.reason) == [.checkpoint] && result.checkpoints == [7])
    let fork = try #require(result.forks.first)
    #expect(fork.known.size == 8 && fork.found.size == 7 && result.forks.count == 1)
    #expect(fork.found.root == result.root)
  }

  @Test func `A log that was written anew is told, though its chain is whole`() throws {
    let scratch = try Self.sample()
    for leftover in ["log.db", "log.db-wal", "log.db-shm", "keys.db"] {
      try scratch.remove(leftover)
    }
    let log = try Log.create(in: scratch.path, now: nine)
    for number in 0..<9 { try log.record("\(number)", [event(try stream("member-PT"))]) }
    log.close()
    #expect(try Verifier.verify(directory: scratch.path).isWhole)
    let result = try Self.verify(scratch, Self.keys())
    #expect(!result.isWhole && result.forks.map(\.known.size) == [7, 8])
    #expect(result.forks.map(\.found.size) == [7, 8])
  }

  @Test func `A checkpoint by a key that the log does not name is a finding`() throws {
    let scratch = try Self.sample()
    for keys in [try Self.keys(2), []] {
      let result = try Self.verify(scratch, keys)
      #expect(result.findings.map(\.reason) == [.checkpoint] && result.forks.isEmpty)
      // No event is in doubt by itself: the log is, from its first one on.
      #expect(result.findings.first?.position == nil)
      #expect(result.findings.first?.failure.values["position"] == .int(1))
    }
  }

  @Test func `A forged signature of one key is a finding, though another of its keys signed well`()
    throws
  {
    let scratch = try Self.sample()
    let folder = scratch.path + "/checkpoints"
    let name = try #require(
      try FileManager.default.contentsOfDirectory(atPath: folder).sorted().last)
    let whole = String(decoding: try scratch.bytes(of: "checkpoints/" + name), as: UTF8.self)
    var signed = try #require(SignedCheckpoint(whole))
    let own = try #require(signed.note.signatures.first)
    let other = try #require(
      try SampleKeys.key(2).sign(signed.checkpoint).note.signatures.first)
    let both = try Self.keys() + Self.keys(2)
    signed.note.signatures = [own, other]
    try scratch.write(Array(signed.whole.utf8), to: "checkpoints/" + name)
    #expect(try Self.verify(scratch, both).checkpoints == [7, 8])
    let forged = SignedNote.Signature(name: other.name, hash: other.hash, bytes: own.bytes)
    signed.note.signatures = [own, forged]
    try scratch.write(Array(signed.whole.utf8), to: "checkpoints/" + name)
    let result = try Self.verify(scratch, both)
    #expect(result.findings.map(\.reason) == [.checkpoint] && result.checkpoints == [7])
  }

  @Test(arguments: [(9, [7, 8]), (8, [7]), (7, [])] as [(Int64, [Int64])])
  func `A key vouches for nothing that covers its own retirement`(
    _ row: (retiredAt: Int64, good: [Int64])
  ) throws {
    let result = try Self.verify(Self.sample(), Self.keys(retiredAt: row.retiredAt))
    #expect(result.checkpoints == row.good && result.isWhole == (row.good.count == 2))
  }

  @Test func `Checkpoints of an origin that was given up are left alone`() throws {
    let scratch = try Self.sample()
    let later = KnownKey(try SampleKeys.key(4, "nep.example/log/2").key, retiredAt: nil)
    let result = try Self.verify(scratch, Self.keys() + [later])
    #expect(result.isWhole && result.checkpoints.isEmpty)
  }

  @Test func `A file among the checkpoints that is none is a finding`() throws {
    let scratch = try Self.sample()
    try scratch.write(Array("x".utf8), to: "checkpoints/00000000-5.note")
    let result = try Self.verify(scratch, Self.keys())
    #expect(result.findings.map(\.reason) == [.checkpoint])
  }

  /// A bit of every byte of a checkpoint file, changed by itself.
  @Test(arguments: [0, 5])
  func `A bit changed in a checkpoint is found`(_ bit: Int) throws {
    let scratch = try Self.sample()
    let folder = scratch.path + "/checkpoints"
    let name = try #require(
      try FileManager.default.contentsOfDirectory(atPath: folder).sorted().last)
    let whole = try scratch.bytes(of: "checkpoints/" + name)
    for index in whole.indices {
      var bytes = whole
      bytes[index] ^= 1 << UInt8(bit)
      try scratch.write(bytes, to: "checkpoints/" + name)
      #expect(try !Self.verify(scratch, Self.keys()).isWhole, "byte \(index), bit \(bit)")
    }
  }
}
