import Foundation
import Testing
import Values

@testable import EventStore

/// Checkpoints of a log, on record beside it.
@Suite struct CheckpointRecordTests {
  private let scratch: Scratch
  private let log: Log

  init() throws {
    scratch = try Scratch()
    try scratch.foundSample()
    log = try Log.open(in: scratch.path, for: .writing)
  }

  private static func sign(_ log: Log, growth: Int64 = 0) throws -> SignedCheckpoint? {
    try CheckpointRecord(of: log).sign(with: SampleKeys.key(), growth: growth)
  }

  @Test func `A checkpoint counts every leaf, those of refused acts too`() throws {
    let signed = try #require(try Self.sign(log))
    #expect(try signed.checkpoint.size == 7 && log.head().ordinal == 7)
    #expect(signed.checkpoint.root == MerkleTree.root(of: try log.leaves()))
    #expect(try CheckpointRecord(of: log).all() == [signed])
  }

  @Test func `A second implementation comes to the same root from the bytes of the log`() throws {
    let signed = try #require(try Self.sign(log))
    log.close()
    try scratch.write(Array(signed.whole.utf8), to: "note")
    let answer = try Python(
      "verify_note.py",
      ["note", scratch.path + "/note", SampleKeys.key().key.text, scratch.path + "/log.db"])
    guard let answer else { return }
    #expect(answer.output == "holds 7\n" && answer.status == 0)
    let part = try Python("verify_note.py", ["root", scratch.path + "/log.db", "5"])
    let leaves = try Log.open(in: scratch.path, for: .reading).leaves(first: 5)
    #expect(part?.output == "5 \(Base64.text(MerkleTree.root(of: leaves).bytes))\n")
  }

  @Test func `A log without events has a checkpoint too`() throws {
    let empty = try Scratch()
    let log = try Log.create(in: empty.path, now: nine)
    let signed = try #require(try Self.sign(log))
    #expect(signed.checkpoint.size == 0 && signed.checkpoint.root == MerkleTree.emptyRoot)
    try log.record("a", [event(try stream("member-PT"))])
    #expect(try Self.sign(log)?.checkpoint.size == 1)
    let request = try CheckpointRecord(of: log).request(
      CheckpointRecord(of: log).find(size: 1), after: 0)
    #expect(request.proof.isEmpty)
  }

  @Test func `The same log signed twice is on record once`() throws {
    let (first, second) = (try Self.sign(log), try Self.sign(log))
    #expect(first == second)
    #expect(try CheckpointRecord(of: log).all().count == 1)
  }

  @Test func `An origin without a checkpoint has always grown enough`() throws {
    _ = try Self.sign(log)
    let record = CheckpointRecord(of: log)
    #expect(try record.hasGrown(by: 1_000, origin: "other.example/log"))
    #expect(try !record.hasGrown(by: 1, origin: SampleKeys.origin))
  }

  @Test func `Who asks for no growth is let through, so that a log that shrank is told as a fork`()
    throws
  {
    for id in ["g", "h"] { try log.record(id, [event(try stream("member-PT"))]) }
    _ = try Self.sign(log)
    log.close()
    for file in ["log.db", "log.db-wal", "log.db-shm", "keys.db"] { try scratch.remove(file) }
    try scratch.foundSample()
    let shorter = try Log.open(in: scratch.path, for: .writing)
    let record = CheckpointRecord(of: shorter)
    #expect(try record.hasGrown(by: 0, origin: SampleKeys.origin))
    #expect(try !record.hasGrown(by: 1, origin: SampleKeys.origin))
    #expect(code { _ = try Self.sign(shorter) } == "checkpoint-fork")
  }

  @Test func `Nothing is signed while the log has not grown enough`() throws {
    #expect(try Self.sign(log, growth: 50) != nil)
    let record = CheckpointRecord(of: log)
    #expect(try !record.hasGrown(by: 2, origin: SampleKeys.origin))
    #expect(try Self.sign(log, growth: 2) == nil)
    try log.record("e", [event(try stream("member-PT")), event(try stream("member-PT"))])
    #expect(try record.hasGrown(by: 2, origin: SampleKeys.origin))
    #expect(try Self.sign(log, growth: 2)?.checkpoint.size == 9)
  }

  @Test func `After an older log was restored, nothing is signed and both sizes are named`() throws
  {
    log.close()
    let old = try scratch.bytes(of: "log.db")
    let grown = try Log.open(in: scratch.path, for: .writing)
    try grown.record("e", [event(try stream("member-PT"))])
    _ = try Self.sign(grown)
    grown.close()
    for leftover in ["log.db-wal", "log.db-shm"] { try scratch.remove(leftover) }
    try scratch.write(old, to: "log.db")
    let restored = try Log.open(in: scratch.path, for: .writing)
    let failure = #expect(throws: Failure.self) { try Self.sign(restored) }
    #expect(failure?.code == .checkpointFork)
    #expect(failure?.values["known"] == .text("8") && failure?.values["found"] == .text("7"))
    // Another history of the same length, and of a greater one.
    for id in ["f", "g"] {
      try restored.record(id, [event(try stream("member-ES"), ["n": 9])])
      #expect(code { _ = try Self.sign(restored) } == "checkpoint-fork")
    }
    #expect(try CheckpointRecord(of: restored).all().map(\.checkpoint.size) == [8])
    let other = try SampleKeys.key(3, "nep.example/log/2")
    #expect(try CheckpointRecord(of: restored).sign(with: other)?.checkpoint.size == 9)
  }

  @Test func `A restored log that only lost its end may sign again once it is what it was`() throws
  {
    log.close()
    let old = try scratch.bytes(of: "log.db")
    let first = try Log.open(in: scratch.path, for: .writing)
    _ = try Self.sign(first)
    first.close()
    try scratch.write(old, to: "log.db")
    let again = try Log.open(in: scratch.path, for: .writing)
    #expect(try Self.sign(again)?.checkpoint.size == 7)
  }

  @Test func `The line of a witness stands beside the checkpoint that it is of`() throws {
    let signed = try #require(try Self.sign(log))
    let record = CheckpointRecord(of: log)
    let line = try SampleKeys.witness().cosign(signed.checkpoint, at: nine)
    let key = try SampleKeys.witness().key
    let both = try record.accept(line, by: key)
    #expect(both.note.signatures.count == 2 && both.note.standing(of: key) == .good)
    #expect(try record.accept(line, by: key) == both)
    #expect(try record.find() == both)
  }

  @Test func `A line that is of no checkpoint on record is refused`() throws {
    let signed = try #require(try Self.sign(log))
    let (record, key) = (CheckpointRecord(of: log), try SampleKeys.witness().key)
    let other = Checkpoint(origin: SampleKeys.origin, size: 6, root: signed.checkpoint.root)
    let line = try SampleKeys.witness().cosign(other, at: nine)
    #expect(code { _ = try record.accept(line, by: key) } == "proof-unfit")
    let stranger = try SampleKeys.witness(8).cosign(signed.checkpoint, at: nine)
    #expect(code { _ = try record.accept(stranger, by: key) } == "proof-unfit")
  }

  @Test func `What is not on record is missing, and a file that was changed is not read`() throws {
    let record = CheckpointRecord(of: log)
    #expect(code { _ = try record.find() } == "checkpoint-missing")
    _ = try Self.sign(log)
    #expect(code { _ = try record.find(size: 3) } == "checkpoint-missing")
    let folder = scratch.path + "/checkpoints"
    let name = try #require(try FileManager.default.contentsOfDirectory(atPath: folder).first)
    let text = try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
    try text.split(separator: "\n7\n").joined(separator: "\n8\n").write(
      toFile: folder + "/" + name, atomically: true, encoding: .utf8)
    #expect(code { _ = try record.all() } == "proof-unreadable")
  }
}
