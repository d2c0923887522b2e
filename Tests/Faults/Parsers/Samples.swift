import EventStore
import Foundation
import Values

/// Good texts for the parsers that need longer ones.
enum Samples {
  /// The shipped templates, which are the shortest plugins that say everything.
  static let plugins: [String] = {
    let folder = "\(Network.policies)/templates"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let texts = names.filter { $0.hasSuffix(".yaml") }.sorted().map {
      Program.text("\(folder)/\($0)")
    }
    return texts.isEmpty ? ["id: x\n"] : texts
  }()

  /// A checkpoint, a key and a request for a witness.
  static let notes: [String] = {
    let leaves = (0..<9).map { Digest.sha256("leaf \($0)".utf8) }
    let checkpoint = Checkpoint(
      origin: "nep.example/log", size: 9, root: MerkleTree.root(of: leaves))
    let key = Array(repeating: UInt8(7), count: 32)
    let signature = SignedNote.Signature(
      name: "nep.example/log", hash: [1, 2, 3, 4], bytes: Array(repeating: 9, count: 64))
    let note = SignedNote(text: checkpoint.text, signatures: [signature])
    let proof = MerkleTree.consistency(from: 5, in: leaves) ?? []
    let request = SignedCheckpoint(note.whole).map {
      WitnessRequest(old: 5, proof: proof, signed: $0).text
    }
    let half = NoteKey(name: "nep.example/log", purpose: .checkpoint, publicKey: key)
    return [note.whole, request, half?.text].compactMap(\.self)
  }()
}
