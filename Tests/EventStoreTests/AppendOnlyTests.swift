import EventStore
import Testing
import Values

@Suite struct AppendOnlyTests {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.foundSample()
  }

  @Test(arguments: [
    "UPDATE events SET data = '{}' WHERE position = 1",
    "UPDATE events SET data = data WHERE position = 1",
    "DELETE FROM events WHERE position = 6",
    "INSERT OR REPLACE INTO events SELECT * FROM events WHERE position = 2",
    "REPLACE INTO events SELECT 7, ordinal, stream, version, type, schema, command, event_id, recorded, effective, slots, data, leaf, hash FROM events WHERE position = 2",
    "INSERT INTO events SELECT 9, ordinal, stream, 77, type, schema, command, event_id, recorded, effective, slots, data, leaf, hash FROM events WHERE position = 2",
    "UPDATE commands SET actor = 'x'", "DELETE FROM commands WHERE id = 3",
    "INSERT OR REPLACE INTO commands SELECT * FROM commands WHERE id = 2",
    "UPDATE sealed SET ciphertext = x'00'",
    "UPDATE sealed SET subject = 'H-2', nonce = NULL, ciphertext = NULL",
    "DELETE FROM sealed", "INSERT OR REPLACE INTO sealed SELECT * FROM sealed",
    "UPDATE log_meta SET value = 1", "DELETE FROM log_meta",
    "INSERT OR REPLACE INTO log_meta SELECT * FROM log_meta",
    "UPDATE event_types SET name = 'x'", "DELETE FROM event_types",
    "INSERT OR REPLACE INTO event_types VALUES (1, 'other')",
    "UPDATE streams SET name = 'x-y'", "UPDATE streams SET version = 1 WHERE id = 1",
    "DELETE FROM streams", "INSERT OR REPLACE INTO streams VALUES (1, 'x-y', 'x', 1)",
    "UPDATE head SET position = 1", "UPDATE head SET hash = zeroblob(32)", "DELETE FROM head",
    "INSERT OR REPLACE INTO head VALUES (1, 9, 9, zeroblob(32), 9)",
  ])
  func `The database itself refuses to change what happened`(_ sql: String) throws {
    let before = try Dump(of: scratch.path)
    #expect(code { try scratch.run(sql) } == "database-constraint")
    #expect(try Dump(of: scratch.path) == before)
    #expect(try Verifier.verify(directory: scratch.path).isWhole)
  }

  @Test func `A schema cannot be edited as a table`() throws {
    #expect(
      code { try scratch.run("PRAGMA writable_schema=ON; DELETE FROM sqlite_schema") } != nil)
    #expect(try Verifier.verify(directory: scratch.path).isWhole)
  }

  @Test func `The states beside the streams may be replaced`() throws {
    try scratch.run("DELETE FROM states")
    #expect(try Verifier.verify(directory: scratch.path).isWhole)
  }
}
