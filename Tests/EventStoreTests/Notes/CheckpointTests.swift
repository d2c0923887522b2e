import Foundation
import Testing
import Values

@testable import EventStore

@Suite struct CheckpointTests {
  private static let checkpoint = Checkpoint(
    origin: SampleKeys.origin, size: 20_852_163, root: .sha256("root".utf8))

  @Test func `A checkpoint is three lines: origin, size, root`() {
    #expect(
      Self.checkpoint.text
        == "nep.example/log\n20852163\nSBNJTRN+FjG7owHVrKtue7eqdM4RhdRWVl71HXN2d7I=\n")
    #expect(Checkpoint(Self.checkpoint.text) == Self.checkpoint)
  }

  @Test(arguments: [
    "a\n1\n", "a\n01\nAAAA\n", "\n1\n{}\n", "a\n-1\n{}\n", "a\n+1\n{}\n", "a\n1\nAAAA\n",
    "a\n1\n{}",
    "a\n1\n{}\nextension\n", "a b\n1\n{}\n", "a\n9223372036854775808\n{}\n", "a\n\n1\n{}\n",
    "a\n 1\n{}\n",
  ])
  func `Another text is no checkpoint`(_ text: String) {
    let root = Base64.text(Digest.sha256("root".utf8).bytes)
    let filled = text.split(separator: "{}", omittingEmptySubsequences: false).joined(
      separator: root)
    #expect(Checkpoint(filled) == nil)
    #expect(Checkpoint("a\n1\n\(root)\n") != nil)
  }

  @Test func `A key signs checkpoints of its own origin only`() throws {
    let key = try SampleKeys.key()
    let signed = try key.sign(Self.checkpoint)
    #expect(signed.note.standing(of: key.key) == .good)
    #expect(SignedCheckpoint(signed.whole) == signed)
    let other = try SampleKeys.key(1, "other.example/log")
    #expect(code { _ = try other.sign(Self.checkpoint) } == "key-unfit")
    let witness = try SampleKeys.key(1, SampleKeys.origin, .witness)
    #expect(code { _ = try witness.sign(Self.checkpoint) } == "key-unfit")
    #expect(code { _ = try key.cosign(Self.checkpoint, at: nine) } == "key-unfit")
  }

  @Test func `A witness signs the time together with the checkpoint`() throws {
    let key = try SampleKeys.key()
    let witness = try SampleKeys.witness()
    var signed = try key.sign(Self.checkpoint)
    let line = try witness.cosign(Self.checkpoint, at: nine)
    signed.note.signatures.append(line)
    #expect(signed.note.standing(of: witness.key) == .good)
    #expect(signed.note.standing(of: key.key) == .good)
    let seen = try #require(Cosignature(line.bytes))
    #expect(seen.seconds == UInt64(nine.microseconds / 1_000_000))
    let later = Cosignature(seconds: seen.seconds + 1, signature: seen.signature)
    signed.note.signatures[1] = SignedNote.Signature(
      name: line.name, hash: line.hash, bytes: later.bytes)
    #expect(signed.note.standing(of: witness.key) == .forged)
    #expect(Cosignature(Array(line.bytes.dropLast())) == nil)
  }

  @Test func `Another program finds the same signatures good, and a changed one not`() throws {
    let scratch = try Scratch()
    let key = try SampleKeys.key()
    let witness = try SampleKeys.witness()
    var signed = try key.sign(Self.checkpoint)
    signed.note.signatures.append(try witness.cosign(Self.checkpoint, at: nine))
    try scratch.write(Array(signed.whole.utf8), to: "note")
    let changed = signed.whole.split(separator: "20852163").joined(separator: "20852164")
    try scratch.write(Array(changed.utf8), to: "changed")
    for (work, publicKey) in [("note", key.key), ("cosigned", witness.key)] {
      let answer = try Python("verify_note.py", [work, scratch.path + "/note", publicKey.text])
      guard let answer else { return }
      #expect(answer.output == "holds 20852163\n" && answer.status == 0, "\(work)")
      let forged = try Python("verify_note.py", [work, scratch.path + "/changed", publicKey.text])
      #expect(forged?.output == "does not hold: the signature\n" && forged?.status == 1)
    }
  }

  /// Two programs that agree on each of 64 notes with one bit changed.
  @Test func `A bit changed anywhere in a note is refused, or the note reads the same`() throws {
    let key = try SampleKeys.key()
    let whole = Array(try key.sign(Self.checkpoint).whole.utf8)
    for bit in 0..<whole.count * 8 {
      var bytes = whole
      bytes[bit / 8] ^= 1 << UInt8(bit % 8)
      guard let text = String(validating: bytes, as: UTF8.self),
        let read = SignedCheckpoint(text)
      else { continue }
      #expect(read.note.standing(of: key.key) != .good, "bit \(bit)")
    }
  }
}
