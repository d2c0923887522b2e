#pragma once
#include <sqlite3.h>

/* Variadic C functions are invisible to Swift. */
static inline int acta_sqlite3_db_config_flag(sqlite3 *db, int option, int value) {
  int now = 0;
  return sqlite3_db_config(db, option, value, &now);
}

/* Counting memory takes a lock at every allocation, and nobody asks for the count. Without effect once SQLite is in use. */
static inline void acta_sqlite3_count_no_memory(void) { sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }

static inline sqlite3_destructor_type acta_sqlite_transient(void) { return SQLITE_TRANSIENT; }

/* Keeps the number of pages in the write-ahead log, which SQLite tells after each commit. */
static inline int acta_sqlite3_keep_wal_pages(void *pages, sqlite3 *db, const char *name, int count) {
  (void)db;
  (void)name;
  *(int *)pages = count;
  return SQLITE_OK;
}

static inline void acta_sqlite3_watch_wal(sqlite3 *db, int *pages) {
  sqlite3_wal_hook(db, acta_sqlite3_keep_wal_pages, pages);
}
