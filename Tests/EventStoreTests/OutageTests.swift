import CFaultVFS
import Foundation
import Testing
import Values

@testable import EventStore

/// A power cut takes what was not made durable, in sectors and in any order, and nothing that was acknowledged.
@Suite struct OutageTests {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.foundSample()
    try #require(acta_fault_install() == 0)
  }

  /// Watches the folder while a closure runs, then takes the power away; how many sectors were lost.
  private func strike(
    seed: UInt64, isLying: Bool = false, _ body: () throws -> Void
  ) throws -> Int {
    let watch = unsafe acta_outage_begin(scratch.path, isLying ? 1 : 0)
    try #require(watch >= 0)
    defer { acta_outage_end(watch) }
    try body()
    let lost = acta_outage_strike(watch, seed)
    for name in ["log.db-shm", "keys.db-shm"] { try scratch.remove(name) }
    return Int(lost)
  }

  /// An act with the words of somebody new.
  private func act(_ id: String, on log: Log) throws {
    let name = SealedField(slot: "name", subject: "H-\(id)", text: "Inês \(id)")
    try log.record(
      id, [event(try stream("person-\(id)"), ["name": ["sealed": "name"]], sealed: [name])])
  }

  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func `An act that was acknowledged outlives the power cut, with its key`(_ seed: UInt64) throws {
    _ = try strike(seed: seed) {
      let log = try Log.open(in: scratch.path, for: .writing)
      for number in 1...3 { try act("\(number)", on: log) }
    }
    #expect(try Verifier.verify(directory: scratch.path).isWhole)
    let log = try Log.open(in: scratch.path, for: .reading)
    let events = try log.events(after: 6, limit: 10)
    #expect(try events.map { try log.unseal($0)["name"] } == ["Inês 1", "Inês 2", "Inês 3"])
  }

  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func `An act under way when the power goes is there whole or not at all`(_ seed: UInt64) throws {
    var acknowledged = 0
    let lost = try strike(seed: seed) {
      try FaultyDisk.run(scratch.path, .torn, at: 3 * Int(seed)) {
        _ = code {
          let log = try Log.open(in: scratch.path, for: .writing)
          for number in 1...9 {
            try act("\(number)", on: log)
            acknowledged = number
          }
        }
      }
    }
    #expect(lost >= 0)
    #expect(try Verifier.verify(directory: scratch.path).isWhole)
    let events = try Int(Log.open(in: scratch.path, for: .reading).head().position) - 6
    #expect(events == acknowledged || events == acknowledged + 1)
  }

  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func `A log that was closed is whole after the power cut`(_ seed: UInt64) throws {
    _ = try strike(seed: seed) {
      let log = try Log.open(in: scratch.path, for: .writing)
      try act("1", on: log)
      log.close()
    }
    let verification = try Verifier.verify(directory: scratch.path)
    #expect(verification.isWhole && verification.events == 7)
  }

  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func `A destroyed key does not come back with the power`(_ seed: UInt64) throws {
    _ = try strike(seed: seed) {
      try Log.open(in: scratch.path, for: .writing).destroyKey(of: "H-1")
    }
    let log = try Log.open(in: scratch.path, for: .reading)
    let words = try log.unseal(try #require(try log.event(at: 4)))
    #expect(words == ["name": nil, "mail": nil] as [String: String?])
  }

  @Test func `A disk that lies about what is durable is seen, so that the cuts are real`() throws {
    var seen = 0
    for seed in 1...12 as ClosedRange<UInt64> {
      for (file, bytes) in try Self.founded() { try scratch.write(bytes, to: file) }
      let lost = try strike(seed: seed, isLying: true) {
        let log = try Log.open(in: scratch.path, for: .writing)
        for number in 1...3 { try act("\(number)", on: log) }
      }
      let events = try? Log.open(in: scratch.path, for: .reading).head().position
      seen += lost > 0 && events != 9 ? 1 : 0
      for name in ["log.db-wal", "log.db-shm", "keys.db-journal"] { try scratch.remove(name) }
    }
    #expect(seen > 3)
  }

  private static func founded() throws -> [String: [UInt8]] {
    let scratch = try Scratch()
    try scratch.foundSample()
    return try scratch.files()
  }

  @Test func `A power cut strikes its own folder and no other`() throws {
    let other = try Scratch()
    try other.foundSample()
    _ = try strike(seed: 1, isLying: true) {
      try act("1", on: Log.open(in: scratch.path, for: .writing))
      try act("1", on: Log.open(in: other.path, for: .writing))
    }
    #expect(try Log.open(in: other.path, for: .reading).head().position == 7)
  }
}
