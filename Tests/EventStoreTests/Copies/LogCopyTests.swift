import Foundation
import Testing
import Values

@testable import EventStore

/// A copy of a log that is in use.
@Suite struct LogCopyTests {
  private let scratch: Scratch
  private let copy: Scratch

  init() throws {
    (scratch, copy) = (try Scratch(), try Scratch())
    try scratch.foundSample()
  }

  private func writer() throws -> Log { try Log.open(in: scratch.path, for: .writing) }

  @Test func `A copy gives its readers what the log gave, what was not yet moved in too`() throws {
    let log = try writer()
    try log.record("late", [event(try stream("member-PT"), ["n": 9])])
    let head = try log.copy(to: copy.path)
    #expect(try head == log.head())
    try scratch.remove("keys.db")
    #expect(try Dump(of: copy.path) == Dump(of: scratch.path))
    #expect(try Verifier.verify(directory: copy.path).isWhole)
    #expect(try Set(copy.files().keys) == ["log.db"], "no key, no view, no lock")
  }

  @Test func `Files beside the log go along, others stay`() throws {
    for (name, text) in [
      ("network.yaml", "id: nep"), ("cases.yaml", ""), ("passphrase", "secret"), ("views.db", "x"),
    ] { try scratch.write(Array(text.utf8), to: name) }
    let log = try writer()
    let signed = try #require(try CheckpointRecord(of: log).sign(with: SampleKeys.key()))
    try FileManager.default.createDirectory(
      atPath: scratch.path + "/signing", withIntermediateDirectories: false)
    try scratch.write([1], to: "signing/64681f6c.key")
    try scratch.write([1], to: "checkpoints/.hidden")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path + "/founding.yaml", withDestinationPath: scratch.path + "/passphrase")
    _ = try log.copy(to: copy.path)
    let names = NetworkFiles.names(in: copy.path)
    #expect(names.filter { $0.hasPrefix("checkpoints/") }.count == 1)
    #expect(names.filter { !$0.hasPrefix("checkpoints/") } == ["cases.yaml", "network.yaml"])
    let all = try FileManager.default.contentsOfDirectory(atPath: copy.path).sorted()
    #expect(all == ["cases.yaml", "checkpoints", "log.db", "network.yaml"])
    #expect(try CheckpointFolder(in: copy.path).all() == [signed])
  }

  @Test(arguments: [
    ("network.yaml", true), ("checkpoints/3d1f-7.note", true), ("files/0a1b", true),
    ("templates/own.yaml", true), ("templates/../network.yaml", false), ("templates/", false),
    ("../network.yaml", false), ("/network.yaml", false), ("checkpoints/../log.db", false),
    ("checkpoints/", false), ("checkpoints/a/b", false), ("signing/a.key", false),
    ("keys.db", false), ("log.db", false), ("checkpoints/.x", false), ("checkpoints/A", false),
    ("checkpoints/a\u{0}b", false), ("", false),
    ("witnessed/" + String(repeating: "a", count: 91), false),
  ])
  func `A copy holds files of known names only`(_ row: (name: String, isKnown: Bool)) {
    #expect(NetworkFiles.isName(row.name) == row.isKnown)
  }

  @Test func `Words that were scrubbed are in no byte of the copy`() throws {
    let log = try writer()
    let sealed = try log.connection.first(
      "SELECT ciphertext FROM sealed WHERE slot = 'name'"
    ) { try $0.blob(at: 0) }
    let ciphertext = try #require(sealed)
    let count = try log.write(now: nine) { try $0.scrub(subject: "H-1") }
    #expect(count == 2)
    _ = try log.copy(to: copy.path)
    #expect(Data(try copy.bytes(of: "log.db")).range(of: Data(ciphertext)) == nil)
    #expect(try Verifier.verify(directory: copy.path).isWhole)
  }

  @Test func `Only who holds the lock copies`() throws {
    let reader = try Log.open(in: scratch.path, for: .reading)
    #expect(code { _ = try reader.copy(to: copy.path) } == "log-read-only")
    #expect(try copy.files().isEmpty || copy.bytes(of: "log.db").isEmpty)
  }

  @Test func `A folder that has a log already is not copied into`() throws {
    try copy.foundSample()
    let before = try copy.bytes(of: "log.db")
    #expect(code { _ = try writer().copy(to: copy.path) } != nil)
    #expect(try copy.bytes(of: "log.db") == before)
  }

  @Test func `A copy whose disk is full is told, and the log goes on`() throws {
    try FaultyDisk.prepare()
    let log = try writer()
    try FaultyDisk.run(copy.path, .full, at: 1) {
      #expect(code { _ = try log.copy(to: copy.path) } != nil)
    }
    try log.record("on", [event(try stream("member-PT"))])
    #expect(try Verifier.verify(directory: scratch.path).isWhole)
  }

  @Test func `The keys of persons are copied to a file of their own, once`() throws {
    let log = try writer()
    let file = copy.path + "/keys"
    try log.copyKeys(to: file)
    #expect(code { try log.copyKeys(to: file) } == "target-exists")
    _ = try log.copy(to: copy.path)
    #expect(
      code { try Log.placeKeys(copy.path + "/none", of: log.id, in: copy.path) } == "keys-missing")
    try Log.placeKeys(file, of: log.id, in: copy.path)
    #expect(try Dump(of: copy.path) == Dump(of: scratch.path))
  }

  @Test func `Keys of another log are not put beside this one`() throws {
    let other = try Scratch()
    _ = try Log.create(in: other.path, now: nine)
    let keys = other.path + "/keys.db"
    let id = try writer().id
    #expect(code { try Log.placeKeys(keys, of: id, in: copy.path) } == "keys-foreign")
    try copy.write(Array("no keys at all".utf8), to: "text")
    #expect(
      code { try Log.placeKeys(copy.path + "/text", of: id, in: copy.path) } == "database-foreign")
    #expect(!FileManager.default.fileExists(atPath: copy.path + "/keys.db"))
  }

  @Test func `A copy that was put in place by hand gets its write-ahead log back`() throws {
    _ = try writer().copy(to: copy.path)
    func mode() throws -> String? {
      let connection = try Connection(path: copy.path + "/log.db", for: .reading)
      return try connection.first("PRAGMA journal_mode") { try $0.text(at: 0) }
    }
    #expect(try mode() == "delete")
    try Log.placeKeys(scratch.path + "/keys.db", of: writer().id, in: copy.path)
    let log = try Log.open(in: copy.path, for: .writing)
    try log.record("on", [event(try stream("member-PT"))])
    log.close()
    #expect(try mode() == "wal")
    #expect(try Verifier.verify(directory: copy.path).isWhole)
  }

  @Test func `A copy without keys can be read and records nothing`() throws {
    _ = try writer().copy(to: copy.path)
    let log = try Log.open(in: copy.path, for: .writing)
    let before = try Dump(of: copy.path)
    #expect(code { try log.record("on", [event(stream("member-PT"))]) } == "keys-missing")
    #expect(try Dump(of: copy.path) == before)
    #expect(before.words.allSatisfy { $0.values.allSatisfy { $0 == nil } })
  }
}
