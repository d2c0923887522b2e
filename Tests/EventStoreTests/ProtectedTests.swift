import Foundation
import Testing
import Values

@testable import EventStore

/// Folders that this account may not write to, and things that are no folder.
///
/// The root account may write everywhere, so that these run in a process of their own that gives
/// its rights up first.
@Suite struct ProtectedTests {
  /// The account that owns nothing.
  private static let nobody: uid_t = 65_534

  /// Gives a folder to an account without rights, becomes that account, and protects the folder.
  private static func protect(
    _ scratch: Scratch, folder: Int = 0o500, files: [String: Int] = [:]
  ) throws {
    let names = try scratch.files().keys.map { scratch.path + "/" + $0 }
    if geteuid() == 0 {
      for path in names + [scratch.path] {
        try #require(unsafe chown(path, nobody, nobody) == 0)
      }
      try #require(setgid(nobody) == 0 && setuid(nobody) == 0)
    }
    for (file, mode) in files {
      try #require(unsafe chmod(scratch.path + "/" + file, mode_t(mode)) == 0)
    }
    try #require(unsafe chmod(scratch.path, mode_t(folder)) == 0)
  }

  private static func release(_ scratch: Scratch) {
    _ = unsafe chmod(scratch.path, 0o700)
  }

  @Test func `A protected folder is read and verified, and not written`() async {
    await #expect(processExitsWith: .success) {
      let scratch = try Scratch()
      try scratch.foundSample()
      try Self.protect(scratch, files: ["log.db": 0o400, "keys.db": 0o400])
      defer { Self.release(scratch) }
      try #require(try Verifier.verify(directory: scratch.path).isWhole)
      let dump = try Dump(of: scratch.path)
      try #require(dump.events.count == 6)
      try #require(dump.words[3]["name"] == "Maria Conceição Anões")
      let folder = scratch.path
      let founding = code { _ = try Log.create(in: folder + "/new", now: nine) }
      try #require(founding == "database-not-permitted")
      let writing = code {
        try Log.open(in: folder, for: .writing).record("x", [event(stream("member-PT"))])
      }
      try #require(writing == "database-not-permitted")
      try #require(try Set(scratch.files().keys) == ["log.db", "keys.db", "lock"])
    }
  }

  @Test func `A protected log with its write-ahead log beside it is read to its end`() async {
    await #expect(processExitsWith: .success) {
      let (written, scratch) = (try Scratch(), try Scratch())
      try written.foundSample()
      let log = try Log.open(in: written.path, for: .writing)
      try log.record("late", [event(try stream("member-PT"))])
      for (file, bytes) in try written.files() { try scratch.write(bytes, to: file) }
      log.close()
      try Self.protect(scratch)
      defer { Self.release(scratch) }
      let read = try Log.open(in: scratch.path, for: .reading)
      try #require(try read.head().position == 7)
      try #require(try Verifier.verify(directory: scratch.path).events == 7)
    }
  }

  @Test(arguments: ["log.db", "keys.db"])
  func `A file that may not be read is told so, and is no damage`(_ file: String) async {
    await #expect(processExitsWith: .success) { [file = file as String] in
      let scratch = try Scratch()
      try scratch.foundSample()
      try Self.protect(scratch, folder: 0o700, files: [file: 0o000])
      let folder = scratch.path
      let reading = code { _ = try Dump(of: folder) }
      try #require(reading == "database-not-permitted")
      let verifying = code { try #require(try Verifier.verify(directory: folder).isWhole) }
      try #require(verifying == (file == "log.db" ? "database-not-permitted" : nil))
    }
  }

  @Test func `A lock file that may not be written stops the writer before he reads`() async {
    await #expect(processExitsWith: .success) {
      let scratch = try Scratch()
      try scratch.foundSample()
      try Self.protect(scratch, folder: 0o700, files: ["lock": 0o400])
      let folder = scratch.path
      let failure = code { _ = try Log.open(in: folder, for: .writing) }
      try #require(failure == "database-not-permitted")
      try #require(try Log.open(in: folder, for: .reading).head().position == 6)
    }
  }

  // MARK: - For every account

  @Test(arguments: [
    ("/proc/acta", "log-missing"), ("/dev/full", "log-missing"), ("/dev/full/acta", "log-missing"),
    ("/sys/acta", "database-not-permitted"), ("", "log-missing"),
  ])
  func `Where the system lets nobody write no log is founded`(
    _ row: (folder: String, told: String)
  ) {
    #expect(code { _ = try Log.create(in: row.folder, now: nine) } == row.told)
    #expect(code { _ = try Log.open(in: row.folder, for: .writing) } == "log-missing")
    #expect(code { _ = try Verifier.verify(directory: row.folder) } == "log-missing")
  }

  @Test func `A folder of a name that is too long is a failure with its number`() throws {
    let scratch = try Scratch()
    let folder = scratch.path + "/" + String(repeating: "n", count: 256)
    let failure = #expect(throws: Failure.self) { try Log.create(in: folder, now: nine) }
    #expect(failure?.code == .fileFailed)
    #expect(failure?.values["number"] == .int(Int(ENAMETOOLONG)))
  }

  @Test(arguments: ["lock", "keys.db", "log.db.new"])
  func `A folder in the place of a file stops the foundation`(_ file: String) throws {
    let scratch = try Scratch()
    try FileManager.default.createDirectory(
      atPath: scratch.path + "/" + file, withIntermediateDirectories: false)
    let failure = #expect(throws: Failure.self) { try Log.create(in: scratch.path, now: nine) }
    #expect(failure?.code == .fileFailed)
    #expect(failure?.values["file"] == .text(file))
    #expect(!Folder.holds(scratch.path + "/log.db"))
  }

  @Test func `A folder in the place of the log is not taken for one`() throws {
    let scratch = try Scratch()
    try FileManager.default.createDirectory(
      atPath: scratch.path + "/log.db", withIntermediateDirectories: false)
    #expect(code { _ = try Log.create(in: scratch.path, now: nine) } == "log-exists")
    let opening = code { _ = try Log.open(in: scratch.path, for: .reading) }
    #expect(opening == "file-is-folder")
  }

  @Test func `A link to a log is a log, and a link to nothing is none`() throws {
    let (scratch, linked) = (try Scratch(), try Scratch())
    try scratch.foundSample()
    let manager = FileManager.default
    try manager.createSymbolicLink(
      atPath: linked.path + "/log.db", withDestinationPath: scratch.path + "/log.db")
    #expect(try Verifier.verify(directory: linked.path).events == 6)
    try scratch.remove("log.db")
    #expect(code { _ = try Log.open(in: linked.path, for: .reading) } == "log-missing")
  }
}
