import Foundation
import Testing
import Values

@testable import EventStore

/// Values that Python's hashlib and struct come to, apart from this program; never edited.
@Suite struct VectorTests {
  /// Around the lengths at which SHA-256 pads with one block more.
  @Test(arguments: [
    (0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    (1, "4bf5122f344554c53bde2ebb8cd2b7e3d1600ad631c385a5d7cce23c7785459a"),
    (3, "6ab0dba1f4f1dfbb37b4f9eeb092c09fca4900ad32bdcd147d8dde35d6c87c35"),
    (55, "81afe5b788dc2ce138ff83d9b20164db75a94d75d2b2432eea4a0ef605088c72"),
    (56, "2aba54f0ac632420a2b502431408866e40e1d5e430df4cd822642c78ab2eb9c1"),
    (57, "903284efbf9100e8ba1614ec65eacacad125e03f857cae7acbf8b73b23e0fdfe"),
    (63, "733d3d4ee79ee67145bf73da13588f6f235d37414fc64b14a2f00f1762792f5e"),
    (64, "79322907b3e9d013d7dc2c2f256674dbf733045cde01df3539271c6f5605feb8"),
    (65, "d85c007c6eb440f085afa2b84f6f2bce4658b240e9f62cb1364bf0485a57e720"),
    (119, "6c87eedf096b345de205b702e5223b73b447a3207791ded3ea007ba15ed6736e"),
    (120, "42500cf6a1e3936d6b9e0bcfe296d654b63255e525487d3634d0b15fde591c4d"),
    (1_000, "6b0df76627243d095b0c4400cb658b7e804dd03461cc03aee8fc8fe0bcada168"),
  ])
  func `A digest is SHA-256`(_ row: (count: Int, hex: String)) {
    let bytes = (0..<row.count).map { UInt8(truncatingIfNeeded: $0 * 7 + row.count) }
    #expect(Digest.sha256(bytes).hex == row.hex)
    #expect(Sodium.sha256(bytes).bytes.count == 32)
  }

  @Test func `A digest of a million letters is that of the standard`() {
    let million = repeatElement(UInt8(ascii: "a"), count: 1_000_000)
    #expect(
      Digest.sha256(million).hex
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test(
    arguments: [
      ([], 0..<32, "4e51e7a913fc80137da52880fecca175bf81e117d5c68126dc2774033517ea0d"),
      (
        Array("abc".utf8), 0..<32,
        "d63a32d3e44738d7907f964316c241adaba0abfeabc32349677578a15a203f7f"
      ),
      (
        (0...255).map { UInt8($0) }, 32..<64,
        "a8005b795f93cb21e86fe95b69587f255ae12202c7667683852ce6cc3d1502ff"
      ),
    ] as [([UInt8], Range<UInt8>, String)])
  func `A keyed hash is BLAKE2b under its key`(
    _ row: (message: [UInt8], key: Range<UInt8>, hex: String)
  ) {
    #expect(Sodium.keyedHash(row.message, key: Array(row.key)).hex == row.hex)
  }

  @Test(arguments: [
    ("import:spring:12", "4515c7ca99cc0d1420b5b4b5c64ed15d"),
    ("", "005b541563d7487b27934c2a33ac924f"), ("é", "2afec1ce36eb5c39d613f2a6a9f5e40e"),
    ("e\u{301}", "4cc9eba711da4c3588cb77651c798491"),
    ("00112233-4455-6677-8899-aabbccddeef", "a47d5a1c9352d865dee0297334fb04c9"),
    ("00112233445566778899aabbccddeeff", "cbb8dd93eb2b9f23fd517916e4bda6cf"),
    ("a\u{0}b", "b264953fdd9747ad2f52632d442c90d3"),
    ("00112233-4455-6677-8899-aabbccddeeff", "00112233445566778899aabbccddeeff"),
    ("00112233-4455-6677-8899-AABBCCDDEEFF", "00112233445566778899aabbccddeeff"),
  ])
  func `The name of a request is its UUID, or the beginning of a digest`(
    _ row: (text: String, hex: String)
  ) {
    #expect(CommandID(row.text).identifier.bytes.hex == row.hex)
  }

  @Test(arguments: [
    (0, "69fb3539c63f1af09ddd35e9171fb2f7"), (2, "f103694535bfb3a2b3e8310fce397274"),
    (255, "32279a47887d47eae02a404810773303"), (256, "b606edaa6766b63e4471a8d5b85e136d"),
    (9_999, "a4e7c77d162d0b2c2f815f1c4e2a6f0b"),
  ])
  func `Each event of a request has a name of its own`(_ row: (index: Int, hex: String)) throws {
    let log = try #require(EntryID((0..<16).map { UInt8($0) }))
    let command = CommandID(try #require(EntryID((16..<32).map { UInt8($0) })))
    let id = LogFormat.eventID(log: log, command: command, index: row.index)
    #expect(id.bytes.hex == row.hex)
  }

  @Test(
    arguments: [
      (UInt8(0), 0, "d1a3e852910ce27239e26d9b233883031bc8ee11d6b261a2292ec5fc89d38240"),
      (0xFF, -1, "00201266040679f9e422aa806f1aa02d85c356626b189fdd5b344232ed1e65b5"),
    ] as [(UInt8, Int64, String)])
  func `A chain begins from its log and its first moment`(
    _ row: (byte: UInt8, created: Int64, hex: String)
  ) throws {
    let log = try #require(EntryID([UInt8](repeating: row.byte, count: 16)))
    let created = Instant(microseconds: row.created)
    #expect(LogFormat.genesis(log: log, created: created).hex == row.hex)
  }

  @Test func `A link of the chain, leaves of commands and states are pinned at their edges`() throws
  {
    #expect(
      LogFormat.chain(.zero, .zero).hex
        == "ae0798d0ecaed2b778eddebf18f071a561c53658c05e76cedecc27cafbdbc577")
    #expect(
      LogFormat.commandLeaf(ordinal: -1, command: .zero).hex
        == "f824cacd80394d20b43a2f311d27eefed9f670c9b24326aa6be601a1abfab676")
    let command = try #require(Digest([UInt8](repeating: 0xAB, count: 32)))
    #expect(
      LogFormat.commandLeaf(ordinal: .max, command: command).hex
        == "7bd16dfad9c6ff8b48521c33f88f8010358883cf46a8bc37d10ff2396f21fd4c")
    let state = StoredState.digest(
      of: try stream("member-PT"), version: 3, fold: 2, data: Array(#"{"class":"member"}"#.utf8))
    #expect(
      state.hex == "42591450880543e809ebcb4aabd5ffa5eb1b97c0709632fa1e6d90a3b96c5b94")
  }

  @Test func `Sealed words are tied to log, position and slot`() throws {
    let log = try #require(EntryID((0..<16).map { UInt8($0) }))
    #expect(
      LogFormat.sealContext(log: log, position: 7, slot: "name").hex
        == "000102030405060708090a0b0c0d0e0f0000000000000007000000046e616d65")
  }

  // MARK: - Texts of bytes

  @Test(arguments: [
    "", "0", "000", "0g", "g0", " 00", "00 ", "0x00", "é0", "０0", "0\u{301}", "+1", "-1",
  ])
  func `What is no row of hexadecimal digits gives no bytes`(_ text: String) {
    #expect([UInt8](hex: text) == (text.isEmpty ? [] : nil))
  }

  @Test func `Every byte is written as two digits and read in either case`() {
    let all = (0...255).map { UInt8($0) }
    #expect(all.hex.utf8.count == 512)
    #expect([UInt8](hex: all.hex) == all)
    #expect([UInt8](hex: all.hex.uppercased()) == all)
    #expect(([0x0F, 0xF0, 0x09, 0x90] as [UInt8]).hex == "0ff00990")
  }

  @Test(arguments: [
    "", "00112233-4455-6677-8899-aabbccddeef", "00112233-4455-6677-8899-aabbccddeeff0",
    "001122334-455-6677-8899-aabbccddeeff", "00112233-4455-66778899--aabbccddeeff",
    "0011223g-4455-6677-8899-aabbccddeeff", "{00112233-4455-6677-8899-aabbccddeeff}",
    "00112233_4455_6677_8899_aabbccddeeff", "-00112233-4455-6677-8899-aabbccddeeff",
  ])
  func `What is no UUID is none`(_ text: String) {
    #expect(EntryID(uuid: text) == nil)
  }

  @Test(arguments: [0, 1, 15, 17, 32])
  func `An id has sixteen bytes, a digest thirty-two`(_ count: Int) {
    let bytes = [UInt8](repeating: 1, count: count)
    #expect(EntryID(bytes) == nil)
    #expect((Digest(bytes) != nil) == (count == 32))
    #expect(Digest(hex: bytes.hex)?.bytes == (count == 32 ? bytes : nil))
  }

  /// A log of every kind of row, with values from a seed.
  @Test(arguments: 1...3 as ClosedRange<UInt64>)
  func `A second implementation comes to the same head of a random log`(_ seed: UInt64) throws {
    let scratch = try Scratch()
    let log = try Log.create(in: scratch.path, now: nine)
    var random = RandomActs(seed: seed)
    for number in 0..<60 { try random.record(number, on: log) }
    let head = try log.head()
    log.close()
    let script = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "verify_chain.py")
    let output = try FormatTests.output(of: ["python3", script.path, scratch.path + "/log.db"])
    guard let output else { return }
    #expect(output == "\(head.position) \(head.hash.hex)\n")
    #expect(try Verifier.verify(directory: scratch.path).head == head.hash)
  }
}
