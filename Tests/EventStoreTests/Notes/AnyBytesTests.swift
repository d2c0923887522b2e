import TestKit
import Testing
import Values

@testable import EventStore

/// Whatever a file holds, reading it gives an answer: no text stops the program.
@Suite struct AnyBytesTests {
  /// Texts of the letters that notes, keys, requests and extracts are made of.
  private static func texts(_ seed: UInt64) -> [String] {
    let letters = Array("\u{2014} \n+=/AZaz09{}[]\":,.old acta-extract/1formkeyé\u{0}")
    var generator = Seeded(seed: seed)
    return (0..<300).map { _ in
      let count = Int.random(in: 0...120, using: &generator)
      return String((0..<count).compactMap { _ in letters.randomElement(using: &generator) })
    }
  }

  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func `What is read is written again as it stood`(_ seed: UInt64) {
    for text in Self.texts(seed) {
      if let note = SignedNote(text) { #expect(note.whole == text) }
      if let key = NoteKey(text) { #expect(key.text == text) }
      if let checkpoint = Checkpoint(text) { #expect(checkpoint.text == text) }
      if let request = WitnessRequest(text) { #expect(request.text == text) }
      if let sealed = SealedKey(text) { #expect(sealed.text == text) }
      if let bytes = Base64.bytes(text) { #expect(Base64.text(bytes) == text) }
      #expect(code { _ = try Extract(text) } != nil)
    }
  }

  /// Good files with a piece taken out, doubled or put elsewhere.
  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func `A request that was cut and pasted is read as it stands, or not at all`(_ seed: UInt64)
    throws
  {
    let leaves = (0..<9).map { Digest.sha256("leaf \($0)".utf8) }
    let signed = try SampleKeys.key().sign(
      Checkpoint(origin: SampleKeys.origin, size: 9, root: MerkleTree.root(of: leaves)))
    let proof = try #require(MerkleTree.consistency(from: 5, in: leaves))
    let whole = WitnessRequest(old: 5, proof: proof, signed: signed).text
    var generator = Seeded(seed: seed)
    for _ in 0..<300 {
      var letters = Array(whole)
      let start = Int.random(in: 0..<letters.count, using: &generator)
      let end = min(letters.count, start + Int.random(in: 1...60, using: &generator))
      let piece = letters[start..<end]
      if Bool.random(using: &generator) { letters.removeSubrange(start..<end) }
      letters.insert(contentsOf: piece, at: Int.random(in: 0...letters.count, using: &generator))
      let text = String(letters)
      if let read = WitnessRequest(text) { #expect(read.text == text) }
      if let read = SignedCheckpoint(text) { #expect(read.whole == text) }
    }
  }
}
