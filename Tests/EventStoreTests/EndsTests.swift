import Testing
import Values

@testable import EventStore

/// A log may end with an event, with a refusal, or not have begun: its head speaks of that end.
@Suite struct EndsTests {
  enum End: CaseIterable, Sendable { case nothing, refusal, refusalAfterEvents, event }

  private func log(endingWith end: End) throws -> Scratch {
    let scratch = try Scratch()
    let log = try Log.create(in: scratch.path, now: nine)
    if end == .refusalAfterEvents || end == .event {
      try log.record("a", [event(try stream("member-PT")), event(try stream("member-ES"))])
    }
    if end == .refusal || end == .refusalAfterEvents { try log.record("no", []) }
    log.close()
    return scratch
  }

  /// One thing of the head that is not as the end says.
  private static let changes = [
    "position = position + 1", "ordinal = ordinal + 1", "hash = zeroblob(32)",
    "recorded = recorded + 1", "recorded = recorded - 1",
    "position = position + 1, ordinal = ordinal + 1",
  ]

  @Test(arguments: End.allCases, changes)
  func `Nothing is added to a log whose head is not its end`(_ end: End, _ change: String) throws {
    let scratch = try log(endingWith: end)
    try scratch.tamper("UPDATE head SET \(change)")
    let log = try Log.open(in: scratch.path, for: .writing)
    let commands = try log.commands(after: 0, limit: 9)
    #expect(code { try log.record("x", [event(stream("member-FR"))]) } == "database-damaged")
    #expect(code { try log.record("y", []) } == "database-damaged")
    #expect(code { try log.rehearse(now: nine) { _ in } } == "database-damaged")
    #expect(try log.commands(after: 0, limit: 9) == commands)
    let findings = try Verifier.verify(directory: scratch.path).findings
    // A position past the number of leaves is no head that could be read.
    #expect(findings.map(\.reason) == [.head] || findings.map(\.reason) == [.unreadable])
  }

  @Test(arguments: End.allCases)
  func `A log goes on from whatever it ended with`(_ end: End) throws {
    let scratch = try log(endingWith: end)
    for name in ["x", "y"] {
      let log = try Log.open(in: scratch.path, for: .writing)
      let before = try log.head()
      #expect(try log.record(name, []).head.ordinal == before.ordinal + 1)
      let appended = try log.record("\(name) event", [event(stream("member-FR"))])
      #expect(appended.head.position == before.position + 1)
    }
    #expect(try Verifier.verify(directory: scratch.path).isWhole)
  }

  @Test(arguments: [
    "position = -1", "position = -1, ordinal = -1", "ordinal = 2", "ordinal = position - 1",
    "hash = x'00'", "hash = zeroblob(33)",
  ])
  func `A head that no log can have is never read`(_ change: String) throws {
    let scratch = try Scratch()
    try scratch.foundSample()
    try scratch.tamper("UPDATE head SET \(change)")
    let log = try Log.open(in: scratch.path, for: .reading)
    #expect(code { _ = try log.head() } == "database-damaged")
    #expect(try !Verifier.verify(directory: scratch.path).isWhole)
  }

  @Test(arguments: [
    "UPDATE commands SET hash = zeroblob(32) WHERE id = 2",
    "UPDATE commands SET ordinal = 9 WHERE id = 2",
    "UPDATE commands SET recorded = recorded + 1 WHERE id = 2", "DELETE FROM commands WHERE id = 2",
    "DELETE FROM events WHERE position = 2",
  ])
  func `Nothing is added after a refusal that was changed`(_ sql: String) throws {
    let scratch = try log(endingWith: .refusalAfterEvents)
    try scratch.tamper(sql)
    let log = try Log.open(in: scratch.path, for: .writing)
    #expect(code { try log.record("x", [event(stream("member-FR"))]) } == "database-damaged")
    #expect(try !Verifier.verify(directory: scratch.path).isWhole)
  }

  @Test(arguments: [
    "UPDATE events SET command = 9 WHERE position = 2", "DELETE FROM commands",
    "UPDATE events SET hash = zeroblob(32) WHERE position = 2",
    "UPDATE events SET ordinal = 9 WHERE position = 2",
    "UPDATE commands SET recorded = recorded + 1", "DELETE FROM events",
  ])
  func `Nothing is added after an event that was changed`(_ sql: String) throws {
    let scratch = try log(endingWith: .event)
    try scratch.tamper(sql)
    let log = try Log.open(in: scratch.path, for: .writing)
    #expect(code { try log.record("x", [event(stream("member-FR"))]) } == "database-damaged")
    #expect(try !Verifier.verify(directory: scratch.path).isWhole)
  }
}
