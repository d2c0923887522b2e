import EventStore
import Foundation
import Testing
import Values

@testable import admin

/// An export is held to itself, line by line.
@Suite struct ExportCheckTests {
  /// The sample log's export: three events, then a refused act.
  private static func lines() throws -> [ExportLine] {
    try SampleLog.with { folder in
      let log = try Log.open(in: folder, for: .reading)
      var lines: [ExportLine] = []
      _ = try log.forEachProved { event, before, hash in
        lines.append(
          ExportLine(
            event: event, log: log.id, created: event.position == 1 ? log.created : nil,
            before: before, leaf: event.leaf, hash: hash))
      }
      return lines
    }
  }

  private static func check(_ lines: [String], by key: NoteKey? = nil) throws -> ExportCheck.Result
  {
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data(lines.map { $0 + "\n" }.joined().utf8).write(to: URL(filePath: path))
    return try ExportCheck.check(path, by: key)
  }

  private static func text(_ lines: [ExportLine]) -> [String] { lines.map(\.json.compact) }

  @Test func `A line reads back as it was written`() throws {
    for line in try Self.lines() {
      #expect(ExportLine(Array(line.json.compact.utf8)) == line)
    }
  }

  @Test func `A whole export tells its events and the hash after the last`() throws {
    let lines = try Self.lines()
    let result = try Self.check(Self.text(lines))
    #expect(result.events == 3 && result.head == lines.last?.hash && result.signed == nil)
  }

  /// What somebody would change, and where the export then stops to be believed.
  @Test(arguments: [
    ("the data", "\"class\":\"observer\"", "\"class\":\"member\"", 2, "leaf"),
    ("the day", "\"effective\":\"2016-11-24\"", "\"effective\":\"2016-11-25\"", 1, "leaf"),
    ("the type", "person.registered", "person.forgotten", 3, "leaf"),
    ("a place", "\"position\":2", "\"position\":4", 2, "event"),
    ("an ordinal", "\"ordinal\":2", "\"ordinal\":3", 2, "event"),
    ("the founding", "\"logcreated\":\"2026", "\"logcreated\":\"2027", 1, "chain"),
    ("the spelling", "\"position\":2", "\"position\": 2", 2, "unreadable"),
    ("an unknown word", "\"specversion\":\"1.0\"", "\"specversion\":\"1.1\"", 1, "unreadable"),
    ("a person", "\"sealed\":\"H-1/name\"", "\"sealed\":\"H-2/name\"", 3, "leaf"),
    ("a slot", "\"sealed\":\"H-1/name\"", "\"sealed\":\"H-1\"", 3, "unreadable"),
  ])
  func `An export that was changed is told by the position`(
    _ row: (name: String, from: String, to: String, position: Int, reason: String)
  ) throws {
    let lines = Self.text(try Self.lines())
    let changed = lines.map { $0.components(separatedBy: row.from).joined(separator: row.to) }
    #expect(changed != lines, "\(row.name)")
    let failure = #expect(throws: Failure.self) { try Self.check(changed) }
    #expect(failure?.code == .logBroken, "\(row.name)")
    #expect(failure?.values["position"] == .int(row.position), "\(row.name)")
    #expect(failure?.values["reason"] == .word("verify.\(row.reason)"), "\(row.name)")
  }

  @Test func `A leaf and its hash made anew are told by the chain`() throws {
    var lines = try Self.lines()
    var event = lines[1].event
    event.effective = Day(number: 20_000)
    let line = lines[1]
    lines[1] = ExportLine(
      event: event, log: line.log, created: nil, before: line.before, leaf: event.leaf,
      hash: line.hash)
    let failure = #expect(throws: Failure.self) { try Self.check(Self.text(lines)) }
    #expect(failure?.values["reason"] == .word("verify.chain"))
    #expect(failure?.values["position"] == .int(2))
  }

  @Test func `Lines of two logs do not make one export`() throws {
    let (first, second) = (try Self.lines(), try Self.lines())
    #expect(first[0].log != second[0].log)
    let failure = #expect(throws: Failure.self) {
      try Self.check(Self.text([first[0], second[1]]))
    }
    #expect(failure?.values["reason"] == .word("verify.event"))
  }

  @Test func `The founding stands on the first line and on no other`() throws {
    var lines = try Self.lines()
    let line = lines[0]
    lines[0] = ExportLine(
      event: line.event, log: line.log, created: nil, before: [], leaf: line.leaf, hash: line.hash)
    #expect(throws: Failure.self) { try Self.check(Self.text(lines)) }
  }

  @Test func `An export without lines has no events`() throws {
    let result = try Self.check([])
    #expect(result.events == 0 && result.head == nil)
  }

  @Test(arguments: ["{}", "[]", "x", "", "{\"type\":\"checkpoint.signed\"}"])
  func `A line of something else is not read`(_ line: String) throws {
    #expect(ExportLine(Array(line.utf8)) == nil && ExportEnd(Array(line.utf8)) == nil)
    #expect(throws: Failure.self) { try Self.check([line]) }
  }

  /// A log of the sample with its checkpoint as the last line.
  private static func signed() throws -> (lines: [String], key: NoteKey) {
    let key = try SigningKey(name: "a.example/log", purpose: .checkpoint)
    let lines = try SampleLog.with { folder in
      let log = try Log.open(in: folder, for: .writing)
      let signed = try #require(try CheckpointRecord(of: log).sign(with: key))
      var lines: [String] = []
      let after = try log.forEachProved { event, before, hash in
        let created = event.position == 1 ? log.created : nil
        lines.append(
          ExportLine(
            event: event, log: log.id, created: created, before: before, leaf: event.leaf,
            hash: hash
          ).json.compact)
      }
      return lines + [ExportEnd(log: log.id, signed: signed, after: after).json.compact]
    }
    return (lines, key.key)
  }

  @Test func `A checkpoint on the last line is held to the leaves, refused acts among them`() throws
  {
    let (lines, key) = try Self.signed()
    let result = try Self.check(lines, by: key)
    #expect(result.events == 3 && result.signed?.checkpoint.size == 4)
  }

  @Test func `Without what was refused after the last event the root is another`() throws {
    let (lines, key) = try Self.signed()
    var changed = lines
    let end = try #require(ExportEnd(Array(lines[3].utf8)))
    #expect(end.after.count == 1)
    changed[3] = ExportEnd(log: end.log, signed: end.signed, after: []).json.compact
    let failure = #expect(throws: Failure.self) { try Self.check(changed, by: key) }
    #expect(failure?.values["part"] == .word("proof.path"))
    changed[3] =
      ExportEnd(log: end.log, signed: end.signed, after: [.sha256("x".utf8)]).json.compact
    #expect(throws: Failure.self) { try Self.check(changed, by: key) }
  }

  @Test func `Key and checkpoint come together or not at all`() throws {
    let (lines, key) = try Self.signed()
    #expect(Self.code { _ = try Self.check(lines) } == "key-needed")
    #expect(
      Self.code { _ = try Self.check(Array(lines.dropLast()), by: key) } == "checkpoint-missing")
    let other = try SigningKey(name: "a.example/log", purpose: .checkpoint)
    let stranger = other.key
    #expect(Self.code { _ = try Self.check(lines, by: stranger) } == "proof-unfit")
    #expect(Self.code { _ = try Self.check(lines + [lines[3]], by: key) } == "log-broken")
  }

  private static func code(_ body: () throws -> Void) -> String? {
    do {
      try body()
      return nil
    } catch { return (error as? Failure)?.code.name }
  }
}
