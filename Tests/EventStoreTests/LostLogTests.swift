import Foundation
import Testing
import Values

@testable import EventStore

/// Keys whose log is gone are never written over: a backup of the log may want them.
@Suite struct LostLogTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.foundSample()
  }

  private func lose() throws {
    for name in ["log.db", "log.db-wal", "log.db-shm"] { try scratch.remove(name) }
  }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: scratch.path).sorted()
  }

  @Test func `A new log does not take the place of one that is gone`() throws {
    try lose()
    let (keys, before) = (try scratch.bytes(of: "keys.db"), try names())
    #expect(Log.isLost(in: scratch.path))
    #expect(code { _ = try Log.create(in: scratch.path, now: nine) } == "keys-without-log")
    #expect(try scratch.bytes(of: "keys.db") == keys)
    #expect(try names() == before)
  }

  @Test func `With the log back, its keys open what they sealed`() throws {
    let log = try scratch.bytes(of: "log.db")
    let before = try Dump(of: scratch.path)
    try lose()
    #expect(code { _ = try Log.create(in: scratch.path, now: nine) } == "keys-without-log")
    try scratch.write(log, to: "log.db")
    #expect(!Log.isLost(in: scratch.path))
    #expect(try Dump(of: scratch.path) == before)
    #expect(try Log.open(in: scratch.path, for: .writing).keyFlaw() == nil)
  }

  @Test(arguments: ["log.db.new", "log.db"])
  func `What a foundation leaves that broke off is nothing lost`(_ name: String) throws {
    try lose()
    try scratch.write([1], to: name)
    #expect(!Log.isLost(in: scratch.path))
  }

  @Test func `A folder without keys has lost nothing, and is founded`() throws {
    try lose()
    try scratch.remove("keys.db")
    #expect(!Log.isLost(in: scratch.path))
    try Log.create(in: scratch.path, now: nine).close()
    #expect(try Verifier.verify(directory: scratch.path).isWhole)
  }

  @Test func `A link that leads nowhere holds the name of the log`() throws {
    try lose()
    try scratch.remove("keys.db")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path + "/log.db", withDestinationPath: scratch.path + "/away/log.db")
    #expect(code { _ = try Log.create(in: scratch.path, now: nine) } == "log-exists")
    #expect(try !names().contains("keys.db"))
  }

  @Test func `A file of keys is known by its first bytes, whatever it is called`() throws {
    try scratch.write(try scratch.bytes(of: "keys.db"), to: "safe.bin")
    try scratch.write(Array(repeating: 0x41, count: 200), to: "letters")
    try scratch.write(Array(try scratch.bytes(of: "keys.db").prefix(99)), to: "cut")
    #expect(Log.holdsKeys(scratch.path + "/safe.bin"))
    for name in ["log.db", "letters", "cut", "none", ""] {
      #expect(!Log.holdsKeys(scratch.path + "/" + name), "\(name)")
    }
  }

  @Test func `A lock that is a link to nothing is told as the lock, not as a missing network`()
    throws
  {
    try scratch.remove("lock")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path + "/lock", withDestinationPath: scratch.path + "/away/lock")
    let failure = #expect(throws: Failure.self) { _ = try LockFile(in: scratch.path) }
    #expect(failure == Failure(.fileFailed, ["file": .text("lock"), "number": .int(2)]))
    #expect(code { _ = try LockFile(in: scratch.path + "/none") } == "log-missing")
  }
}
