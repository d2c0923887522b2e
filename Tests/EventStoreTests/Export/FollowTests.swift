import Foundation
import Testing
import Values

@testable import EventStore

/// A copy follows a log by what is shipped, and takes nothing that is not its continuation.
@Suite struct FollowTests {
  private let scratch: Scratch
  private let copy: Scratch
  private let log: Log

  init() throws {
    (scratch, copy) = (try Scratch(), try Scratch())
    try scratch.foundSample()
    log = try Log.open(in: scratch.path, for: .writing)
    _ = try log.copy(to: copy.path)
  }

  private func grow(_ id: String) throws {
    try log.record(
      id, [event(try stream("member-PT"), ["n": 1]), event(try stream("member-\(id)"))])
    try log.record(id + " refused", [])
  }

  private func head() throws -> Head { try Log.open(in: copy.path, for: .reading).head() }

  @Test func `The copy takes what came since, refused acts too, and has the same head`() throws {
    try grow("a2")
    let texts = try Exported.texts(of: scratch.path, from: 6)
    #expect(texts.count == 4, "the act of the last event known, and what came after it")
    let result = try Exported.follow(texts, in: copy.path)
    #expect(result.events == 2)
    #expect(try head() == log.head())
    #expect(try Verifier.verify(directory: copy.path).isWhole)
    #expect(try Exported.texts(of: copy.path) == Exported.texts(of: scratch.path))
  }

  @Test func `The same file twice, and one that begins earlier, change nothing`() throws {
    try grow("a2")
    let texts = try Exported.texts(of: scratch.path, from: 6)
    try Exported.follow(texts, in: copy.path)
    let before = try Dump(of: copy.path)
    #expect(try Exported.follow(texts, in: copy.path).events == 0)
    #expect(try Exported.follow(Exported.texts(of: scratch.path), in: copy.path).events == 0)
    #expect(try Dump(of: copy.path) == before)
  }

  @Test func `A file older than the copy is passed over`() throws {
    try grow("a2")
    let old = try Exported.texts(of: scratch.path, from: 6)
    try grow("a3")
    try Exported.follow(Exported.texts(of: scratch.path, from: 6), in: copy.path)
    #expect(try Exported.follow(old, in: copy.path).events == 0)
    #expect(try head() == log.head())
  }

  @Test func `Only refused acts since are shipped too`() throws {
    for id in ["r1", "r2"] { try log.record(id, []) }
    #expect(
      try Exported.follow(Exported.texts(of: scratch.path, from: 6), in: copy.path).events == 0)
    #expect(try head() == log.head())
  }

  @Test func `A gap is told with the position to ship from`() throws {
    try grow("a2")
    try grow("a3")
    let before = try Dump(of: copy.path)
    let failure = #expect(throws: Failure.self) {
      try Exported.follow(Exported.texts(of: scratch.path, from: 9), in: copy.path)
    }
    #expect(failure?.code == .followGap && failure?.values["position"] == .text("6"))
    #expect(try Dump(of: copy.path) == before)
  }

  @Test func `Another history is a fork, and the copy keeps its own`() throws {
    let other = try Log.open(in: copy.path, for: .writing)
    try Log.placeKeys(scratch.path + "/keys.db", of: log.id, in: copy.path)
    try other.record("mine", [event(try stream("member-FR"))])
    try grow("a2")
    let before = try Dump(of: copy.path)
    for start in [0, 6] as [Int64] {
      let failure = #expect(throws: Failure.self) {
        try Exported.follow(Exported.texts(of: scratch.path, from: start), in: copy.path)
      }
      #expect(failure?.code == .followFork && failure?.values["position"] == .text("7"))
    }
    #expect(try Dump(of: copy.path) == before)
  }

  @Test func `An event of the same act that differs is a fork too`() throws {
    try copy.tamper("UPDATE events SET hash = zeroblob(32) WHERE position = 6")
    try grow("a2")
    #expect(
      code { _ = try Exported.follow(Exported.texts(of: scratch.path, from: 6), in: copy.path) }
        != nil)
  }

  @Test func `What is shipped of another log is refused`() throws {
    let other = try Scratch()
    let log = try Log.create(in: other.path, now: nine)
    try log.record("x", [event(try stream("member-PT"))])
    let before = try Dump(of: copy.path)
    #expect(
      code { _ = try Exported.follow(Exported.texts(of: other.path), in: copy.path) }
        == "export-foreign")
    #expect(try Dump(of: copy.path) == before)
  }

  @Test func `What breaks off in the middle leaves the copy as it was`() throws {
    try grow("a2")
    try grow("a3")
    let texts = try Exported.texts(of: scratch.path, from: 6)
    let before = try Dump(of: copy.path)
    for count in 1..<texts.count {
      #expect(
        code { _ = try Exported.follow(Array(texts.prefix(count)), in: copy.path) } == "export-cut")
    }
    var failing = texts[...]
    let log = try Log.open(in: copy.path, for: .writing)
    let failure = code {
      _ = try ExportIntake.take(into: log, fold: Exported.fold) {
        guard failing.count > 1 else { throw Failure(.fileFailed) }
        return failing.popFirst().map { Array($0.utf8) }
      }
    }
    #expect(failure == "file-failed")
    #expect(try Dump(of: copy.path) == before)
    #expect(try Exported.follow(texts, in: copy.path).events == 4)
  }

  @Test(arguments: FaultyDisk.Fault.ofWriting, [1, 2, 4])
  func `A disk that fails leaves the copy whole, before or after`(
    _ fault: FaultyDisk.Fault, _ number: Int
  ) throws {
    try grow("a2")
    let texts = try Exported.texts(of: scratch.path, from: 6)
    let before = try head()
    try FaultyDisk.run(copy.path, fault, at: number) {
      _ = code { _ = try Exported.follow(texts, in: copy.path) }
    }
    #expect(try [before, log.head()].contains(head()))
    #expect(try Verifier.verify(directory: copy.path).isWhole)
    try Exported.follow(texts, in: copy.path)
    #expect(try head() == log.head())
  }

  // MARK: Checkpoints that come along

  private func shipped(_ signed: SignedCheckpoint) throws -> [String] {
    var after: [Digest] = []
    var texts: [String] = []
    after = try log.forEachLine(from: 6) { texts.append($0.json.compact) }
    return texts + [ExportEnd(log: log.id, signed: signed, after: after).json.compact]
  }

  @Test func `A checkpoint that the log bears out is given back`() throws {
    try grow("a2")
    let signed = try #require(try CheckpointRecord(of: log).sign(with: SampleKeys.key()))
    let result = try Exported.follow(shipped(signed), in: copy.path)
    #expect(result.signed == signed && signed.checkpoint.size == 10)
  }

  @Test(arguments: [9, 10, 11] as [Int64])
  func `A checkpoint that the log contradicts takes everything back`(_ size: Int64) throws {
    try grow("a2")
    let lie = Checkpoint(origin: SampleKeys.origin, size: size, root: .sha256("x".utf8))
    let texts = try shipped(SampleKeys.key().sign(lie))
    let before = try head()
    #expect(code { _ = try Exported.follow(texts, in: copy.path) } == "checkpoint-fork")
    #expect(try head() == before)
  }

  @Test func `Nothing follows the line of the checkpoint`() throws {
    let signed = try #require(try CheckpointRecord(of: log).sign(with: SampleKeys.key()))
    let texts = try shipped(signed)
    let last = try #require(texts.last)
    #expect(code { _ = try Exported.follow(texts + [last], in: copy.path) } == "export-unfit")
    #expect(code { _ = try Exported.follow([last], in: copy.path) } == "export-foreign")
  }
}
