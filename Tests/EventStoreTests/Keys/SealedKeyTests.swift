import Foundation
import Testing
import Values

@testable import EventStore

@Suite struct SealedKeyTests {
  private static func sealed(_ passphrase: String = "correct horse battery staple") throws
    -> SealedKey
  {
    try SealedKey(
      SampleKeys.key(), passphrase: SampleKeys.passphrase(passphrase), cost: SampleKeys.cost())
  }

  @Test func `A key comes back by its passphrase and signs as before`() throws {
    let sealed = try Self.sealed()
    let opened = try sealed.open(with: SampleKeys.passphrase())
    let checkpoint = Checkpoint(origin: SampleKeys.origin, size: 0, root: MerkleTree.emptyRoot)
    #expect(opened.key == sealed.key)
    let (first, again) = (try opened.sign(checkpoint), try SampleKeys.key().sign(checkpoint))
    #expect(first == again)
  }

  @Test(arguments: ["", "correct horse battery stapl", "Correct horse battery staple"])
  func `Another passphrase opens nothing`(_ passphrase: String) throws {
    let sealed = try Self.sealed()
    let failed = code {
      _ = try sealed.open(with: SampleKeys.passphrase(passphrase)).key
    }
    #expect(failed == "passphrase-wrong")
  }

  @Test func `The file holds neither the seed nor the passphrase`() throws {
    let text = try Self.sealed().text
    let seed = [UInt8](repeating: 1, count: 32)
    #expect(!text.contains(Base64.text(seed)) && !text.contains(seed.hex))
    #expect(!text.contains("horse"))
  }

  @Test func `Two seals of one key have nothing in common but what is open`() throws {
    let (first, second) = (try Self.sealed(), try Self.sealed())
    #expect(first.salt != second.salt && first.nonce != second.nonce)
    #expect(first.sealed != second.sealed && first.key == second.key)
  }

  @Test func `The file is read back as it was written`() throws {
    let sealed = try Self.sealed()
    #expect(SealedKey(sealed.text) == sealed)
  }

  @Test func `A byte of the file changed is refused, or opens nothing`() throws {
    let sealed = try Self.sealed()
    let bytes = Array(sealed.text.utf8)
    for index in bytes.indices {
      var changed = bytes
      changed[index] ^= 1
      guard let text = String(validating: changed, as: UTF8.self), let read = SealedKey(text)
      else { continue }
      // A higher cost is as good as another passphrase, and would only take longer.
      guard read.cost == sealed.cost else { continue }
      #expect(
        code { _ = try read.open(with: SampleKeys.passphrase()).key } == "passphrase-wrong",
        "\(index)")
    }
  }

  @Test(arguments: [(0, 65_536), (17, 65_536), (1, 8_191), (1, 1 << 31), (-1, 65_536), (1, -1)])
  func `A cost that no machine should pay is refused`(_ row: (passes: Int64, memory: Int64)) {
    #expect(PassphraseCost(checking: row.passes, memoryBytes: row.memory) == nil)
  }

  @Test func `The usual cost is what the standard asks for, and more`() {
    #expect(PassphraseCost.usual.passes >= 1)
    #expect(PassphraseCost.usual.memoryBytes >= 46 << 20)
  }

  @Test(arguments: ["", "a", "{}", #"{"form":"acta-key/2"}"#, "[]"])
  func `Another file is no key`(_ text: String) { #expect(SealedKey(text) == nil) }

  @Test(arguments: [("", 0), ("abc", 3), ("ação", 4), ("😀x", 2)])
  func `A passphrase is counted in characters`(_ row: (text: String, count: Int)) throws {
    let secret = try SampleKeys.passphrase(row.text)
    #expect(secret.characterCount == row.count)
  }

  @Test func `Bytes that became a secret are wiped where they stood`() throws {
    var bytes = Array("words".utf8)
    let secret = try Secret(taking: &bytes)
    #expect(bytes.isEmpty && secret.count == 5)
  }
}

@Suite struct KeyFolderTests {
  private static func kept(_ scratch: Scratch) throws -> SealedKey {
    let sealed = try SealedKey(
      SampleKeys.key(), passphrase: SampleKeys.passphrase(), cost: SampleKeys.cost())
    try KeyFolder(in: scratch.path).keep(sealed)
    return sealed
  }

  private static func file(_ sealed: SealedKey) -> String { "signing/\(sealed.key.id).key" }

  @Test func `A key is kept in a file that only its owner may read`() throws {
    let scratch = try Scratch()
    let sealed = try Self.kept(scratch)
    let file = scratch.path + "/" + Self.file(sealed)
    let attributes = try FileManager.default.attributesOfItem(atPath: file)
    #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
    #expect(try KeyFolder(in: scratch.path).sealed(sealed.key) == sealed)
  }

  @Test func `A key file that others may read is not used`() throws {
    let scratch = try Scratch()
    let sealed = try Self.kept(scratch)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o640], ofItemAtPath: scratch.path + "/" + Self.file(sealed))
    #expect(
      code { _ = try KeyFolder(in: scratch.path).sealed(sealed.key) } == "key-file-exposed")
  }

  @Test func `A key that is kept is never replaced, and one that is forgotten is gone`() throws {
    let scratch = try Scratch()
    let sealed = try Self.kept(scratch)
    let folder = KeyFolder(in: scratch.path)
    #expect(code { try folder.keep(sealed) } != nil)
    try folder.forget(sealed.key.id)
    try folder.forget(sealed.key.id)
    #expect(code { _ = try folder.sealed(sealed.key) } == "key-file-missing")
  }

  @Test func `A file that is not the key asked for is damaged`() throws {
    let scratch = try Scratch()
    let sealed = try Self.kept(scratch)
    let other = try SampleKeys.key(2).key
    try FileManager.default.moveItem(
      atPath: scratch.path + "/" + Self.file(sealed),
      toPath: scratch.path + "/signing/\(other.id).key")
    #expect(code { _ = try KeyFolder(in: scratch.path).sealed(other) } == "key-file-damaged")
  }
}
