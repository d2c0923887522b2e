/* The yardstick of scripts/bench: what a plain C program over the same SQLite needs for the same work.
 *
 * It appends to and reads a log founded by acta-bench, so that tables, indexes, triggers, page size,
 * journal and durability are the same; it takes the same lock file and checkpoints at the same size.
 *
 *   store append DIR COUNT    COUNT commands of one event, one durable commit each
 *   store batch DIR COUNT     COUNT commands of one event in one commit
 *   store import DIR COUNT    COUNT commands of one event, 5,000 in one commit
 *   store replay DIR          reads every column of every event, in pages of 5,000
 *   store verify DIR          reads events and commands, hashes leaves, chain and tree
 *   store tree DIR COUNT      the root over COUNT leaf hashes
 *
 * Prints the seconds that the work took, opening not counted. */
#include <fcntl.h>
#include <sodium.h>
#include <sqlite3.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

static sqlite3 *db;
static int lock_file;
static int wal_pages;

static void fail(const char *what) {
  fprintf(stderr, "store: %s: %s\n", what, db ? sqlite3_errmsg(db) : "");
  exit(1);
}

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static sqlite3_stmt *prepare(const char *sql) {
  sqlite3_stmt *s;
  if (sqlite3_prepare_v3(db, sql, -1, SQLITE_PREPARE_PERSISTENT, &s, NULL) != SQLITE_OK) fail(sql);
  return s;
}

static void run(sqlite3_stmt *s) {
  if (sqlite3_step(s) != SQLITE_DONE) fail(sqlite3_sql(s));
  sqlite3_reset(s);
}

static int64_t number(sqlite3_stmt *s) {
  int64_t value = sqlite3_step(s) == SQLITE_ROW ? sqlite3_column_int64(s, 0) : -1;
  sqlite3_reset(s);
  return value;
}

static int keep_wal_pages(void *context, sqlite3 *database, const char *name, int pages) {
  (void)context, (void)database, (void)name;
  wal_pages = pages;
  return SQLITE_OK;
}

static void open_log(const char *directory) {
  char path[4096];
  snprintf(path, sizeof path, "%s/lock", directory);
  lock_file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  snprintf(path, sizeof path, "%s/log.db", directory);
  if (sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL)) fail("open");
  sqlite3_exec(db,
      "PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA cache_size=-8192;"
      "PRAGMA mmap_size=0; PRAGMA temp_store=MEMORY; PRAGMA trusted_schema=OFF;"
      "PRAGMA cell_size_check=ON; PRAGMA wal_autocheckpoint=0; PRAGMA secure_delete=ON",
      NULL, NULL, NULL);
  sqlite3_wal_hook(db, keep_wal_pages, NULL);
}

/* A hash over the columns, by the same library that Acta uses. */
static void hash(unsigned char out[32], const unsigned char *previous, const void *data, size_t n) {
  crypto_hash_sha256_state state;
  crypto_hash_sha256_init(&state);
  crypto_hash_sha256_update(&state, previous, 32);
  crypto_hash_sha256_update(&state, data, n);
  crypto_hash_sha256_final(&state, out);
}

struct writer {
  sqlite3_stmt *begin, *commit, *known, *last_command, *find, *new_stream, *grow, *type, *command,
      *event, *head;
  int64_t position, ordinal, recorded;
  unsigned char chain[32];
};

static void open_writer(struct writer *w) {
  w->begin = prepare("BEGIN IMMEDIATE");
  w->commit = prepare("COMMIT");
  w->known = prepare("SELECT request_hash FROM commands WHERE command_id = ?");
  w->last_command = prepare("SELECT coalesce(max(id), 0) FROM commands");
  w->find = prepare("SELECT id, version FROM streams WHERE name = ?");
  w->new_stream = prepare("INSERT INTO streams(id, name, category, version) VALUES (?, ?, 'member', 0)");
  w->grow = prepare("UPDATE streams SET version = ? WHERE id = ?");
  w->type = prepare("SELECT id FROM event_types WHERE name = 'member.admitted'");
  w->command = prepare(
      "INSERT INTO commands(id, command_id, request_hash, name, actor, verdict, first_position,"
      " last_position, recorded, body, answer) VALUES (?, ?, ?, ?, ?, 'accepted', ?, ?, ?, ?, ?)");
  w->event = prepare(
      "INSERT INTO events(position, ordinal, stream, version, type, schema, command, event_id,"
      " recorded, effective, slots, data, leaf, hash) VALUES (?, ?, ?, ?, ?, 1, ?, ?, ?, ?, 0, ?, ?, ?)");
  w->head = prepare("UPDATE head SET position = ?, ordinal = ?, hash = ?, recorded = ? WHERE id = 1");
}

static void read_head(struct writer *w) {
  sqlite3_stmt *s = prepare("SELECT position, ordinal, hash, recorded FROM head");
  if (sqlite3_step(s) != SQLITE_ROW) fail("head");
  w->position = sqlite3_column_int64(s, 0);
  w->ordinal = sqlite3_column_int64(s, 1);
  memcpy(w->chain, sqlite3_column_blob(s, 2), 32);
  w->recorded = sqlite3_column_int64(s, 3) + 1;
  sqlite3_finalize(s);
}

static void write_event(struct writer *w, int64_t command, int64_t recorded, const char *name) {
  char data[512];
  unsigned char leaf[32];
  int size = snprintf(data, sizeof data,
      "{\"class\":\"member\",\"decided_by\":\"deliberation-plenary-18-4\",\"member\":\"%s\","
      "\"note\":\"Admitted by the plenary on the proposal of the board, with effect from the day of the "
      "decision; the accession letter is kept with the minutes.\",\"since\":\"2026-11-23\",\"source\":"
      "{\"act\":\"minutes\",\"page\":12,\"paragraph\":3}}", name);
  sqlite3_bind_text(w->find, 1, name, -1, SQLITE_TRANSIENT);
  int64_t stream, version = 0;
  if (sqlite3_step(w->find) == SQLITE_ROW) {
    stream = sqlite3_column_int64(w->find, 0);
    version = sqlite3_column_int64(w->find, 1);
  } else {
    static sqlite3_stmt *next;
    if (!next) next = prepare("SELECT coalesce(max(id), 0) + 1 FROM streams");
    stream = number(next);
    sqlite3_bind_int64(w->new_stream, 1, stream);
    sqlite3_bind_text(w->new_stream, 2, name, -1, SQLITE_TRANSIENT);
    run(w->new_stream);
  }
  sqlite3_reset(w->find);
  w->position += 1, w->ordinal += 1, version += 1;
  hash(leaf, w->chain, data, (size_t)size);
  hash(w->chain, w->chain, leaf, 32);
  int64_t numbers[] = {w->position, w->ordinal, stream, version, number(w->type), command};
  for (int i = 0; i < 6; i++) sqlite3_bind_int64(w->event, i + 1, numbers[i]);
  sqlite3_bind_blob(w->event, 7, leaf, 16, SQLITE_TRANSIENT);
  sqlite3_bind_int64(w->event, 8, recorded);
  sqlite3_bind_int64(w->event, 9, 1795392000000000);
  sqlite3_bind_text(w->event, 10, data, size, SQLITE_TRANSIENT);
  sqlite3_bind_blob(w->event, 11, leaf, 32, SQLITE_TRANSIENT);
  sqlite3_bind_blob(w->event, 12, w->chain, 32, SQLITE_TRANSIENT);
  run(w->event);
  sqlite3_bind_int64(w->grow, 1, version);
  sqlite3_bind_int64(w->grow, 2, stream);
  run(w->grow);
}

static void write_command(struct writer *w, int64_t recorded, int index) {
  unsigned char id[32], request[32];
  char body[256], name[32];
  snprintf(name, sizeof name, "member-%d", index % 1000);
  int size = snprintf(body, sizeof body,
      "{\"class\":\"member\",\"do\":\"member admit\",\"member\":\"%s\",\"since\":\"2026-11-23\"}", name);
  int64_t command = number(w->last_command) + 1;
  memset(request, 0, 32);
  hash(id, request, &command, sizeof command);
  crypto_generichash(request, 32, (unsigned char *)body, (unsigned long long)size, id, 32);
  sqlite3_bind_blob(w->known, 1, id, 16, SQLITE_TRANSIENT);
  if (number(w->known) != -1) fail("known");
  sqlite3_bind_int64(w->command, 1, command);
  sqlite3_bind_blob(w->command, 2, id, 16, SQLITE_TRANSIENT);
  sqlite3_bind_blob(w->command, 3, request, 32, SQLITE_TRANSIENT);
  sqlite3_bind_text(w->command, 4, "member admit", -1, SQLITE_STATIC);
  sqlite3_bind_text(w->command, 5, "secretariat", -1, SQLITE_STATIC);
  sqlite3_bind_int64(w->command, 6, w->position + 1);
  sqlite3_bind_int64(w->command, 7, w->position + 1);
  sqlite3_bind_int64(w->command, 8, recorded);
  sqlite3_bind_text(w->command, 9, body, size, SQLITE_TRANSIENT);
  sqlite3_bind_text(w->command, 10, "{\"clause\":\"membership.admission\"}", -1, SQLITE_STATIC);
  run(w->command);
  write_event(w, command, recorded, name);
}

static void append(int count, int size) {
  struct writer w;
  open_writer(&w);
  for (int i = 0; i < count; i += size) {
    flock(lock_file, LOCK_EX);
    run(w.begin);
    read_head(&w);
    for (int j = 0; j < size; j++) write_command(&w, w.recorded, i + j);
    sqlite3_bind_int64(w.head, 1, w.position);
    sqlite3_bind_int64(w.head, 2, w.ordinal);
    sqlite3_bind_blob(w.head, 3, w.chain, 32, SQLITE_TRANSIENT);
    sqlite3_bind_int64(w.head, 4, w.recorded);
    run(w.head);
    run(w.commit);
    if (wal_pages >= 1000) sqlite3_wal_checkpoint_v2(db, NULL, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
    flock(lock_file, LOCK_UN);
  }
}

/* Touches every byte of a column, as reading it means. */
static uint64_t touch(sqlite3_stmt *s, int column) {
  uint64_t sum = 0;
  if (sqlite3_column_type(s, column) == SQLITE_INTEGER) return (uint64_t)sqlite3_column_int64(s, column);
  const unsigned char *bytes = sqlite3_column_blob(s, column);
  int size = sqlite3_column_bytes(s, column);
  for (int i = 0; i < size; i++) sum += bytes[i];
  return sum;
}

static void replay(void) {
  sqlite3_stmt *s = prepare(
      "SELECT position, stream, version, type, schema, command, event_id, recorded, effective, slots,"
      " data, hash FROM events WHERE position > ? ORDER BY position LIMIT 5000");
  int64_t position = 0, before;
  volatile uint64_t sum = 0;
  do {
    before = position;
    sqlite3_bind_int64(s, 1, position);
    while (sqlite3_step(s) == SQLITE_ROW) {
      position = sqlite3_column_int64(s, 0);
      for (int i = 1; i < 12; i++) sum += touch(s, i);
    }
    sqlite3_reset(s);
  } while (position != before);
}

/* The edge of an RFC 6962 tree: one hash of two nodes for each leaf. */
static unsigned char edge[64][32];
static uint64_t edge_size;

static void edge_append(const unsigned char leaf[32]) {
  unsigned char node[65] = {1};
  int level = 0;
  memcpy(node + 33, leaf, 32);
  for (uint64_t rest = edge_size; rest & 1; rest >>= 1, level++) {
    memcpy(node + 1, edge[level], 32);
    crypto_hash_sha256(node + 33, node, sizeof node);
  }
  memcpy(edge[level], node + 33, 32);
  edge_size++;
}

static void tree(int count) {
  unsigned char leaf[32] = {0};
  for (int i = 0; i < count; i++) {
    memcpy(leaf, &i, sizeof i);
    edge_append(leaf);
  }
}

static void verify(void) {
  sqlite3_stmt *s = prepare(
      "SELECT e.data, c.body, c.answer, e.leaf, e.hash FROM events e JOIN commands c ON c.id = e.command"
      " ORDER BY e.position");
  unsigned char chain[32] = {0}, part[32], row[256] = {0};
  volatile uint64_t sum = 0;
  while (sqlite3_step(s) == SQLITE_ROW) {
    /* Data, command row, leaf, chain, tree: five hashes of the sizes that Acta's have. */
    hash(part, chain, sqlite3_column_text(s, 0), (size_t)sqlite3_column_bytes(s, 0));
    hash(part, part, row, sizeof row);
    hash(part, part, row, 160);
    hash(chain, chain, part, 32);
    edge_append(part);
    for (int i = 1; i < 5; i++) sum += touch(s, i);
  }
  sqlite3_finalize(s);
  s = prepare("PRAGMA integrity_check");
  if (sqlite3_step(s) != SQLITE_ROW) fail("integrity_check");
  sqlite3_finalize(s);
}

int main(int argc, char **argv) {
  if (argc < 3 || sodium_init() < 0) return 64;
  int count = argc > 3 ? atoi(argv[3]) : 0;
  open_log(argv[2]);
  double start = now();
  if (!strcmp(argv[1], "append")) append(count, 1);
  else if (!strcmp(argv[1], "batch")) append(count, count);
  else if (!strcmp(argv[1], "import")) append(count, 5000);
  else if (!strcmp(argv[1], "replay")) replay();
  else if (!strcmp(argv[1], "verify")) verify();
  else if (!strcmp(argv[1], "tree")) tree(count);
  else return 64;
  printf("%.6f\n", now() - start);
  return 0;
}
