import Testing
import Values

@testable import EventStore

/// Whatever write of whatever file fails: the log opens whole, with all of the act or nothing of it.
@Suite struct FaultTests {
  /// What a disk may answer with; the program has a sentence for each.
  private static let told: Set<String?> = ["database-full", "database-failed"]

  private func founded() throws -> Scratch {
    let scratch = try Scratch()
    try scratch.foundSample()
    return scratch
  }

  /// An act of three events, one of them with the words of somebody new.
  private func act(on log: Log) throws {
    let name = SealedField(slot: "name", subject: "H-7", text: "Inês Faria")
    let person = try stream("person-H-7")
    try log.record(
      "late",
      [event(person, ["name": ["sealed": "name"]], sealed: [name])]
        + [event(try stream("member-PT")), event(try stream("member-IE"))],
      states: [person: (1, ["known": true])])
  }

  /// The log as a program finds it that starts anew: whole, with so many events.
  private func eventsFoundWhole(_ scratch: Scratch, _ name: String) throws -> Int {
    let verification = try Verifier.verify(directory: scratch.path)
    #expect(verification.findings == [], "\(name)")
    let log = try Log.open(in: scratch.path, for: .reading)
    let events = try log.events(after: 0, limit: 100)
    #expect(try log.head().position == Int64(events.count), "\(name)")
    if events.count == 9 {
      #expect(try log.unseal(events[6]) == ["name": "Inês Faria"], "\(name)")
    }
    return events.count
  }

  /// Strikes each operation of an act in turn, on a log of its own each time.
  private func strikeEach(
    _ fault: FaultyDisk.Fault, least: Int, prepare: () throws -> Scratch,
    _ act: (Scratch) throws -> Void,
    check: (_ scratch: Scratch, _ failure: String?, _ name: String) throws -> Void
  ) throws {
    let sample = try prepare()
    let last = try FaultyDisk.run(sample.path, fault) { try act(sample) }
    #expect(last >= least, "only \(last) operations could be struck")
    var failures = 0
    for number in 1...max(1, last) {
      let (scratch, name) = (try prepare(), "\(fault) at \(number) of \(last)")
      var failure: String?
      let reached = try FaultyDisk.run(scratch.path, fault, at: number) {
        failure = code { try act(scratch) }
      }
      #expect(reached >= number, "\(name)")
      #expect(failure == nil || Self.told.contains(failure), "\(name): \(failure ?? "")")
      failures += failure == nil ? 0 : 1
      try check(scratch, failure, name)
    }
    #expect(failures > 0)
  }

  @Test(arguments: FaultyDisk.Fault.ofWriting)
  func `An act is there whole or not at all, whichever write fails`(
    _ fault: FaultyDisk.Fault
  ) throws {
    try strikeEach(fault, least: 8, prepare: founded) { scratch in
      let log = try Log.open(in: scratch.path, for: .writing)
      defer { log.close() }
      try act(on: log)
    } check: { scratch, failure, name in
      let events = try eventsFoundWhole(scratch, name)
      #expect(events == 9 || failure != nil && events == 6, "\(name): \(events) events")
    }
  }

  @Test(arguments: FaultyDisk.Fault.ofWriting)
  func `After a fault the same act can be asked for again`(_ fault: FaultyDisk.Fault) throws {
    var log: Log?
    try strikeEach(fault, least: 8, prepare: founded) { scratch in
      log = try Log.open(in: scratch.path, for: .writing)
      try log.map { try act(on: $0) }
    } check: { scratch, failure, name in
      let again = code { try log.map { try act(on: $0) } }
      #expect(again == nil || again == "command-reused", "\(name): \(again ?? "")")
      log?.close()
      let events = try eventsFoundWhole(scratch, name)
      #expect(events == 9, "\(name)")
    }
  }

  @Test(arguments: FaultyDisk.Fault.ofWriting)
  func `A foundation is whole or can be begun again, whichever write fails`(
    _ fault: FaultyDisk.Fault
  ) throws {
    try strikeEach(fault, least: 10, prepare: Scratch.init) { scratch in
      try Log.create(in: scratch.path, now: nine).close()
    } check: { scratch, failure, name in
      let isThere = Folder.holds(scratch.path + "/log.db")
      #expect(isThere || failure != nil, "\(name)")
      if !isThere { try Log.create(in: scratch.path, now: nine).close() }
      let verification = try Verifier.verify(directory: scratch.path)
      #expect(verification.isWhole && verification.events == 0, "\(name)")
      let log = try Log.open(in: scratch.path, for: .writing)
      try log.record("a", [event(try stream("member-PT"))])
    }
  }

  /// A log whose last act stands in the write-ahead log alone.
  private func foundedWithWriteAheadLog() throws -> Scratch {
    let (written, copy) = (try founded(), try Scratch())
    let log = try Log.open(in: written.path, for: .writing)
    try act(on: log)
    for (file, bytes) in try written.files() where !file.hasSuffix("-shm") {
      try copy.write(bytes, to: file)
    }
    return copy
  }

  @Test(arguments: FaultyDisk.Fault.ofWriting)
  func `Moving the write-ahead log into the file loses nothing, whichever write fails`(
    _ fault: FaultyDisk.Fault
  ) throws {
    let sample = try foundedWithWriteAheadLog()
    func close(_ scratch: Scratch) throws {
      let log = try Log.open(in: scratch.path, for: .writing)
      #expect(try log.head().position == 9)
      log.close()
    }
    let last = try FaultyDisk.run(sample.path, fault) { try close(sample) }
    #expect(last >= 3, "only \(last) operations could be struck")
    for number in 1...last {
      let scratch = try foundedWithWriteAheadLog()
      try FaultyDisk.run(scratch.path, fault, at: number) { try close(scratch) }
      #expect(try eventsFoundWhole(scratch, "\(fault) at \(number) of \(last)") == 9)
    }
  }

  @Test(arguments: FaultyDisk.Fault.ofWriting)
  func `A key is destroyed or stays as it was, whichever write fails`(
    _ fault: FaultyDisk.Fault
  ) throws {
    try strikeEach(fault, least: 3, prepare: founded) { scratch in
      try Log.open(in: scratch.path, for: .writing).destroyKey(of: "H-1")
    } check: { scratch, failure, name in
      let log = try Log.open(in: scratch.path, for: .reading)
      let words = try log.unseal(try #require(try log.event(at: 4)))
      let destroyed: [String: String?] = ["name": nil, "mail": nil]
      let kept: [String: String?] = [
        "name": "Maria Conceição Anões", "mail": "mca@example.org",
      ]
      #expect(words == destroyed || failure != nil && words == kept, "\(name)")
    }
  }

  @Test func `A disk that cannot be read is told, and nothing is read wrongly`() throws {
    let scratch = try founded()
    let whole = try Dump(of: scratch.path)
    var told: Set<String?> = []
    for number in 1...40 {
      var failure: String?
      let count = try FaultyDisk.run(scratch.path, .unreadable, at: number) {
        failure = code {
          let read = try Dump(of: scratch.path)
          #expect(read == whole)
        }
      }
      told.insert(failure)
      #expect((failure == nil) == (count < number), "reading \(number)")
    }
    #expect(told == [nil, "database-failed"])
  }

  @Test func `A log on a disk that cannot be read is found unreadable`() throws {
    let scratch = try founded()
    let count = try FaultyDisk.run(scratch.path, .unreadable, at: 1) {
      let verification = try Verifier.verify(directory: scratch.path)
      #expect(verification.findings.map(\.reason) == [.unreadable])
    }
    #expect(count >= 1)
  }

  @Test func `A database that may not be opened is told so`() throws {
    let scratch = try founded()
    let count = try FaultyDisk.run(scratch.path, .closed, at: 1) {
      let failure = code { _ = try Log.open(in: scratch.path, for: .writing).head() }
      #expect(failure == "database-not-permitted")
    }
    #expect(count >= 1)
  }

  @Test func `A fault strikes its own folder and no other`() throws {
    let (struck, other) = (try founded(), try founded())
    try FaultyDisk.run(struck.path, .full, at: 1) {
      #expect(code { try act(on: Log.open(in: struck.path, for: .writing)) } == "database-full")
      #expect(code { try act(on: Log.open(in: other.path, for: .writing)) } == nil)
    }
  }
}
