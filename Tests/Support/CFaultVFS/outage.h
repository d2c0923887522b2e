#pragma once

#include <sqlite3.h>

/* What the file system in front tells of the files whose power may go: before a change, with the
 * file as it still is, and after a file became durable. Files of no folder in question pass. */
void outage_write(const char *name, sqlite3_file *file, int count, sqlite3_int64 offset);
void outage_truncate(const char *name, sqlite3_file *file, sqlite3_int64 size);
void outage_delete(const char *name, int is_durable);
void outage_create(const char *name);
void outage_sync(const char *name);
