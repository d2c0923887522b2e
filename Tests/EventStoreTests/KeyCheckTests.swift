import Testing
import Values

@testable import EventStore

/// The keys are held to the words that they must open.
@Suite struct KeyCheckTests {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.foundSample()
  }

  private func flaw() throws -> Log.KeyFlaw? {
    try Log.open(in: scratch.path, for: .reading).keyFlaw()
  }

  @Test func `Keys that open all words are no matter`() throws {
    #expect(try flaw() == nil)
    let log = try Log.open(in: scratch.path, for: .writing)
    let field = SealedField(slot: "name", subject: "H-2", text: "Inês Faria")
    try log.record("late", [event(stream("person-H-2"), sealed: [field])])
    #expect(try flaw() == nil)
  }

  @Test func `A log that stands without its keys lacks those of its first sealed words`() throws {
    try scratch.remove("keys.db")
    #expect(try flaw() == .missing(at: 4))
  }

  @Test func `A log whose persons were all erased needs no keys`() throws {
    try Log.open(in: scratch.path, for: .writing).finishErasure(of: "H-1")
    try scratch.remove("keys.db")
    #expect(try flaw() == nil)
  }

  @Test func `A key that was destroyed is no flaw, and one that is gone is`() throws {
    try Log.open(in: scratch.path, for: .writing).destroyKey(of: "H-1")
    #expect(try flaw() == nil)
    try scratch.run("DELETE FROM keys", on: "keys.db")
    #expect(try flaw() == .shut(at: 4))
  }

  @Test(arguments: [
    "UPDATE keys SET key = zeroblob(32)", "UPDATE keys SET subject = 'H-3'",
    "UPDATE keys SET subject = CAST(x'482D31CC' AS TEXT)", "UPDATE keys SET key = zeroblob(31)",
  ])
  func `Words that no key opens are told with their event`(_ sql: String) throws {
    try scratch.run(sql, on: "keys.db")
    #expect(try flaw() == .shut(at: 4))
  }

  @Test func `Words that were scrubbed need no key`() throws {
    try scratch.run("DELETE FROM keys", on: "keys.db")
    try scratch.tamper("UPDATE sealed SET nonce = NULL, ciphertext = NULL")
    #expect(try flaw() == nil)
  }

  @Test func `The keys of another log do not count`() throws {
    let other = try Scratch()
    try Log.create(in: other.path, now: nine).close()
    try scratch.write(try other.bytes(of: "keys.db"), to: "keys.db")
    #expect(try flaw() == .unreadable)
  }

  @Test(arguments: [0, 1, 100, 4_096, 8_192])
  func `A file of keys cut short is told`(_ count: Int) throws {
    let whole = try scratch.bytes(of: "keys.db")
    try #require(count < whole.count)
    try scratch.write(Array(whole.prefix(count)), to: "keys.db")
    #expect(try flaw() == .unreadable)
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `A changed bit of the keys is told, or the words read as before`(_ seed: UInt64) throws {
    var chance = Seeded(seed: seed)
    let whole = try scratch.bytes(of: "keys.db")
    for _ in 0..<60 {
      var bytes = whole
      let place = Int.random(in: bytes.indices, using: &chance)
      bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &chance)
      try scratch.write(bytes, to: "keys.db")
      guard try flaw() == nil else { continue }
      let log = try Log.open(in: scratch.path, for: .reading)
      let words = try log.unseal(try #require(try log.event(at: 4)))
      #expect(words["name"] == "Maria Conceição Anões", "seed \(seed), byte \(place)")
      #expect(words["mail"] == "mca@example.org", "seed \(seed), byte \(place)")
    }
  }
}
