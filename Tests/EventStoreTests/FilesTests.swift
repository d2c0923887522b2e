import Foundation
import Testing
import Values

@testable import EventStore

@Suite struct FilesTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test func `The clock tells the time of day`() {
    let difference = Double(Clock.now().microseconds) / 1e6 - Date().timeIntervalSince1970
    #expect(abs(difference) < 60)
  }

  @Test func `A file is no folder to found a log in`() throws {
    try scratch.write([1], to: "file")
    let failure = #expect(throws: Failure.self) {
      try Log.create(in: scratch.path + "/file", now: nine)
    }
    #expect(failure?.code == .logMissing)
    #expect(failure?.values == ["folder": .text(scratch.path + "/file")])
  }

  @Test func `A closed log holds no file open`() throws {
    let log = try Log.create(in: scratch.path, now: nine)
    let field = SealedField(slot: "name", subject: "H-1", text: "x")
    try log.record("a", [event(try stream("person-H-1"), sealed: [field])])
    #expect(try openFiles() == ["keys.db", "lock", "log.db", "log.db-shm", "log.db-wal"])
    log.close()
    #expect(try openFiles() == [])
  }

  /// The files of the folder that this process holds open.
  private func openFiles() throws -> [String] {
    let folder = "/proc/self/fd/"
    let targets = try FileManager.default.contentsOfDirectory(atPath: folder).compactMap {
      try? FileManager.default.destinationOfSymbolicLink(atPath: folder + $0)
    }
    return targets.filter { $0.hasPrefix(scratch.path + "/") }
      .map { String($0.dropFirst(scratch.path.count + 1)) }.sorted()
  }

  @Test func `A writer holds the lock file until its commit, and no longer`() throws {
    let log = try Log.create(in: scratch.path, now: nine)
    let other = try LockFile(in: scratch.path)
    try log.write(now: nine) { _ in
      #expect(code { try other.lock(patience: 0) } == "log-busy")
    }
    #expect(code { try other.lock(patience: 0) } == nil)
  }

  @Test func `A transaction within a transaction stops the program`() async {
    await #expect(processExitsWith: .failure) {
      let log = try Log.create(in: Scratch().path, now: nine)
      try log.write(now: nine) { _ in try log.write(now: nine) { _ in } }
    }
    await #expect(processExitsWith: .success) {
      let log = try Log.create(in: Scratch().path, now: nine)
      for _ in 1...2 { try log.write(now: nine) { _ in } }
    }
  }

  @Test func `Names that were read are remembered, up to a number`() throws {
    var names = Names()
    let (first, other) = (try stream("member-0"), try stream("member-1"))
    names.keep(first, for: 7)
    names.keep(type: "first", for: 7)
    #expect(names.stream(7) == first && names.type(7) == "first")
    #expect(names.stream(6) == nil && names.stream(8) == nil && names.type(-7) == nil)
    // So many numbers later the place is the same one, and the former name has to be read again.
    let later = 7 + Int64(NameTable<String>.maximumCount)
    #expect(names.stream(later) == nil && names.type(later) == nil)
    names.keep(other, for: later)
    names.keep(type: "other", for: later)
    #expect(names.stream(later) == other && names.type(later) == "other")
    #expect(names.stream(7) == nil && names.type(7) == nil)
    names.keep(first, for: .min)
    #expect(names.stream(.min) == first && names.stream(.max) == nil)
  }

  @Test func `Reading an event remembers its names, taking an act back forgets them`() throws {
    struct Stop: Error {}
    try scratch.foundSample()
    let log = try Log.open(in: scratch.path, for: .writing)
    _ = try log.event(at: 1)
    #expect(log.names.stream(1) == (try stream("member-PT")))
    #expect(log.names.type(1) == "member.admitted")
    #expect(throws: Stop.self) { try log.write(now: nine) { _ in throw Stop() } }
    #expect(log.names.stream(1) == nil)
  }
}
