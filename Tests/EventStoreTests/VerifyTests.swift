import EventStore
import Testing
import Values

@Suite struct VerifyTests {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.foundSample()
  }

  private func firstFinding() throws -> String? {
    try Verifier.verify(directory: scratch.path).first.map { "\($0.reason) \($0.position ?? 0)" }
  }

  @Test func `A log as it was written is whole`() throws {
    let verification = try Verifier.verify(directory: scratch.path)
    #expect(verification.findings == [])
    #expect(verification.events == 6)
    #expect(verification.commands == 5)
    let log = try Log.open(in: scratch.path, for: .reading)
    #expect(verification.head == (try log.head().hash))
  }

  @Test func `An empty log is whole`() throws {
    let empty = try Scratch()
    let log = try Log.create(in: empty.path, now: nine)
    let head = try log.head().hash
    log.close()
    let verification = try Verifier.verify(directory: empty.path)
    #expect(verification.isWhole && verification.head == head && verification.events == 0)
  }

  @Test(arguments: [
    ("UPDATE events SET data = '{\"n\":3}' WHERE position = 3", "leaf 3"),
    ("UPDATE events SET effective = effective + 86400000000 WHERE position = 2", "leaf 2"),
    ("UPDATE events SET leaf = zeroblob(32) WHERE position = 2", "leaf 2"),
    ("UPDATE events SET hash = zeroblob(32) WHERE position = 5", "chain 5"),
    ("UPDATE events SET type = 1 WHERE position = 3", "leaf 3"),
    ("UPDATE events SET data = 'x' WHERE position = 6", "event 6"),
    ("UPDATE events SET event_id = x'00' WHERE position = 6", "event 6"),
    ("UPDATE events SET recorded = recorded + 1 WHERE position = 4", "event 4"),
    ("UPDATE events SET command = 1 WHERE position = 3", "event 3"),
    ("UPDATE events SET position = 7 WHERE position = 6", "event 6"),
    ("DELETE FROM events WHERE position = 1", "event 1"),
    ("DELETE FROM events WHERE position = 6", "event 6"),
    ("UPDATE commands SET actor = 'nobody' WHERE id = 2", "leaf 2"),
    ("UPDATE commands SET answer = '{}' WHERE id = 3", "leaf 4"),
    ("UPDATE commands SET verdict = 'accepted' WHERE id = 3", "leaf 4"),
    ("UPDATE commands SET verdict = 'perhaps' WHERE id = 3", "command 4"),
    ("UPDATE commands SET recorded = 0 WHERE id = 5", "command 5"),
    ("UPDATE commands SET last_position = 5 WHERE id = 5", "leaf 5"),
    ("UPDATE commands SET ordinal = 9 WHERE id = 3", "command 4"),
    ("UPDATE commands SET leaf = zeroblob(32) WHERE id = 1", "command 1"),
    ("DELETE FROM commands WHERE id = 3", "command 4"),
    ("DELETE FROM commands WHERE id = 5", "event 5"),
    ("UPDATE streams SET name = 'member-FR' WHERE name = 'member-ES'", "leaf 2"),
    ("UPDATE streams SET category = 'body' WHERE name = 'member-ES'", "stream 2"),
    ("UPDATE streams SET version = 9 WHERE name = 'person-H-1'", "stream 4"),
    ("INSERT INTO streams VALUES (99, 'member-FR', 'member', 0)", "stream 0"),
    ("UPDATE event_types SET name = 'member.ended' WHERE id = 2", "leaf 3"),
    ("INSERT INTO event_types VALUES (99, 'member.ended')", "name 0"),
    ("UPDATE sealed SET subject = 'H-2' WHERE slot = 'name'", "leaf 4"),
    ("UPDATE sealed SET ciphertext = zeroblob(30) WHERE slot = 'name'", "sealed 4"),
    ("UPDATE sealed SET nonce = NULL WHERE slot = 'name'", "sealed 4"),
    ("UPDATE sealed SET ciphertext = NULL WHERE slot = 'name'", "sealed 4"),
    ("DELETE FROM sealed WHERE slot = 'name'", "sealed 4"),
    (
      "INSERT INTO sealed SELECT 6, slot, subject, nonce, ciphertext, digest FROM sealed",
      "sealed 7"
    ),
    ("UPDATE states SET data = '{\"class\":\"observer\"}'", "state 1"),
    ("UPDATE head SET position = 5", "head 6"),
    ("UPDATE head SET recorded = recorded + 1", "head 6"),
    ("UPDATE head SET hash = zeroblob(32)", "head 6"),
    ("DELETE FROM head", "unreadable 1"),
    ("UPDATE log_meta SET value = value + 1 WHERE key = 'created'", "command 1"),
    ("INSERT INTO log_meta VALUES ('note', 'hello')", "schema 0"),
  ])
  func `What an insider changes with SQL is found`(_ sql: String, _ expected: String) throws {
    try scratch.tamper(sql)
    #expect(try firstFinding() == expected)
  }

  @Test func `Two events that changed places are found`() throws {
    try scratch.tamper(
      """
      UPDATE events SET position = -1 WHERE position = 5;
      UPDATE events SET position = 5 WHERE position = 6;
      UPDATE events SET position = 6 WHERE position = -1
      """)
    #expect(try firstFinding() == "event 5")
  }

  @Test func `The contents of two events that changed places are found`() throws {
    try scratch.tamper(
      """
      CREATE TEMP TABLE kept AS SELECT position, data FROM events;
      UPDATE events SET data = (SELECT k.data FROM kept k WHERE k.position = 11 - events.position)
      WHERE position IN (5, 6)
      """)
    #expect(try firstFinding() == "leaf 5")
  }

  @Test func `A row taken out and put back changed is found`() throws {
    try scratch.tamper(
      """
      CREATE TEMP TABLE kept AS SELECT * FROM events WHERE position = 3;
      DELETE FROM events WHERE position = 3;
      UPDATE kept SET schema = 2;
      INSERT INTO events SELECT * FROM kept
      """)
    #expect(try firstFinding() == "leaf 3")
  }

  @Test func `A row taken out and put back as it was reads identical`() throws {
    try scratch.tamper(
      """
      CREATE TEMP TABLE kept AS SELECT * FROM events WHERE position = 3;
      DELETE FROM events WHERE position = 3;
      INSERT INTO events SELECT * FROM kept
      """)
    #expect(try firstFinding() == nil)
  }

  @Test func `What was found whole before the damage is counted`() throws {
    try scratch.tamper("UPDATE events SET data = '{}' WHERE position = 6")
    let verification = try Verifier.verify(directory: scratch.path)
    #expect(verification.events == 5)
    #expect(verification.commands == 4)
  }

  @Test func `What was found whole before unreadable bytes is counted`() throws {
    try scratch.tamper("UPDATE events SET leaf = x'00' WHERE position = 6")
    let verification = try Verifier.verify(directory: scratch.path)
    #expect(verification.findings.map(\.position) == [6])
    #expect(verification.first?.reason == .unreadable)
    #expect(verification.events == 5)
  }

  @Test func `A gap in a stream is found, though the chain is whole`() throws {
    try scratch.tamper("UPDATE streams SET version = 5 WHERE name = 'member-PT'")
    let log = try Log.open(in: scratch.path, for: .writing)
    try log.record("e", [event(stream("member-PT"))])
    #expect(try firstFinding() == "stream 7")
  }

  @Test func `States that no stream has are found once`() throws {
    try scratch.tamper(
      """
      INSERT INTO states SELECT 98, version, fold, data, digest FROM states;
      INSERT INTO states SELECT 99, version, fold, data, digest FROM states WHERE stream = 98
      """)
    let verification = try Verifier.verify(directory: scratch.path)
    #expect(verification.findings.map(\.reason) == [.state, .index])
  }

  @Test func `Missing triggers are found`() throws {
    try scratch.dropTriggers()
    #expect(try firstFinding() == "schema 0")
  }

  @Test(arguments: [
    "CREATE TRIGGER planted AFTER INSERT ON events BEGIN SELECT 1; END",
    "CREATE VIEW planted AS SELECT * FROM events", "CREATE TABLE planted(x)",
    "CREATE INDEX planted ON events(recorded)", "ANALYZE",
  ])
  func `What is planted in the schema is found`(_ sql: String) throws {
    try scratch.run(sql)
    #expect(try firstFinding() == "schema 0")
  }

  @Test func `A state that its events do not lead to is found by who can fold`() throws {
    let verification = try Verifier.verify(directory: scratch.path) { _, name, state in
      name.text == "member-PT" && state.data["class"]?.text == "observer"
    }
    #expect(verification.first?.reason == .state)
    #expect(verification.first?.position == 1)
    #expect(verification.events == 6)
  }

  @Test func `Each finding can be told to a person`() throws {
    try scratch.tamper("DELETE FROM events WHERE position = 6")
    let failure = try #require(try Verifier.verify(directory: scratch.path).first).failure
    #expect(failure.code == .logBroken)
    #expect(failure.code.exit == .checkFailed)
    #expect(failure.values == ["position": .int(6), "reason": .word("verify.event")])
  }

  @Test func `A missing log is no broken log`() throws {
    #expect(code { _ = try Verifier.verify(directory: scratch.path + "/x") } == "log-missing")
  }
}
