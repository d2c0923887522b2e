import CFaultVFS
import Foundation
import Testing
import Values

@testable import EventStore

/// A log of an old layout is raised to a newer one: a copy first, then in one step, and no event is touched.
///
/// No release has a second layout yet: the steps here are those of the tests alone.
@Suite struct LayoutTests {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.foundSample()
  }

  // MARK: Layouts that only the tests know

  private static let notes = "CREATE TABLE notes(id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT"
  private static let counts = """
    CREATE TABLE type_counts(type INTEGER PRIMARY KEY, events INTEGER NOT NULL) STRICT
    """
  private static let filling = """
    INSERT INTO type_counts SELECT type, count(*) FROM events GROUP BY type
    """
  private static let first = LayoutStep(from: 1, statements: [notes])
  private static let second = LayoutStep(from: 2, statements: [counts, filling])

  static let two = Layouts(newest: 2, steps: [first], schema: LogSchema.statements + [notes])
  static let three = Layouts(
    newest: 3, steps: [second, first], schema: LogSchema.statements + [notes, counts])
  private static let broken = Layouts(
    newest: 2, steps: [LayoutStep(from: 1, statements: [notes, "INSERT INTO nowhere VALUES (1)"])],
    schema: LogSchema.statements + [notes])

  private func layout(_ file: String = "log.db") throws -> Int64 {
    let connection = try Connection(path: "\(scratch.path)/\(file)", for: .readingImmutable)
    return try connection.number("PRAGMA user_version")
  }

  private func head() throws -> Head {
    try Log.open(in: scratch.path, for: .reading).head()
  }

  private func tables(_ layouts: Layouts) throws -> [String] {
    let log = try Log.open(in: scratch.path, for: .reading, layouts: layouts)
    var names: [String] = []
    try log.connection.query("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name") {
      names.append(try $0.text(at: 0))
    }
    return names
  }

  // MARK: The way of a file

  @Test(arguments: [Log.Purpose.writing, .reading], [two, three])
  func `Whoever opens an old log raises it, and every event stays what it was`(
    _ purpose: Log.Purpose, _ layouts: Layouts
  ) throws {
    let before = try head()
    let events = try Log.open(in: scratch.path, for: .reading).events(after: 0, limit: 100)
    let log = try Log.open(in: scratch.path, for: purpose, layouts: layouts)
    #expect(try log.head() == before && log.events(after: 0, limit: 100) == events)
    #expect(!log.isNewer)
    log.close()
    #expect(try layout() == layouts.newest)
    #expect(try tables(layouts).contains("notes"))
    #expect(try tables(layouts).contains("type_counts") == (layouts.newest == 3))
  }

  @Test func `A step may make its rows from what the log holds`() throws {
    let log = try Log.open(in: scratch.path, for: .reading, layouts: Self.three)
    let counted = try log.connection.number("SELECT sum(events) FROM type_counts")
    #expect(try counted == log.head().position)
  }

  @Test func `A raised log is verified by its new tables, and takes another act`() throws {
    let log = try Log.open(in: scratch.path, for: .writing, layouts: Self.two)
    var verifier = Verifier(log: log)
    try verifier.checkSchema()
    #expect(verifier.result.isWhole)
    let position = try log.head().position
    try log.record("on", [event(try stream("member-PT"))])
    #expect(try log.head().position == position + 1)
    verifier.log.layouts = .standard
    try verifier.checkSchema()
    #expect(verifier.result.first?.reason == .schema)
  }

  @Test func `The old file stays beside the new one, whole, in its layout`() throws {
    let before = try head()
    try Log.open(in: scratch.path, for: .writing, layouts: Self.three).close()
    let backup = Log.backupName(ofLayout: 1)
    #expect(try layout(backup) == 1)
    let old = try Scratch()
    try old.write(scratch.bytes(of: backup), to: "log.db")
    let found = try Verifier.verify(directory: old.path)
    #expect(found.isWhole && found.head == before.hash)
    let path = "\(scratch.path)/\(backup)"
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
    #expect((mode as? NSNumber)?.intValue == 0o600)
    let names = try scratch.files().keys.filter { $0.contains("draft") || $0.contains("layout") }
    #expect(names == [backup])
  }

  @Test func `A log that was raised is not raised again`() throws {
    try Log.open(in: scratch.path, for: .writing, layouts: Self.two).close()
    try scratch.write([7], to: Log.backupName(ofLayout: 1))
    let log = try Log.open(in: scratch.path, for: .writing, layouts: Self.two)
    try Log.raise(in: scratch.path, to: Self.two)
    log.close()
    #expect(try scratch.bytes(of: Log.backupName(ofLayout: 1)) == [7])
  }

  @Test func `From the middle only what is missing is done`() throws {
    try Log.open(in: scratch.path, for: .writing, layouts: Self.two).close()
    try Log.open(in: scratch.path, for: .writing, layouts: Self.three).close()
    #expect(try layout() == 3)
    #expect(try layout(Log.backupName(ofLayout: 1)) == 1)
    #expect(try layout(Log.backupName(ofLayout: 2)) == 2)
  }

  @Test func `An older program reads the raised log with a warning and does not write it`() throws {
    try Log.open(in: scratch.path, for: .writing, layouts: Self.two).close()
    let reader = try Log.open(in: scratch.path, for: .reading)
    #expect(try reader.isNewer && reader.head().position == 6)
    reader.close()
    let before = try scratch.bytes(of: "log.db")
    #expect(code { _ = try Log.open(in: scratch.path, for: .writing) } == "database-newer")
    #expect(try scratch.bytes(of: "log.db") == before)
  }

  // MARK: Where there is no way

  @Test(arguments: [Log.Purpose.writing, .reading])
  func `A layout without a way to the newest is told with both numbers, and nothing changes`(
    _ purpose: Log.Purpose
  ) throws {
    let gap = Layouts(newest: 3, steps: [Self.second], schema: Self.three.schema)
    let before = try scratch.files()
    let failure = #expect(throws: Failure.self) {
      try Log.open(in: scratch.path, for: purpose, layouts: gap)
    }
    #expect(failure?.code == .databaseOlder)
    #expect(failure?.values == ["file": .text("log.db"), "found": .int(1), "known": .int(3)])
    #expect(try scratch.files()["log.db"] == before["log.db"])
  }

  @Test func `A copy that nobody may write beside is not raised where it stands`() throws {
    let before = try scratch.files()
    let failure = code {
      _ = try Log.open(in: scratch.path, for: .reading, isStill: true, layouts: Self.two)
    }
    #expect(failure == "database-older")
    #expect(try scratch.files() == before)
  }

  @Test func `The ways from a layout are whole or none`() {
    #expect(Self.three.steps(from: 1)?.map(\.from) == [1, 2])
    #expect(Self.three.steps(from: 2)?.map(\.from) == [2])
    #expect(Self.three.steps(from: 3)?.isEmpty == true)
    #expect(Layouts.standard.steps(from: 1)?.isEmpty == true)
    let gap = Layouts(
      newest: 4, steps: [Self.first, LayoutStep(from: 3, statements: [])], schema: [])
    #expect(gap.steps(from: 3)?.map(\.from) == [3])
    for layout in [-1, 0, 1, 2, 5] as [Int64] { #expect(gap.steps(from: layout) == nil) }
  }

  // MARK: Faults

  @Test func `A step that fails changes nothing, and the old program goes on`() throws {
    let before = try head()
    #expect(code { _ = try Log.open(in: scratch.path, for: .writing, layouts: Self.broken) } != nil)
    #expect(try layout() == 1)
    #expect(try Verifier.verify(directory: scratch.path).isWhole)
    let log = try Log.open(in: scratch.path, for: .writing)
    #expect(try log.head() == before)
    try log.record("on", [event(try stream("member-PT"))])
    log.close()
    let raised = try Log.open(in: scratch.path, for: .reading, layouts: Self.two)
    #expect(try raised.head().position == before.position + 1)
  }

  @Test(arguments: FaultyDisk.Fault.ofWriting)
  func `Whichever write fails, the log is of the old layout or of the new one, and whole`(
    _ fault: FaultyDisk.Fault
  ) throws {
    func raise(_ scratch: Scratch) throws {
      try Log.open(in: scratch.path, for: .writing, layouts: Self.two).close()
    }
    let before = try head()
    let last = try FaultyDisk.run(scratch.path, fault) { try raise(scratch) }
    #expect(last >= 4, "only \(last) operations could be struck")
    for number in 1...last {
      let struck = try Scratch()
      try struck.foundSample()
      try FaultyDisk.run(struck.path, fault, at: number) { _ = code { try raise(struck) } }
      let log = try Log.open(in: struck.path, for: .reading, layouts: Self.two)
      #expect(try log.head() == before, "\(fault) at \(number) of \(last)")
      var verifier = Verifier(log: log)
      try verifier.checkSchema()
      try verifier.checkChain()
      #expect(verifier.result.isWhole, "\(fault) at \(number) of \(last)")
    }
  }

  @Test func `An erasure takes away what older layouts left`() throws {
    let log = try Log.open(in: scratch.path, for: .writing, layouts: Self.three)
    let backup = "\(scratch.path)/\(Log.backupName(ofLayout: 1))"
    #expect(Folder.holds(backup))
    try log.finishErasure(of: "H-1")
    #expect(!Folder.holds(backup))
    #expect(try log.remainders(of: "H-1").isEmpty)
  }
}
