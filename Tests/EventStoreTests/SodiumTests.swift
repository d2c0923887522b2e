import Testing

@testable import EventStore

@Suite struct SodiumTests {
  let key = (0x80..<0xA0).map { UInt8($0) }
  let nonce = (0x40..<0x58).map { UInt8($0) }
  let context: [UInt8] = [0x50, 0x51, 0x52, 0x53, 0xC0, 0xC1, 0xC2, 0xC3, 0xC4, 0xC5, 0xC6, 0xC7]

  /// The vector of draft-irtf-cfrg-xchacha, appendix A.3.1: its first and last sixteen bytes.
  @Test func `Sealing is XChaCha20-Poly1305`() {
    let words = """
      Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, \
      sunscreen would be it.
      """
    let sealed = Sodium.seal(Array(words.utf8), context: context, nonce: nonce, key: key)
    #expect(sealed.count == words.utf8.count + 16)
    #expect(Array(sealed.prefix(16)).hex == "bd6d179d3e83d43b9576579493c0e939")
    #expect(Array(sealed.suffix(16)).hex == "c0875924c1c7987947deafd8780acf49")
    #expect(Sodium.open(sealed, context: context, nonce: nonce, key: key) == Array(words.utf8))
  }

  @Test func `An empty text is sealed and opened too`() {
    let sealed = Sodium.seal([], context: context, nonce: nonce, key: key)
    #expect(Sodium.open(sealed, context: context, nonce: nonce, key: key) == [])
  }

  @Test func `What does not belong together does not open`() {
    let sealed = Sodium.seal([1, 2, 3], context: context, nonce: nonce, key: key)
    #expect(Sodium.open(sealed, context: [], nonce: nonce, key: key) == nil)
    #expect(Sodium.open(sealed, context: context, nonce: key.dropLast(8), key: key) == nil)
    #expect(Sodium.open(sealed, context: context, nonce: nonce, key: nonce + nonce) == nil)
    #expect(Sodium.open(sealed, context: context, nonce: nonce + [0], key: key) == nil)
    #expect(Sodium.open(sealed, context: context, nonce: nonce, key: key + [0]) == nil)
    #expect(Sodium.open([1, 2, 3], context: context, nonce: nonce, key: key) == nil)
  }

  @Test func `Sealing under a key or nonce of another width stops the program`() async {
    await #expect(processExitsWith: .failure) {
      _ = Sodium.seal(
        [], context: [], nonce: [UInt8](repeating: 0, count: 24),
        key: [UInt8](repeating: 0, count: 31))
    }
    await #expect(processExitsWith: .failure) {
      _ = Sodium.seal(
        [], context: [], nonce: [UInt8](repeating: 0, count: 23),
        key: [UInt8](repeating: 0, count: 32))
    }
  }

  @Test func `Secrets are equal only byte for byte`() {
    #expect(Sodium.areEqual([1, 2], [1, 2]))
    #expect(!Sodium.areEqual([1, 2], [1, 3]))
    #expect(!Sodium.areEqual([1, 2], [1, 2, 3]))
    #expect(Sodium.areEqual([], []))
  }

  @Test func `A keyed hash depends on key and message`() {
    let hash = Sodium.keyedHash([1], key: key)
    #expect(hash.count == 32)
    #expect(hash == Sodium.keyedHash([1], key: key))
    #expect(hash != Sodium.keyedHash([2], key: key))
    #expect(hash != Sodium.keyedHash([1], key: key.reversed()))
  }
}
