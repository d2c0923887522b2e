#pragma once
#include <sqlite3.h>

/* Variadic C functions are invisible to Swift. */
static inline int acta_sqlite3_db_config_flag(sqlite3 *db, int option, int value) {
  int now = 0;
  return sqlite3_db_config(db, option, value, &now);
}

static inline sqlite3_destructor_type acta_sqlite_transient(void) { return SQLITE_TRANSIENT; }
