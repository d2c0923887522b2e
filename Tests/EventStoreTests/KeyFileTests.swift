import Testing
import Values

@testable import EventStore

/// `keys.db` in every state that a disk, a copy or a hand can leave it in.
@Suite struct KeyFileTests {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.foundSample()
  }

  /// What reading sealed words fails with.
  private func failureOnReading() -> String? {
    code {
      let log = try Log.open(in: scratch.path, for: .reading)
      _ = try log.unseal(try #require(try log.event(at: 4)))
    }
  }

  private func failureOnWriting() -> String? {
    code {
      let log = try Log.open(in: scratch.path, for: .writing)
      try log.record("late", [event(stream("member-PT"))])
    }
  }

  /// The log itself is as it was, whatever the keys are.
  private func expectWholeLog() throws {
    let verification = try Verifier.verify(directory: scratch.path)
    #expect(verification.isWhole && verification.events == 6)
  }

  @Test func `A file of keys without a byte is damaged`() throws {
    try scratch.write([], to: "keys.db")
    #expect(failureOnReading() == "database-damaged")
    #expect(failureOnWriting() == "database-damaged")
    try expectWholeLog()
    #expect(try scratch.bytes(of: "keys.db") == [])
  }

  @Test func `The failure of a damaged file of keys names the file`() throws {
    try scratch.write([], to: "keys.db")
    let log = try Log.open(in: scratch.path, for: .reading)
    let failure = #expect(throws: Failure.self) { try log.keyedDigest(of: []) }
    #expect(failure?.code == .databaseDamaged)
    #expect(failure?.values["file"] == .text("keys.db"))
  }

  @Test(arguments: [1, 15, 16, 99, 100, 512, 4_095, 4_096, 8_192])
  func `A file of keys cut short is told, and nothing is made up for it`(_ count: Int) throws {
    let whole = try scratch.bytes(of: "keys.db")
    try #require(count < whole.count)
    try scratch.write(Array(whole.prefix(count)), to: "keys.db")
    let told: Set<String?> = ["database-damaged", "database-foreign"]
    #expect(told.contains(failureOnReading()), "\(failureOnReading() ?? "nothing")")
    #expect(told.contains(failureOnWriting()), "\(failureOnWriting() ?? "nothing")")
    try expectWholeLog()
  }

  @Test func `A text in the place of the keys is foreign`() throws {
    try scratch.write(Array(repeating: UInt8(ascii: "k"), count: 8_192), to: "keys.db")
    #expect(failureOnReading() == "database-foreign")
    #expect(failureOnWriting() == "database-foreign")
    try expectWholeLog()
  }

  @Test(arguments: [
    "DROP TABLE key_meta", "DROP TABLE keys", "ALTER TABLE keys DROP COLUMN key",
    "ALTER TABLE key_meta RENAME TO other", "DELETE FROM key_meta WHERE key = 'request_key'",
    "UPDATE key_meta SET value = zeroblob(31) WHERE key = 'request_key'",
    "UPDATE key_meta SET value = zeroblob(33) WHERE key = 'request_key'",
    "UPDATE keys SET key = zeroblob(31)", "UPDATE keys SET key = zeroblob(33)",
    "UPDATE keys SET key = zeroblob(32)",
  ])
  func `Keys that somebody changed are damaged, not guessed`(_ sql: String) throws {
    try scratch.run(sql, on: "keys.db")
    #expect(failureOnReading() == "database-damaged")
    try expectWholeLog()
  }

  @Test(arguments: [
    "UPDATE key_meta SET value = zeroblob(16) WHERE key = 'log_id'",
    "UPDATE key_meta SET value = zeroblob(0) WHERE key = 'log_id'", "DELETE FROM key_meta",
  ])
  func `Keys without the mark of this log belong to another`(_ sql: String) throws {
    try scratch.run(sql, on: "keys.db")
    #expect(failureOnReading() == "keys-foreign")
    #expect(failureOnWriting() == "keys-foreign")
  }

  @Test func `A person whose row is gone has lost the words, and may get a new key`() throws {
    try scratch.run("DELETE FROM keys", on: "keys.db")
    let log = try Log.open(in: scratch.path, for: .writing)
    let old = try #require(try log.event(at: 4))
    #expect(try log.unseal(old) == ["name": nil, "mail": nil])
    let field = SealedField(slot: "name", subject: "H-1", text: "again")
    try log.record("late", [event(stream("person-H-1"), sealed: [field])])
    #expect(try log.unseal(try #require(try log.event(at: 7))) == ["name": "again"])
    #expect(failureOnReading() == "database-damaged")
  }

  @Test func `One act seals the words of one person under one key`() throws {
    let log = try Log.open(in: scratch.path, for: .writing)
    let person = try stream("person-H-5")
    let events = ["a", "b"].map { slot in
      event(person, sealed: [SealedField(slot: slot, subject: "H-5", text: "words \(slot)")])
    }
    try log.record("late", events)
    let keys = try Connection(path: scratch.path + "/keys.db", for: .reading)
    let sql = "SELECT count(*) FROM keys WHERE subject = 'H-5'"
    #expect(try keys.number(sql) == 1)
    #expect(try log.event(at: 7)?.sealed == [SealedReference(slot: "a", subject: "H-5")])
    #expect(try log.unseal(try #require(try log.event(at: 7))) == ["a": "words a"])
    #expect(try log.unseal(try #require(try log.event(at: 8))) == ["b": "words b"])
  }

  @Test func `Each person has a key of their own, and destroying one leaves the others`() throws {
    let log = try Log.open(in: scratch.path, for: .writing)
    for number in 2...4 {
      let field = SealedField(slot: "name", subject: "H-\(number)", text: "person \(number)")
      try log.record("\(number)", [event(stream("person-H-\(number)"), sealed: [field])])
    }
    try log.destroyKey(of: "H-3")
    let words = try (7...9).map { try log.unseal(try #require(try log.event(at: $0)))["name"] }
    #expect(words == ["person 2", .some(nil), "person 4"])
    let keys = try Connection(path: scratch.path + "/keys.db", for: .reading)
    #expect(try keys.number("SELECT count(DISTINCT key) FROM keys") == 3)
    #expect(try keys.number("SELECT count(*) FROM keys WHERE key IS NULL") == 1)
  }

  @Test func `A reader cannot destroy a key`() throws {
    let reader = try Log.open(in: scratch.path, for: .reading)
    #expect(code { try reader.destroyKey(of: "H-1") } == "log-read-only")
    #expect(failureOnReading() == nil)
  }

  @Test func `A destroyed key leaves no byte of itself in the file`() throws {
    let keys = try Connection(path: scratch.path + "/keys.db", for: .reading)
    let key = try #require(
      try keys.first("SELECT key FROM keys WHERE subject = 'H-1'") { try $0.blob(at: 0) })
    keys.close(checkpointing: false)
    #expect(try scratch.holds(key, in: "keys.db"))
    try Log.open(in: scratch.path, for: .writing).destroyKey(of: "H-1")
    for file in try scratch.files().keys { #expect(try !scratch.holds(key, in: file), "\(file)") }
  }

  @Test func `A keyed digest is one of this log's key, of 64 digits`() throws {
    let log = try Log.open(in: scratch.path, for: .reading)
    let digest = try log.keyedDigest(of: [1, 2, 3])
    #expect(digest.utf8.count == 64)
    #expect(try log.keyedDigest(of: [1, 2, 3]) == digest)
    #expect(try log.keyedDigest(of: [1, 2]) != digest)
    let other = try Scratch()
    #expect(try Log.create(in: other.path, now: nine).keyedDigest(of: [1, 2, 3]) != digest)
    try scratch.remove("keys.db")
    let bare = try Log.open(in: scratch.path, for: .reading)
    #expect(code { _ = try bare.keyedDigest(of: []) } == "keys-missing")
  }
}

extension Scratch {
  /// Whether a file holds these bytes somewhere.
  func holds(_ needle: [UInt8], in file: String) throws -> Bool {
    let bytes = try bytes(of: file)
    guard bytes.count >= needle.count else { return false }
    return (0...bytes.count - needle.count).contains { start in
      bytes[start] == needle[0] && bytes[start..<start + needle.count].elementsEqual(needle)
    }
  }
}
