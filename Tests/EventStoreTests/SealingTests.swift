import EventStore
import Foundation
import Testing
import Values

@Suite struct SealingTests {
  let scratch: Scratch
  let secret = "Maria Conceição Anões"

  init() throws {
    scratch = try Scratch()
    try scratch.foundSample()
  }

  private func words(at position: Int64 = 4) throws -> [String: String?] {
    let log = try Log.open(in: scratch.path, for: .reading)
    return try log.unseal(try #require(try log.event(at: position)))
  }

  @Test func `Sealed words come back by slot`() throws {
    #expect(try words() == ["name": secret, "mail": "mca@example.org"])
    #expect(try words(at: 1) == [:])
  }

  @Test func `An event names its sealed fields`() throws {
    let log = try Log.open(in: scratch.path, for: .reading)
    let sealed = try #require(try log.event(at: 4)).sealed
    #expect(sealed.map(\.slot) == ["mail", "name"])
    #expect(sealed.map(\.subject) == ["H-1", "H-1"])
  }

  @Test func `The words stand in no file of the network`() throws {
    let log = try Log.open(in: scratch.path, for: .writing)
    let person = try stream("person-H-2")
    try log.write(now: nine) { transaction in
      let field = SealedField(slot: "name", subject: "H-2", text: "Zacarias Quitério")
      _ = try transaction.record(
        act("z"), request: ["name": "Zacarias Quitério"], events: [event(person, sealed: [field])])
    }
    for file in try FileManager.default.contentsOfDirectory(atPath: scratch.path) {
      let data = Data(try scratch.bytes(of: file))
      for word in ["Zacarias", "Quit", "Maria", "Anões", "mca@example"] {
        #expect(data.range(of: Data(word.utf8)) == nil, "\(word) in \(file)")
      }
    }
  }

  @Test func `Equal words have unlike ciphertexts`() throws {
    let log = try Log.open(in: scratch.path, for: .writing)
    let person = try stream("person-H-1")
    let field = SealedField(slot: "name", subject: "H-1", text: secret)
    try log.record("again", [event(person, sealed: [field])])
    let connection = try Connection(path: scratch.path + "/log.db", for: .reading)
    var ciphertexts: [[UInt8]] = []
    try connection.query("SELECT ciphertext FROM sealed WHERE slot = 'name'") { row in
      ciphertexts.append(try row.blob(at: 0))
    }
    #expect(Set(ciphertexts).count == 2)
  }

  @Test func `Without the key the words are gone and the log is whole`() throws {
    let log = try Log.open(in: scratch.path, for: .writing)
    try log.destroyKey(of: "H-1")
    #expect(try words() == ["name": nil, "mail": nil])
    #expect(try Verifier.verify(directory: scratch.path).isWhole)
    let person = try stream("person-H-1")
    let field = SealedField(slot: "name", subject: "H-1", text: "again")
    #expect(code { try log.record("e", [event(person, sealed: [field])]) } == "subject-erased")
  }

  @Test func `Scrubbed words are gone from the file and the chain stays valid`() throws {
    let log = try Log.open(in: scratch.path, for: .writing)
    let head = try log.head()
    #expect(try log.write(now: nine) { try $0.scrub(subject: "H-1") } == 2)
    #expect(try log.write(now: nine) { try $0.scrub(subject: "H-1") } == 0)
    #expect(try log.head() == head)
    #expect(try words() == ["name": nil, "mail": nil])
    let verification = try Verifier.verify(directory: scratch.path)
    #expect(verification.isWhole)
    #expect(verification.head == head.hash)
  }

  @Test func `A log without its keys can be read and verified, and not written`() throws {
    try scratch.remove("keys.db")
    #expect(try words() == ["name": nil, "mail": nil])
    #expect(try Verifier.verify(directory: scratch.path).isWhole)
    let log = try Log.open(in: scratch.path, for: .writing)
    #expect(code { try log.record("e", [event(stream("member-PT"))]) } == "keys-missing")
  }

  @Test func `The keys of another log are refused`() throws {
    let other = try Scratch()
    try Log.create(in: other.path, now: nine).close()
    try scratch.write(try other.bytes(of: "keys.db"), to: "keys.db")
    #expect(code { _ = try words() } == "keys-foreign")
  }

  @Test func `A ciphertext moved to another event does not open`() throws {
    let log = try Log.open(in: scratch.path, for: .writing)
    let field = SealedField(slot: "name", subject: "H-1", text: "other")
    try log.record("e", [event(try stream("person-H-1"), sealed: [field])])
    log.close()
    try scratch.tamper(
      """
      UPDATE sealed SET (nonce, ciphertext) =
      (SELECT nonce, ciphertext FROM sealed WHERE position = 7) WHERE position = 4 AND slot = 'name'
      """)
    #expect(code { _ = try words() } == "database-damaged")
    #expect(try Verifier.verify(directory: scratch.path).first?.position == 4)
  }

  @Test func `A key of an act that was taken back is not kept`() throws {
    struct Stop: Error {}
    let log = try Log.open(in: scratch.path, for: .writing)
    let field = SealedField(slot: "name", subject: "H-9", text: "x")
    #expect(throws: Stop.self) {
      try log.write(now: nine) { transaction in
        _ = try transaction.record(
          act("e"), request: [:], events: [event(try stream("person-H-9"), sealed: [field])])
        throw Stop()
      }
    }
    let keys = try Connection(path: scratch.path + "/keys.db", for: .reading)
    let count = try keys.first("SELECT count(*) FROM keys") { try $0.int(at: 0) }
    #expect(count == 1)
  }

  @Test(arguments: ["log.db", "keys.db", "lock"])
  func `Nobody else may read the files`(_ file: String) throws {
    let folder = scratch.path + "/new"
    try Log.create(in: folder, now: nine).close()
    let attributes = try FileManager.default.attributesOfItem(atPath: folder + "/" + file)
    let mode = try #require(attributes[.posixPermissions] as? NSNumber)
    #expect(mode.intValue & 0o777 == 0o600)
  }

  @Test(arguments: [
    ("UPDATE key_meta SET value = x'00' WHERE key = 'request_key'", "database-damaged"),
    ("DELETE FROM key_meta WHERE key = 'request_key'", "database-damaged"),
    ("DELETE FROM key_meta WHERE key = 'log_id'", "keys-foreign"),
    ("UPDATE keys SET key = x'00'", "database-damaged"),
  ])
  func `A key that cannot be one is not used`(_ sql: String, _ expected: String) throws {
    try scratch.run(sql, on: "keys.db")
    #expect(code { _ = try words() } == expected)
  }

  @Test func `Keys, nonces, tags and hashes have the widths of the format`() throws {
    let log = try Connection(path: scratch.path + "/log.db", for: .reading)
    let lengths = """
      SELECT length(nonce), length(ciphertext), length(digest) FROM sealed WHERE slot = 'mail'
      """
    let sealed = try log.first(lengths) { row in
      [try row.int(at: 0), try row.int(at: 1), try row.int(at: 2)]
    }
    #expect(sealed == [24, 15 + 16, 32])
    let request = "SELECT length(request_hash) FROM commands"
    #expect(try log.first(request) { try $0.int(at: 0) } == 32)
    let keys = try Connection(path: scratch.path + "/keys.db", for: .reading)
    for sql in [
      "SELECT length(key) FROM keys",
      "SELECT length(value) FROM key_meta WHERE key = 'request_key'",
    ] {
      #expect(try keys.first(sql) { try $0.int(at: 0) } == 32)
    }
  }

  @Test func `An act about nobody new leaves the keys alone`() throws {
    let keys = try Connection(path: scratch.path + "/keys.db", for: .writing)
    let log = try Log.open(in: scratch.path, for: .writing)
    try keys.transaction { _ = try log.record("e", [event(stream("member-PT"))]) }
    #expect(try log.head().position == 7)
  }

  @Test func `A destroyed key stays destroyed, whoever had none`() throws {
    let log = try Log.open(in: scratch.path, for: .writing)
    try log.destroyKey(of: "H-8")
    let field = SealedField(slot: "name", subject: "H-8", text: "again")
    let person = try stream("person-H-8")
    #expect(code { try log.record("e", [event(person, sealed: [field])]) } == "subject-erased")
  }
}
