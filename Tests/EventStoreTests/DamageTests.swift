import EventStore
import Testing
import Values

@Suite struct DamageTests {
  let scratch: Scratch
  let whole: [UInt8]
  let dump: Dump

  /// A log of some pages: recorded once, and copied for each test.
  private struct Prepared {
    let files: [String: [UInt8]]
    let dump: Dump
  }

  private static let prepared = Result { try prepare() }

  init() throws {
    let prepared = try Self.prepared.get()
    scratch = try Scratch()
    for (file, bytes) in prepared.files { try scratch.write(bytes, to: file) }
    whole = try #require(prepared.files["log.db"])
    dump = prepared.dump
  }

  private static func prepare() throws -> Prepared {
    let scratch = try Scratch()
    try scratch.foundSample()
    let log = try Log.open(in: scratch.path, for: .writing)
    let member = try stream("member-PT")
    for number in 0..<60 {
      let data: JSON = ["n": .int(Int64(number)), "note": "as the board decided in its meeting"]
      try log.record("more \(number)", number % 9 == 8 ? [] : [event(member, data)])
    }
    try log.record(
      "last", [event(member, ["needle": "a row of events"])],
      states: [member: (fold: 1, data: ["class": "observer"])])
    log.close()
    return Prepared(files: try scratch.files(), dump: try Dump(of: scratch.path))
  }

  /// Puts a changed copy in place; says what went unnoticed, nil when all is as promised.
  private func flaw(with bytes: [UInt8]) throws -> String? {
    for leftover in ["log.db-wal", "log.db-shm"] { try scratch.remove(leftover) }
    try scratch.write(bytes, to: "log.db")
    let verification = try Verifier.verify(directory: scratch.path)
    let read = try? Dump(of: scratch.path)
    guard verification.isWhole else { return nil }
    return read == dump ? nil : "the log was called whole and read otherwise"
  }

  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func `A random changed byte is found, or every value reads identical`(_ seed: UInt64) throws {
    var chance = Seeded(seed: seed)
    for _ in 0..<50 {
      var bytes = whole
      let offset = Int.random(in: bytes.indices, using: &chance)
      let change = UInt8.random(in: 1...255, using: &chance)
      bytes[offset] ^= change
      let flaw = try flaw(with: bytes)
      #expect(flaw == nil, "seed \(seed), byte \(offset) xor \(change)")
    }
  }

  @Test(arguments: 1...5 as ClosedRange<UInt64>)
  func `Many changed bytes never stop the program`(_ seed: UInt64) throws {
    var chance = Seeded(seed: seed)
    for _ in 0..<10 {
      var bytes = whole
      for _ in 0..<200 {
        let offset = Int.random(in: 100..<bytes.count, using: &chance)
        bytes[offset] = UInt8.random(in: 0...255, using: &chance)
      }
      #expect(try flaw(with: bytes) == nil)
    }
  }

  @Test(arguments: ["event", "head", "command"])
  func `Every byte of a row is found when it changes, or reads identical`(_ row: String) throws {
    let window = try #require(try window(of: row))
    for (index, offset) in window.enumerated() {
      var bytes = whole
      bytes[offset] ^= index.isMultiple(of: 2) ? 0xFF : 1 << (index % 8)
      #expect(try flaw(with: bytes) == nil, "byte \(offset)")
    }
  }

  /// Where a row stands in the file, with its header and its neighbours' edges.
  private func window(of row: String) throws -> Range<Int>? {
    switch row {
    case "event": return place(of: Array("a row of events".utf8)).map { $0 - 130..<$0 + 90 }
    case "command": return place(of: CommandID("last").identifier.bytes).map { $0 - 30..<$0 + 150 }
    default:
      let hash = dump.head.hash.bytes
      return places(of: hash).map { $0 - 20..<$0 + 50 }.first { range in
        range.upperBound <= whole.count
          && whole[range.lowerBound..<range.lowerBound + 8] == [0, 0, 0, 0, 0, 0, 0, 0]
      }
    }
  }

  private func place(of needle: [UInt8]) -> Int? { places(of: needle).first }

  private func places(of needle: [UInt8]) -> [Int] {
    (0..<whole.count - needle.count).filter { start in
      whole[start] == needle[0] && Array(whole[start..<start + needle.count]) == needle
    }
  }

  @Test(arguments: [0, 1, 99, 100, 4_096, 10_000])
  func `A file cut short is found`(_ count: Int) throws {
    for leftover in ["log.db-wal", "log.db-shm"] { try scratch.remove(leftover) }
    try scratch.write(Array(whole.prefix(count)), to: "log.db")
    #expect(try !Verifier.verify(directory: scratch.path).isWhole)
  }

  @Test func `A damaged event is never served`() throws {
    try scratch.tamper("UPDATE events SET data = '{' WHERE position = 2")
    let log = try Log.open(in: scratch.path, for: .reading)
    #expect(code { _ = try log.events(after: 0, limit: 10) } == "database-damaged")
    #expect(try log.event(at: 1)?.position == 1)
  }

  @Test func `A damaged state is never served`() throws {
    try scratch.tamper("UPDATE states SET data = '{\"class\":\"none\"}'")
    let log = try Log.open(in: scratch.path, for: .reading)
    #expect(code { _ = try log.state(of: stream("member-PT")) } == "database-damaged")
  }

  @Test(arguments: [
    "UPDATE events SET effective = 9223372036854775807 WHERE position = 2",
    "UPDATE events SET effective = 1 WHERE position = 2",
    "UPDATE events SET effective = 253402300800000000 WHERE position = 2",
    "UPDATE events SET effective = -62135683200000000 WHERE position = 2",
    "UPDATE events SET event_id = x'' WHERE position = 2",
    "UPDATE events SET hash = x'00' WHERE position = 2",
    "UPDATE events SET data = cast(x'80' AS TEXT) WHERE position = 2",
    "UPDATE streams SET name = 'no hyphen' WHERE id = 2",
    "UPDATE event_types SET name = cast(x'FF' AS TEXT) WHERE id = 1", "DELETE FROM event_types",
  ])
  func `A value that cannot be there is a failure, not a trap`(_ sql: String) throws {
    try scratch.tamper(sql)
    let log = try Log.open(in: scratch.path, for: .reading)
    #expect(code { _ = try log.events(after: 0, limit: 10) } == "database-damaged")
  }

  @Test(arguments: [
    "UPDATE commands SET first_position = NULL WHERE id = 2",
    "UPDATE commands SET last_position = NULL WHERE id = 2",
    "UPDATE commands SET first_position = 9 WHERE id = 2",
    "UPDATE commands SET first_position = 0 WHERE id = 2",
    "UPDATE commands SET verdict = 'maybe' WHERE id = 2",
    "UPDATE commands SET body = '' WHERE id = 2",
    "UPDATE commands SET correlation = x'00' WHERE id = 2",
    "UPDATE commands SET rules = x'00' WHERE id = 2",
  ])
  func `A damaged command is a failure, not a trap`(_ sql: String) throws {
    try scratch.tamper(sql)
    let log = try Log.open(in: scratch.path, for: .reading)
    #expect(code { _ = try log.command(row: 2) } == "database-damaged")
    #expect(try Verifier.verify(directory: scratch.path).first?.position == 2)
  }

  @Test(arguments: [
    "UPDATE head SET position = 3", "UPDATE head SET ordinal = 3", "DELETE FROM head",
    "UPDATE head SET hash = zeroblob(32)", "UPDATE head SET recorded = recorded + 1",
    "UPDATE events SET hash = zeroblob(32) WHERE position = (SELECT max(position) FROM events)",
    "DELETE FROM events WHERE position = (SELECT max(position) FROM events)",
    "DELETE FROM commands WHERE id = (SELECT max(id) FROM commands)",
  ])
  func `Nothing is added to a log with a damaged end`(_ sql: String) throws {
    try scratch.tamper(sql)
    let log = try Log.open(in: scratch.path, for: .writing)
    #expect(code { try log.record("x", [event(stream("member-PT"))]) } == "database-damaged")
    #expect(code { try log.record("y", []) } == "database-damaged")
  }

  @Test func `A refused command at the end is an end like any other`() throws {
    let log = try Log.open(in: scratch.path, for: .writing)
    try log.record("x", [])
    try log.record("y", [])
    try log.record("z", [event(try stream("member-PT"))])
    #expect(try Verifier.verify(directory: scratch.path).isWhole)
  }
}
