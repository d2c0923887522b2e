import Foundation
import Testing
import Values

@testable import EventStore

/// What an erasure leaves in the files of a network: the hashes, and nothing that opens.
@Suite struct FinishErasureTests {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.foundSample()
  }

  private func erase(_ subject: String = "H-1") throws {
    let log = try Log.open(in: scratch.path, for: .writing)
    defer { log.close() }
    try log.finishErasure(of: subject)
  }

  private func remainders(of subject: String = "H-1") throws -> Set<Remainder> {
    try Log.open(in: scratch.path, for: .reading).remainders(of: subject)
  }

  /// The names of the files that hold some bytes.
  private func files(holding bytes: [UInt8]) throws -> [String] {
    try scratch.files().filter { Data($0.value).range(of: Data(bytes)) != nil }.keys.sorted()
  }

  private func blobs(_ sql: String, of file: String) throws -> [[UInt8]] {
    let connection = try Connection(path: "\(scratch.path)/\(file)", for: .reading)
    var blobs: [[UInt8]] = []
    try connection.query(sql) { blobs.append(try $0.blob(at: 0)) }
    return blobs
  }

  @Test func `Before an erasure key and ciphertexts are there, and after it nothing is`() throws {
    #expect(try remainders() == [.key, .ciphertext])
    try erase()
    #expect(try remainders() == [])
  }

  @Test func `The bytes of the key stand in no file of the network any more`() throws {
    let keys = try blobs("SELECT key FROM keys WHERE subject = 'H-1'", of: "keys.db")
    let key = try #require(keys.first)
    #expect(try files(holding: key) == ["keys.db"])
    try erase()
    #expect(try files(holding: key) == [])
  }

  @Test func `No ciphertext stands in the log or its write-ahead log any more`() throws {
    let sealed = try blobs("SELECT ciphertext FROM sealed ORDER BY slot", of: "log.db")
    #expect(sealed.count == 2)
    for ciphertext in sealed { #expect(try !files(holding: ciphertext).isEmpty) }
    try erase()
    for ciphertext in sealed { #expect(try files(holding: ciphertext) == []) }
  }

  @Test func `The write-ahead log is empty and no journal is left`() throws {
    let log = try Log.open(in: scratch.path, for: .writing)
    try log.record("more", [event(try stream("member-IT"))])
    #expect(try !scratch.bytes(of: "log.db-wal").isEmpty)
    try log.finishErasure(of: "H-1")
    #expect(try scratch.bytes(of: "log.db-wal").isEmpty)
    #expect(try scratch.files()["keys.db-journal"] == nil)
  }

  @Test func `Head, hashes and events stay what they were`() throws {
    let before = try Verifier.verify(directory: scratch.path)
    try erase()
    let after = try Verifier.verify(directory: scratch.path)
    #expect(after.isWhole && after.head == before.head && after.root == before.root)
  }

  @Test func `What was erased can be erased again, and the log can be written to`() throws {
    for _ in 1...3 { try erase() }
    let log = try Log.open(in: scratch.path, for: .writing)
    try log.record("more", [event(try stream("member-IT"))])
    #expect(try log.head().position == 7)
    #expect(try Verifier.verify(directory: scratch.path).isWhole)
  }

  @Test func `Another person's words stay`() throws {
    let log = try Log.open(in: scratch.path, for: .writing)
    let field = SealedField(slot: "name", subject: "H-2", text: "Rui Melo")
    try log.record("other", [event(try stream("person-H-2"), sealed: [field])])
    try log.finishErasure(of: "H-1")
    #expect(try log.unseal(try #require(try log.event(at: 7))) == ["name": "Rui Melo"])
    #expect(try log.remainders(of: "H-2") == [.key, .ciphertext])
  }

  @Test func `Somebody without words is erased already, and gets no key later`() throws {
    try erase("H-9")
    #expect(try remainders(of: "H-9") == [])
    let log = try Log.open(in: scratch.path, for: .writing)
    let field = SealedField(slot: "name", subject: "H-9", text: "again")
    let late = try event(stream("person-H-9"), sealed: [field])
    #expect(code { try log.record("late", [late]) } == "subject-erased")
  }

  @Test func `A reader that holds on keeps the erasure from ending, and the key is gone`() throws {
    let log = try Log.open(in: scratch.path, for: .writing)
    try log.record("more", [event(try stream("member-IT"))])
    try log.connection.execute("PRAGMA busy_timeout=1")
    let reader = try Connection(path: scratch.path + "/log.db", for: .reading)
    try reader.execute("BEGIN; SELECT count(*) FROM events")
    #expect(code { try log.finishErasure(of: "H-1") } == "erasure-held")
    #expect(try log.remainders(of: "H-1") == [])
    try reader.execute("ROLLBACK")
    try log.finishErasure(of: "H-1")
    #expect(try scratch.bytes(of: "log.db-wal").isEmpty)
  }

  private static let zeros = [UInt8](repeating: 0, count: 28)

  private static let journals: [(journal: [UInt8], isLeft: Bool)] = [
    (zeros + [7, 7, 7], true), (zeros + zeros, false), (zeros, false),
    ([0xD9, 0xD5, 0x05, 0xF9] + zeros + [1], false), ([], false),
  ]

  @Test(arguments: journals)
  func `A journal that was given up with its content is told from one in use`(
    _ row: (journal: [UInt8], isLeft: Bool)
  ) throws {
    try erase()
    try scratch.write(row.journal, to: "keys.db-journal")
    #expect(try remainders().contains(.journal) == row.isLeft)
  }

  @Test func `A journal that was left is emptied by erasing again`() throws {
    try erase()
    try scratch.write([UInt8](repeating: 0, count: 28) + [7, 7, 7], to: "keys.db-journal")
    try erase()
    #expect(try remainders() == [])
  }

  @Test func `Without the keys only ciphertexts can be asked for`() throws {
    try scratch.remove("keys.db")
    #expect(try remainders() == [.ciphertext])
  }

  @Test func `A log in memory forgets as well`() throws {
    let log = try Log.scratch(now: nine)
    let field = SealedField(slot: "name", subject: "H-1", text: "Ana")
    try log.record("a", [event(try stream("person-H-1"), sealed: [field])])
    try log.finishErasure(of: "H-1")
    #expect(try log.remainders(of: "H-1") == [])
    #expect(try log.unseal(try #require(try log.event(at: 1))) == ["name": nil])
  }

  @Test func `A log that is only read is not erased from`() throws {
    let log = try Log.open(in: scratch.path, for: .reading)
    #expect(code { try log.finishErasure(of: "H-1") } == "log-read-only")
    #expect(try remainders() == [.key, .ciphertext])
  }
}
