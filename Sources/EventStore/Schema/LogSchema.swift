internal import Values

/// The tables, indexes and triggers of `log.db`.
///
/// What SQLite keeps of each statement must be these very letters: `verify` compares them, so
/// that a planted trigger or view is found.
enum LogSchema {
  /// `Acta` in ASCII.
  static let applicationID: Int64 = 0x4163_7461
  /// What SQLite says of a file at its beginning.
  static let headerBytes = 100
  static let layout: Int64 = 1

  static let statements = tables + indexes + triggers

  static let tables = [
    "CREATE TABLE log_meta(key TEXT PRIMARY KEY, value ANY NOT NULL) WITHOUT ROWID, STRICT",
    """
    CREATE TABLE head(id INTEGER PRIMARY KEY CHECK(id = 1), position INTEGER NOT NULL, \
    ordinal INTEGER NOT NULL, hash BLOB NOT NULL, recorded INTEGER NOT NULL) STRICT
    """,
    """
    CREATE TABLE streams(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, \
    category TEXT NOT NULL, version INTEGER NOT NULL) STRICT
    """,
    "CREATE TABLE event_types(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT",
    """
    CREATE TABLE commands(id INTEGER PRIMARY KEY, command_id BLOB NOT NULL UNIQUE, \
    request_hash BLOB NOT NULL, name TEXT NOT NULL, actor TEXT NOT NULL, correlation BLOB, \
    causation INTEGER, rules BLOB, verdict TEXT NOT NULL, first_position INTEGER, \
    last_position INTEGER, recorded INTEGER NOT NULL, body TEXT NOT NULL, answer TEXT NOT NULL, \
    ordinal INTEGER, leaf BLOB, hash BLOB) STRICT
    """,
    """
    CREATE TABLE events(position INTEGER PRIMARY KEY, ordinal INTEGER NOT NULL, \
    stream INTEGER NOT NULL REFERENCES streams(id), version INTEGER NOT NULL, \
    type INTEGER NOT NULL REFERENCES event_types(id), schema INTEGER NOT NULL, \
    command INTEGER NOT NULL REFERENCES commands(id), event_id BLOB NOT NULL, \
    recorded INTEGER NOT NULL, effective INTEGER NOT NULL, slots INTEGER NOT NULL, \
    data TEXT NOT NULL, leaf BLOB NOT NULL, hash BLOB NOT NULL, UNIQUE(stream, version)) STRICT
    """,
    """
    CREATE TABLE sealed(position INTEGER NOT NULL REFERENCES events(position), \
    slot TEXT NOT NULL, subject TEXT NOT NULL, nonce BLOB, ciphertext BLOB, \
    digest BLOB NOT NULL, PRIMARY KEY(position, slot)) WITHOUT ROWID, STRICT
    """,
    """
    CREATE TABLE states(stream INTEGER PRIMARY KEY REFERENCES streams(id), \
    version INTEGER NOT NULL, fold INTEGER NOT NULL, data TEXT NOT NULL, \
    digest BLOB NOT NULL) STRICT
    """,
  ]

  static let indexes = [
    "CREATE INDEX events_type ON events(type, position)",
    "CREATE INDEX streams_category ON streams(category, id)",
    "CREATE INDEX sealed_subject ON sealed(subject, position)",
  ]

  /// What makes the log append-only for everybody who comes with SQL.
  ///
  /// INSERT OR REPLACE slips past a trigger on DELETE, so each table also refuses to insert on a
  /// key that is there.
  static let triggers = [
    refusing("events_no_update", "BEFORE UPDATE ON events"),
    refusing("events_no_delete", "BEFORE DELETE ON events"),
    refusing(
      "events_gapless", "BEFORE INSERT ON events",
      when: "NEW.position <> (SELECT coalesce(max(position), 0) + 1 FROM events)"),
    refusing(
      "events_no_replace", "BEFORE INSERT ON events",
      when: "EXISTS (SELECT 1 FROM events WHERE stream = NEW.stream AND version = NEW.version)"),
    refusing("commands_no_update", "BEFORE UPDATE ON commands"),
    refusing("commands_no_delete", "BEFORE DELETE ON commands"),
    refusing(
      "commands_gapless", "BEFORE INSERT ON commands",
      when: "NEW.id <> (SELECT coalesce(max(id), 0) + 1 FROM commands)"),
    refusing(
      "commands_no_replace", "BEFORE INSERT ON commands",
      when: "EXISTS (SELECT 1 FROM commands WHERE command_id = NEW.command_id)"),
    refusing(
      "sealed_only_scrub", "BEFORE UPDATE ON sealed",
      when: """
        NEW.nonce IS NOT NULL OR NEW.ciphertext IS NOT NULL OR NEW.position <> OLD.position \
        OR NEW.slot <> OLD.slot OR NEW.subject <> OLD.subject OR NEW.digest <> OLD.digest
        """),
    refusing("sealed_no_delete", "BEFORE DELETE ON sealed"),
    refusing(
      "sealed_no_replace", "BEFORE INSERT ON sealed",
      when: "EXISTS (SELECT 1 FROM sealed WHERE position = NEW.position AND slot = NEW.slot)"),
    refusing("log_meta_no_update", "BEFORE UPDATE ON log_meta"),
    refusing("log_meta_no_delete", "BEFORE DELETE ON log_meta"),
    refusing(
      "log_meta_no_replace", "BEFORE INSERT ON log_meta",
      when: "EXISTS (SELECT 1 FROM log_meta WHERE key = NEW.key)"),
    refusing("event_types_no_update", "BEFORE UPDATE ON event_types"),
    refusing("event_types_no_delete", "BEFORE DELETE ON event_types"),
    refusing(
      "event_types_no_replace", "BEFORE INSERT ON event_types",
      when: "EXISTS (SELECT 1 FROM event_types WHERE id = NEW.id OR name = NEW.name)"),
    refusing(
      "streams_only_grow", "BEFORE UPDATE ON streams",
      when: """
        NEW.id <> OLD.id OR NEW.name <> OLD.name OR NEW.category <> OLD.category \
        OR NEW.version <= OLD.version
        """),
    refusing("streams_no_delete", "BEFORE DELETE ON streams"),
    refusing(
      "streams_no_replace", "BEFORE INSERT ON streams",
      when: "EXISTS (SELECT 1 FROM streams WHERE id = NEW.id OR name = NEW.name)"),
    refusing(
      "head_only_forward", "BEFORE UPDATE ON head",
      when: """
        NEW.position < OLD.position OR NEW.ordinal <= OLD.ordinal OR NEW.recorded < OLD.recorded
        """),
    refusing("head_no_delete", "BEFORE DELETE ON head"),
    refusing(
      "head_no_replace", "BEFORE INSERT ON head", when: "EXISTS (SELECT 1 FROM head)"),
  ]

  private static func refusing(
    _ name: String, _ event: String, when condition: String? = nil
  ) -> String {
    let clause = condition.map { " WHEN \($0)" } ?? ""
    return "CREATE TRIGGER \(name) \(event)\(clause) "
      + "BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END"
  }
}
