-- The rows that `admin meeting plan` writes into log.db, in one durable transaction. Each is as long as the row that
-- Acta wrote last; the hashes are chance, so that only the work of the database is counted.
PRAGMA synchronous = FULL;
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
CREATE TEMP TABLE last AS
SELECT max(position) AS position, max(ordinal) AS ordinal, (SELECT max(id) FROM commands) AS command,
  (SELECT max(id) FROM streams) AS stream, (SELECT stream FROM events ORDER BY position DESC LIMIT 1) AS series
FROM events;
INSERT INTO commands
SELECT id + 1, randomblob(16), request_hash, name, actor, correlation, causation, rules, verdict,
  first_position + 2, last_position + 2, recorded, body, answer, NULL, NULL, NULL
FROM commands WHERE id = (SELECT command FROM last);
INSERT INTO streams SELECT id + 1, 'meeting-bench-' || id, category, 0 FROM streams
WHERE id = (SELECT stream FROM last);
INSERT INTO events
SELECT e.position + 2, e.ordinal + 2, l.stream + 1, 1, e.type, e.schema, l.command + 1, randomblob(16), e.recorded,
  e.effective, e.slots, e.data, randomblob(32), randomblob(32)
FROM events e, last l WHERE e.position = l.position - 1;
INSERT INTO events
SELECT e.position + 2, e.ordinal + 2, e.stream, e.version + 1, e.type, e.schema, l.command + 1, randomblob(16),
  e.recorded, e.effective, e.slots, e.data, randomblob(32), randomblob(32)
FROM events e, last l WHERE e.position = l.position;
UPDATE streams SET version = version + 1 WHERE id IN (SELECT stream + 1 FROM last UNION SELECT series FROM last);
INSERT INTO states SELECT l.stream + 1, 1, s.fold, s.data, randomblob(32) FROM states s, last l WHERE s.stream = l.stream;
UPDATE states SET version = version + 1, data = data, digest = randomblob(32) WHERE stream = (SELECT series FROM last);
UPDATE head SET position = position + 2, ordinal = ordinal + 2, hash = randomblob(32);
COMMIT;
