import Foundation
import Testing
import Values

@testable import EventStore

@Suite struct OpeningTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func failureOnOpening() -> String? {
    code { _ = try Log.open(in: scratch.path, for: .reading) }
  }

  @Test func `A folder without a log is named`() throws {
    #expect(failureOnOpening() == "log-missing")
    #expect(code { _ = try Log.open(in: scratch.path + "/none", for: .writing) } == "log-missing")
    #expect(code { _ = try Log.create(in: scratch.path + "/a/b", now: nine) } == "log-missing")
  }

  @Test(arguments: [Log.Purpose.reading, .writing])
  func `A folder that is called as the log is told as what it is`(_ purpose: Log.Purpose) throws {
    try FileManager.default.createDirectory(
      atPath: scratch.path + "/log.db", withIntermediateDirectories: false)
    let failure = #expect(throws: Failure.self) {
      try Log.open(in: scratch.path, for: purpose)
    }
    #expect(failure?.code == .fileIsFolder && failure?.values["file"] == .text("log.db"))
    #expect(code { _ = try Verifier.verify(directory: scratch.path) } == "file-is-folder")
  }

  @Test func `A folder that is called as the keys is told as what it is`() throws {
    try scratch.foundSample()
    try scratch.remove("keys.db")
    try FileManager.default.createDirectory(
      atPath: scratch.path + "/keys.db", withIntermediateDirectories: false)
    #expect(try Log.open(in: scratch.path, for: .reading).keyFlaw() == .unreadable)
  }

  @Test func `A file that is no database is refused`() throws {
    try scratch.write(
      Array("not a database, however long it may be ".utf8) + Array(repeating: 65, count: 4_096),
      to: "log.db")
    #expect(failureOnOpening() == "database-foreign")
    #expect(try Verifier.verify(directory: scratch.path).first?.reason == .layout)
  }

  @Test func `A database of another program is refused`() throws {
    let connection = try Connection(path: scratch.path + "/log.db", for: .creating)
    try connection.execute("CREATE TABLE notes(x)")
    #expect(failureOnOpening() == "database-foreign")
  }

  @Test func `A log of a newer layout is read as far as it is known, and never written`() throws {
    try scratch.foundSample()
    let before = try Dump(of: scratch.path)
    try scratch.run("PRAGMA user_version=2")
    let bytes = try scratch.bytes(of: "log.db")
    #expect(try Log.open(in: scratch.path, for: .reading).isNewer)
    #expect(try Dump(of: scratch.path) == before)
    #expect(code { _ = try Log.open(in: scratch.path, for: .writing) } == "database-newer")
    #expect(try Verifier.verify(directory: scratch.path).first?.reason == .layout)
    #expect(try scratch.bytes(of: "log.db") == bytes)
  }

  @Test func `A log of a newer layout without a table that is read is damaged, not misread`() throws
  {
    try scratch.foundSample()
    try scratch.dropTriggers()
    try scratch.run(
      "PRAGMA user_version=2; PRAGMA foreign_keys=OFF; ALTER TABLE events RENAME TO acts")
    let log = try Log.open(in: scratch.path, for: .reading)
    #expect(code { _ = try log.events(after: 0, limit: 1) } == "database-damaged")
  }

  @Test func `A log of this layout is not called newer`() throws {
    try scratch.foundSample()
    #expect(try !Log.open(in: scratch.path, for: .reading).isNewer)
    #expect(try !Log.open(in: scratch.path, for: .writing).isNewer)
  }

  @Test func `A foundation that broke off leaves nothing in the way`() throws {
    try scratch.write([1, 2, 3], to: "log.db.new")
    try scratch.write([1, 2, 3], to: "keys.db")
    let log = try Log.create(in: scratch.path, now: nine)
    try log.record("a", [event(try stream("member-PT"))])
    #expect(try Verifier.verify(directory: scratch.path).isWhole)
  }

  @Test func `A folder is made with the log, for its owner alone`() throws {
    let folder = scratch.path + "/new"
    _ = try Log.create(in: folder, now: nine)
    let mode = try FileManager.default.attributesOfItem(atPath: folder)[.posixPermissions]
    #expect((mode as? NSNumber)?.intValue == 0o700)
  }

  @Test func `A path with signs of a URI is only a path`() throws {
    let folder = scratch.path + "/a?mode=ro#%41 é"
    let log = try Log.create(in: folder, now: nine)
    try log.record("a", [event(try stream("member-PT"))])
    log.close()
    let path = folder + "/log.db"
    let immutable = try Connection(path: path, for: .readingImmutable)
    #expect(try immutable.first("SELECT position FROM head") { try $0.int(at: 0) } == 1)
  }

  @Test func `Reading leaves the bytes of the log as they are`() throws {
    try scratch.foundSample()
    let before = try scratch.bytes(of: "log.db")
    _ = try Dump(of: scratch.path)
    _ = try Verifier.verify(directory: scratch.path)
    #expect(try scratch.bytes(of: "log.db") == before)
  }

  @Test func `What was committed and not yet moved into the file is read`() throws {
    try scratch.foundSample()
    let writer = try Log.open(in: scratch.path, for: .writing)
    try writer.record("late", [event(try stream("member-PT"))])
    #expect(try Log.open(in: scratch.path, for: .reading).head().position == 7)
    let copy = try Scratch()
    for file in ["log.db", "log.db-wal"] { try copy.write(try scratch.bytes(of: file), to: file) }
    #expect(try Verifier.verify(directory: copy.path).events == 7)
  }

  @Test func `Closing twice is harmless, and use after it a failure`() throws {
    let log = try Log.create(in: scratch.path, now: nine)
    log.close()
    log.close()
    #expect(code { _ = try log.head() } == "database-failed")
  }

  @Test(arguments: [
    (11, "database-damaged"), (26, "database-foreign"), (13, "database-full"),
    (5, "database-busy"), (517, "database-busy"), (8, "database-not-permitted"),
    (14, "database-not-permitted"), (10, "database-failed"), (1_555, "database-constraint"),
  ])
  func `Each result of the database has its failure`(_ number: Int, _ name: String) throws {
    #expect(Failure.sqlite(Int32(number), file: "log.db").code.name == name)
  }

  @Test(.enabled(if: geteuid() != 0, "the root account may write everywhere"))
  func `A write-protected folder is read and verified, and not written`() throws {
    try scratch.foundSample()
    let manager = FileManager.default
    try manager.setAttributes([.posixPermissions: 0o500], ofItemAtPath: scratch.path)
    defer { try? manager.setAttributes([.posixPermissions: 0o700], ofItemAtPath: scratch.path) }
    #expect(try Verifier.verify(directory: scratch.path).isWhole)
    #expect(try Dump(of: scratch.path).events.count == 6)
    #expect(code { _ = try Log.create(in: scratch.path + "/new", now: nine) } != nil)
  }
}
