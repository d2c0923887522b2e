import Foundation
import Testing
import Values

@testable import EventStore

/// Another network watches that a log only grows.
@Suite struct WitnessTests {
  /// A log that signs, and the folder of a witness.
  private struct Stage {
    let scratch: Scratch
    let watch: Scratch
    let log: Log
    var record: CheckpointRecord { CheckpointRecord(of: log) }

    init() throws {
      (scratch, watch) = (try Scratch(), try Scratch())
      try scratch.foundSample()
      log = try Log.open(in: scratch.path, for: .writing)
    }

    /// The log's newest state, as a request from a size.
    func request(after old: Int64) throws -> WitnessRequest {
      let signed = try #require(try record.sign(with: SampleKeys.key()))
      return try record.request(signed, after: old)
    }

    @discardableResult
    func cosign(_ request: WitnessRequest) throws -> SignedNote.Signature {
      try Witness(in: watch.path).cosign(
        request, of: SampleKeys.key().key, with: SampleKeys.witness(), now: nine)
    }

    var seen: Int64? {
      get throws { try Witness(in: watch.path).seen(of: SampleKeys.origin)?.checkpoint.size }
    }
  }

  @Test func `A log that only grows is cosigned each time`() throws {
    let stage = try Stage()
    var old: Int64 = 0
    for number in 0..<20 {
      let request = try stage.request(after: old)
      let line = try stage.cosign(request)
      #expect(
        SignedNote(text: request.signed.note.text, signatures: [line])
          .standing(of: try SampleKeys.witness().key) == .good)
      old = request.signed.checkpoint.size
      #expect(try stage.seen == old)
      try stage.log.record("more \(number)", [event(try stream("member-PT"))])
    }
  }

  @Test func `A request reads back as it was written`() throws {
    let stage = try Stage()
    for old in 0...7 as ClosedRange<Int64> {
      let request = try stage.request(after: old)
      #expect(WitnessRequest(request.text) == request)
    }
    #expect(try stage.request(after: 3).text.hasPrefix("old 3\n"))
  }

  @Test(arguments: [
    "", "old 3\n", "old -1\n\n", "new 3\n\n", "old 03\n\nx", "old 3\nAAAA\n\nx", "old 3\n\n\n",
  ])
  func `Another text is no request`(_ text: String) { #expect(WitnessRequest(text) == nil) }

  @Test func `A request that begins elsewhere is sent back with the size that was seen`() throws {
    let stage = try Stage()
    try stage.cosign(stage.request(after: 0))
    try stage.log.record("more", [event(try stream("member-PT"))])
    let failure = try #require(
      throws: Failure.self, performing: { try stage.cosign(stage.request(after: 3)) })
    #expect(failure.code == .witnessElsewhere && failure.values["size"] == .text("7"))
    #expect(try stage.seen == 7)
    try stage.cosign(stage.request(after: 7))
    #expect(try stage.seen == 8)
  }

  @Test func `The same checkpoint may be asked for again`() throws {
    let stage = try Stage()
    try stage.cosign(stage.request(after: 0))
    try stage.cosign(stage.request(after: 7))
    #expect(try stage.seen == 7)
  }

  /// What a fork looks like to a witness that saw seven leaves.
  @Test(arguments: [
    ("cut short", 5, "5"), ("as long, but another", 7, "7"), ("longer, but another", 9, "9"),
  ])
  func `A fork is refused with both sizes and roots`(
    _ row: (name: String, leaves: Int, size: String)
  ) throws {
    let stage = try Stage()
    let seen = try stage.request(after: 0)
    try stage.cosign(seen)
    let leaves = (0..<row.leaves).map { Digest.sha256("another leaf \($0)".utf8) }
    let root = MerkleTree.root(of: leaves)
    let signed = try SampleKeys.key().sign(
      Checkpoint(origin: SampleKeys.origin, size: Int64(row.leaves), root: root))
    let proof = MerkleTree.consistency(from: 7, in: leaves) ?? []
    let failure = try #require(
      throws: Failure.self,
      performing: { try stage.cosign(WitnessRequest(old: 7, proof: proof, signed: signed)) })
    #expect(failure.code == .checkpointFork && failure.code.exit == .checkFailed)
    #expect(failure.values["known"] == .text("7") && failure.values["found"] == .text(row.size))
    #expect(failure.values["known-root"] == .text(seen.signed.checkpoint.root.hex))
    #expect(failure.values["found-root"] == .text(root.hex))
    #expect(try stage.seen == 7)
  }

  @Test func `A checkpoint that the log did not sign is refused`() throws {
    let stage = try Stage()
    let request = try stage.request(after: 0)
    let strange = try SampleKeys.key(5).sign(request.signed.checkpoint)
    let forged = WitnessRequest(old: 0, proof: [], signed: strange)
    #expect(code { try stage.cosign(forged) } == "proof-unfit")
    #expect(try stage.seen == nil)
  }

  @Test func `A first checkpoint needs an empty proof, and no other`() throws {
    let stage = try Stage()
    let request = try stage.request(after: 0)
    let padded = WitnessRequest(old: 0, proof: [.zero], signed: request.signed)
    #expect(code { try stage.cosign(padded) } == "checkpoint-fork")
    try stage.cosign(request)
  }

  @Test func `What was seen and can't be read any more stops the witness`() throws {
    let stage = try Stage()
    try stage.cosign(stage.request(after: 0))
    let folder = stage.watch.path + "/witnessed"
    let name = try #require(try FileManager.default.contentsOfDirectory(atPath: folder).first)
    try Data("x".utf8).write(to: URL(filePath: folder + "/" + name))
    #expect(code { try stage.cosign(stage.request(after: 7)) } == "proof-unreadable")
  }
}
