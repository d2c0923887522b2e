import Foundation
import Testing
import Values

@testable import EventStore

/// Each failure that the store can end in is provoked once, by what would provoke it in an office.
@Suite struct EveryFailureTests {
  struct Provocation: CustomTestStringConvertible, Sendable {
    let code: Failure.Code
    let name: String
    let act: @Sendable (Scratch) throws -> Void

    init(
      _ code: Failure.Code, _ name: String, _ act: @escaping @Sendable (Scratch) throws -> Void
    ) {
      self.code = code
      self.name = name
      self.act = act
    }

    var testDescription: String { "\(code.name): \(name)" }
  }

  private static func writing(_ scratch: Scratch) throws -> Log {
    try Log.open(in: scratch.path, for: .writing)
  }

  private static func member() throws -> [NewEvent] { [event(try stream("member-PT"))] }

  private static let files = [
    Provocation(.databaseDamaged, "a page of zeros in the middle") { scratch in
      var bytes = try scratch.bytes(of: "log.db")
      bytes.replaceSubrange(4_096..<8_192, with: repeatElement(0, count: 4_096))
      try scratch.write(bytes, to: "log.db")
      _ = try Dump(of: scratch.path)
    },
    Provocation(.databaseBusy, "another program holds the database") { scratch in
      let other = try Connection(path: scratch.path + "/log.db", for: .writing)
      let connection = try Connection(path: scratch.path + "/log.db", for: .writing)
      try connection.execute("PRAGMA busy_timeout=1")
      try other.transaction { try connection.transaction {} }
    },
    Provocation(.databaseFull, "no room is left") { scratch in
      try FaultyDisk.run(scratch.path, .full, at: 1) {
        try writing(scratch).record("late", member())
      }
    },
    Provocation(.databaseFailed, "the disk does not write") { scratch in
      try FaultyDisk.run(scratch.path, .lost, at: 1) {
        try writing(scratch).record("late", member())
      }
    },
    Provocation(.fileIsFolder, "a folder under the name of the log") { scratch in
      try scratch.remove("log.db")
      try FileManager.default.createDirectory(
        atPath: scratch.path + "/log.db", withIntermediateDirectories: false)
      _ = try writing(scratch)
    },
    Provocation(.databaseNotPermitted, "a reader that writes") { scratch in
      try Connection(path: scratch.path + "/log.db", for: .reading).run("DELETE FROM states")
    },
    Provocation(.erasureHeld, "a reader that does not let go") { scratch in
      let log = try writing(scratch)
      try log.record("late", member())
      try log.connection.execute("PRAGMA busy_timeout=1")
      let reader = try Connection(path: scratch.path + "/log.db", for: .reading)
      try reader.execute("BEGIN; SELECT count(*) FROM events")
      try log.finishErasure(of: "H-1")
    },
    Provocation(.databaseConstraint, "a hand that deletes") { scratch in
      try scratch.run("DELETE FROM events")
    },
    Provocation(.databaseForeign, "a picture named log.db") { scratch in
      try scratch.write(
        [0x89, 0x50, 0x4E, 0x47] + [UInt8](repeating: 1, count: 5_000), to: "log.db")
      _ = try Log.open(in: scratch.path, for: .reading)
    },
    Provocation(.databaseForeign, "a log without a byte") { scratch in
      try scratch.write([], to: "log.db")
      _ = try Log.open(in: scratch.path, for: .reading)
    },
    Provocation(.keysWithoutLog, "a foundation over the keys of a log that is gone") { scratch in
      try scratch.remove("log.db")
      _ = try Log.create(in: scratch.path, now: nine)
    },
    Provocation(.databaseNewer, "a log of a later program") { scratch in
      try scratch.run("PRAGMA user_version=2")
      _ = try writing(scratch)
    },
    Provocation(.databaseOlder, "a copy of a layout that is not read any more") { scratch in
      _ = try Log.open(
        in: scratch.path, for: .reading, isStill: true, layouts: LayoutTests.two)
    },
    Provocation(.databaseDamaged, "a log of layout 0") { scratch in
      try scratch.run("PRAGMA user_version=0")
      _ = try writing(scratch)
    },
    Provocation(.databaseDamaged, "a log without its own name") { scratch in
      try scratch.tamper("DELETE FROM log_meta WHERE key = 'log_id'")
      _ = try writing(scratch)
    },
    Provocation(.databaseDamaged, "a log without its beginning") { scratch in
      try scratch.tamper("DELETE FROM log_meta WHERE key = 'created'")
      _ = try writing(scratch)
    },
    Provocation(.databaseDamaged, "a log with a short name") { scratch in
      try scratch.tamper("UPDATE log_meta SET value = zeroblob(15) WHERE key = 'log_id'")
      _ = try writing(scratch)
    },
    Provocation(.databaseDamaged, "a log without its tables") { scratch in
      try scratch.dropTriggers()
      try scratch.run("PRAGMA foreign_keys=OFF; DROP TABLE states; DROP TABLE head")
      _ = try writing(scratch).head()
    },
    Provocation(.fileFailed, "a folder where the lock should be") { scratch in
      try scratch.remove("lock")
      try FileManager.default.createDirectory(
        atPath: scratch.path + "/lock", withIntermediateDirectories: false)
      _ = try writing(scratch)
    },
  ]

  private static let acts = [
    Provocation(.logMissing, "another folder") { scratch in
      _ = try Log.open(in: scratch.path + "/elsewhere", for: .reading)
    },
    Provocation(.logExists, "a second foundation") { scratch in
      _ = try Log.create(in: scratch.path, now: nine)
    },
    Provocation(.targetUnmade, "a copy in a folder that is not there") { scratch in
      try Staged.folder(scratch.path + "/none/copy") { _ in }
    },
    Provocation(.logBusy, "somebody else holds the lock") { scratch in
      let (one, other) = (try LockFile(in: scratch.path), try LockFile(in: scratch.path))
      try one.lock()
      try withExtendedLifetime(one) { try other.lock(patience: 1) }
    },
    Provocation(.logMoved, "a plan made yesterday") { scratch in
      let log = try writing(scratch)
      let head = try log.head().hash
      try log.record("late", member())
      try log.write(now: nine, expecting: head) { _ in }
    },
    Provocation(.logReadOnly, "a reader that records") { scratch in
      try Log.open(in: scratch.path, for: .reading).record("late", member())
    },
    Provocation(.logReadOnly, "a reader that rehearses") { scratch in
      try Log.open(in: scratch.path, for: .reading).rehearse(now: nine) { _ in }
    },
    Provocation(.logBroken, "a finding told to a person") { scratch in
      try scratch.tamper("UPDATE events SET data = '{}' WHERE position = 1")
      throw try #require(try Verifier.verify(directory: scratch.path).first).failure
    },
    Provocation(.streamMoved, "a belief of yesterday") { scratch in
      try writing(scratch).record(
        "late", member(), expecting: [stream("member-PT"): .exactly(1)])
    },
    Provocation(.commandReused, "a name given twice") { scratch in
      try writing(scratch).record("a", member())
    },
    Provocation(.commandReused, "another request under one name") { scratch in
      _ = try writing(scratch).write(now: nine) {
        try $0.answer(to: CommandID("a"), request: ["id": "other"])
      }
    },
    Provocation(.entryTooLarge, "a novel for a type") { scratch in
      let long = event(try stream("member-PT"), type: String(repeating: "x", count: 101))
      try writing(scratch).record("late", [long])
    },
    Provocation(.entryUnfit, "a line break in a type") { scratch in
      try writing(scratch).record("late", [event(try stream("member-PT"), type: "a\nb")])
    },
    Provocation(.entryUnfit, "a state of a stream that is not there") { scratch in
      try writing(scratch).record("late", member(), states: [stream("member-XX"): (1, [:])])
    },
    Provocation(.keysMissing, "a public copy") { scratch in
      try scratch.remove("keys.db")
      try writing(scratch).record("late", member())
    },
    Provocation(.keysForeign, "the keys of another network") { scratch in
      let other = try Scratch()
      try Log.create(in: other.path, now: nine).close()
      try scratch.write(try other.bytes(of: "keys.db"), to: "keys.db")
      try writing(scratch).record("late", member())
    },
    Provocation(.subjectErased, "words of a person who was erased") { scratch in
      let log = try writing(scratch)
      try log.destroyKey(of: "H-1")
      let field = SealedField(slot: "name", subject: "H-1", text: "again")
      try log.record("late", [event(try stream("person-H-1"), sealed: [field])])
    },
  ]

  @Test(arguments: files + acts)
  func `What goes wrong has its own code and its own status`(_ provocation: Provocation) throws {
    let scratch = try Scratch()
    try scratch.foundSample()
    let failure = #expect(throws: Failure.self) { try provocation.act(scratch) }
    #expect(failure?.code == provocation.code)
  }

  @Test func `No code is left that nothing provokes`() {
    // Those of checkpoints and keys are provoked by the tests of the folders `Notes` and `Keys`.
    let elsewhere: Set = [
      "checkpoint-fork", "checkpoint-missing", "key-file-damaged", "key-file-exposed",
      "key-file-missing", "key-unfit", "passphrase-wrong", "proof-unfit", "proof-unreadable",
      "secret-unkept", "witness-elsewhere",
      // And those of copies by the tests of `Copies`, `Export` and `Archive`.
      "archive-unfit", "copy-unfit", "export-bare", "export-cut", "export-foreign", "export-unfit",
      "follow-fork", "follow-gap", "origin-closed", "target-exists", "copy-missing",
    ]
    let provoked = Set((Self.files + Self.acts).map(\.code.name)).union(elsewhere)
    #expect(Set(Failure.Code.eventStoreCodes.map(\.name)).subtracting(provoked) == [])
    #expect(Set(Failure.Code.eventStoreCodes.map(\.name)).count == 49)
  }

  @Test(arguments: acts)
  func `An act that fails leaves the log as it was`(_ provocation: Provocation) throws {
    guard provocation.code != .logBroken, provocation.code != .logMoved else { return }
    let scratch = try Scratch()
    try scratch.foundSample()
    let before = try Log.open(in: scratch.path, for: .reading).head()
    #expect(throws: Failure.self) { try provocation.act(scratch) }
    #expect(try Log.open(in: scratch.path, for: .reading).head() == before)
    #expect(try Verifier.verify(directory: scratch.path).isWhole)
  }

  @Test(arguments: [
    (Int32(0), "database-failed"), (1, "database-failed"), (2, "database-failed"),
    (3, "database-not-permitted"), (4, "database-failed"), (5, "database-busy"),
    (6, "database-busy"), (7, "database-failed"), (8, "database-not-permitted"),
    (9, "database-failed"), (10, "database-failed"), (11, "database-damaged"),
    (12, "database-failed"), (13, "database-full"), (14, "database-not-permitted"),
    (15, "database-busy"), (16, "database-failed"), (17, "database-failed"),
    (18, "database-damaged"), (19, "database-constraint"), (20, "database-damaged"),
    (21, "database-failed"), (23, "database-not-permitted"), (24, "database-damaged"),
    (25, "database-damaged"), (26, "database-foreign"), (3_338, "database-failed"),
    (1_032, "database-not-permitted"), (779, "database-damaged"), (2_067, "database-constraint"),
  ])
  func `Every result of SQLite is told by its first byte`(_ number: Int32, _ name: String) {
    let failure = Failure.sqlite(number, file: "log.db")
    #expect(failure.code.name == name)
    #expect(failure.values == ["file": .text("log.db"), "number": .int(Int(number))])
  }
}
